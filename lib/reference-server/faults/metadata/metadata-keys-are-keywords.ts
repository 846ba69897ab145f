import { keywordOf } from '../../../dicom/dictionary.ts';
import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataKeysAreKeywords: Fault = {
  id: 'metadata-keys-are-keywords',
  title: 'writes keywords in the place of tags',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-003'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      Object.fromEntries(Object.entries(dataSet).map(([tag, attribute]) => [keywordOf(tag) ?? tag, attribute])),
    ),
};
