import { ofOtherBytes } from '../../element-consequence.ts';
import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** A media type as the server wrote it; null where it wrote none. */
type OfType = { readonly type: string | null };

/** An element that metadata refers to: its tag, its path below sequences, and the name of the instance for people. */
type OfElement = { readonly tag: string; readonly path: string; readonly name: string };

/** What comes back under a BulkDataURI. */
export const BULK_DATA = {
  'bulkdata-not-retrieved': kind<StatusParameters>({
    harm: 'cannot-open',
    says: 'absent',
  }),
  'bulkdata-octets-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'bulkdata-media-type': kind<OfType>({ harm: 'type-unexpected', spoils: 'answer' }),
  'bulkdata-part-media-type': kind<OfType>({ harm: 'type-unexpected' }),
  /** The answer has the fragments of encapsulated Pixel Data, each as a part. */
  'bulkdata-in-fragments': kind<{ readonly name: string; readonly parts: number }>({
    harm: 'value-unread',
    unread: true,
  }),
  'bulkdata-parts': kind<OfElement & { readonly parts: number }>({ harm: 'value-unread', unread: true }),
  /** Lengths in bytes; `how` as `BytePattern` has it, `same` counts the bytes at the beginning that are alike. */
  'bulkdata-bytes-changed': kind<
    OfElement & { readonly stored: number; readonly returned: number; readonly how: string; readonly same: number }
  >({
    harm: ofOtherBytes,
    unread: true,
  }),
} as const;
