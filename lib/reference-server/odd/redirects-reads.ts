import { redirecting } from '../changes/redirect.ts';
import type { OddServer } from './odd-server.ts';

/** A resource may lie elsewhere, and the Location may be a relative reference (RFC 9110 §10.2.2, §15.4; PS3.18 Table 8.5-1). */
export const redirectsReads: OddServer = {
  id: 'redirects-reads',
  title: 'redirects every GET with 302 to another URL of the server, which it names by its path',
  behaviour: () =>
    redirecting(
      ({ method }) => method === 'GET',
      302,
      (path) => path,
    ),
};
