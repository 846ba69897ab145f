import { kind } from '../../kind.ts';
import { ofNotRefused } from './faulty-input.ts';
import type { StatusParameters } from './status.ts';

/** Kinds of breaches of methods, conditional requests and the statuses of HTTP. */
export const HTTP_METHODS = {
  'head-with-body': kind({ harm: 'connection-confused', spoils: 'answer' }),
  'head-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'head-names-another-type': kind<{ readonly type: string; readonly expected: string | null }>({
    harm: 'label-misleads',
  }),
  'head-names-another-length': kind<{ readonly stated: string; readonly bytes: number }>({
    harm: 'label-misleads',
  }),
  'etag-not-matched': kind<StatusParameters>({ harm: 'kept-answer-useless' }),
  'other-etag-matched': kind<{ readonly sent: string }>({ harm: 'kept-answer-useless' }),
  /** The types of both answers, the earlier one first. */
  'etag-of-two-types': kind<{ readonly etag: string; readonly types: readonly string[] }>({
    harm: 'kept-answer-useless',
  }),
  'etag-outlives-change': kind<{ readonly etag: string }>({ harm: 'kept-answer-useless' }),
  'search-status-undefined': kind<StatusParameters>({ harm: 'status-unclear', identity: ['status'] }),
  'store-status-undefined': kind<StatusParameters>({ harm: 'status-unclear', identity: ['status'] }),
  'partial-content-without-range': kind<{ readonly status: number }>({ harm: 'label-misleads' }),
  'method-not-refused': kind<StatusParameters>({ harm: ofNotRefused, identity: ['status'] }),
  'not-allowed-without-allow': kind<{ readonly method: string }>({ harm: 'detail-missing' }),
  'allow-lists-refused-method': kind<{ readonly method: string; readonly allow: string }>({ harm: 'detail-differs' }),
  'challenge-missing': kind<{ readonly challenges: readonly string[] }>({ harm: 'login-unclear' }),
  'old-http-version': kind<{ readonly version: string }>({ harm: 'too-much', identity: ['version'] }),
} as const;
