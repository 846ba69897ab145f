import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** Number of frames asked for and parts returned; `last` is the number of the last frame. */
type ListBeyond = {
  readonly status: number;
  readonly asked: number;
  readonly returned: number;
  readonly last: number;
};

/** Frames that do not exist, and what a server answers to who asks for them. */
export const FRAME_REFUSALS = {
  'frame-zero-answered': kind<StatusParameters>({ harm: 'other-image-opened', says: 'foreign' }),
  'frame-zero-badly-refused': kind<StatusParameters>({ harm: 'mistake-unclear' }),
  'frame-beyond-last-answered': kind<StatusParameters>({
    harm: 'other-image-opened',
    says: 'foreign',
  }),
  /** A list of frames that goes beyond the last one, answered with fewer parts, or with as many as it names. */
  'frame-list-cut-silently': kind<ListBeyond>({ harm: 'mistake-hidden' }),
  'frame-list-made-up': kind<ListBeyond>({ harm: 'other-image-opened', says: 'foreign' }),
  'frame-list-badly-refused': kind<StatusParameters>({ harm: 'mistake-unclear' }),
  'frame-beyond-last-badly-refused': kind<StatusParameters>({
    harm: 'mistake-unclear',
  }),
  /** What stands in the path is no number. */
  'frame-name-answered': kind<StatusParameters>({ harm: 'mistake-hidden' }),
  'frame-name-badly-refused': kind<StatusParameters>({ harm: 'mistake-unclear' }),
} as const;
