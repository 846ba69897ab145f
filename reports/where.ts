import type { Place } from '../lib/breaches/place.ts';
import { visible } from './visible-text.ts';

/** The place of a violation in words, as every format says it. */
export function whereText(where: Place): string {
  switch (where.kind) {
    case 'exchange':
      return 'the exchange as a whole';
    case 'status':
      return 'status line';
    case 'header':
      return `header ${visible(where.name, 100)}${inPart(where.part)}`;
    case 'json':
      return where.pointer === '' ? 'the whole JSON document' : `JSON pointer ${visible(where.pointer, 200)}`;
    case 'part':
      return `part ${where.part} (the first is 0)`;
    case 'element':
      return `data element ${visible(readablePath(where.path), 200)}${inPart(where.part)}`;
    case 'bytes':
      return `byte offset ${where.offset}${where.part === undefined ? ' of the body' : inPart(where.part)}`;
  }
}

function inPart(part: number | undefined): string {
  return part === undefined ? '' : ` of part ${part} (the first is 0)`;
}

/** `00880200[1].7FE00010` as people write tags: `(0088,0200)[1].(7FE0,0010)`. */
export function readablePath(path: string): string {
  return path.replace(/(?<![0-9A-F])([0-9A-F]{4})([0-9A-F]{4})(?![0-9A-F])/g, '($1,$2)');
}
