import type { STORE_MALFORMED } from '../../../../lib/breaches/kinds/store/malformed.ts';
import { alternatives, either } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

export const STORE_MALFORMED_WORDS: WordsFor<typeof STORE_MALFORMED> = {
  'cut-store-acknowledged': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with a body that ends before its closing delimiter is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}, since nobody can tell whether the rest ever came`,
      observed: `status ${seen.status ?? status}, and nothing in the answer says that the instance was not stored`,
      remedy:
        'Read up to the closing delimiter before anything is acknowledged, and answer 400 where it does not come.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `終端の区切りの前で終わるボディの ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}（残りが届いたかどうか誰にも分からないため）`,
      observed: `ステータス ${seen.status ?? status}、応答は保存の失敗を示していない`,
      remedy: '終端の区切りまで読んでから受領応答を返し、届かない場合は 400 で応答してください。',
    }),
  },
  'refused-store-kept': {
    english: ({ status, name }, seen) => ({
      headline: `A store that was refused with ${status} was kept all the same: ${seen.request} shows ${name}.`,
      expected: `no ${name}: ${status} says that nothing of the request was stored`,
      observed: `status ${seen.status ?? 'unknown'}, and ${name} in the answer`,
      remedy: 'Store nothing before the whole request was read, or take back what was stored before it is refused.',
    }),
    japanese: ({ status, name }, seen) => ({
      headline: `${status} で拒否した保存要求の ${name} が保存されています: ${seen.request} に現れます。`,
      expected: `${name} がないこと（${status} は要求の内容を何も保存しなかったことを示す）`,
      observed: `ステータス ${seen.status ?? '不明'}、応答に ${name} がある`,
      remedy: '要求全体を読むまで何も保存しないか、拒否する前に保存したものを取り消してください。',
    }),
  },
};
