import type { STATUS } from '../../../lib/breaches/kinds/status.ts';
import { alternatives } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

export const STATUS_JAPANESE: WordsFor<typeof STATUS> = {
  'unexpected-status': ({ status, expected }, seen) => {
    const due = alternatives(expected);
    const request = seen.query === '' ? seen.request : `${seen.request}?${seen.query}`;
    const failed = status >= 500;
    return {
      headline: `${request} の応答が ${due} ではなく ${status} です。`,
      expected: `ステータス ${due}`,
      observed: `ステータス ${seen.status ?? status}`,
      effect: failed
        ? 'サーバーエラーになり、クライアントは処理を続けられません。'
        : 'ステータスで判断するクライアントが、応答を誤って扱います。',
      remedy: failed
        ? 'サーバーのログで原因を確認し、規格のとおりに応答してください。'
        : `この要求には ${due} で応答してください。`,
    };
  },
};
