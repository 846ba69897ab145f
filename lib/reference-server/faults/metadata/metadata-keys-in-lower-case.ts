import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataKeysInLowerCase: Fault = {
  id: 'metadata-keys-in-lower-case',
  title: 'writes tags with small letters',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-003'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      Object.fromEntries(Object.entries(dataSet).map(([tag, attribute]) => [tag.toLowerCase(), attribute])),
    ),
};
