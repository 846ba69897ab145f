import type { OddServer } from './odd-server.ts';
import { spellingNames } from './spelling-names.ts';

/** Field names compare without case (RFC 9110 §5.1), those of parts too (RFC 2045 §2). */
export const headerNamesInCapitals: OddServer = {
  id: 'header-names-in-capitals',
  title: 'writes header field names in capital letters',
  behaviour: () => spellingNames((name) => name.toUpperCase()),
};
