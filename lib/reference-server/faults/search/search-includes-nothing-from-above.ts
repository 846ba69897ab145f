import { tagOf } from '../../../dicom/dictionary.ts';
import { changeRequest, on } from '../../changes/answers.ts';
import { levelOf } from '../../search/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchIncludesNothingFromAbove: Fault = {
  id: 'search-includes-nothing-from-above',
  title: 'leaves out attributes of the levels above that includefield names',
  operations: ['include-levels'],
  requirements: ['QIDO-034'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.query.filter(
        ([name, value]) =>
          name !== 'includefield' || value === 'all' || levelOf(tagOf(value) ?? value) === request.route.level,
      ),
    })),
};
