import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import type { QueryParameters } from '../../lib/dicomweb/operations.ts';
import { parentKey } from '../../lib/judges/search/key-blame.ts';
import { keysSelect } from '../../lib/judges/search/values.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { NO_MODALITY, storedValue } from '../steps/stored-values.ts';
import { type Keys, matches, type Pair, type Place } from './matches.ts';
import { instancePlaces, parentPlaces, seriesPlaces } from './places.ts';

interface Key {
  readonly keyword: string;
  readonly tag: string;
  /** A legal value that nothing has. */
  readonly foreign: string;
}

const NO_TEXT = 'NO-SUCH-VALUE';
const NO_NUMBER = '987654321';

/** Keys that every server has to match on, beside the UIDs of the levels (PS3.18 Table 10.6.1-5). */
const STUDY_KEYS: readonly Key[] = [
  { keyword: 'StudyDate', tag: '00080020', foreign: '18000101' },
  { keyword: 'StudyTime', tag: '00080030', foreign: '010203.456789' },
  { keyword: 'AccessionNumber', tag: '00080050', foreign: NO_TEXT },
  { keyword: 'ReferringPhysicianName', tag: '00080090', foreign: 'No^Such^Name' },
  { keyword: 'PatientName', tag: '00100010', foreign: 'No^Such^Name' },
  { keyword: 'PatientID', tag: '00100020', foreign: NO_TEXT },
  { keyword: 'StudyID', tag: '00200010', foreign: NO_TEXT },
];
/** No attribute of an instance: the modalities of its series are collected in it. */
const MODALITIES: Key = { keyword: 'ModalitiesInStudy', tag: '00080060', foreign: NO_MODALITY };
const SERIES_KEYS: readonly Key[] = [
  { keyword: 'Modality', tag: '00080060', foreign: NO_MODALITY },
  { keyword: 'SeriesNumber', tag: '00200011', foreign: NO_NUMBER },
  { keyword: 'PerformedProcedureStepStartDate', tag: '00400244', foreign: '18000101' },
  { keyword: 'PerformedProcedureStepStartTime', tag: '00400245', foreign: '010203.456789' },
];
const INSTANCE_KEYS: readonly Key[] = [
  {
    keyword: 'SOPClassUID',
    tag: '00080016',
    get foreign() {
      return newUid();
    },
  },
  { keyword: 'InstanceNumber', tag: '00200013', foreign: NO_NUMBER },
];

/** Text without what a server may take for a wildcard, a list or another character set. */
const PLAIN = /^[\x20-\x7e]+$/;
const SPECIAL = /[*?\\,]/;

/**
 * Each key with the value of the first instance, beside what narrows the search to the study. All instances of an entity
 * have to say the same, or it is open which of them a server goes by.
 */
function keysOf(
  keys: readonly Key[],
  stored: readonly StoredInstance[],
  level: 'study' | 'series' | 'instance',
  narrowing: QueryParameters = [],
): Keys[] {
  const [first] = stored;
  if (!first) return [];
  const distinct = (of: (instance: StoredInstance) => string) => new Set(stored.map(of)).size;
  return keys.flatMap(({ keyword, tag, foreign }) => {
    const value = storedValue(first, tag);
    const agree = distinct((one) => one[level]) === distinct((one) => `${one[level]} ${storedValue(one, tag)}`);
    if (!agree || !PLAIN.test(value) || SPECIAL.test(value)) return [];
    return [
      {
        key: encodeURIComponent(value) === value ? keyword : `${keyword}, percent-encoded`,
        found: [...narrowing, [keyword, value] as const],
        notFound: [...narrowing, [keyword, foreign] as const],
        selects: (instance: StoredInstance) => storedValue(instance, tag) === value,
      },
    ];
  });
}

/** The UID of a level as a key. */
function uidKey(keyword: string, uid: string, selects: Keys['selects']): Keys {
  return { key: keyword, found: [[keyword, uid]], notFound: [[keyword, newUid()]], selects };
}

/** Keys of the levels above by which every relational resource is searched: each asks for a whole join. */
const EVERYWHERE = ['StudyInstanceUID', 'PatientID', 'SeriesInstanceUID', 'Modality'];

/**
 * Keys of the levels above, of which the first is a UID. Each selects at its own level as well, and so does what narrows
 * the others to the study, or nothing can be told of it here.
 */
function asParents([uid, ...others]: readonly [Keys, ...Keys[]], own: Place, narrowing: Pair): Keys[] {
  const at = (pair: Keys, ...more: readonly Pair[]): Keys => ({
    ...pair,
    blame: parentKey,
    plain: [{ ...pair, place: own }, ...more],
    ...(EVERYWHERE.includes(pair.found.at(-1)?.[0] ?? '') ? { everywhere: true as const } : {}),
  });
  return [at(uid), ...others.map((pair) => at(pair, narrowing))];
}

export const KEYS: readonly Scenario[] = [
  matches({
    id: 'study-keys',
    title: 'finds a study by each key of the study level',
    requirement: 'QIDO-010',
    // Every key but the UID is asked beside it, which narrows the search to the study.
    alsoCovers: ['QIDO-049'],
    places: () => [{ resource: { level: 'studies' }, narrowing: [] }],
    keys(stored, { dataset: { study } }) {
      const ofStudy = [['StudyInstanceUID', study]] as const;
      return [
        uidKey('StudyInstanceUID', study, () => true),
        ...keysOf(STUDY_KEYS, stored, 'study', ofStudy),
        ...keysOf([MODALITIES], stored, 'series', ofStudy),
      ];
    },
    judge: keysSelect,
    all: [...STUDY_KEYS, MODALITIES].map(({ keyword }) => keyword),
  }),
  matches({
    id: 'series-keys',
    title: 'finds series of a study by each key of the series level',
    requirement: 'QIDO-011',
    places: seriesPlaces,
    keys: (stored) => [...uidKeyOf('series', stored), ...keysOf(SERIES_KEYS, stored, 'series')],
    judge: keysSelect,
    all: SERIES_KEYS.map(({ keyword }) => keyword),
  }),
  matches({
    id: 'instance-keys',
    title: 'finds instances of a series by each key of the instance level',
    requirement: 'QIDO-013',
    places: instancePlaces,
    keys(stored, { dataset: { roles } }) {
      const ofSeries = stored.filter(({ series }) => series === roles.targetSeries.uid);
      return [...uidKeyOf('instance', ofSeries), ...keysOf(INSTANCE_KEYS, ofSeries, 'instance')].map((keys) => ({
        ...keys,
        selects: (instance) => instance.series === roles.targetSeries.uid && keys.selects(instance),
      }));
    },
    judge: keysSelect,
    all: INSTANCE_KEYS.map(({ keyword }) => keyword),
  }),
  matches({
    id: 'parent-keys',
    title: 'finds series and instances by keys of the levels above',
    requirement: 'QIDO-014',
    features: ['search', 'relationalSearch'],
    places: parentPlaces,
    keys(stored, context, { resource }) {
      const { study, roles } = context.dataset;
      const ofStudy = [['StudyInstanceUID', study]] as const;
      const series = roles.targetSeries.uid;
      const ownStudies = { resource: { level: 'studies' }, narrowing: [] } as const;
      const ownSeries = { resource: { level: 'series', study }, narrowing: [] } as const;
      const byStudy = uidKey('StudyInstanceUID', study, () => true);
      const studyKeys: [Keys, ...Keys[]] = [byStudy, ...keysOf(STUDY_KEYS, stored, 'study', ofStudy)];
      const seriesKeys: [Keys, ...Keys[]] = [
        uidKey('SeriesInstanceUID', series, (instance) => instance.series === series),
        ...keysOf(SERIES_KEYS, stored, 'series', ofStudy),
      ];
      return [
        ...('study' in resource ? [] : asParents(studyKeys, ownStudies, byStudy)),
        ...(resource.level === 'series' ? [] : asParents(seriesKeys, ownSeries, byStudy)),
      ];
    },
  }),
];

const UID_KEYS = { series: 'SeriesInstanceUID', instance: 'SOPInstanceUID' } as const;

/** The UID of the first entity of a level. */
function uidKeyOf(level: keyof typeof UID_KEYS, [first]: readonly StoredInstance[]): Keys[] {
  return first ? [uidKey(UID_KEYS[level], first[level], (one) => one[level] === first[level])] : [];
}
