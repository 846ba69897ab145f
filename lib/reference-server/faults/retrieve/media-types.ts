import { changeAnswer, changeContentType, changeParts, on } from '../../changes/answers.ts';
import { refuse } from '../../changes/refuse.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Faults of the media type and the transfer syntax of a retrieve: the Content-Type, and what is read in Accept. */
export const RETRIEVE_MEDIA_TYPES: readonly Fault[] = [
  {
    id: 'retrieve-without-content-type',
    title: 'leaves out the Content-Type of a retrieve response',
    scenarios: TUTORIAL.retrieve,
    requirements: ['COMMON-017', 'MP-001'],
    breach: 'media-type-missing',
    behaviour: () => changeContentType(on('retrieve'), () => null),
  },
  {
    id: 'retrieve-labelled-as-multipart-mixed',
    title: 'labels a retrieve response as multipart/mixed',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-001'],
    breach: 'multipart-labelled-otherwise',
    behaviour: () =>
      changeContentType(on('retrieve'), (contentType) => contentType.replace('multipart/related', 'multipart/mixed')),
  },
  {
    id: 'retrieve-without-type-parameter',
    title: 'leaves the type parameter out of multipart/related',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-002'],
    breach: 'multipart-without-type',
    behaviour: () => changeContentType(on('retrieve'), (contentType) => contentType.replace(/ type="[^"]*";/, '')),
  },
  {
    id: 'retrieve-without-boundary-parameter',
    title: 'leaves the boundary parameter out of multipart/related',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-002'],
    breach: 'multipart-without-boundary',
    behaviour: () => changeContentType(on('retrieve'), (contentType) => contentType.replace(/; boundary=.*$/, '')),
  },
  {
    id: 'retrieve-type-parameter-untrue',
    title: 'names application/octet-stream in the type parameter though the parts are application/dicom',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-003'],
    breach: 'multipart-type-untrue',
    behaviour: () =>
      changeContentType(on('retrieve'), (contentType) =>
        contentType.replace('type="application/dicom"', 'type="application/octet-stream"'),
      ),
  },
  {
    id: 'retrieve-transfer-syntax-wildcard',
    title: 'writes transfer-syntax=* into the Content-Type of a retrieve',
    scenarios: TUTORIAL.retrieve,
    requirements: ['COMMON-021'],
    breach: 'transfer-syntax-wildcard',
    behaviour: () =>
      changeContentType(
        on('retrieve'),
        (contentType) => `${contentType.replace(/; transfer-syntax=[^;]*/, '')}; transfer-syntax=*`,
      ),
  },
  {
    id: 'retrieve-parts-labelled-octets',
    title: 'labels the parts of retrieved instances application/octet-stream',
    scenarios: ['T04', 'T07', 'T09', 'retrieved-types'],
    requirements: ['WADO-RS-001', 'WADO-RS-002', 'WADO-RS-003'],
    breach: 'instance-part-media-type',
    behaviour: () =>
      changeParts(on('retrieve'), (parts) =>
        parts.map((part) => ({
          ...part,
          headers: part.headers.map(
            ([name, value]) => [name, value.replace('application/dicom', 'application/octet-stream')] as const,
          ),
        })),
      ),
  },
  {
    id: 'retrieve-single-part',
    title: 'answers a retrieve that asks for multipart with the first instance as a single part',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-001', 'WADO-RS-016', 'WADO-RS-004'],
    breach: 'instances-media-type',
    behaviour: () =>
      changeAnswer(on('retrieve'), (answer) => {
        const { content } = answer;
        const first = content.kind === 'multipart' ? content.parts[0] : undefined;
        return first
          ? { ...answer, content: { kind: 'bytes', mediaType: 'application/dicom', bytes: first.body } }
          : answer;
      }),
  },
  {
    id: 'stored-syntax-ignores-request',
    title: 'returns instances in the transfer syntax in which they were stored, whatever is asked for',
    scenarios: [],
    requirements: ['WADO-RS-006', 'WADO-RS-008'],
    behaviour: () =>
      changeAnswer(on('retrieve'), (answer, { route }, archive) => {
        const { content } = answer;
        if (content.kind !== 'multipart' || content.rootType !== 'application/dicom') return answer;
        const instances = archive.select({ study: route.study ?? '', series: route.series, instance: route.instance });
        const parts = content.parts.map((part, index) => ({ ...part, body: instances[index]?.bytes ?? part.body }));
        return { ...answer, content: { ...content, parts } };
      }),
  },
  {
    id: 'transfer-syntax-wildcard-refused',
    title: 'answers 406 to transfer-syntax=*',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-001', 'WADO-RS-002', 'WADO-RS-003', 'WADO-RS-010'],
    breach: 'any-transfer-syntax-refused',
    behaviour: () =>
      refuse(
        (request) => /transfer-syntax="?\*/.test(request.headers.accept ?? ''),
        406,
        'the wildcard is not supported',
      ),
  },
  {
    id: 'transfer-syntax-has-to-be-named',
    title: 'answers 406 to a retrieve that names no transfer syntax',
    scenarios: ['retrieved-types'],
    requirements: ['WADO-RS-006'],
    breach: 'default-transfer-syntax-refused',
    behaviour: () =>
      refuse(
        (request) => on('retrieve')(request) && !/transfer-syntax|^\*\/\*$/.test(request.headers.accept ?? ''),
        406,
        'in which transfer syntax?',
      ),
  },
  {
    id: 'single-part-answers-400',
    title: 'answers 400 to a retrieve of one instance as a single part',
    scenarios: ['retrieved-types', 'several-together'],
    requirements: ['WADO-RS-014'],
    breach: 'single-part-badly-refused',
    behaviour: () =>
      refuse(
        (request) => on('retrieve')(request) && /^application\/dicom/.test(request.headers.accept ?? ''),
        400,
        'multipart only',
      ),
  },
  {
    id: 'study-as-one-instance',
    title: 'answers a request for a study or series as a single part with its first instance',
    scenarios: ['several-together'],
    requirements: ['WADO-RS-015'],
    breach: 'several-answered-as-one',
    behaviour: () => ({
      async handle(request, archive, next) {
        const { route, headers } = request;
        const isSeveral = on('retrieve')(request) && route.level !== 'instances';
        if (!isSeveral || !headers.accept?.startsWith('application/dicom')) return next(request, archive);
        const [first] = archive.select({ study: route.study ?? '', series: route.series });
        if (!first) return next(request, archive);
        return {
          status: 200,
          headers: [],
          content: { kind: 'bytes', mediaType: 'application/dicom', bytes: first.bytes },
        };
      },
    }),
  },
  {
    id: 'anything-is-refused',
    title: 'answers 406 to a retrieve with Accept: */*',
    scenarios: ['retrieved-types', 'several-together'],
    requirements: ['WADO-RS-016'],
    breach: 'anything-refused',
    behaviour: () =>
      refuse((request) => on('retrieve')(request) && request.headers.accept === '*/*', 406, 'which type?'),
  },
];
