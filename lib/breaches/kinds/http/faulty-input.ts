import { kind } from '../../kind.ts';
import type { StatusParameters } from './status.ts';

/** Requests that are wrong, and what a server makes of them instead of refusing them. */
export const FAULTY_INPUT = {
  'bad-parameter-not-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
    identity: ['status'],
  }),
  'bad-key-not-refused': kind<StatusParameters>({ harm: 'not-found-or-opened', identity: ['status'] }),
  'bad-uid-not-refused': kind<StatusParameters>({ harm: 'some-clients-only', identity: ['status'] }),
  'unreadable-store-not-refused': kind<StatusParameters>({
    harm: ({ status }) => (status >= 200 && status < 300 ? 'data-lost' : 'some-clients-only'),
    identity: ['status'],
  }),
  'unsupported-store-not-refused': kind<StatusParameters>({
    harm: ({ status }) => (status >= 200 && status < 300 ? 'data-lost' : 'some-clients-only'),
    identity: ['status'],
  }),
  'faulty-input-server-error': kind<{ readonly status: number }>({ harm: 'some-clients-only', identity: ['status'] }),
} as const;
