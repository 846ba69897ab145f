import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const deleteLeavesCounts: Fault = {
  id: 'delete-leaves-counts',
  title: 'counts deleted instances in the results of a search for their study',
  operations: ['T18', 'T19'],
  requirements: ['QIDO-024'],
  behaviour: () => {
    const most = new Map<string, number>();
    return changeDataSets(on('search'), (dataSet) => {
      const study = String(dataSet['0020000D']?.Value?.[0]);
      return withAttribute(dataSet, '00201208', (attribute) => {
        const count = Math.max(Number(attribute.Value?.[0] ?? 0), most.get(study) ?? 0);
        most.set(study, count);
        return { vr: attribute.vr, Value: [count] };
      }) as typeof dataSet;
    });
  },
};
