import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import { textIn, withoutElement } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import {
  around,
  bodies,
  eachAttribute,
  eachJson,
  firstValue,
  header,
  keeping,
  onTheWire,
  parameter,
  withHeader,
} from '../kit/make.ts';

/** A grave defect beside a cosmetic one. */
export const PAIRS: readonly Defect[] = [
  {
    id: 'pair-foreign-study-found-and-404-text',
    what: 'A search for studies by PatientName also returns one study of another patient.',
    truth: ['wrong-patient-or-image'],
    operations: ['search', 'metadata'],
    title: 'a search by PatientName returns a study of another patient',
    advice: 'Return only what matches.',
    beside: {
      what: 'An unknown study is answered 500 instead of 404.',
      truth: ['some-clients-only', 'cosmetic'],
      title: 'an unknown study is answered 500',
      advice: 'Answer 404.',
    },
    make: () => [
      around('search', async (request, archive, next) => {
        const answer = await next(request, archive);
        if (!parameter(request, 'PatientName') || answer.content.kind !== 'json') return answer;
        const all = await next({ ...request, query: [] }, archive);
        const found = answer.content.value as DicomJsonDataSet[];
        const known = new Set(found.map((one) => firstValue(one, '0020000D')));
        const foreign =
          all.content.kind === 'json'
            ? (all.content.value as DicomJsonDataSet[]).find((one) => !known.has(firstValue(one, '0020000D')))
            : undefined;
        return foreign ? { ...answer, content: { ...answer.content, value: [...found, foreign] } } : answer;
      }),
      onTheWire(
        (reply, { route }) => reply.status === 404 && route.operation === 'metadata',
        (reply) => ({ ...reply, status: 500 }),
      ),
    ],
  },
  {
    id: 'pair-delete-undone-and-head',
    what: 'The delete of a series is answered 204 and removes nothing.',
    truth: ['exposed'],
    operations: ['delete', 'search'],
    title: 'a deleted series is still there',
    advice: 'Remove the series.',
    beside: {
      what: 'HEAD of a search has no Content-Type.',
      truth: ['cosmetic', 'some-clients-only'],
      title: 'HEAD has no Content-Type while GET has',
      advice: 'Send the fields of GET.',
    },
    make: () => [
      around(
        ({ route }) => route.operation === 'delete' && route.level === 'series',
        () => ({ status: 204, headers: [], content: { kind: 'none' } }),
      ),
      onTheWire(
        (_, { method }) => method === 'HEAD',
        (reply) => withHeader(reply, 'Content-Type', null),
      ),
    ],
  },
  {
    id: 'pair-wrong-birth-date-and-xml-type',
    what: 'PatientBirthDate and PatientSex in metadata are those of the instance that was stored last.',
    truth: ['wrong-patient-or-image', 'altered'],
    operations: ['metadata', 'search'],
    title: 'PatientBirthDate or PatientSex in metadata differs from the stored one',
    advice: 'Join patients by their key.',
    beside: {
      what: 'Searches are labelled application/json.',
      truth: ['some-clients-only', 'cosmetic'],
      title: 'search results have Content-Type application/json instead of application/dicom+json',
      advice: 'Label them application/dicom+json.',
    },
    make: () => [
      eachJson('metadata', (one, _request, archive) => {
        const last = archive.select().at(-1);
        const [date, sex] = [
          last && textIn(last.bytes, '00100030', 'DA'),
          last && textIn(last.bytes, '00100040', 'CS'),
        ];
        return {
          ...one,
          ...(date ? { '00100030': { vr: 'DA', Value: [date.trim()] } } : {}),
          ...(sex ? { '00100040': { vr: 'CS', Value: [sex.trim()] } } : {}),
        };
      }),
      onTheWire(
        (reply, { route }) => route.operation === 'search' && /dicom\+json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withHeader(reply, 'Content-Type', 'application/json'),
      ),
    ],
  },
  {
    id: 'pair-lost-comment-and-allow',
    what: 'ImageComments is lost from every stored file.',
    truth: ['data-lost', 'altered'],
    operations: ['store', 'capabilities'],
    title: 'ImageComments is missing from what comes back',
    advice: 'Keep every attribute.',
    beside: {
      what: 'An answer 405 has no Allow field.',
      truth: ['cosmetic'],
      title: '405 without Allow',
      advice: 'Send Allow.',
    },
    make: () => [
      keeping((instance) => ({ ...instance, bytes: withoutElement(instance.bytes, '00204000', 'LT') })),
      onTheWire(
        (reply) => reply.status === 405,
        (reply) => withHeader(reply, 'Allow', null),
      ),
    ],
  },
  {
    id: 'pair-zeroed-rows-and-content-location',
    what: 'The last row of every picture is black in bulk data and frames.',
    truth: ['altered', 'data-lost'],
    operations: ['bulkdata', 'frames', 'search'],
    title: 'the last bytes of bulk data and frames differ from the stored pixels',
    advice: 'Copy the whole frame.',
    beside: {
      what: 'Retrieve URLs in search results lead to another host.',
      truth: ['not-found-or-opened', 'some-clients-only'],
      title: 'RetrieveURL in search results names a host that is not reachable',
      advice: 'Build URLs from the address of the request.',
    },
    make: () => [
      bodies(['bulkdata', 'frames'], (body) => {
        const copy = Buffer.from(body);
        return copy.fill(0, Math.max(0, copy.length - 100));
      }),
      eachAttribute('search', (attribute, tag) =>
        tag === '00081190' && attribute.Value ? { ...attribute, Value: ['http://wado.invalid/x'] } : attribute,
      ),
    ],
  },
];
