import type { STORE_REPEATED } from '../../../../lib/breaches/kinds/store/repeated.ts';
import { inJapanese } from '../../japanese/sentences/index.ts';
import { counted, listed } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const all = (things: readonly string[] | undefined) => (things ?? []).join('、');

export const STORE_REPEATED_WORDS: WordsFor<typeof STORE_REPEATED> = {
  'repeated-store-server-error': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} of an instance that is stored already is answered ${status}, a server error.`,
      expected: 'any status below 500',
      observed: `status ${seen.status ?? status}`,
      remedy: 'Look the SOPInstanceUID up before storing, and treat the repetition as done, replaced or refused.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `保存済みインスタンスの ${seen.request} に、サーバーエラー ${status} を返します。`,
      expected: '500 未満のステータス',
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '保存前に SOPInstanceUID を調べ、再送を完了、置換、拒否のいずれかとして扱ってください。',
    }),
  },
  'repeated-store-duplicated': {
    english: ({ count }, seen) => ({
      headline: `${seen.request} finds ${counted(count, 'result')} for an instance that was stored twice; there is to be one.`,
      expected: 'one result, as before',
      observed: counted(count, 'result'),
      remedy: 'Key the store by SOPInstanceUID.',
    }),
    japanese: ({ count }, seen) => ({
      headline: `2 回保存したインスタンスについて、${seen.request} の結果が 1 件ではなく ${count} 件あります。`,
      expected: '以前と同じく結果 1 件',
      observed: `結果 ${count} 件`,
      remedy: 'SOPInstanceUID をキーとして保存してください。',
    }),
  },
  'repeated-store-lost': {
    english: (_, seen) => ({
      headline: `The server lost an instance when it was stored again: ${seen.request} finds none of it.`,
      expected: 'one result, as before',
      observed: 'no result',
      remedy: 'Key the store by SOPInstanceUID, and keep the first copy until the second is kept.',
    }),
    japanese: (_, seen) => ({
      headline: `もう一度保存したインスタンスが失われました: ${seen.request} で見つかりません。`,
      expected: '以前と同じく結果 1 件',
      observed: '結果なし',
      remedy: 'SOPInstanceUID をキーとし、2 つ目を保存するまで 1 つ目を残してください。',
    }),
  },
  'changed-content-lost': {
    english: ({ operation }) => ({
      headline: `The server lost an instance when other content was sent under its UID: ${operation} does not show it.`,
      expected: `the first content or the second in ${operation}`,
      observed: 'neither of them',
      remedy: 'Keep the old version or take the new one, and remove nothing before the other is kept.',
    }),
    japanese: ({ operation }) => ({
      headline: `同じ UID で別の内容を送ると、インスタンスが失われました: ${inJapanese(operation)} に現れません。`,
      expected: `${inJapanese(operation)} に最初または後の内容`,
      observed: 'どちらもない',
      remedy: '古い内容を残すか新しい内容に替え、もう一方を保存する前に削除しないでください。',
    }),
  },
  'changed-content-hidden': {
    english: ({ operation }) => ({
      headline: `After other content was sent under its UID, ${operation} does not show an instance that others show.`,
      expected: `the first content or the second in ${operation}`,
      observed: 'neither of them',
      remedy: 'Keep the old version, or take the new one, in search, metadata and retrieve in one step.',
    }),
    japanese: ({ operation }) => ({
      headline: `同じ UID で別の内容を送った後、他では得られるインスタンスが ${inJapanese(operation)} に現れません。`,
      expected: `${inJapanese(operation)} に最初または後の内容`,
      observed: 'どちらもない',
      remedy: '検索、メタデータ、取得のすべてで、古い内容を残すか新しい内容に一度に替えてください。',
    }),
  },
  'changed-content-differs': {
    english: ({ told }) => ({
      headline: `After other content was sent under the same UID, InstanceNumber is ${listed(told)}.`,
      expected: 'one InstanceNumber everywhere',
      observed: listed(told),
      remedy: 'Keep the old version, or take the new one, in search, metadata and retrieve in one step.',
    }),
    japanese: ({ told }) => ({
      headline: `同じ UID で別の内容を送った後、InstanceNumber が一致しません: ${all(told)}。`,
      expected: 'すべてで同じ InstanceNumber',
      observed: all(told),
      remedy: '検索、メタデータ、取得のすべてで、古い内容を残すか新しい内容に一度に替えてください。',
    }),
  },
};
