import { kind } from '../../kind.ts';
import type { StatusParameters } from './status.ts';

/** The media type that came, and the one that was due. */
type OfType = { readonly type: string; readonly expected: string };

/** Whether the answer can be read, and lacks what is stored. */
type Shown = { readonly readable: boolean };

/** Kinds of breaches of what a client may ask for: media types it accepts, and faulty input that a server turns down. */
export const NEGOTIATION = {
  'stored-not-shown': kind<Shown>({ harm: 'cannot-open', unread: true, follows: ['not-stored'] }),
  'missing-accept-served': kind<StatusParameters>({ harm: 'detail-differs', follows: ['accept-ignored'] }),
  'unacceptable-type-not-refused': kind<StatusParameters>({
    harm: 'type-unexpected',
    identity: ['status'],
    cause: 'accept-ignored',
  }),
  'unknown-accept-entry-refused': kind<StatusParameters>({
    harm: 'request-refused',
    cause: 'unknown-accept-entry',
    follows: ['search-fails'],
  }),
  'unknown-accept-entry-changes-type': kind<OfType>({ harm: 'type-unexpected' }),
  'accept-range-refused': kind<StatusParameters>({ harm: 'request-refused', follows: ['search-fails'] }),
  'accept-range-ignored': kind<OfType>({ harm: 'type-unexpected' }),
  'excluded-type-sent': kind<{ readonly type: string }>({
    harm: 'type-unexpected',
    follows: ['accept-ignored', 'quality-ignored'],
  }),
  'exclusion-not-understood': kind<StatusParameters>({ harm: 'request-refused' }),
  'type-in-capitals-refused': kind<StatusParameters>({ harm: 'request-refused', follows: ['search-fails'] }),
  'type-in-capitals-ignored': kind<OfType>({ harm: 'type-unexpected' }),
  'quality-not-understood': kind<StatusParameters>({ harm: 'request-refused' }),
  'quality-ignored': kind<OfType>({
    harm: 'type-unexpected',
    cause: 'quality-ignored',
    follows: ['unknown-accept-entry'],
  }),
  'accept-parameter-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'accept-parameter-ignored': kind<OfType>({ harm: 'type-unexpected' }),
  'unquoted-type-refused': kind<StatusParameters>({
    harm: 'request-refused',
    follows: ['store refused with {status}', 'store-status'],
  }),
  'unquoted-type-changes-type': kind<OfType>({ harm: 'type-unexpected' }),
  'unquoted-type-loses-store': kind<Shown>({ harm: 'only-copy-lost', follows: ['not-stored'] }),
} as const;
