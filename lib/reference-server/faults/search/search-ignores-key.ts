import { dropParameters } from '../../changes/drop-parameters.ts';
import type { Duty, Fault } from '../fault.ts';

/** Keys that are no UIDs: name in the fault's id, keyword, where it is seen, which requirement asks for it. */
const KEYS = [
  ['study-time', 'StudyTime', ['study-keys', 'parent-keys', 'time-range'], 'QIDO-010'],
  ['modalities-in-study', 'ModalitiesInStudy', ['study-keys'], 'QIDO-010'],
  ['referring-physician-name', 'ReferringPhysicianName', ['study-keys', 'parent-keys'], 'QIDO-010'],
  ['patient-name', 'PatientName', ['study-keys', 'parent-keys'], 'QIDO-010'],
  ['patient-id', 'PatientID', ['study-keys', 'parent-keys'], 'QIDO-010'],
  ['study-id', 'StudyID', ['study-keys', 'parent-keys'], 'QIDO-010'],
  ['series-number', 'SeriesNumber', ['series-keys', 'parent-keys'], 'QIDO-011'],
  ['sop-class-uid', 'SOPClassUID', ['instance-keys'], 'QIDO-013'],
  ['instance-number', 'InstanceNumber', ['instance-keys'], 'QIDO-013'],
] as const satisfies readonly (readonly [string, string, readonly Duty[], string])[];

/** One fault for each key of Table 10.6.1-5 that a search takes no notice of. */
export const searchIgnoresKey: readonly Fault[] = KEYS.map(([name, keyword, operations, requirement]) => ({
  id: `search-ignores-${name}`,
  title: `takes no notice of ${keyword} as a key`,
  operations,
  requirements: [requirement],
  behaviour: () => dropParameters([keyword]),
}));
