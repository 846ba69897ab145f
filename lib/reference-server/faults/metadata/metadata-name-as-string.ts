import { changeDataSets, on } from '../../changes/answers.ts';
import { namesAsStrings } from '../../changes/names-as-strings.ts';
import type { Fault } from '../fault.ts';

export const metadataNameAsString: Fault = {
  id: 'metadata-name-as-string',
  title: 'writes person names as strings',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-013'],
  behaviour: () => changeDataSets(on('metadata'), namesAsStrings),
};
