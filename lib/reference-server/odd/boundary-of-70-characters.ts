import type { OddServer } from './odd-server.ts';
import { withBoundary } from './with-boundary.ts';

/** A boundary has up to 70 characters (RFC 2046 §5.1.1). */
export const boundaryOf70Characters: OddServer = {
  id: 'boundary-of-70-characters',
  title: 'delimits parts with the longest boundary that is allowed',
  behaviour: () => withBoundary('b'.repeat(70)),
};
