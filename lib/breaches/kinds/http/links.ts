import { kind } from '../../kind.ts';

/** URLs that a server hands out. */
export const LINKS = {
  'retrieve-url-vr-ut': kind({ harm: 'detail-differs' }),
  'retrieve-url-relative': kind<{ readonly url: string }>({ harm: 'link-needs-context' }),
  'retrieve-url-unusable': kind<{ readonly value: string }>({ harm: 'link-broken' }),
  'retrieve-url-of-another-resource': kind<{ readonly url: string; readonly path: string }>({
    harm: 'other-image-opened',
    says: 'foreign',
  }),
  /** It names the right resource and leaves out a level of its path, such as `series`. */
  'retrieve-url-incomplete': kind<{ readonly url: string; readonly path: string; readonly lacks: string }>({
    harm: 'link-broken',
  }),
  /** `link` names what has the URL, such as BulkDataURI; `failure` is the code of what went wrong: `unreachable` or `tls`. */
  'link-out-of-reach': kind<{ readonly url: string; readonly failure: string; readonly link: string }>({
    harm: 'link-broken',
  }),
} as const;
