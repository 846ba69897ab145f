import type { Where } from '../lib/results/finding.ts';
import { visible } from './visible-text.ts';

/** The place of a violation in words, as every format says it. */
export function whereText(where: Where): string {
  switch (where.kind) {
    case 'exchange':
      return 'the exchange as a whole';
    case 'status':
      return 'status line';
    case 'header':
      return `header ${visible(where.name, 100)}${inPart(where.part)}`;
    case 'json':
      return `JSON pointer ${visible(where.pointer, 200) || '/ (the whole document)'}`;
    case 'part':
      return `part ${where.part} of the multipart body`;
    case 'element':
      return `data element ${visible(where.path, 200)}${inPart(where.part)}`;
    case 'bytes':
      return `byte ${where.offset}${inPart(where.part)}`;
  }
}

function inPart(part: number | undefined): string {
  return part === undefined ? '' : `, part ${part}`;
}
