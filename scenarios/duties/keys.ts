import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import type { QueryParameters } from '../../lib/dicomweb/operations.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { NO_MODALITY, seriesOfStudy, storedValue } from '../steps/stored-values.ts';
import { type Keys, matches } from './matches.ts';

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
  { keyword: 'SOPClassUID', tag: '00080016', foreign: newUid() },
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

export const KEYS: readonly Scenario[] = [
  matches({
    id: 'study-keys',
    title: 'finds a study by each key of the study level',
    requirement: 'QIDO-010',
    resource: () => ({ level: 'studies' }),
    keys(stored, { dataset: { study } }) {
      const ofStudy = [['StudyInstanceUID', study]] as const;
      return [...keysOf(STUDY_KEYS, stored, 'study', ofStudy), ...keysOf([MODALITIES], stored, 'series', ofStudy)];
    },
  }),
  matches({
    id: 'series-keys',
    title: 'finds series of a study by each key of the series level',
    requirement: 'QIDO-011',
    resource: seriesOfStudy,
    keys: (stored) => keysOf(SERIES_KEYS, stored, 'series'),
  }),
  matches({
    id: 'instance-keys',
    title: 'finds instances of a series by each key of the instance level',
    requirement: 'QIDO-013',
    resource: ({ dataset: { study, roles } }) => ({ level: 'instances', study, series: roles.targetSeries.uid }),
    keys(stored, { dataset: { roles } }) {
      const ofSeries = stored.filter(({ series }) => series === roles.targetSeries.uid);
      return keysOf(INSTANCE_KEYS, ofSeries, 'instance').map((keys) => ({
        ...keys,
        selects: (instance) => ofSeries.includes(instance) && keys.selects(instance),
      }));
    },
  }),
  matches({
    id: 'parent-keys',
    title: 'finds series and instances by keys of the levels above',
    requirement: 'QIDO-014',
    features: ['search', 'relationalSearch'],
    resource: () => ({ level: 'instances' }),
    keys(stored, { dataset: { study, roles } }) {
      const ofStudy = ['StudyInstanceUID', study] as const;
      const ofSeries = ['SeriesInstanceUID', roles.targetSeries.uid] as const;
      const inSeries = ({ series }: StoredInstance) => series === roles.targetSeries.uid;
      return [
        { key: 'StudyInstanceUID', found: [ofStudy], notFound: [['StudyInstanceUID', newUid()]], selects: () => true },
        { key: 'SeriesInstanceUID', found: [ofSeries], notFound: [['SeriesInstanceUID', newUid()]], selects: inSeries },
        ...keysOf(STUDY_KEYS, stored, 'study', [ofStudy]),
        ...keysOf(SERIES_KEYS, stored, 'series', [ofStudy]),
      ];
    },
  }),
];
