import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchNumberAsString: Fault = {
  id: 'search-number-as-string',
  title: 'writes Rows and Columns of results as strings',
  operations: ['T15', 'T16', 'T17'],
  requirements: ['JSON-010'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) =>
      withEach(
        dataSet,
        ({ vr }) => vr === 'US',
        ({ vr, Value = [] }) => ({ vr, Value: Value.map(String) }),
      ),
    ),
};
