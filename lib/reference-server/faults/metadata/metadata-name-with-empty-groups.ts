import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataNameWithEmptyGroups: Fault = {
  id: 'metadata-name-with-empty-groups',
  title: 'writes groups of person names that are not there as empty strings',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-014'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ vr, Value }) => vr === 'PN' && Value !== undefined,
        ({ vr, Value = [] }) => ({
          vr,
          Value: Value.map((name) => ({ Ideographic: '', Phonetic: '', ...(name as object | null) })),
        }),
      ),
    ),
};
