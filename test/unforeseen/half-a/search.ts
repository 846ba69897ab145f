import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import type { Defect } from '../kit/defect.ts';
import {
  answering,
  around,
  eachAttribute,
  eachJson,
  firstValue,
  json,
  misreading,
  parameter,
  parts,
  refusal,
  refusing,
  without,
  withQuery,
} from '../kit/make.ts';

/** Searches that find too little, too much or something else. */
export const SEARCH: readonly Defect[] = [
  {
    id: 'tags-as-keys-ignored',
    what: 'Search keys that are tags are ignored; keywords work.',
    truth: ['wrong-patient-or-image', 'some-clients-only', 'not-found-or-opened'],
    operations: ['search'],
    title: 'the key 0020000D={uid} is ignored and everything is returned',
    advice: 'Read keys as tags too.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => (/^[0-9A-Fa-f]{8}$/.test(name) ? null : [name, value])),
      ),
  },
  {
    id: 'includefield-replaces-the-rest',
    what: 'With includefield only the named attributes are returned, and the required ones are missing.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['search'],
    title: 'results with includefield lack the required attributes',
    advice: 'Return included attributes beside those of the level.',
    make: () =>
      around('search', async (request, archive, next) => {
        const answer = await next(request, archive);
        const field = parameter(request, 'includefield');
        if (!field || field === 'all' || answer.content.kind !== 'json') return answer;
        const plain = await next(
          withQuery(request, (name, value) => (name === 'includefield' ? null : [name, value])),
          archive,
        );
        const usual =
          plain.content.kind === 'json' ? Object.keys((plain.content.value as DicomJsonDataSet[])[0] ?? {}) : [];
        const uids = ['0020000D', '0020000E', '00080018', '00081190'];
        const value = (answer.content.value as DicomJsonDataSet[]).map((one) =>
          without(one, ...usual.filter((tag) => !uids.includes(tag))),
        );
        return { ...answer, content: { ...answer.content, value } };
      }),
  },
  {
    id: 'small-letters-in-tags-refused',
    what: 'A search key that is a tag with small letters is refused with 400.',
    truth: ['some-clients-only'],
    operations: ['search'],
    title: 'the key 0020000d is refused with 400',
    advice: 'Read hexadecimal digits in either case, or state what is supported.',
    make: () =>
      refusing(
        ({ route, query }) =>
          route.operation === 'search' && query.some(([name]) => /^[0-9a-f]{8}$/.test(name) && /[a-f]/.test(name)),
        400,
      ),
  },
  {
    id: 'search-in-xml-lists-one',
    what: 'Search results in XML hold the first result only, while those in JSON are whole.',
    truth: ['not-found-or-opened', 'some-clients-only', 'data-lost'],
    operations: ['search'],
    title: 'a search in XML returns fewer results than in JSON',
    advice: 'Write each result as a part.',
    make: () => parts('search', (all) => all.slice(0, 1)),
  },
  {
    id: 'question-mark-literal',
    what: 'A question mark in a search value is taken literally and not as any one character.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'the wildcard ? finds nothing',
    advice: 'Match ? with any one character.',
    make: () =>
      misreading('search', (request) => withQuery(request, (name, value) => [name, value.replaceAll('?', '\u0001')])),
  },
  {
    id: 'no-match-is-404',
    what: 'A search without a match is answered 404.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['search'],
    title: 'a search without results is answered 404',
    advice: 'Answer 200 with an empty list, or 204.',
    make: () =>
      answering('search', (answer) =>
        answer.content.kind === 'json' && Array.isArray(answer.content.value) && answer.content.value.length === 0
          ? refusal(404, 'no match')
          : answer,
      ),
  },
  {
    id: 'modality-key-needs-capitals',
    what: 'The search key ModalitiesInStudy finds nothing, whatever its value.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search by ModalitiesInStudy does not find the study',
    advice: 'Match ModalitiesInStudy with the modalities of the series.',
    make: () =>
      json('search', (all, request) =>
        (parameter(request, 'ModalitiesInStudy') ?? parameter(request, '00080061')) ? [] : all,
      ),
  },
  {
    id: 'star-means-one-or-more',
    what: 'An asterisk in a search value needs at least one character in its place.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a value with * at its end does not find the value itself or its rest is needed',
    advice: 'Let * match no character too.',
    make: () =>
      misreading('search', (request) => withQuery(request, (name, value) => [name, value.replaceAll('*', '?*')])),
  },
  {
    id: 'patient-id-key-ignored',
    what: 'The search key PatientID is ignored: studies of other patients are returned too.',
    truth: ['wrong-patient-or-image'],
    operations: ['search'],
    title: 'the search for a PatientID returns studies with another PatientID',
    advice: 'Match PatientID.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => (name === 'PatientID' || name === '00100020' ? null : [name, value])),
      ),
  },
  {
    id: 'percent-escapes-not-decoded',
    what: 'Percent escapes in search values are not decoded, so values with a space are not found.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['search'],
    title: 'a search value with %20 finds nothing',
    advice: 'Decode percent escapes.',
    make: () =>
      misreading('search', (request) => ({
        ...request,
        query: request.query.map(
          ([name, value]) => [name, /[\d.]/.test(value[0] ?? '') ? value : encodeURIComponent(value)] as const,
        ),
      })),
  },
  {
    id: 'study-date-missing-in-results',
    what: 'Search results for studies lack StudyDate and StudyTime.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['search'],
    title: 'StudyDate and StudyTime are missing from search results',
    advice: 'Return all required attributes of the level.',
    make: () => eachJson('search', (one) => without(one, '00080020', '00080030')),
  },
  {
    id: 'limit-before-filter',
    what: 'limit is applied to the table before the keys are, so that a match further down is not found.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search with a key and limit=1 does not find what the key matches',
    advice: 'Apply limit after matching.',
    make: () =>
      around('search', async (request, archive, next) => {
        const limit = Number(parameter(request, 'limit') ?? 'NaN');
        const answer = await next(request, archive);
        const hasKey = request.query.some(([name]) => !/^(limit|offset|includefield|fuzzymatching)$/.test(name));
        if (Number.isNaN(limit) || !hasKey || answer.content.kind !== 'json') return answer;
        const all = await next({ ...request, query: [['limit', String(limit)]] }, archive);
        if (all.content.kind !== 'json') return answer;
        const first = (all.content.value as DicomJsonDataSet[]).map((one) => JSON.stringify(one));
        const value = (answer.content.value as DicomJsonDataSet[]).filter((one) => first.includes(JSON.stringify(one)));
        return { ...answer, content: { ...answer.content, value } };
      }),
  },
  {
    id: 'instances-count-is-of-series',
    what: 'NumberOfStudyRelatedInstances in search results is the number of series.',
    truth: ['altered', 'some-clients-only', 'not-found-or-opened'],
    operations: ['search'],
    title: 'NumberOfStudyRelatedInstances is 2 where there are 3 instances',
    advice: 'Count the instances of the study.',
    make: () =>
      eachJson('search', (one) =>
        one['00201208'] && one['00201206'] ? { ...one, '00201208': { ...one['00201206'], vr: 'IS' } } : one,
      ),
  },
  {
    id: 'study-date-in-local-time',
    what: 'StudyDate in search results is one day later than stored, since the database converts time zones.',
    truth: ['altered'],
    operations: ['search'],
    title: 'StudyDate in search results differs from the stored one by a day',
    advice: 'Do not convert dates between time zones.',
    make: () =>
      eachJson('search', (one) =>
        one['00080020']?.Value
          ? { ...one, '00080020': { vr: 'DA', Value: [String(Number(firstValue(one, '00080020')) + 1)] } }
          : one,
      ),
  },
  {
    id: 'accession-number-as-number',
    what: 'Codes such as AccessionNumber and StudyID are JSON numbers in search results.',
    truth: ['some-clients-only', 'altered'],
    operations: ['search'],
    title: 'SH values such as StudyID are JSON numbers',
    advice: 'Write SH and LO as strings.',
    make: () =>
      eachAttribute('search', (attribute) =>
        /^(SH|LO)$/.test(attribute.vr) && attribute.Value?.every((one) => /^\d+$/.test(String(one)))
          ? { ...attribute, Value: attribute.Value.map(Number) }
          : attribute,
      ),
  },
  {
    id: 'modalities-missing',
    what: 'ModalitiesInStudy in search results is empty.',
    truth: ['some-clients-only', 'altered', 'not-found-or-opened'],
    operations: ['search'],
    title: 'ModalitiesInStudy of a study is empty',
    advice: 'Return the modalities of the series.',
    make: () => eachJson('search', (one) => (one['00080061'] ? { ...one, '00080061': { vr: 'CS' } } : one)),
  },
  {
    id: 'includefield-ignored',
    what: 'The parameter includefield has no effect.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['search'],
    title: 'includefield=… does not return the attribute',
    advice: 'Return the attributes of includefield.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => (name === 'includefield' ? null : [name, value])),
      ),
  },
  {
    id: 'includefield-first-of-commas',
    what: 'Of a list with commas in includefield only the first attribute is returned.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['search'],
    title: 'includefield with two names separated by a comma returns only the first',
    advice: 'Split includefield at commas.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => [name, name === 'includefield' ? (value.split(',')[0] ?? '') : value]),
      ),
  },
];
