import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchKeysInLowerCase: Fault = {
  id: 'search-keys-in-lower-case',
  title: 'writes tags of results with small letters',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['JSON-003'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) =>
      Object.fromEntries(Object.entries(dataSet).map(([tag, attribute]) => [tag.toLowerCase(), attribute])),
    ),
};
