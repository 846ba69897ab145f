import { changeDataSets, on } from '../changes/answers.ts';
import { withEach } from '../changes/attributes.ts';
import type { OddServer } from './odd-server.ts';

/** Number or string, as the server likes (PS3.18 Table F.2.3-1, since 2020). */
export const numberStringsAsStrings: OddServer = {
  id: 'number-strings-as-strings',
  title: 'writes IS and DS values as JSON strings',
  behaviour: () =>
    changeDataSets(on(['metadata', 'search']), (dataSet) =>
      withEach(
        dataSet,
        ({ vr, Value }) => (vr === 'IS' || vr === 'DS') && Value !== undefined,
        ({ vr, Value = [] }) => ({ vr, Value: Value.map((value) => (value === null ? null : String(value))) }),
      ),
    ),
};
