import { kind } from '../../kind.ts';
import { ofNotRefused } from './faulty-input.ts';
import type { StatusParameters } from './status.ts';

type Refused = { readonly status: number; readonly expected: readonly string[] };

/** Kinds of breaches of what clients send beyond the usual: parameters, character sets, types of two kinds, another origin. */
export const HTTP_TOLERANCE = {
  /** `parameter` is what was added to a request for metadata: a query parameter or a header field, with its value. */
  'metadata-parameter-refused': kind<Refused & { readonly parameter: string }>({
    harm: 'request-refused',
  }),
  'mixed-types-not-refused': kind<StatusParameters>({ harm: ofNotRefused, identity: ['status'] }),
  'preflight-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  /** `needed` is what the field has to hold; `seen` what it holds, null where there is none. */
  'preflight-permits-too-little': kind<{
    readonly header: string;
    readonly needed: string;
    readonly seen: string | null;
  }>({ harm: 'request-refused', identity: ['header'] }),
  'origin-allowed-twice': kind<{ readonly values: readonly string[] }>({ harm: 'request-refused' }),
} as const;
