import { kind } from '../../kind.ts';
import type { StatusParameters } from './status.ts';

/** The media type that came, and the one that was due. */
type OfType = { readonly type: string; readonly expected: string };

/** Whether the answer can be read, and lacks what is stored. */
type Shown = { readonly readable: boolean };

/** Kinds of breaches of what a client may ask for: media types it accepts, and faulty input that a server turns down. */
export const NEGOTIATION = {
  'stored-not-shown': kind<Shown>({ harm: 'not-found-or-opened', unread: true, says: 'absent' }),
  'missing-accept-served': kind<StatusParameters>({ harm: 'some-clients-only', says: 'ignored' }),
  'unacceptable-type-not-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
    identity: ['status'],
    misreads: 'Accept',
  }),
  'unknown-accept-entry-refused': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    misreads: 'several types',
  }),
  'unknown-accept-entry-changes-type': kind<OfType>({ harm: 'not-found-or-opened' }),
  'accept-range-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'accept-range-ignored': kind<OfType>({ harm: 'some-clients-only', says: 'ignored' }),
  'excluded-type-sent': kind<{ readonly type: string }>({
    harm: 'some-clients-only',
    says: 'ignored',
  }),
  'exclusion-not-understood': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'type-in-capitals-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'type-in-capitals-ignored': kind<OfType>({ harm: 'some-clients-only' }),
  'quality-not-understood': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'quality-ignored': kind<OfType>({
    harm: 'some-clients-only',
    says: 'ignored',
  }),
  'accept-parameter-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'accept-parameter-ignored': kind<OfType>({ harm: 'some-clients-only' }),
  'unquoted-type-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
    says: 'ignored',
  }),
  'unquoted-type-changes-type': kind<OfType>({ harm: 'some-clients-only' }),
  'unquoted-type-loses-store': kind<Shown>({ harm: 'data-lost', says: 'lost' }),
} as const;
