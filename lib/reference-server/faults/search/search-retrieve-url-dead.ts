import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchRetrieveUrlDead: Fault = {
  id: 'search-retrieve-url-dead',
  title: 'hands out a RetrieveURL that leads nowhere',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['QIDO-021'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) =>
      withAttribute(dataSet, '00081190', ({ vr, Value = [] }) => ({
        vr,
        Value: Value.map((url) => String(url).replace('/studies/', '/archive/')),
      })),
    ),
};
