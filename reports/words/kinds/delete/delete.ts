import type { DELETE } from '../../../../lib/breaches/kinds/delete/delete.ts';
import { inJapanese } from '../../japanese/sentences/index.ts';
import { alternatives, counted, either } from '../../quote.ts';
import { levelName } from '../../search-phrases.ts';
import type { WordsFor } from '../../telling.ts';

const an = (level: string) => (level === 'instance' ? 'an instance' : `a ${level}`);

const LEVELS: Readonly<Record<string, string>> = {
  study: '検査',
  series: 'シリーズ',
  instance: 'インスタンス',
};

const named = (level: string) => LEVELS[level] ?? level;

const FROM = {
  english: {
    study: 'another study',
    series: 'another series of the study',
    instance: 'another instance of the series',
  } as Readonly<Record<string, string | undefined>>,
  japanese: {
    study: '別の検査',
    series: '検査の別のシリーズ',
    instance: 'シリーズの別のインスタンス',
  } as Readonly<Record<string, string | undefined>>,
};

export const DELETE_WORDS: WordsFor<typeof DELETE> = {
  'delete-without-effect': {
    english: ({ level, operation }) => ({
      headline: `Deleting ${an(level)} is answered with success and removes nothing: ${operation} still shows the ${level}.`,
      expected: `${operation} without the ${level}`,
      observed: 'it is still there',
      remedy:
        'Answer success only after the resource can no longer be retrieved; answer an error when nothing was removed.',
    }),
    japanese: ({ level, operation }) => ({
      headline: `${named(level)}の削除に成功を返しますが、何も削除されません: ${inJapanese(operation)} にまだ現れます。`,
      expected: `${named(level)}を含まない ${inJapanese(operation)}`,
      observed: 'まだある',
      remedy: '取得できなくなってから成功を返し、何も削除しなかったときはエラーを返してください。',
    }),
  },
  'delete-left-instances': {
    english: ({ level, left, of }) => ({
      headline: `Deleting ${an(level)} is answered with success and leaves ${left} of ${counted(of, 'instance')} behind.`,
      expected: `nothing of the ${level}`,
      observed: `${counted(left, 'instance')} of it still there`,
      remedy: 'Remove each instance of what the URL names in one step, and answer success only when all are gone.',
    }),
    japanese: ({ level, left, of }) => ({
      headline: `${named(level)}の削除に成功を返しますが、${of} インスタンス中 ${left} 件が残っています。`,
      expected: `${named(level)}のものが何も残らない`,
      observed: `${left} インスタンスが残っている`,
      remedy: 'URL が指す全インスタンスを一度に削除し、すべてなくなってから成功を返してください。',
    }),
  },
  'deleted-still-retrieved': {
    english: ({ level, operation }, seen) => ({
      headline: `${seen.request} still returns a deleted ${level}.`,
      expected: `${operation} without the ${level}`,
      observed: 'it is still there',
      remedy: 'Remove the object from this resource, and from any cache that answers for it, when it is deleted.',
    }),
    japanese: ({ level, operation }, seen) => ({
      headline: `${seen.request} が、削除した${named(level)}をまだ返します。`,
      expected: `${named(level)}を含まない ${inJapanese(operation)}`,
      observed: 'まだある',
      remedy: '削除時に、このリソースとそのキャッシュからもオブジェクトを除いてください。',
    }),
  },
  'deleted-still-found': {
    english: ({ level, operation }, seen) => ({
      headline: `${seen.request} still lists a deleted ${level}.`,
      expected: `${operation} without the ${level}`,
      observed: 'it is still there',
      remedy: 'Update the search index, and any cache in front of it, in the same step that deletes the object.',
    }),
    japanese: ({ level, operation }, seen) => ({
      headline: `${seen.request} が、削除した${named(level)}をまだ列挙します。`,
      expected: `${named(level)}を含まない ${inJapanese(operation)}`,
      observed: 'まだある',
      remedy: 'オブジェクトの削除と同時に、検索インデックスとそのキャッシュを更新してください。',
    }),
  },
  'deleted-value-still-answered': {
    english: ({ level, operation, status }, seen) => ({
      headline: `${seen.request} still returns ${shownOf(seen.request)} of a deleted ${level}.`,
      expected: `${operation} without it, such as 404`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Remove frames, bulk data and rendered pictures, and any cache of them, together with the instance.',
    }),
    japanese: ({ level, operation, status }, seen) => ({
      headline: `${seen.request} が、削除した${named(level)}の${shownInJapanese(seen.request)}をまだ返します。`,
      expected: `値のない ${inJapanese(operation)}（404 など）`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'フレーム、バルクデータ、レンダリング画像とそのキャッシュも、インスタンスとともに削除してください。',
    }),
  },
  'deleted-came-back': {
    english: ({ level, operation }, seen) => ({
      headline: `${seen.request} shows a deleted ${level} again after something else was deleted or stored.`,
      expected: `${operation} without the ${level}, as before`,
      observed: 'it is there again',
      remedy: 'Make a delete final: no restore, no re-index and no synchronisation may bring the object back.',
    }),
    japanese: ({ level, operation }, seen) => ({
      headline: `別のものを削除または保存した後、削除した${named(level)}が ${seen.request} に再び現れます。`,
      expected: `以前と同じく、${named(level)}を含まない ${inJapanese(operation)}`,
      observed: '再びある',
      remedy: '復元、再インデックス、同期によって、削除したオブジェクトが戻らないようにしてください。',
    }),
  },
  'deleted-another': {
    english: ({ level, gone, of, operation, from }) => ({
      headline: `Deleting ${an(level)} also removed ${FROM.english[from] ?? 'another instance'}, which was not named: ${gone} of ${counted(of, 'other instance')} looked at ${gone === 1 ? 'is' : 'are'} gone.`,
      expected: `${operation} with ${of === 1 ? 'the other instance' : 'each other instance'}, as before`,
      observed: `${gone} of ${of} gone`,
      remedy: 'Delete by all UIDs of the path, not by the last one alone or by the parent.',
    }),
    japanese: ({ level, gone, of, operation, from }) => ({
      headline: `${named(level)}を削除すると、指定していない${FROM.japanese[from] ?? '他のインスタンス'}も削除されました（確認した他のインスタンス ${of} 件中 ${gone} 件）。`,
      expected: `以前と同じく、他のインスタンスを含む ${inJapanese(operation)}`,
      observed: `${of} 件中 ${gone} 件がなくなった`,
      remedy: '最後の UID や親だけでなく、パスのすべての UID で対象を絞って削除してください。',
    }),
  },
  'rest-not-served': {
    english: ({ level, status, expected }, seen) => ({
      headline: `After a part of the ${level} was deleted, the rest cannot be had: ${seen.request} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)} with what was not deleted`,
      observed: `status ${seen.status ?? status}`,
      remedy: `Remove only what the URL of the delete names, and keep the ${level} as long as it holds anything.`,
    }),
    japanese: ({ level, status, expected }, seen) => ({
      headline: `${levelName(level)}の一部を削除した後、残りを取得できません。${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)} と、削除されていないもの`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: `削除の URL が指すものだけを取り除き、残りがある間は${levelName(level)}を保ってください。`,
    }),
  },
  'delete-success-status': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: `Answer ${either(expected)}, or document the status that is used instead.`,
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} が ${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: `${alternatives(expected)} を返すか、代わりに使うステータスを文書に記載してください。`,
    }),
  },
  'delete-enacted-later': {
    english: ({ level, status }, seen) => ({
      headline: `${seen.request} is answered ${status} before the ${level} is deleted: every answer still shows it, and none does a while later.`,
      expected: `status 202, or ${an(level)} that is gone when the answer comes`,
      observed: `status ${seen.status ?? status}, and it is gone later`,
      remedy: 'Answer 202 where the delete is enacted later, and 200 or 204 once it is done.',
    }),
    japanese: ({ level, status }, seen) => ({
      headline: `${seen.request} は、${named(level)}を削除する前に ${status} を返します。直後はすべての応答に現れ、しばらくすると消えます。`,
      expected: `ステータス 202、または応答時に${named(level)}が消えている`,
      observed: `ステータス ${seen.status ?? status} の後で消える`,
      remedy: '後で削除する場合は 202 を返し、200 や 204 は削除が済んでから返してください。',
    }),
  },
  'delete-content-with-204': {
    english: ({ bytes }, seen) => ({
      headline: `${seen.request} is answered 204 with ${counted(bytes, 'byte')} of content.`,
      expected: 'no content with 204',
      observed: counted(bytes, 'byte'),
      remedy: 'Send no body and no Content-Length with 204, or answer 200 with the body.',
    }),
    japanese: ({ bytes }, seen) => ({
      headline: `${seen.request} の 204 応答に ${bytes} バイトの内容があります。`,
      expected: '204 には内容なし',
      observed: `${bytes} バイト`,
      remedy: '204 ではボディも Content-Length も送らないか、ボディ付きで 200 を返してください。',
    }),
  },
  'delete-refused': {
    english: ({ level, status, expected }, seen) => ({
      headline: `${seen.request} refuses to delete ${an(level)}: it is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}, and nothing is deleted`,
      remedy: 'Route study, series and instance to the same operation, or document which levels are not offered.',
    }),
    japanese: ({ level, status, expected }, seen) => ({
      headline: `${seen.request} は${named(level)}を削除せず、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}（何も削除されない）`,
      remedy: '検査、シリーズ、インスタンスを同じ処理で削除するか、提供しないレベルを文書に記載してください。',
    }),
  },
  'delete-done-answered-failure': {
    english: ({ level, status, expected }, seen) => ({
      headline: `${seen.request} deletes the ${level} and is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}, and the ${level} is gone`,
      remedy: `Answer ${either(expected)} when the delete was done.`,
    }),
    japanese: ({ level, status, expected }, seen) => ({
      headline: `${seen.request} は${named(level)}を削除しますが、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}、${named(level)}はなくなった`,
      remedy: `削除したときは ${alternatives(expected)} を返してください。`,
    }),
  },
};

/** What a request asked for of an instance, by the end of its route. */
function shownOf(request: string): string {
  if (/\/(rendered|thumbnail)$/.test(request)) return 'the picture';
  return /\/frames\/[^/]+$/.test(request) ? 'the pixels' : 'bulk data';
}

function shownInJapanese(request: string): string {
  if (/\/(rendered|thumbnail)$/.test(request)) return '画像';
  return /\/frames\/[^/]+$/.test(request) ? '画素' : 'バルクデータ';
}
