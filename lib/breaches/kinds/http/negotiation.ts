import { kind } from '../../kind.ts';
import type { StatusParameters } from './status.ts';

/** The media type that came, and the one that was due. */
type OfType = { readonly type: string; readonly expected: string };

/** Whether the answer can be read, and lacks what is stored. */
type Shown = { readonly readable: boolean };

/** Kinds of breaches of what a client may ask for: media types it accepts, and faulty input that a server turns down. */
export const NEGOTIATION = {
  /** Without its `quotes` or `blanks`, as `form` says, the same Accept is served. */
  'accept-form-refused': kind<{ readonly form: string; readonly accept: string; readonly status: number }>({
    harm: 'cannot-open',
    identity: ['form'],
  }),
  /** The status of a request with the longest URL that was answered otherwise: `longest` counts its characters. */
  'long-url-refused': kind<{ readonly length: number; readonly longest: number; readonly status: number }>({
    harm: 'cannot-open',
  }),
  'stored-not-shown': kind<Shown>({ harm: 'cannot-open', says: 'absent', unread: true }),
  'missing-accept-served': kind<StatusParameters>({ harm: 'detail-differs', says: 'ignored' }),
  'unacceptable-type-not-refused': kind<StatusParameters>({
    harm: 'type-unexpected',
    identity: ['status'],
    misreads: 'Accept',
  }),
  'unknown-accept-entry-refused': kind<StatusParameters>({
    harm: 'request-refused',
    misreads: 'several types',
  }),
  'unknown-accept-entry-changes-type': kind<OfType>({ harm: 'type-unexpected' }),
  'accept-range-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'accept-range-ignored': kind<OfType>({ harm: 'type-unexpected', says: 'ignored' }),
  'excluded-type-sent': kind<{ readonly type: string }>({
    harm: 'type-unexpected',
    says: 'ignored',
  }),
  'exclusion-not-understood': kind<StatusParameters>({ harm: 'request-refused' }),
  'type-in-capitals-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'type-in-capitals-ignored': kind<OfType>({ harm: 'type-unexpected' }),
  'quality-not-understood': kind<StatusParameters>({ harm: 'request-refused' }),
  'quality-ignored': kind<OfType>({
    harm: 'type-unexpected',
    says: 'ignored',
  }),
  'accept-parameter-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'accept-parameter-ignored': kind<OfType>({ harm: 'type-unexpected' }),
  'unquoted-type-refused': kind<StatusParameters>({
    harm: 'request-refused',
    says: 'ignored',
  }),
  'unquoted-type-changes-type': kind<OfType>({ harm: 'type-unexpected' }),
  'unquoted-type-loses-store': kind<Shown>({ harm: 'only-copy-lost', says: 'lost' }),
} as const;
