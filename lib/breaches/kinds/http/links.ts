import { kind } from '../../kind.ts';

/** URLs that a server hands out. */
export const LINKS = {
  'retrieve-url-vr-ut': kind({ harm: 'cosmetic' }),
  'retrieve-url-relative': kind<{ readonly url: string }>({ harm: 'some-clients-only' }),
  'retrieve-url-unusable': kind<{ readonly value: string }>({ harm: 'not-found-or-opened' }),
  'retrieve-url-of-another-resource': kind<{ readonly url: string; readonly path: string }>({
    harm: 'wrong-patient-or-image',
    says: 'foreign',
  }),
  /** `failure` is the code of what went wrong: `unreachable` or `tls`. */
  'link-out-of-reach': kind<{ readonly url: string; readonly failure: string }>({ harm: 'not-found-or-opened' }),
} as const;
