import { keywordOf, tagOf } from '../../dicom/dictionary.ts';
import type { DicomJsonDataSet } from '../../dicom/json.ts';
import type { Behaviour } from '../behaviour.ts';
import { changeAnswer, changeContentType, changeDataSets, changePartHeaders, on } from '../changes/answers.ts';
import { changeItems } from '../changes/change-items.ts';
import { Refusal, type Request } from '../message.ts';
import type { Dialect } from './dialect.ts';

const BINARY = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN']);

/** Attributes of search results in version 2 of the API; the levels above are added on resources that leave them open. */
const DEFAULTS = {
  studies: ['00080020', '00080050', '00080090', '00081030', '00100010', '00100020', '00100030', '0020000D'],
  series: ['00080060', '00081090', '0020000E', '00400244'],
  instances: ['00080018'],
} as const;
const LEVELS = ['studies', 'series', 'instances'] as const;
/** What includefield adds at each level: all of it stands for "all". */
const INCLUDABLE = {
  studies: [
    ...['00080005', '00080030', '00080056', '00080063', '00080201', '00081032', '00081060', '00081080', '00081110'],
    ...['00100040', '00101010', '00101020', '00101030', '00102180', '001021B0', '00200010'],
  ],
  series: ['00080005', '00080021', '00080031', '00080201', '0008103E', '00200011', '00200060', '00400245', '00400275'],
  instances: [
    ...['00080005', '00080016', '00080056', '00080201', '00200013'],
    ...['00280008', '00280010', '00280011', '00280100'],
  ],
} as const;

const SEARCHABLE = new Set([
  ...['StudyInstanceUID', 'PatientName', 'PatientID', 'PatientBirthDate', 'AccessionNumber', 'ReferringPhysicianName'],
  ...['StudyDate', 'StudyDescription', 'ModalitiesInStudy', 'SeriesInstanceUID', 'Modality'],
  ...['PerformedProcedureStepStartDate', 'ManufacturerModelName', 'SOPInstanceUID'],
  ...['limit', 'offset', 'fuzzymatching', 'includefield'],
]);

/** An entry without a slash, or a type parameter with one that is not quoted. */
const UNREADABLE = /(^|,)[^/,]*(,|$)|;\s*type=[^"]/;

const onSearch = on('search');
const onRetrieve = on(['retrieve', 'frames', 'metadata']);

/** Version 2 of the Azure DICOM service, as its conformance statement and its end-to-end tests describe it. */
export const azureDicom: Dialect = {
  id: 'azure-dicom',
  title: 'Azure Health Data Services DICOM service, version 2',
  profile: 'azure-dicom',
  denied: [],
  behaviours: () => [
    refusals(),
    shorterResults(),
    changeDataSets(on('metadata'), (dataSet) => withoutBinary(dataSet)),
    changeDataSets(on('store'), (module) =>
      changeItems(module, '00081199', (item) => ({ ...item, '00741048': { vr: 'SQ' } })),
    ),
    changeAnswer(
      (request) => on('store')(request) && !/\/studies\/[^/]+$/.test(request.path),
      (answer) => {
        if (answer.content.kind !== 'json' || Array.isArray(answer.content.value)) return answer;
        const { '00081190': _, ...module } = answer.content.value as DicomJsonDataSet;
        return { ...answer, content: { ...answer.content, value: module } };
      },
    ),
    changeAnswer(
      () => true,
      (answer) => ({ ...answer, headers: answer.headers.filter(([name]) => !/location$/i.test(name)) }),
    ),
    changePartHeaders(onRetrieve, (headers) => headers.filter(([name]) => name === 'Content-Type')),
    changeContentType(onRetrieve, (type) => type.replace(/; type="[^"]*"/, '')),
    { reply: (reply) => (reply.body.length > 0 ? { ...reply, framing: 'chunked' } : reply) },
  ],
};

/** What it refuses though the standard does not. */
function refusals(): Behaviour {
  return {
    async handle(request, archive, next) {
      const accept = String(request.headers.accept ?? '');
      if (accept === '') throw new Refusal(406, 'an Accept header is required');
      if (UNREADABLE.test(accept)) throw new Refusal(406, 'the Accept header cannot be parsed');
      if (on('retrieve')(request) && !('instance' in request.route) && !/transfer-syntax="?\*/.test(accept)) {
        throw new Refusal(406, 'several instances are returned in their own transfer syntax only');
      }
      if (/dicom\+xml/.test(accept)) throw new Refusal(406, 'there is no XML');
      if (onSearch(request)) {
        const unknown = request.query.find(([name]) => !SEARCHABLE.has(keywordOf(name.toUpperCase()) ?? name));
        if (unknown) throw new Refusal(400, `${unknown[0]} is not searchable`);
        const empty = request.query.find(([, value]) => value === '');
        if (empty) throw new Refusal(400, `${empty[0]} has no value`);
        included(request);
      }
      return next(request, archive);
    },
  };
}

/** Results hold the default attributes that have a value, and no match is 204. */
function shorterResults(): Behaviour {
  return changeAnswer(onSearch, (answer, request) => {
    if (answer.status !== 200 || answer.content.kind !== 'json' || !Array.isArray(answer.content.value)) return answer;
    if (answer.content.value.length === 0) return { status: 204, headers: [], content: { kind: 'none' } };
    const wanted = new Set([...returned(request), ...included(request)]);
    const value = (answer.content.value as readonly DicomJsonDataSet[]).map((dataSet) =>
      Object.fromEntries(
        Object.entries(dataSet).filter(([tag, attribute]) => wanted.has(tag) && attribute?.Value !== undefined),
      ),
    );
    return { ...answer, content: { ...answer.content, value } };
  });
}

/** Tags that includefield names: 400 for one that is not known at the level or above. */
function included({ query, route: { level } }: Request): readonly string[] {
  const names = query.flatMap(([name, value]) => (name === 'includefield' ? value.split(',') : []));
  const known: readonly string[] = LEVELS.slice(0, LEVELS.indexOf(level) + 1).flatMap((one) => [
    ...DEFAULTS[one],
    ...INCLUDABLE[one],
  ]);
  return names.flatMap((name) => {
    if (name === 'all') return INCLUDABLE[level];
    const tag = tagOf(name) ?? name.toUpperCase();
    if (!known.includes(tag)) throw new Refusal(400, `${name} cannot be included`);
    return [tag];
  });
}

function returned({ path }: Request): readonly string[] {
  const segments = path.split('?')[0]?.split('/').filter(Boolean) ?? [];
  const level = LEVELS.find((name) => segments.at(-1) === name) ?? 'studies';
  const named = LEVELS.filter((name) => name !== level && segments.includes(name));
  const open = LEVELS.slice(0, LEVELS.indexOf(level) + 1).filter((name) => !named.includes(name));
  const uids = { studies: '0020000D', series: '0020000E', instances: '00080018' } as const;
  return [...open.flatMap((name) => DEFAULTS[name]), ...named.map((name) => uids[name])];
}

function withoutBinary(dataSet: DicomJsonDataSet): DicomJsonDataSet {
  return Object.fromEntries(Object.entries(dataSet).filter(([, attribute]) => !BINARY.has(attribute?.vr ?? '')));
}
