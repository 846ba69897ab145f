import { kind } from '../../kind.ts';
import type { PictureChange } from '../../picture-change.ts';
import type { StatusParameters } from '../http/status.ts';

/** Pictures that a server renders. */
export const RENDERED = {
  'rendered-not-retrieved': kind<StatusParameters>({
    harm: 'cannot-open',
    says: 'absent',
  }),
  'rendered-png-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'rendered-gif-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'rendered-no-picture': kind<{ readonly type: string | null }>({ harm: 'answer-unreadable' }),
  /** `found` is the media type of the format that the bytes have; null where they are no known picture. */
  'rendered-bytes-of-another-format': kind<{ readonly type: string; readonly found: string | null }>({
    harm: 'answer-unreadable',
  }),
  'rendered-in-another-format': kind<{ readonly asked: string; readonly type: string | null }>({
    harm: 'type-unexpected',
    says: 'ignored',
  }),
  'rendered-jpeg-not-baseline': kind<{ readonly process: number | null; readonly bits: number | null }>({
    harm: 'type-unexpected',
  }),
  'rendered-size': kind<{
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly columns: number;
    readonly rows: number;
  }>({ harm: 'picture-altered' }),
  /** `shown` names the stored image that the picture shows. */
  'rendered-of-another': kind<{ readonly name: string; readonly shown: string }>({
    harm: 'other-image-opened',
    says: 'foreign',
  }),
  /** Correlations with the stored picture, from -1 to 1. */
  'rendered-inverted': kind<{ readonly name: string; readonly likeness: number; readonly least: number }>({
    harm: 'picture-altered',
  }),
  /** `how` names what was done to the whole picture; null where nothing known tells it. */
  'rendered-looks-different': kind<{
    readonly name: string;
    readonly likeness: number;
    readonly least: number;
    readonly how: PictureChange | null;
  }>({ harm: 'picture-altered' }),
} as const;
