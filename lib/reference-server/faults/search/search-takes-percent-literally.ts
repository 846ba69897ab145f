import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchTakesPercentLiterally: Fault = {
  id: 'search-takes-percent-literally',
  title: 'takes percent-encoded octets in keys for what they are written as',
  operations: ['encoded-keys'],
  requirements: ['COMMON-006'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.rawQuery
        .split('&')
        .filter(Boolean)
        .map((pair) => {
          const [name = '', value = ''] = pair.split('=', 2);
          return [name, value];
        }),
    })),
};
