import { tagOf } from '../../../dicom/dictionary.ts';
import { changeRequest } from '../../changes/answers.ts';
import { MATCHING_KEYS } from '../../search/attributes.ts';
import type { Fault } from '../fault.ts';

const PARENT_KEYS = new Set([...MATCHING_KEYS.studies, ...MATCHING_KEYS.series]);

export const relationalSearchIgnoresParentKeys: Fault = {
  id: 'relational-search-ignores-parent-keys',
  title: 'searches all instances by the keys of the instance level alone',
  operations: ['parent-keys'],
  requirements: ['QIDO-014'],
  behaviour: () =>
    changeRequest(
      ({ route }) => route.operation === 'search' && route.level === 'instances' && route.study === undefined,
      (request) => ({ ...request, query: request.query.filter(([name]) => !PARENT_KEYS.has(tagOf(name) ?? '')) }),
    ),
};
