import { STYLE_BASE } from './base.ts';
import { STYLE_PARTS } from './parts.ts';
import { STYLE_PRINT } from './print.ts';

/** The whole style sheet of a page. */
export const STYLE = [STYLE_BASE, STYLE_PARTS, STYLE_PRINT].join('\n').replace(/\n\s*/g, '\n').trim();
