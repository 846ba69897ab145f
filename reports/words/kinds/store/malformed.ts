import type { STORE_MALFORMED } from '../../../../lib/breaches/kinds/store/malformed.ts';
import { inJapanese } from '../../japanese/sentences/index.ts';
import { alternatives, either } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

export const STORE_MALFORMED_WORDS: WordsFor<typeof STORE_MALFORMED> = {
  'cut-store-acknowledged': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with a body that ends in the middle of an instance is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}, since the closing delimiter and the rest of the instance never came`,
      observed: `status ${seen.status ?? status}, and nothing in the answer says that the instance was not stored`,
      remedy:
        'Read up to the closing delimiter before anything is acknowledged, and answer 400 where it does not come.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `インスタンスの途中で終わるボディの ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}（終端の区切りとインスタンスの残りが届いていないため）`,
      observed: `ステータス ${seen.status ?? status}、応答は保存の失敗を示していない`,
      remedy: '終端の区切りまで読んでから受領応答を返し、届かない場合は 400 で応答してください。',
    }),
  },
  'refused-store-kept': {
    english: ({ status, seenBy, name }, seen) => ({
      headline: `${seen.request} is refused with ${status}, but ${name} was stored all the same.`,
      expected: 'nothing of the request on the server: the status means that no instance could be stored',
      observed: `status ${seen.status ?? status}, and ${seenBy} shows the instance`,
      remedy: 'Store nothing before the whole request was read, or take back what was stored before it is refused.',
    }),
    japanese: ({ status, seenBy, name }, seen) => ({
      headline: `${seen.request} は ${status} で拒否されましたが、${name} が保存されています。`,
      expected: '要求の内容がサーバーに何も残らない（このステータスは 1 つも保存できなかったことを意味する）',
      observed: `ステータス ${seen.status ?? status}、しかし${inJapanese(seenBy)}でインスタンスが見える`,
      remedy: '要求全体を読むまで何も保存しないか、拒否する前に保存したものを取り消してください。',
    }),
  },
};
