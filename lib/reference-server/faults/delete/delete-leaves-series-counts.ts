import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const deleteLeavesSeriesCounts: Fault = {
  id: 'delete-leaves-series-counts',
  title: 'counts deleted instances in the results of a search for their series',
  operations: ['T18'],
  requirements: ['QIDO-025'],
  behaviour: () => {
    const most = new Map<string, number>();
    return changeDataSets(on('search', 'series'), (dataSet) => {
      const series = String(dataSet['0020000E']?.Value?.[0]);
      return withAttribute(dataSet, '00201209', (attribute) => {
        const count = Math.max(Number(attribute.Value?.[0] ?? 0), most.get(series) ?? 0);
        most.set(series, count);
        return { vr: attribute.vr, Value: [count] };
      });
    });
  },
};
