import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** A media type as the server wrote it; null where it wrote none. */
type OfType = { readonly type: string | null };

/** A frame of an instance by number, from 1, with lengths in bytes. */
type OfFrame = { readonly frame: number; readonly name: string; readonly stored: number; readonly returned: number };

/** What comes back as frames. */
export const FRAMES = {
  'frames-not-retrieved': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    identity: ['status'],
    says: 'absent',
  }),
  'frames-media-type': kind<OfType>({ harm: 'some-clients-only', spoils: 'answer' }),
  'frame-part-media-type': kind<OfType>({ harm: 'not-found-or-opened' }),
  'frames-missing': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'data-lost',
    unread: true,
    says: 'absent',
  }),
  'frames-too-many': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'some-clients-only',
    unread: true,
    says: 'foreign',
  }),
  'frames-counted-otherwise': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'wrong-patient-or-image',
    says: 'foreign',
    misreads: 'frame number',
  }),
  'frames-in-another-order': kind<{ readonly asked: number; readonly returned: number }>({
    harm: 'wrong-patient-or-image',
    says: 'foreign',
  }),
  'frame-bytes-changed': kind<OfFrame>({
    harm: 'altered',
    says: 'altered',
  }),
  'frame-cut-short': kind<OfFrame>({
    harm: 'altered',
    unread: true,
    says: 'altered',
  }),
  'frame-too-long': kind<OfFrame>({
    harm: 'altered',
    unread: true,
    says: 'altered',
  }),
  'frame-sent-as-file': kind<OfFrame>({ harm: 'not-found-or-opened' }),
} as const;
