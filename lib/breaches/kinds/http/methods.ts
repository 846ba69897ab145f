import { kind } from '../../kind.ts';
import type { StatusParameters } from './status.ts';

/** Kinds of breaches of methods, conditional requests and the statuses of HTTP. */
export const HTTP_METHODS = {
  'head-with-body': kind({ harm: 'some-clients-only', spoils: 'answer' }),
  'head-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'head-names-another-type': kind<{ readonly type: string; readonly expected: string | null }>({
    harm: 'some-clients-only',
  }),
  'head-names-another-length': kind<{ readonly stated: string; readonly bytes: number }>({
    harm: 'some-clients-only',
  }),
  'etag-not-matched': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'other-etag-matched': kind<{ readonly sent: string }>({ harm: 'some-clients-only' }),
  'search-status-undefined': kind<StatusParameters>({ harm: 'some-clients-only', identity: ['status'] }),
  'store-status-undefined': kind<StatusParameters>({ harm: 'cosmetic', identity: ['status'] }),
  'partial-content-without-range': kind<{ readonly status: number }>({
    harm: 'some-clients-only',
    spoils: 'answer',
  }),
  'method-not-refused': kind<StatusParameters>({ harm: 'some-clients-only', identity: ['status'] }),
  'not-allowed-without-allow': kind<{ readonly method: string }>({ harm: 'cosmetic' }),
  'allow-lists-refused-method': kind<{ readonly method: string; readonly allow: string }>({ harm: 'cosmetic' }),
  'challenge-missing': kind<{ readonly challenges: readonly string[] }>({ harm: 'not-found-or-opened' }),
  'old-http-version': kind<{ readonly version: string }>({ harm: 'some-clients-only', identity: ['version'] }),
} as const;
