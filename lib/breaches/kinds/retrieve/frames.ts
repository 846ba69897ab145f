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
    follows: ['not-stored', 'deleted-another', 'wrong-frame'],
  }),
  'frames-media-type': kind<OfType>({ harm: 'type-unexpected', spoils: 'answer' }),
  'frame-part-media-type': kind<OfType>({ harm: 'image-unreadable' }),
  'frames-missing': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'images-unseen',
    unread: true,
    cause: 'frames-missing',
  }),
  'frames-too-many': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'label-misleads',
    unread: true,
    cause: 'frames-too-many',
  }),
  'frames-counted-otherwise': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'other-image-opened',
    cause: 'wrong-frame',
  }),
  'frames-in-another-order': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'other-image-opened',
    cause: 'wrong-frame',
  }),
  'frame-bytes-changed': kind<OfFrame>({
    harm: 'image-altered',
    follows: ['wrong-frame', 'part-location-of-another'],
  }),
  'frame-cut-short': kind<OfFrame>({
    harm: 'image-cut',
    unread: true,
    follows: ['wrong-frame', 'part-location-of-another'],
  }),
  'frame-too-long': kind<OfFrame>({
    harm: 'image-cut',
    unread: true,
    follows: ['wrong-frame', 'part-location-of-another'],
  }),
  'frame-sent-as-file': kind<OfFrame>({ harm: 'image-unreadable' }),
} as const;
