import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchRetrieveUrlOfStudy: Fault = {
  id: 'search-retrieve-url-of-study',
  title: 'hands out the RetrieveURL of the study for a series or an instance',
  operations: ['T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['QIDO-021'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) =>
      withAttribute(dataSet, '00081190', ({ vr, Value = [] }) => ({
        vr,
        Value: Value.map((url) => String(url).replace(/\/series\/.*/, '')),
      })),
    ),
};
