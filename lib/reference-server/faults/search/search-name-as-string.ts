import { changeDataSets, on } from '../../changes/answers.ts';
import { namesAsStrings } from '../../changes/names-as-strings.ts';
import type { Fault } from '../fault.ts';

export const searchNameAsString: Fault = {
  id: 'search-name-as-string',
  title: 'writes person names of results as strings',
  operations: ['T12', 'T13', 'T15'],
  requirements: ['JSON-013'],
  behaviour: () => changeDataSets(on('search'), namesAsStrings),
};
