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
  'store-after-delete-lost': {
    english: ({ name }, seen) => ({
      headline: `An instance that was deleted cannot be stored again: ${seen.request} of ${name} is answered ${seen.status ?? 'as a success'}, and the server does not have it.`,
      expected: 'the instance kept, or a store that is refused',
      observed: 'it is acknowledged, and no answer shows it',
      remedy: 'Forget a deleted UID, or answer 409 with a failure reason to a store of it.',
    }),
    japanese: ({ name }, seen) => ({
      headline: `削除したインスタンスをもう一度保存できません。${name} の ${seen.request} に成功と応答しますが、サーバーにありません。`,
      expected: '保存されるか、保存が拒否される',
      observed: '受領の応答後、どの応答にも現れない',
      remedy: '削除した UID の記録を消すか、その保存には失敗理由とともに 409 で応答してください。',
    }),
  },
  'concurrent-store-lost': {
    english: ({ name }, seen) => ({
      headline: `Of two stores at the same time one is lost: ${seen.request} of ${name} is answered ${seen.status ?? 'as a success'}, and the server does not have it.`,
      expected: 'both instances kept',
      observed: 'one is acknowledged, and no answer shows it',
      remedy: 'Let stores of one study wait for each other, or merge what they write; answer only once it is kept.',
    }),
    japanese: ({ name }, seen) => ({
      headline: `同時に行った 2 つの保存の一方が失われます。${name} の ${seen.request} に成功と応答しますが、サーバーにありません。`,
      expected: '両方のインスタンスが保存される',
      observed: '一方は受領の応答後、どの応答にも現れない',
      remedy: '同じ検査への保存を順に処理するか、書き込みを併合し、保存が済んでから応答してください。',
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
