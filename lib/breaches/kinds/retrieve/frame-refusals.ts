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
  'frame-zero-answered': kind<StatusParameters>({ harm: 'wrong-patient-or-image', says: 'foreign' }),
  'frame-zero-badly-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'frame-beyond-last-answered': kind<StatusParameters>({
    harm: 'wrong-patient-or-image',
    says: 'foreign',
  }),
  /** A list of frames that goes beyond the last one, answered with fewer parts, or with as many as it names. */
  'frame-list-cut-silently': kind<ListBeyond>({ harm: 'some-clients-only' }),
  'frame-list-made-up': kind<ListBeyond>({ harm: 'wrong-patient-or-image', says: 'foreign' }),
  'frame-list-badly-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'frame-beyond-last-badly-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
  }),
  /** What stands in the path is no number. */
  'frame-name-answered': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'frame-name-badly-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
} as const;
