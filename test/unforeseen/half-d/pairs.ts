import { withElement } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import {
  answering,
  around,
  eachAttribute,
  eachJson,
  header,
  json,
  keeping,
  misreading,
  onTheWire,
  parts,
  refusing,
  remembering,
  withHeader,
  without,
  withQuery,
} from '../kit/make.ts';

/** Servers with two defects, a mild one that could hide a grave one. */
export const PAIRS: readonly Defect[] = [
  {
    id: 'pair-json-label-and-names-swapped',
    what: 'In metadata the family and given names of PatientName are swapped.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['metadata'],
    title: 'PatientName in metadata has its components swapped',
    advice: 'Return PatientName as it was stored.',
    beside: {
      what: 'Metadata in JSON are labelled application/octet-stream.',
      truth: ['some-clients-only', 'cosmetic'],
      title: 'metadata in JSON have Content-Type application/octet-stream',
      advice: 'Label them application/dicom+json.',
    },
    make: () => [
      eachAttribute('metadata', (attribute, tag) => {
        const [name] = attribute.Value ?? [];
        if (tag !== '00100010' || typeof name !== 'object' || name === null || !('Alphabetic' in name))
          return attribute;
        const [family = '', given = '', ...rest] = String(name.Alphabetic).split('^');
        return { ...attribute, Value: [{ ...name, Alphabetic: [given, family, ...rest].join('^') }] };
      }),
      onTheWire(
        (reply, { route }) => route.operation === 'metadata' && /json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withHeader(reply, 'Content-Type', 'application/octet-stream'),
      ),
    ],
  },
  {
    id: 'pair-files-truncated-and-no-location',
    what: 'The last sixteen bytes of each retrieved file are missing.',
    truth: ['altered', 'data-lost', 'not-found-or-opened'],
    operations: ['retrieve'],
    title: 'retrieved files lack their last bytes',
    advice: 'Write the whole file.',
    beside: {
      what: 'The multipart type parameter of a retrieve is missing.',
      truth: ['some-clients-only', 'cosmetic'],
      title: 'Content-Type of a retrieve lacks the type parameter',
      advice: 'Write multipart/related; type="application/dicom".',
    },
    make: () => [
      parts('retrieve', (all) => all.map(({ headers, body }) => ({ headers, body: body.subarray(0, -16) }))),
      onTheWire(
        (reply, { route }) => route.operation === 'retrieve' && /^multipart/.test(header(reply, 'content-type') ?? ''),
        (reply) =>
          withHeader(reply, 'Content-Type', (header(reply, 'content-type') ?? '').replace(/ type="[^"]*";/, '')),
      ),
    ],
  },
  {
    id: 'pair-search-one-study-short-and-as-text',
    what: 'A search for studies never returns the study that was stored last.',
    truth: ['data-lost', 'not-found-or-opened'],
    operations: ['search', 'metadata'],
    title: 'a stored study is not found by a search',
    advice: 'Return every study that matches.',
    beside: {
      what: 'Numbers in JSON of searches are written as strings, those of US, UL, IS and DS alike.',
      truth: ['some-clients-only', 'cosmetic'],
      title: 'NumberOfStudyRelatedInstances and other numbers are strings in search results',
      advice: 'Write numbers as JSON numbers.',
    },
    make: () => [
      json(
        ({ route }) => route.operation === 'search' && route.level === 'studies',
        (all, _, archive) => {
          const last = [...archive.studies()].at(-1);
          return all.filter((one) => one['0020000D']?.Value?.[0] !== last);
        },
      ),
      eachAttribute('search', (attribute) =>
        attribute.Value?.some((one) => typeof one === 'number')
          ? { ...attribute, Value: attribute.Value.map((one) => (typeof one === 'number' ? String(one) : one)) }
          : attribute,
      ),
    ],
  },
  {
    id: 'pair-birth-date-a-day-off-and-xml-refused',
    what: 'PatientBirthDate is a day earlier in what is stored, by a time zone that is applied to dates.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['store', 'metadata', 'search'],
    title: 'PatientBirthDate comes back as the day before',
    advice: 'Keep dates as text; do not shift them by a time zone.',
    beside: {
      what: 'Metadata in XML are refused with 406.',
      truth: ['some-clients-only', 'not-found-or-opened', 'cosmetic'],
      title: 'metadata in XML are refused with 406',
      advice: 'Offer multipart/related; type="application/dicom+xml".',
    },
    make: () => [
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00100030', 'DA', (value) => {
          const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(value.toString('latin1')) ?? [];
          if (!year || !month || !day) return value;
          const before = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) - 1));
          return before.toISOString().slice(0, 10).replaceAll('-', '');
        }),
      })),
      refusing(({ route, headers }) => route.operation === 'metadata' && /xml/.test(headers.accept ?? ''), 406),
    ],
  },
  {
    id: 'pair-frames-shifted-and-unlabelled',
    what: 'The pixels of each frame begin two bytes too late, and end with two zeros.',
    truth: ['altered'],
    operations: ['frames'],
    title: 'frames come back shifted by two bytes',
    advice: 'Begin at the first byte of the frame.',
    beside: {
      what: 'Parts of frames are labelled application/dicom.',
      truth: ['some-clients-only', 'cosmetic'],
      title: 'parts of frames have Content-Type application/dicom instead of application/octet-stream',
      advice: 'Label parts by the type that was chosen.',
    },
    make: () =>
      parts('frames', (all) =>
        all.map(({ headers, body }) => ({
          headers: headers.map(
            ([name, value]) => [name, name === 'Content-Type' ? 'application/dicom' : value] as const,
          ),
          body: Buffer.concat([body.subarray(2), Buffer.alloc(2)]),
        })),
      ),
  },
  {
    id: 'pair-metadata-survive-and-delete-200',
    what: 'Metadata of what was deleted are still answered.',
    truth: ['exposed'],
    operations: ['delete', 'metadata'],
    title: 'metadata of what was deleted can still be had',
    advice: 'Drop cached metadata with the instance.',
    beside: {
      what: 'A study, series or instance that does not exist is answered 400 instead of 404.',
      truth: ['some-clients-only', 'cosmetic'],
      title: 'what does not exist is answered 400 instead of 404',
      advice: 'Answer 404 for UIDs that are unknown.',
    },
    make: () => [
      answering(['retrieve', 'metadata', 'frames', 'rendered'], (answer) =>
        answer.status === 404 ? { ...answer, status: 400 } : answer,
      ),
      remembering('metadata'),
    ],
  },
  {
    id: 'pair-second-of-request-lost-and-status-202',
    what: 'The second instance of each store request is acknowledged and not kept.',
    truth: ['data-lost'],
    operations: ['store', 'retrieve', 'search'],
    title: 'an instance that was acknowledged is not there',
    advice: 'Keep every instance of a request before it is acknowledged.',
    beside: {
      what: 'A store of which everything succeeded is answered 202.',
      truth: ['cosmetic', 'some-clients-only'],
      title: 'a store without failures is answered 202 instead of 200',
      advice: 'Answer 200 where every instance was stored.',
    },
    make: () => [
      keeping((instance, { index }) => (index === 1 ? null : instance)),
      answering('store', (answer) => (answer.status === 200 ? { ...answer, status: 202 } : answer)),
    ],
  },
  {
    id: 'pair-patient-key-ignored-and-fields-missing',
    what: 'The search key PatientID is ignored: studies of other patients are returned too.',
    truth: ['wrong-patient-or-image'],
    operations: ['search'],
    title: 'a search by PatientID returns studies of other patients',
    advice: 'Match PatientID.',
    beside: {
      what: 'Results of searches for studies lack PatientID, StudyTime and StudyID.',
      truth: ['some-clients-only', 'cosmetic', 'not-found-or-opened'],
      title: 'study results lack required attributes such as PatientID',
      advice: 'Return every attribute that Table 10.6.3-3 requires.',
    },
    make: () => [
      misreading('search', (request) =>
        withQuery(request, (name, value) => (name === 'PatientID' || name === '00100020' ? null : [name, value])),
      ),
      eachJson(
        ({ route }) => route.operation === 'search' && route.level === 'studies',
        (one) => without(one, '00100020', '00080030', '00200010'),
      ),
    ],
  },
  {
    id: 'pair-pictures-of-neighbour-and-jpeg-refused',
    what: 'The picture of an instance is that of the next one of its series.',
    truth: ['wrong-patient-or-image'],
    operations: ['rendered'],
    title: 'the picture of an instance shows another one',
    advice: 'Render the instance that the URL names.',
    beside: {
      what: 'PNG is refused with 406 for every picture.',
      truth: ['some-clients-only', 'not-found-or-opened', 'cosmetic'],
      title: 'image/png is refused with 406',
      advice: 'Offer image/png, which PS3.18 asks of servers for single frames.',
    },
    make: () => [
      refusing(({ route, headers }) => route.operation === 'rendered' && headers.accept === 'image/png', 406),
      around(
        ({ route }) => route.operation === 'rendered' && route.level === 'instances',
        async (request, archive, next) => {
          const { study = '', series, instance } = request.route;
          const all = archive.select({ study, series });
          const at = all.findIndex((one) => one.instance === instance);
          const neighbour = all[at + 1] ?? all[at - 1];
          if (at < 0 || !neighbour) return next(request, archive);
          const answer = await next({ ...request, route: { ...request.route, instance: neighbour.instance } }, archive);
          return answer.status === 200 ? answer : next(request, archive);
        },
      ),
    ],
  },
  {
    id: 'pair-instances-without-some-and-relative-urls',
    what: 'Searches for the instances of a study look into its first series only.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['search', 'store'],
    title: 'a search for instances of a study lacks those of its other series',
    advice: 'Search every series of the study.',
    beside: {
      what: 'RetrieveURL of stored instances in the answer to a store begins with http://localhost without a port.',
      truth: ['not-found-or-opened', 'some-clients-only', 'cosmetic'],
      title: 'RetrieveURL in the answer to a store leads to another host',
      advice: 'Make URLs with the address that the client used.',
    },
    make: () => [
      around(
        ({ route }) =>
          route.operation === 'search' &&
          route.level === 'instances' &&
          route.study !== undefined &&
          route.series === undefined,
        (request, archive, next) => {
          const [series] = [...archive.series(request.route.study ?? '').keys()];
          const seen = archive.copy();
          for (const one of archive.select({ study: request.route.study ?? '' }))
            if (one.series !== series) seen.remove(one);
          return next(request, seen);
        },
      ),
      eachAttribute('store', (attribute, tag) =>
        tag === '00081190' && attribute.Value
          ? { ...attribute, Value: attribute.Value.map((one) => String(one).replace(/:\/\/[^/]+/, '://localhost')) }
          : attribute,
      ),
    ],
  },
];
