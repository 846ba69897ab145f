import type { Where } from '../../lib/results/finding.ts';
import { visible } from '../visible-text.ts';

/** The place of a violation in Japanese. */
export function whereJapanese(where: Where): string {
  switch (where.kind) {
    case 'exchange':
      return '通信全体';
    case 'status':
      return 'ステータス行';
    case 'header':
      return `${inPart(where.part)}ヘッダー ${visible(where.name, 100)}`;
    case 'json':
      return `JSON ポインター ${visible(where.pointer, 200) || '/（文書全体）'}`;
    case 'part':
      return `マルチパート本文のパート ${where.part}`;
    case 'element':
      return `${inPart(where.part)}データ要素 ${visible(where.path, 200)}`;
    case 'bytes':
      return `${inPart(where.part)}${where.offset} バイト目`;
  }
}

function inPart(part: number | undefined): string {
  return part === undefined ? '' : `パート ${part} の`;
}
