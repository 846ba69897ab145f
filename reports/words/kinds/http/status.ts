import type { STATUS } from '../../../../lib/breaches/kinds/http/status.ts';
import { alternatives, either } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

export const STATUS_WORDS: WordsFor<typeof STATUS> = {
  'unexpected-status': {
    english: ({ status, expected }, seen) => {
      const due = either(expected);
      const request = seen.query === '' ? seen.request : `${seen.request}?${seen.query}`;
      const failed = status >= 500;
      return {
        headline: `${request} is answered ${status} instead of ${due}.`,
        expected: `status ${due}`,
        observed: `status ${seen.status ?? status}`,
        remedy: failed
          ? 'Find the error in the log of the server, and answer as the clause asks.'
          : `Answer this request with ${due}.`,
      };
    },
    japanese: ({ status, expected }, seen) => {
      const due = alternatives(expected);
      const request = seen.query === '' ? seen.request : `${seen.request}?${seen.query}`;
      const failed = status >= 500;
      return {
        headline: `${request} の応答が ${due} ではなく ${status} です。`,
        expected: `ステータス ${due}`,
        observed: `ステータス ${seen.status ?? status}`,
        remedy: failed
          ? 'サーバーのログで原因を確認し、規格のとおりに応答してください。'
          : `この要求には ${due} で応答してください。`,
      };
    },
  },
};
