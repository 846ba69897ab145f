import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** What a server makes of stores that cannot be read as they are. */
export const STORE_MALFORMED = {
  'cut-store-acknowledged': kind<StatusParameters>({ harm: 'only-copy-lost', says: 'lost' }),
  /** `status` is that of the store; the exchange is one that shows the instance. */
  'refused-store-kept': kind<{ readonly status: number; readonly name: string }>({
    harm: 'sender-repeats',
    says: 'kept',
  }),
} as const;
