import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchAsteriskNeedsACharacter: Fault = {
  id: 'search-asterisk-needs-a-character',
  title: 'takes an asterisk for one character or more',
  operations: ['wildcards'],
  requirements: ['QIDO-044'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.query.map(([name, value]) => [name, value.replaceAll('*', '?*')] as const),
    })),
};
