import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** Pictures that a server renders. */
export const RENDERED = {
  'rendered-not-retrieved': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    says: 'absent',
  }),
  'rendered-png-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'rendered-gif-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'rendered-no-picture': kind<{ readonly type: string | null }>({ harm: 'not-found-or-opened' }),
  /** `found` is the media type of the format that the bytes have; null where they are no known picture. */
  'rendered-bytes-of-another-format': kind<{ readonly type: string; readonly found: string | null }>({
    harm: 'not-found-or-opened',
  }),
  'rendered-in-another-format': kind<{ readonly asked: string; readonly type: string | null }>({
    harm: 'some-clients-only',
    says: 'ignored',
  }),
  'rendered-jpeg-not-baseline': kind<{ readonly process: number | null; readonly bits: number | null }>({
    harm: 'some-clients-only',
  }),
  'rendered-size': kind<{
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly columns: number;
    readonly rows: number;
  }>({ harm: 'altered' }),
  /** Correlations with the stored picture, from -1 to 1. */
  'rendered-inverted': kind<{ readonly name: string; readonly likeness: number; readonly least: number }>({
    harm: 'altered',
  }),
  'rendered-looks-different': kind<{ readonly name: string; readonly likeness: number; readonly least: number }>({
    harm: 'altered',
  }),
} as const;
