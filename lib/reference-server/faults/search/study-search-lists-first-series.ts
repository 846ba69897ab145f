import { changeList } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const studySearchListsFirstSeries: Fault = {
  id: 'study-search-lists-first-series',
  title: 'lists the instances of the first series for those of the study',
  operations: ['lists', 'T16'],
  requirements: ['QIDO-002'],
  behaviour: () =>
    changeList(
      ({ route }) => route.level === 'instances' && route.operation === 'search' && route.series === undefined,
      ([first, ...others]) => {
        const series = JSON.stringify(first?.['0020000E']);
        return first ? [first, ...others.filter((one) => JSON.stringify(one['0020000E']) === series)] : [];
      },
    ),
};
