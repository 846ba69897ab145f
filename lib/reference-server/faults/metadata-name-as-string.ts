import { changeDataSets, on } from './changes.ts';
import type { Fault } from './fault.ts';
import { namesAsStrings } from './names-as-strings.ts';

export const metadataNameAsString: Fault = {
  id: 'metadata-name-as-string',
  title: 'writes person names as strings',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-013'],
  behaviour: () => changeDataSets(on('metadata'), namesAsStrings),
};
