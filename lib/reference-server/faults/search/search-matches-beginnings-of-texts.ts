import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchMatchesBeginningsOfTexts: Fault = {
  id: 'search-matches-beginnings-of-texts',
  title: 'finds every PatientID that begins with the one that is searched for',
  operations: ['exact-values'],
  requirements: ['QIDO-040'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.query.map(([name, value]) => [name, name === 'PatientID' && value ? `${value}*` : value] as const),
    })),
};
