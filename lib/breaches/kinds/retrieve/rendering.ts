import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** A parameter of rendering, such as `viewport`, and the value that was asked for. */
type OfParameter = { readonly parameter: string; readonly value: string };
type OfStatus = { readonly status: number; readonly expected: readonly string[] };

/** What parameters of rendering do, and pictures of several images or frames. */
export const RENDERING = {
  'rendering-parameter-refused': kind<OfStatus & OfParameter>({
    harm: 'request-refused',
    identity: ['parameter'],
  }),
  'rendering-parameter-not-refused': kind<OfStatus & OfParameter>({
    harm: 'mistake-hidden',
    identity: ['parameter'],
  }),
  /** Sizes in pixels. */
  'viewport-not-fitted': kind<{
    readonly value: string;
    readonly width: number;
    readonly height: number;
    readonly columns: number;
    readonly rows: number;
  }>({ harm: 'type-unexpected' }),
  'viewport-shows-another-region': kind<{ readonly value: string; readonly likeness: number; readonly least: number }>({
    harm: 'picture-altered',
    says: 'altered',
  }),
  'window-not-applied': kind<{ readonly value: string; readonly likeness: number; readonly least: number }>({
    harm: 'picture-altered',
    says: 'altered',
  }),
  'annotation-not-drawn': kind<{ readonly value: string }>({ harm: 'mistake-hidden', says: 'ignored' }),
  'rendered-together-refused': kind<StatusParameters>({
    harm: 'request-refused',
  }),
  'rendered-alone-not-refused': kind<StatusParameters>({ harm: 'mistake-hidden' }),
  'rendered-frames-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'rendered-whole-badly-refused': kind<StatusParameters>({ harm: 'status-unclear' }),
  'rendered-together-as-one-picture': kind<{ readonly level: 'study' | 'series'; readonly type: string | null }>({
    harm: 'type-unexpected',
  }),
  /** Of a study or series `asked` is the least that it has to show. */
  'rendered-parts-missing': kind<{
    readonly of: 'study' | 'series' | 'frames';
    readonly asked: number;
    readonly returned: number;
  }>({
    harm: 'images-unseen',
    says: 'absent',
  }),
  'rendered-another-frame': kind<{ readonly frame: number; readonly likeness: number; readonly least: number }>({
    harm: 'other-image-opened',
    says: 'foreign',
  }),
  /** Levels by their names: study, series, instance, frame. */
  'thumbnails-of-some-levels': kind<{ readonly offered: readonly string[]; readonly missing: readonly string[] }>({
    harm: 'request-refused',
  }),
  'thumbnail-no-picture': kind<{ readonly type: string | null }>({ harm: 'image-unreadable' }),
  'thumbnail-too-large': kind<{ readonly value: string; readonly width: number; readonly height: number }>({
    harm: 'detail-differs',
  }),
} as const;
