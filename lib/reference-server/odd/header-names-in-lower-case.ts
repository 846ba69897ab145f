import type { OddServer } from './odd-server.ts';
import { spellingNames } from './spelling-names.ts';

/** Field names compare without case (RFC 9110 §5.1). */
export const headerNamesInLowerCase: OddServer = {
  id: 'header-names-in-lower-case',
  title: 'writes header field names in small letters',
  behaviour: () => spellingNames((name) => name.toLowerCase()),
};
