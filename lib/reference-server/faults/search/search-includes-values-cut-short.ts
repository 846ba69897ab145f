import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

const LONGEST = 3;

export const searchIncludesValuesCutShort: Fault = {
  id: 'search-includes-values-cut-short',
  title: 'cuts texts short where includefield asks for more than is returned by default',
  operations: ['include-field', 'include-levels'],
  requirements: ['QIDO-031', 'QIDO-034'],
  behaviour: () =>
    changeDataSets(
      (request) => on('search')(request) && request.query.some(([name]) => name === 'includefield'),
      (dataSet) =>
        withEach(
          dataSet,
          ({ vr, Value }) => Value !== undefined && ['CS', 'DA', 'PN'].includes(vr),
          ({ vr, Value = [] }) => ({
            vr,
            Value: Value.map((value) => (typeof value === 'string' ? value.slice(0, LONGEST) : { Alphabetic: 'A' })),
          }),
        ),
    ),
};
