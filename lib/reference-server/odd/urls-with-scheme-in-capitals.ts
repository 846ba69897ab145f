import type { OddServer } from './odd-server.ts';
import { respellingUrls } from './respelling-urls.ts';

/** Scheme and host compare without case (RFC 3986 §6.2.2.1). */
export const urlsWithSchemeInCapitals: OddServer = {
  id: 'urls-with-scheme-in-capitals',
  title: 'hands out URLs that begin with HTTP in capital letters',
  behaviour: () => respellingUrls((url) => url.replace(/^http:/, 'HTTP:')),
};
