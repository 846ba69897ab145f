import { redirecting } from '../changes/redirect.ts';
import type { OddServer } from './odd-server.ts';

/** 308 keeps the method and the content (RFC 9110 §15.4.9). */
export const redirectsEverything: OddServer = {
  id: 'redirects-everything',
  title: 'redirects every request with 308, stores and deletes too',
  behaviour: () =>
    redirecting(
      () => true,
      308,
      (path, { base }) => new URL(path, base).href,
    ),
};
