import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

const isDelete = on('delete');
const isSearch = on('search', 'instances');

export const deleteRenumbersWhatStays: Fault = {
  id: 'delete-renumbers-what-stays',
  title: 'gives the other instances of a series new numbers in search results when one is deleted',
  operations: ['T18', 'T19'],
  requirements: ['QIDO-027'],
  behaviour: () => {
    let isRenumbered = false;
    return changeDataSets(
      (request) => {
        isRenumbered ||= isDelete(request);
        return isRenumbered && isSearch(request);
      },
      (dataSet) => withAttribute(dataSet, '00200013', ({ vr }) => ({ vr, Value: [77] })),
    );
  },
};
