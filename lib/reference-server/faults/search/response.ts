import { gzipSync } from 'node:zlib';
import { changeBody, changeContentType, changeDataSets, changeReply, changeStatus, on } from '../../changes/answers.ts';
import { changeAttributes } from '../../changes/attributes.ts';
import { datesWithDashes } from '../../changes/dates-with-dashes.ts';
import { namesAsStrings } from '../../changes/names-as-strings.ts';
import { refuse } from '../../changes/refuse.ts';
import { textAnswer } from '../../message.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Faults of the response to a search: status, Content-Type, Content-Encoding, DICOM JSON, requests that are refused. */
export const SEARCH_RESPONSE: readonly Fault[] = [
  {
    id: 'search-answers-206',
    title: 'answers 206 to a search',
    scenarios: TUTORIAL.search,
    requirements: ['COMMON-030', 'QIDO-068'],
    breach: 'partial-content-without-range',
    behaviour: () => changeStatus(on('search'), 200, 206),
  },
  {
    id: 'search-answers-500',
    title: 'answers 500 with the results in the body',
    scenarios: TUTORIAL.search,
    requirements: ['QIDO-001', 'QIDO-002'],
    breach: 'search-fails',
    behaviour: () => changeStatus(on('search'), 200, 500),
  },
  {
    id: 'search-gzip-unrequested',
    title: 'compresses search results for a client that does not accept gzip',
    scenarios: TUTORIAL.search,
    requirements: ['COMMON-019'],
    breach: 'content-coding-not-accepted',
    behaviour: () =>
      changeReply(on('search'), (reply, request) =>
        /gzip|\*/.test(String(request.headers['accept-encoding'] ?? ''))
          ? reply
          : {
              ...reply,
              headers: [...reply.headers, ['Content-Encoding', 'gzip']],
              body: [gzipSync(Buffer.concat(reply.body))],
            },
      ),
  },
  {
    id: 'search-coding-untrue',
    title: 'names gzip in the Content-Encoding of search results that are not compressed',
    scenarios: TUTORIAL.search,
    requirements: ['COMMON-019'],
    breach: 'content-coding-corrupt',
    behaviour: () =>
      changeReply(on('search'), (reply) => ({ ...reply, headers: [...reply.headers, ['Content-Encoding', 'gzip']] })),
  },
  {
    id: 'search-labelled-as-text',
    title: 'labels search results as text/plain',
    scenarios: TUTORIAL.search,
    requirements: ['QIDO-003'],
    breach: 'json-labelled-otherwise',
    behaviour: () => changeContentType(on('search'), () => 'text/plain'),
  },
  {
    id: 'search-labelled-as-plain-json',
    title: 'labels search results as application/json',
    scenarios: TUTORIAL.search,
    requirements: ['QIDO-003', 'JSON-026'],
    breach: 'json-labelled-otherwise',
    behaviour: () => changeContentType(on('search'), () => 'application/json'),
  },
  {
    id: 'search-xml-refused',
    title: 'answers 406 to searches for results as XML',
    scenarios: ['results-as-xml'],
    requirements: ['QIDO-004'],
    breach: 'xml-refused',
    behaviour: () =>
      refuse(
        (request) => request.route.operation === 'search' && /dicom\+xml/.test(request.headers.accept ?? ''),
        406,
        'results are JSON',
      ),
  },
  {
    id: 'relational-search-not-offered',
    title: 'answers 404 to searches across studies',
    scenarios: ['T13', 'T15'],
    requirements: ['QIDO-002', 'QIDO-014'],
    breach: 'search-not-offered',
    behaviour: () => ({
      handle: async (request, archive, next) => {
        const { operation, level, study } = request.route;
        const relational = operation === 'search' && level !== 'studies' && study === undefined;
        return relational ? textAnswer(404, 'no such resource') : next(request, archive);
      },
    }),
  },
  {
    id: 'search-refuses-unknown-parameter',
    title: 'answers 400 to a parameter that it does not know',
    scenarios: ['http'],
    requirements: ['COMMON-003'],
    breach: 'search-refuses-unknown-parameter',
    behaviour: () =>
      refuse(
        (request) => request.route.operation === 'search' && request.query.some(([name]) => name.startsWith('_')),
        400,
        'unknown parameter',
      ),
  },
  {
    id: 'search-bad-value-answers-500',
    title: 'answers 500 to invalid parameter values',
    scenarios: ['faulty-search'],
    requirements: ['COMMON-004', 'COMMON-029', 'QIDO-008'],
    breach: 'bad-parameter-not-refused',
    behaviour: () => changeStatus(on('search'), 400, 500),
  },
  {
    id: 'unknown-study-search-answers-500',
    title: 'answers 500 to a search below a study that it does not have',
    scenarios: ['T14', 'T16', 'unknown-study'],
    requirements: ['QIDO-007'],
    breach: 'search-below-unknown-fails',
    behaviour: () => ({
      handle: async (request, archive, next) => {
        const { operation, study } = request.route;
        return operation === 'search' && study !== undefined && archive.select({ study }).length === 0
          ? textAnswer(500, 'no such study')
          : next(request, archive);
      },
    }),
  },
  {
    id: 'search-bare-object',
    title: 'sends a single match without the array around it',
    scenarios: TUTORIAL.search,
    requirements: ['QIDO-005'],
    breach: 'search-results-not-array',
    behaviour: () =>
      changeBody(on('search'), (body) =>
        body.length < 3 || body.toString().includes('},{"0') ? body : body.subarray(1, body.length - 1),
      ),
  },
  {
    id: 'search-answers-with-a-message',
    title: 'answers each search with 200 and an error message of its own in JSON',
    scenarios: TUTORIAL.search,
    requirements: ['QIDO-005'],
    breach: 'answer-is-error',
    behaviour: () => changeBody(on('search'), () => Buffer.from('{"error":"search failed"}')),
  },
  {
    id: 'search-number-as-string',
    title: 'writes Rows and Columns of results as strings',
    scenarios: ['T15', 'T16', 'T17'],
    requirements: ['JSON-010'],
    breach: 'json-number-no-number',
    behaviour: () =>
      changeAttributes(
        on('search'),
        ({ vr }) => vr === 'US',
        ({ vr, Value = [] }) => ({ vr, Value: Value.map(String) }),
      ),
  },
  {
    id: 'search-name-as-string',
    title: 'writes person names of results as strings',
    scenarios: ['T12', 'T13', 'T15'],
    requirements: ['JSON-013'],
    breach: 'json-name-no-object',
    behaviour: () => changeDataSets(on('search'), namesAsStrings),
  },
  {
    id: 'search-date-with-dashes',
    title: 'writes dates of results as 2020-09-22',
    scenarios: ['T12', 'T13', 'T15'],
    requirements: ['JSON-022'],
    breach: 'search-value-differs',
    behaviour: () => changeDataSets(on('search'), datesWithDashes),
  },
  {
    id: 'search-keys-in-lower-case',
    title: 'writes tags of results with small letters',
    scenarios: TUTORIAL.search,
    requirements: ['JSON-003'],
    breach: 'json-name-no-tag',
    behaviour: () =>
      changeDataSets(on('search'), (dataSet) =>
        Object.fromEntries(Object.entries(dataSet).map(([tag, attribute]) => [tag.toLowerCase(), attribute])),
      ),
  },
];
