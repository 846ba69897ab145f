import { changeList, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

const STUDY = [
  '00080020',
  '00080030',
  '00080050',
  '00080061',
  '00080090',
  '00100010',
  '00100020',
  '00100030',
  '00100040',
];
const PARENTS = {
  studies: new Set<string>(),
  series: new Set([...STUDY, '00200010']),
  instances: new Set([...STUDY, '00200010', '00080060', '00200011']),
};

export const searchLacksParentAttributes: Fault = {
  id: 'search-lacks-parent-attributes',
  title: 'returns only the attributes of the searched level from relational searches',
  operations: ['T13', 'T15', 'T16'],
  requirements: ['QIDO-029'],
  behaviour: () =>
    changeList(on('search'), (list, { route }) =>
      list.map((dataSet) =>
        Object.fromEntries(Object.entries(dataSet).filter(([tag]) => !PARENTS[route.level].has(tag))),
      ),
    ),
};
