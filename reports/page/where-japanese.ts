import type { Place } from '../../lib/breaches/place.ts';
import { visible } from '../visible-text.ts';
import { readablePath } from '../where.ts';

/** The place of a violation in Japanese. */
export function whereJapanese(where: Place): string {
  switch (where.kind) {
    case 'exchange':
      return '通信全体';
    case 'status':
      return 'ステータス行';
    case 'header':
      return `${inPart(where.part)}ヘッダー ${visible(where.name, 100)}`;
    case 'json':
      return where.pointer === '' ? 'JSON 文書全体' : `JSON ポインター ${visible(where.pointer, 200)}`;
    case 'part':
      return `パート ${where.part}（先頭が 0）`;
    case 'element':
      return `${inPart(where.part)}データ要素 ${visible(readablePath(where.path), 200)}`;
    case 'bytes':
      return `${where.part === undefined ? 'ボディの' : inPart(where.part)}オフセット ${where.offset} バイト`;
  }
}

function inPart(part: number | undefined): string {
  return part === undefined ? '' : `パート ${part}（先頭が 0）の`;
}
