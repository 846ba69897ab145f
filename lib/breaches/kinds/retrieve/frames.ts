import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** A media type as the server wrote it; null where it wrote none. */
type OfType = { readonly type: string | null };

/** A frame of an instance by number, from 1, with lengths in bytes. */
type OfFrame = { readonly frame: number; readonly name: string; readonly stored: number; readonly returned: number };

/** What comes back as frames. */
export const FRAMES = {
  'frames-not-retrieved': kind<StatusParameters>({
    harm: 'cannot-open',
    identity: ['status'],
    says: 'absent',
  }),
  'frames-media-type': kind<OfType>({ harm: 'type-unexpected', spoils: 'answer' }),
  'frame-part-media-type': kind<OfType>({ harm: 'image-unreadable' }),
  /** All frames of the list in one part; `asked` counts them. */
  'frames-in-one-part': kind<{ readonly asked: number }>({ harm: 'image-unreadable', spoils: 'answer' }),
  'frames-missing': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'images-unseen',
    says: 'absent',
    unread: true,
  }),
  'frames-too-many': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'label-misleads',
    says: 'foreign',
    unread: true,
  }),
  'frames-counted-otherwise': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'other-image-opened',
    says: 'foreign',
    misreads: 'frame number',
  }),
  'frames-in-another-order': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'other-image-opened',
    says: 'foreign',
  }),
  /** `how` as `BytePattern` has it; `same` counts the bytes at the beginning that are alike. */
  'frame-bytes-changed': kind<OfFrame & { readonly how: string; readonly same: number }>({
    harm: 'image-altered',
    says: 'altered',
  }),
  'frame-cut-short': kind<OfFrame>({
    harm: 'image-cut',
    says: 'altered',
    unread: true,
  }),
  'frame-too-long': kind<OfFrame>({
    harm: 'image-cut',
    says: 'altered',
    unread: true,
  }),
  'frame-sent-as-file': kind<OfFrame>({ harm: 'image-unreadable' }),
} as const;
