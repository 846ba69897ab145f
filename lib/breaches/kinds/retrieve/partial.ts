import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** A frame by its number, from 1, of an instance by its name for people. */
type OfFrame = { readonly frame: number; readonly name: string };

/** Answers that are a part of what was asked for, and frames in the form that they are compressed in. */
export const PARTIAL = {
  /** `syntax` is the transfer syntax that was asked for; null where none was. */
  'study-cut-silently': kind<{ readonly asked: number; readonly returned: number; readonly syntax: string | null }>({
    harm: 'images-unseen',
    says: 'absent',
    unread: true,
  }),
  'mixed-study-badly-refused': kind<StatusParameters>({ harm: 'cannot-open' }),
  'frame-order-badly-handled': kind<StatusParameters>({ harm: 'status-unclear' }),
  'frames-not-decompressed': kind<StatusParameters>({
    harm: 'image-unreadable',
  }),
  'frame-sent-compressed': kind<OfFrame>({ harm: 'image-unreadable' }),
  'compressed-frames-badly-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'frame-sent-with-item-tags': kind<OfFrame>({ harm: 'image-unreadable' }),
  'compressed-frame-changed': kind<OfFrame & { readonly type: string }>({ harm: 'image-altered', says: 'altered' }),
  /** Positions of bytes, from 0, both of them included. */
  'range-of-other-bytes': kind<{ readonly first: number; readonly last: number; readonly returned: number }>({
    harm: 'value-altered',
    says: 'altered',
  }),
  'range-not-told': kind<{ readonly value: string | null; readonly expected: string }>({
    harm: 'strict-clients-refuse',
  }),
  /** Sizes in bytes: of the answer, and of the whole. */
  'range-sent-as-whole': kind<{ readonly returned: number; readonly length: number }>({ harm: 'cannot-open' }),
  'range-badly-refused': kind<StatusParameters>({ harm: 'request-refused' }),
} as const;
