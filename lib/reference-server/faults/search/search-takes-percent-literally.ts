import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

/** Percent-encoded octets that a server leaves as they are: all, or those in the less usual case. */
const LITERAL = [
  ['percent', 'percent-encoded octets', /%(?=[0-9A-Fa-f]{2})/g],
  ['lower-case-percent', 'percent-encoded octets in lower case', /%(?=[0-9]?[a-f])/g],
] as const;

export const searchTakesPercentLiterally: readonly Fault[] = LITERAL.map(([name, what, literal]) => ({
  id: `search-takes-${name}-literally`,
  title: `takes ${what} in keys for what they are written as`,
  operations: ['encoded-keys'],
  requirements: ['COMMON-006'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.rawQuery
        .split('&')
        .filter(Boolean)
        .map((pair) => {
          const [key = '', value = ''] = pair.split('=', 2);
          return [key, decodeURIComponent(value.replaceAll(literal, '%25'))] as const;
        }),
    })),
}));
