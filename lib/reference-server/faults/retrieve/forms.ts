import { PNG } from 'pngjs';
import { changeAnswer, changePartHeaders, changeRequest, changeStatus, on } from '../../changes/answers.ts';
import { refuse } from '../../changes/refuse.ts';
import type { Request } from '../../message.ts';
import type { Fault } from '../fault.ts';

const OCTETS = 'application/octet-stream';

function accepts(request: Request, type: string): boolean {
  return request.headers.accept === type;
}

/** Faults in the further forms in which frames, instances and bulk data are asked for. */
export const RETRIEVE_FORMS: readonly Fault[] = [
  {
    id: 'octets-of-instance-fail',
    title: 'answers 500 to an instance as application/octet-stream',
    scenarios: ['instance-forms'],
    requirements: ['WADO-RS-017'],
    breach: 'octets-of-instance-refused',
    behaviour: () =>
      refuse((request) => on('retrieve')(request) && /octet/.test(request.headers.accept ?? ''), 500, 'failed'),
  },
  {
    id: 'frame-alone-fails',
    title: 'answers 500 to a frame without multipart',
    scenarios: ['frame-forms'],
    requirements: ['WADO-RS-049'],
    breach: 'frame-alone-badly-refused',
    behaviour: () =>
      refuse((request) => accepts(request, OCTETS) && request.route.frames?.includes(',') === false, 500, 'failed'),
  },
  {
    id: 'frame-list-alone-served',
    title: 'sends the first frame of a list that is asked for without multipart',
    scenarios: ['frame-forms'],
    requirements: ['WADO-RS-049'],
    breach: 'frame-list-alone-not-refused',
    behaviour: () =>
      changeRequest(
        (request) => on('frames')(request) && accepts(request, OCTETS),
        ({ route, ...request }) => ({
          ...request,
          route: { ...route, frames: route.frames?.replace(/,.*/, '') ?? '' },
        }),
      ),
  },
  {
    id: 'frames-of-any-type-refused',
    title: 'answers 406 to frames as */*',
    scenarios: ['frame-forms'],
    requirements: ['WADO-RS-050'],
    breach: 'frames-as-anything-refused',
    behaviour: () => refuse((request) => on('frames')(request) && accepts(request, '*/*'), 406, 'name a type'),
  },
  {
    id: 'frames-of-a-report-fail',
    title: 'answers 500 to frames of an instance without pixel data',
    scenarios: ['frame-forms'],
    requirements: ['WADO-RS-051'],
    breach: 'frames-of-no-image-not-refused',
    behaviour: () => changeStatus(on('frames'), 404, 500),
  },
  {
    id: 'bulkdata-resource-fails',
    title: 'answers 500 to /bulkdata of an instance',
    scenarios: ['instance-forms'],
    requirements: ['WADO-RS-055'],
    breach: 'value-resource-fails',
    behaviour: () => refuse((request) => on('bulkdata')(request) && request.route.element === undefined, 500, 'failed'),
  },
  {
    id: 'pixeldata-resource-fails',
    title: 'answers 500 to /pixeldata of an instance, which it does not have',
    scenarios: ['instance-forms'],
    requirements: ['WADO-RS-056'],
    breach: 'value-resource-fails',
    behaviour: () => ({
      reply: (reply, { path }) => (path.endsWith('/pixeldata') ? { ...reply, status: 500 } : reply),
    }),
  },
  {
    id: 'bulkdata-parts-located-elsewhere',
    title: 'gives parts of bulk data another Content-Location than the BulkDataURI of the metadata',
    scenarios: ['instance-forms'],
    requirements: ['WADO-RS-057'],
    breach: 'bulkdata-located-elsewhere',
    behaviour: () =>
      changePartHeaders(
        (request) => on('bulkdata')(request) && request.route.element === undefined,
        (headers) =>
          headers.map(([name, value]) => [name, name === 'Content-Location' ? `${value}/value` : value] as const),
      ),
  },
  {
    id: 'report-rendered-as-picture',
    title: 'renders a structured report as an empty picture',
    scenarios: ['instance-forms'],
    requirements: ['WADO-RS-074'],
    breach: 'report-rendered-as-other-type',
    behaviour: () =>
      changeAnswer(on('rendered', 'instances'), (answer) =>
        answer.status < 400
          ? answer
          : {
              status: 200,
              headers: [],
              content: {
                kind: 'bytes',
                mediaType: 'image/png',
                bytes: PNG.sync.write(new PNG({ width: 8, height: 8 })),
              },
            },
      ),
  },
];
