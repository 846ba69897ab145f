import { withElement, withoutElement } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { around, misreading, onTheWire, parameter, withQuery } from '../kit/make.ts';
import { seeing } from '../kit/seeing.ts';

/** Pictures. */
export const RENDERED: readonly Defect[] = [
  {
    id: 'monochrome-1-as-2',
    what: 'Pictures of images in MONOCHROME1 are not inverted: black is white.',
    truth: ['altered'],
    operations: ['rendered', 'thumbnail'],
    title: 'the picture of a MONOCHROME1 image is inverted',
    advice: 'Show the lowest value white where PhotometricInterpretation is MONOCHROME1.',
    make: () =>
      seeing(['rendered', 'thumbnail'], (instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00280004', 'CS', (value) =>
          value.toString('latin1').replace('MONOCHROME1', 'MONOCHROME2'),
        ),
      })),
  },
  {
    id: 'window-on-stored-values',
    what: 'The window parameter is laid on stored values: slope and intercept are left out of account.',
    truth: ['altered'],
    operations: ['rendered'],
    title: 'the picture by a window shows other greys, since the window is not applied to rescaled values',
    advice: 'Apply RescaleSlope and RescaleIntercept before the window.',
    make: () =>
      seeing(
        (request) => request.route.operation === 'rendered' && parameter(request, 'window') !== undefined,
        (instance) => ({
          ...instance,
          bytes: withoutElement(withoutElement(instance.bytes, '00281052', 'DS'), '00281053', 'DS'),
        }),
      ),
  },
  {
    id: 'viewport-height-first',
    what: 'The two numbers of viewport are read as height and width.',
    truth: ['altered', 'some-clients-only', 'cosmetic'],
    operations: ['rendered', 'thumbnail'],
    title: 'viewport is read as height, width',
    advice: 'Read viewport as width, height.',
    make: () =>
      misreading(['rendered', 'thumbnail'], (request) =>
        withQuery(request, (name, value) => [
          name,
          name === 'viewport' ? value.replace(/^(\d+),(\d+)/, '$2,$1') : value,
        ]),
      ),
  },
  {
    id: 'rendered-frames-from-zero',
    what: 'Frames of pictures are counted from 0: that of frame 2 shows the third.',
    truth: ['wrong-patient-or-image'],
    operations: ['rendered'],
    title: 'the picture of a frame shows the next frame',
    advice: 'Count frames from 1.',
    make: () =>
      around('rendered', async (request, archive, next) => {
        const { frames } = request.route;
        if (frames === undefined || !/^[1-9]\d*$/.test(frames)) return next(request, archive);
        const route = { ...request.route, frames: String(Number(frames) + 1) };
        const answer = await next({ ...request, route }, archive);
        return answer.status === 404 ? next(request, archive) : answer;
      }),
  },
  {
    id: 'png-is-jpeg',
    what: 'Where PNG is asked for a JPEG stream is sent under the label image/png.',
    truth: ['not-found-or-opened', 'some-clients-only', 'altered'],
    operations: ['rendered', 'thumbnail'],
    title: 'a picture labelled image/png is a JPEG',
    advice: 'Encode the type that Content-Type names.',
    make: () =>
      around(
        ({ route, headers }) => /rendered|thumbnail/.test(route.operation) && headers.accept === 'image/png',
        async (request, archive, next) => {
          const answer = await next({ ...request, headers: { ...request.headers, accept: 'image/jpeg' } }, archive);
          const { content } = answer;
          if (content.kind !== 'bytes' || answer.status !== 200) return answer;
          return { ...answer, content: { ...content, mediaType: 'image/png' } };
        },
      ),
  },
  {
    id: 'thumbnail-of-series-is-of-study',
    what: 'The thumbnail of a series or instance shows the first image of the study.',
    truth: ['wrong-patient-or-image'],
    operations: ['thumbnail'],
    title: 'the thumbnail of a series or instance shows another image',
    advice: 'Make the thumbnail from an image of what the URL names.',
    make: () =>
      misreading('thumbnail', (request) => ({
        ...request,
        route: { operation: 'thumbnail', level: 'studies', study: request.route.study ?? '' },
      })),
  },
  {
    id: 'bad-parameters-crash-renderer',
    what: 'A rendering parameter that cannot be read is answered 500.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['rendered', 'thumbnail'],
    title: 'an invalid rendering parameter is answered 500 instead of 400',
    advice: 'Check the parameters, and answer 400.',
    make: () =>
      onTheWire(
        (reply, { route }) => reply.status === 400 && /rendered|thumbnail/.test(route.operation),
        (reply) => ({ ...reply, status: 500 }),
      ),
  },
];
