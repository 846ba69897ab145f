import type { OddServer } from './odd-server.ts';
import { withBoundary } from './with-boundary.ts';

/** Spaces and specials are boundary characters (RFC 2046 §5.1.1); outside token they are quoted (RFC 9110 §5.6.6). */
export const boundaryQuotedWithSpecials: OddServer = {
  id: 'boundary-quoted-with-specials',
  title: 'delimits parts with a boundary that has to be quoted',
  behaviour: () => withBoundary("answer's parts (1/3): a,b=c?"),
};
