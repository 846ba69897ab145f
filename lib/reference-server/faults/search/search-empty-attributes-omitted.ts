import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchEmptyAttributesOmitted: Fault = {
  id: 'search-empty-attributes-omitted',
  title: 'leaves attributes without a value out of results',
  operations: ['T12', 'T13', 'T15'],
  requirements: ['QIDO-020'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) =>
      Object.fromEntries(Object.entries(dataSet).filter(([, attribute]) => Object.keys(attribute).length > 1)),
    ),
};
