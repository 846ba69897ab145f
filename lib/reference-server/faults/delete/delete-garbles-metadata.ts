import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

const isDelete = on('delete');
const isMetadata = on('metadata');

export const deleteGarblesMetadata: Fault = {
  id: 'delete-garbles-metadata',
  title: 'describes what stays of a study with the names of nobody',
  operations: ['T18', 'T19'],
  requirements: ['WADO-RS-033'],
  behaviour: () => {
    let isGarbled = false;
    return changeDataSets(
      (request) => {
        isGarbled ||= isDelete(request);
        return isGarbled && isMetadata(request);
      },
      (dataSet) => withAttribute(dataSet, '00100010', ({ vr }) => ({ vr, Value: [{ Alphabetic: 'Nobody' }] })),
    );
  },
};
