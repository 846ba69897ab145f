import type { Consequence } from '../../consequences.ts';
import { kind } from '../../kind.ts';
import type { StatusParameters } from './status.ts';

/** What a wrong status does that answers a wrong request. */
export function ofNotRefused({ status }: Pick<StatusParameters, 'status'>): Consequence {
  return status >= 200 && status < 300 ? 'mistake-hidden' : 'mistake-unclear';
}

function ofStoreNotRefused({ status }: StatusParameters): Consequence {
  return status >= 200 && status < 300 ? 'sender-misled' : 'mistake-unclear';
}

/** Requests that are wrong, and what a server makes of them instead of refusing them. */
export const FAULTY_INPUT = {
  'bad-parameter-not-refused': kind<StatusParameters>({
    harm: ofNotRefused,
    identity: ['status'],
  }),
  'bad-key-not-refused': kind<StatusParameters>({ harm: ofNotRefused, identity: ['status'] }),
  'bad-uid-not-refused': kind<StatusParameters>({ harm: ofNotRefused, identity: ['status'] }),
  'unreadable-store-not-refused': kind<StatusParameters>({
    harm: ofStoreNotRefused,
    identity: ['status'],
  }),
  'unsupported-store-not-refused': kind<StatusParameters>({
    harm: ofStoreNotRefused,
    identity: ['status'],
  }),
  'faulty-input-server-error': kind<{ readonly status: number }>({ harm: 'mistake-unclear', identity: ['status'] }),
} as const;
