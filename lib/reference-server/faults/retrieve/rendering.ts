import { changeAnswer, changeParts, changeRequest, on } from '../../changes/answers.ts';
import { changeQuery } from '../../changes/query.ts';
import { refuse } from '../../changes/refuse.ts';
import { type Request, textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

const PARAMETERS = ['rendering-parameters'];

const rendered = on('rendered');
const named = (name: string) => (request: Request) =>
  rendered(request) && request.query.some(([given]) => given === name);
const together = (request: Request) => rendered(request) && request.route.level !== 'instances';

/** Renders as if a parameter had not been given. */
function without(name: string) {
  return () =>
    changeRequest(named(name), (request) => ({ ...request, query: request.query.filter(([given]) => given !== name) }));
}

/** Crops from another corner than a viewport of six numbers asks for. */
function cropping(
  cornerOf: (asked: Readonly<Record<'left' | 'top' | 'width' | 'height', string>>) => readonly number[],
) {
  return changeRequest(named('viewport'), (request) => ({
    ...request,
    query: request.query.map(([name, value]): readonly [string, string] => {
      const [width = '', height = '', left = '', top = '', ...size] = value.split(',');
      if (name !== 'viewport' || size.length !== 2) return [name, value];
      return [name, [width, height, ...cornerOf({ left, top, width, height }), ...size].join(',')];
    }),
  }));
}

/** Faults of the parameters of rendering, of pictures of several images, and of thumbnails. */
export const RETRIEVE_RENDERING: readonly Fault[] = [
  {
    id: 'viewport-ignored',
    title: 'renders pictures in the size of their source, whatever the viewport',
    scenarios: PARAMETERS,
    requirements: ['WADO-RS-065'],
    breach: 'viewport-not-fitted',
    behaviour: without('viewport'),
  },
  {
    id: 'bad-viewport-ignored',
    title: 'ignores a viewport that is no pair of numbers',
    scenarios: ['rendering-parameters'],
    requirements: ['WADO-RS-066'],
    breach: 'rendering-parameter-not-refused',
    behaviour: () =>
      changeQuery(named('viewport'), (query) =>
        query.filter(([name, value]) => name !== 'viewport' || /^[1-9]\d*(\.\d+)?,[1-9]/.test(value)),
      ),
  },
  {
    id: 'viewport-crops-elsewhere',
    title: 'crops another region of the image',
    scenarios: PARAMETERS,
    requirements: ['WADO-RS-065'],
    breach: 'viewport-shows-another-region',
    behaviour: () =>
      cropping(({ left, top, width, height }) =>
        left === '0' && top === '0'
          ? [Math.floor(Number(width) / 2), Math.floor(Number(height) / 2)]
          : [Number(left), Number(top)],
      ),
  },
  {
    id: 'viewport-crops-the-corner',
    title: 'crops from the upper left corner, whatever sx and sy',
    scenarios: PARAMETERS,
    requirements: ['WADO-RS-065'],
    breach: 'viewport-shows-another-region',
    behaviour: () => cropping(() => [0, 0]),
  },
  {
    id: 'viewport-refused',
    title: 'answers 400 to a viewport',
    scenarios: PARAMETERS,
    requirements: ['WADO-RS-065'],
    breach: 'rendering-parameter-refused',
    behaviour: () => refuse(named('viewport'), 400, 'no viewport'),
  },
  {
    id: 'window-ignored',
    title: 'renders in the window of the image, whatever window is asked for',
    scenarios: PARAMETERS,
    requirements: ['WADO-RS-067'],
    breach: 'window-not-applied',
    behaviour: () =>
      changeRequest(
        (request) => named('window')(request) && request.query.some(([, value]) => value.endsWith(',linear')),
        (request) => ({ ...request, query: request.query.filter(([name]) => name !== 'window') }),
      ),
  },
  {
    id: 'bad-quality-taken',
    title: 'takes any quality',
    scenarios: PARAMETERS,
    requirements: ['WADO-RS-068'],
    breach: 'rendering-parameter-not-refused',
    behaviour: without('quality'),
  },
  {
    id: 'quality-as-a-page',
    title: 'answers a request with quality with a page',
    scenarios: PARAMETERS,
    requirements: ['WADO-RS-068'],
    breach: 'answer-is-page',
    behaviour: () =>
      changeAnswer(named('quality'), (answer) =>
        answer.status === 200
          ? {
              status: 200,
              headers: [],
              content: {
                kind: 'bytes',
                mediaType: 'text/html',
                bytes: Buffer.from('<!DOCTYPE html><p>No picture</p>'),
              },
            }
          : answer,
      ),
  },
  {
    id: 'unknown-annotation-taken',
    title: 'takes an annotation that it does not know, without a warning',
    scenarios: PARAMETERS,
    requirements: ['WADO-RS-069'],
    breach: 'rendering-parameter-not-refused',
    behaviour: () =>
      changeRequest(
        (request) => named('annotation')(request) && request.query.some(([, value]) => value === 'xyz'),
        (request) => ({ ...request, query: request.query.filter(([name]) => name !== 'annotation') }),
      ),
  },
  {
    id: 'annotation-ignored',
    title: 'draws no annotation',
    scenarios: PARAMETERS,
    requirements: ['WADO-RS-069'],
    breach: 'annotation-not-drawn',
    behaviour: without('annotation'),
  },
  {
    id: 'rendered-together-refused',
    title: 'answers 501 to rendered studies and series',
    scenarios: ['rendered-together'],
    requirements: ['WADO-RS-061'],
    breach: 'rendered-together-refused',
    behaviour: () =>
      changeAnswer(
        (request) => together(request) && /multipart/.test(request.headers.accept ?? ''),
        () => textAnswer(501, 'not offered'),
      ),
  },
  {
    id: 'rendered-together-as-one-picture',
    title: 'renders a study or series as one picture, whatever is accepted',
    scenarios: ['rendered-together'],
    requirements: ['WADO-RS-061'],
    breach: 'rendered-together-as-one-picture',
    behaviour: () =>
      changeAnswer(together, (answer) => {
        const [first] = answer.content.kind === 'multipart' ? answer.content.parts : [];
        return first ? { ...answer, content: { kind: 'bytes', mediaType: 'image/jpeg', bytes: first.body } } : answer;
      }),
  },
  {
    id: 'rendered-study-without-parts',
    title: 'renders a study or series without any part',
    scenarios: ['rendered-together'],
    requirements: ['WADO-RS-061'],
    breach: 'rendered-parts-missing',
    behaviour: () => changeParts(together, () => []),
  },
  {
    id: 'rendered-together-fails-alone',
    title: 'answers 500 to a rendered study or series as one picture',
    scenarios: ['rendered-together'],
    requirements: ['WADO-RS-061'],
    breach: 'rendered-alone-not-refused',
    behaviour: () =>
      changeAnswer(
        (request) => together(request) && !/multipart/.test(request.headers.accept ?? ''),
        () => textAnswer(500, 'failed'),
      ),
  },
  {
    id: 'rendered-frames-refused',
    title: 'answers 406 to a list of rendered frames',
    scenarios: ['rendered-together'],
    requirements: ['WADO-RS-072'],
    breach: 'rendered-frames-refused',
    behaviour: () =>
      refuse((request) => rendered(request) && /,/.test(request.route.frames ?? ''), 406, 'one at a time'),
  },
  {
    id: 'rendered-frames-left-out',
    title: 'renders the first frame of a list only',
    scenarios: ['rendered-together'],
    requirements: ['WADO-RS-072'],
    breach: 'rendered-parts-missing',
    behaviour: () =>
      changeParts(
        (request) => rendered(request) && /,/.test(request.route.frames ?? ''),
        (parts) => parts.slice(0, 1),
      ),
  },
  {
    id: 'rendered-frames-reversed',
    title: 'renders the frames of a list from the last to the first',
    scenarios: ['rendered-together'],
    requirements: ['WADO-RS-072'],
    breach: 'rendered-another-frame',
    behaviour: () =>
      changeParts(
        (request) => rendered(request) && /,/.test(request.route.frames ?? ''),
        (parts) => parts.toReversed(),
      ),
  },
  {
    id: 'rendered-multi-frame-fails',
    title: 'answers 500 to a whole multi-frame instance in rendered form',
    scenarios: ['rendered-together'],
    requirements: ['WADO-RS-071'],
    breach: 'rendered-whole-badly-refused',
    behaviour: () =>
      changeAnswer(
        (request) => on('rendered', 'instances')(request) && request.route.frames === undefined,
        (answer, { route }, archive) => {
          const [instance] = archive.select({
            study: route.study ?? '',
            series: route.series,
            instance: route.instance,
          });
          return instance?.sopClass === '1.2.840.10008.5.1.4.1.1.2.2' ? textAnswer(500, 'failed') : answer;
        },
      ),
  },
  {
    id: 'thumbnails-of-instances-only',
    title: 'has thumbnails of instances and frames only',
    scenarios: ['thumbnails'],
    requirements: ['WADO-RS-075'],
    breach: 'thumbnails-of-some-levels',
    behaviour: () =>
      refuse((request) => on('thumbnail')(request) && request.route.level !== 'instances', 404, 'no thumbnail'),
  },
  {
    id: 'thumbnail-as-text',
    title: 'answers a thumbnail with text',
    scenarios: ['thumbnails'],
    requirements: ['WADO-RS-076'],
    breach: 'thumbnail-no-picture',
    behaviour: () =>
      changeAnswer(on('thumbnail'), (answer) => (answer.status === 200 ? textAnswer(200, 'no picture') : answer)),
  },
  {
    id: 'thumbnail-as-png',
    title: 'gives thumbnails as PNG where any type is accepted',
    scenarios: ['thumbnails'],
    requirements: ['WADO-RS-076'],
    breach: 'rendered-in-another-format',
    behaviour: () =>
      changeRequest(on('thumbnail'), (request) => ({
        ...request,
        headers: { ...request.headers, accept: 'image/png' },
      })),
  },
  {
    id: 'thumbnail-ignores-viewport',
    title: 'gives thumbnails of 128 pixels, whatever the viewport',
    scenarios: ['thumbnails'],
    requirements: ['WADO-RS-076'],
    breach: 'thumbnail-too-large',
    behaviour: () =>
      changeRequest(
        (request) => on('thumbnail')(request) && request.query.some(([, value]) => value.split(',').length === 2),
        (request) => ({ ...request, query: [] }),
      ),
  },
];
