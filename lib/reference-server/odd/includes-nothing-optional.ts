import { tagOf } from '../../dicom/dictionary.ts';
import { changeRequest, on } from '../changes/answers.ts';
import { levelOf } from '../search/attributes.ts';
import type { OddServer } from './odd-server.ts';

/** Which optional attributes are supported is for the conformance statement to say (PS3.18 §10.6.5). */
export const includesNothingOptional: OddServer = {
  id: 'includes-nothing-optional',
  title: 'adds nothing to an instance beside what it has to return',
  behaviour: () =>
    changeRequest(on('search', 'instances'), (request) => ({
      ...request,
      query: request.query.filter(
        ([name, value]) => name !== 'includefield' || levelOf(tagOf(value) ?? value) !== 'instances',
      ),
    })),
};
