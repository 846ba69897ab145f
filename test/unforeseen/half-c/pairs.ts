import { withElement } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import {
  around,
  eachJson,
  keeping,
  misreading,
  onTheWire,
  parts,
  remembering,
  without,
  withQuery,
} from '../kit/make.ts';

/** Servers with two defects. */
export const PAIRS: readonly Defect[] = [
  {
    id: 'pair-sex-unified-and-no-url',
    what: 'PatientSex is set to O in every file that is stored.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['store', 'search'],
    title: 'PatientSex comes back as O',
    advice: 'Keep PatientSex as it was sent.',
    beside: {
      what: 'Results of a search for instances have no RetrieveURL.',
      truth: ['some-clients-only', 'cosmetic', 'not-found-or-opened'],
      title: 'instance results lack RetrieveURL',
      advice: 'Return RetrieveURL with each result.',
    },
    make: () => [
      keeping((instance) => ({ ...instance, bytes: withElement(instance.bytes, '00100040', 'CS', () => 'O') })),
      eachJson(
        ({ route }) => route.operation === 'search' && route.level === 'instances',
        (one) => without(one, '00081190'),
      ),
    ],
  },
  {
    id: 'pair-deleted-files-served-and-400',
    what: 'Files of what was deleted can still be retrieved.',
    truth: ['exposed'],
    operations: ['delete', 'retrieve'],
    title: 'what was deleted can still be retrieved',
    advice: 'Delete the files too.',
    beside: {
      what: 'A method that a resource does not have is answered 400 instead of 405.',
      truth: ['cosmetic', 'some-clients-only'],
      title: 'an unsupported method is answered 400 instead of 405',
      advice: 'Answer 405 with Allow.',
    },
    make: () => [
      remembering('retrieve'),
      onTheWire(
        (reply) => reply.status === 405,
        (reply) => ({ ...reply, status: 400 }),
      ),
    ],
  },
  {
    id: 'pair-study-lacks-first-and-foreign-path',
    what: 'The retrieve of a study lacks the instance that was stored first.',
    truth: ['data-lost', 'not-found-or-opened'],
    operations: ['retrieve', 'metadata'],
    title: 'GET of a study lacks one instance',
    advice: 'Return every instance of the study.',
    beside: {
      what: 'Metadata of an instance are answered under the UIDs of another study too.',
      truth: ['some-clients-only', 'cosmetic', 'wrong-patient-or-image', 'exposed'],
      title: 'metadata of an instance are answered 200 under a study or series that it is not in',
      advice: 'Answer 404 where the instance is not in that study and series.',
    },
    make: () => [
      parts(
        ({ route }) => route.operation === 'retrieve' && route.level === 'studies',
        (all) => (all.length > 1 ? all.slice(1) : all),
      ),
      around(
        ({ route }) => route.operation === 'metadata' && route.level === 'instances',
        (request, archive, next) => {
          const found = archive.find(request.route.instance ?? '');
          if (!found) return next(request, archive);
          return next({ ...request, route: { ...request.route, study: found.study, series: found.series } }, archive);
        },
      ),
    ],
  },
  {
    id: 'pair-accession-key-ignored-and-xml-label',
    what: 'The search key AccessionNumber is ignored: studies with other numbers are returned too.',
    truth: ['wrong-patient-or-image'],
    operations: ['search', 'metadata'],
    title: 'a search by AccessionNumber returns studies with another one',
    advice: 'Match AccessionNumber.',
    beside: {
      what: 'The parts of metadata in XML are labelled text/plain.',
      truth: ['some-clients-only', 'cosmetic'],
      title: 'parts of metadata in XML have Content-Type text/plain instead of application/dicom+xml',
      advice: 'Label them application/dicom+xml.',
    },
    make: () => [
      misreading('search', (request) =>
        withQuery(request, (name, value) => (name === 'AccessionNumber' || name === '00080050' ? null : [name, value])),
      ),
      parts('metadata', (all) =>
        all.map(({ headers, body }) => ({
          headers: headers.map(
            ([name, value]) => [name, name.toLowerCase() === 'content-type' ? 'text/plain' : value] as const,
          ),
          body,
        })),
      ),
    ],
  },
];
