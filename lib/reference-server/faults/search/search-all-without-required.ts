import { changeDataSets, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchAllWithoutRequired: Fault = {
  id: 'search-all-without-required',
  title: 'returns with includefield=all the optional attributes in the place of required ones',
  operations: ['include-field'],
  requirements: ['QIDO-032'],
  behaviour: () =>
    changeDataSets(
      (request) => on('search')(request) && request.query.some(([, value]) => value === 'all'),
      (dataSet) => withoutAttribute(withoutAttribute(dataSet, '00100020'), '00200013'),
    ),
};
