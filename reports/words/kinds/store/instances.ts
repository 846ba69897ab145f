import type { STORE } from '../../../../lib/breaches/kinds/store/instances.ts';
import { alternatives, attributeName, counted, either, listed } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const all = (things: readonly string[] | undefined) => (things ?? []).join('、');

/** What to do where nothing is to be stored. */
const READ_ONLY = {
  english: 'A product that takes no images is tested with --read-only, by a study that it holds.',
  japanese: '画像を受け付けない製品は、保持している検査を使い --read-only で試験してください。',
} as const;

export const STORE_WORDS: WordsFor<typeof STORE> = {
  'store-not-offered': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} is answered ${seen.status ?? status} instead of ${either(expected)}: this store is not offered.`,
      expected: `status ${either(expected)}, and the instance kept`,
      observed: `status ${seen.status ?? status}, and no sign that the server has this resource`,
      remedy: `Add POST to the resource of ${seen.request}, and keep the instances that it is sent. ${READ_ONLY.english}`,
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} の応答が ${alternatives(expected)} ではなく ${seen.status ?? status} です。この保存は提供されていません。`,
      expected: `ステータス ${alternatives(expected)} と、インスタンスの保存`,
      observed: `ステータス ${seen.status ?? status}（このリソースがある様子なし）`,
      remedy: `${seen.request} のリソースに POST を追加し、送られたインスタンスを保存してください。${READ_ONLY.japanese}`,
    }),
  },
  'store-refused': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} refuses valid instances: it is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: `Accept valid DICOM instances at this resource and answer ${either(expected)}; the log of the server says why it did not.${status === 403 ? ` ${READ_ONLY.english}` : ''}`,
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} が正しいインスタンスを受け付けず、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: `このリソースで正しい DICOM インスタンスを受け付け、${alternatives(expected)} を返してください。原因はサーバーのログで確認してください。${status === 403 ? READ_ONLY.japanese : ''}`,
    }),
  },
  'store-done-answered-failure': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} stored every instance and is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}, and every instance is there`,
      remedy: `Answer ${either(expected)} when every instance was stored.`,
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} は全インスタンスを保存しましたが、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}、全インスタンスが存在する`,
      remedy: `全インスタンスを保存したときは ${alternatives(expected)} を返してください。`,
    }),
  },
  'store-success-status': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} stored every instance and is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: `Answer ${either(expected)} when every instance was stored; 202 tells of failures or warnings, 201 and 204 are not defined for a store.`,
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} は全インスタンスを保存しましたが、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: `全インスタンスを保存したときは ${alternatives(expected)} を返してください。202 は失敗や警告があるときのもので、201 と 204 は保存には定義されていません。`,
    }),
  },
  'store-202-without-warning': {
    english: (_, seen) => ({
      headline: `${seen.request} stored every instance without a warning and is answered 202 instead of 200.`,
      expected: 'status 200',
      observed: `status ${seen.status ?? 202}, with no failure and no WarningReason`,
      remedy: 'Answer 200 when every instance was stored and nothing is to be remarked.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} は全インスタンスを警告なしで保存しましたが、200 ではなく 202 を返します。`,
      expected: 'ステータス 200',
      observed: `ステータス ${seen.status ?? 202}（失敗も WarningReason もなし）`,
      remedy: '全インスタンスを保存し、警告がないときは 200 を返してください。',
    }),
  },
  'store-of-several-studies-refused': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with instances of two studies is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Accept any set of instances at /studies, and file each one by its own UIDs.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `2 つの検査のインスタンスを含む ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '/studies ではどのようなインスタンスの組も受け付け、それぞれの UID に従って保存してください。',
    }),
  },
  'chunked-store-refused': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} in chunked transfer coding is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}, as with Content-Length`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Let the HTTP layer, or the proxy in front, decode chunked bodies; do not ask for Content-Length.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `チャンク転送の ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `Content-Length がある場合と同じくステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'HTTP 層または前段のプロキシでチャンクを復号し、Content-Length を要求しないでください。',
    }),
  },
  'chunked-store-lost': {
    english: ({ name }) => ({
      headline: `The server lost ${name}: a store in chunked transfer coding was answered with success, but it is nowhere.`,
      expected: `${name}, as after a store with Content-Length`,
      observed: 'no retrieve, metadata or search shows it',
      remedy: 'Read chunked bodies to their end, and answer success only once every instance is kept.',
    }),
    japanese: ({ name }) => ({
      headline: `サーバーが ${name} を失いました: チャンク転送の保存に成功を返しましたが、どこにもありません。`,
      expected: `Content-Length がある保存と同じく ${name}`,
      observed: '取得、メタデータ、検索のいずれにも現れない',
      remedy: 'チャンク転送のボディを最後まで読み、全インスタンスを保存してから成功を返してください。',
    }),
  },
  'acknowledged-not-stored': {
    english: ({ names, lost, sent, status }) => ({
      headline: `The server lost ${lost} of ${counted(sent, 'instance')}: the store was answered ${status}, but ${listed(names)} ${lost === 1 ? 'is' : 'are'} nowhere.`,
      expected: `${listed(names)} in at least one of retrieve, frames, metadata and search`,
      observed: 'none of them shows it',
      remedy:
        'Answer success only after the instances are kept durably; answer 409, or list them as failed, when they are not.',
    }),
    japanese: ({ names, lost, sent, status }) => ({
      headline: `サーバーが ${sent} インスタンス中 ${lost} 件を失いました: 保存に ${status} を返しましたが、${all(names)} はどこにもありません。`,
      expected: `取得、フレーム、メタデータ、検索のいずれかに ${all(names)}`,
      observed: 'いずれにも現れない',
      remedy: 'インスタンスを永続的に保存してから成功を返し、保存できなければ 409 を返すか失敗として列挙してください。',
    }),
  },
  'stored-elsewhere': {
    english: ({ name, level, sent, found }) => ({
      headline: `The server filed ${name} under another ${level} than it was sent with: ${found} instead of ${sent}.`,
      expected: `${name} under its own ${level}, ${sent}`,
      observed: `it is under ${found}, and not under its own`,
      remedy: `File each instance under the UIDs that it has, several ${level === 'study' ? 'studies' : 'series'} in one request included; refuse it where it must not be stored, and never change its UIDs.`,
    }),
    japanese: ({ name, level, sent, found }) => {
      const what = level === 'study' ? '検査' : 'シリーズ';
      return {
        headline: `サーバーが ${name} を、送信されたものとは別の${what}に登録しました: ${sent} ではなく ${found} です。`,
        expected: `${name} が本来の${what} ${sent} にある`,
        observed: `${found} にあり、本来の${what}にはない`,
        remedy: `1 つのリクエストに複数の${what}がある場合も、各インスタンスを自身の UID のもとに登録してください。保存できなければ拒否し、UID を変えないでください。`,
      };
    },
  },
  'stored-lost-later': {
    english: ({ names, lost, stores }, seen) => ({
      headline:
        stores === 1
          ? `${seen.request} of something else removed ${listed(names)} from the server: shown until then, nowhere since, and not deleted by anybody.`
          : `The server lost ${listed(names)}, which ${lost === 1 ? 'was' : 'were'} stored and shown: nowhere any more${stores > 0 ? ` after ${counted(stores, 'further store')}` : ''}, and not deleted by anybody.`,
      expected: `${listed(names)}, as before`,
      observed: 'no retrieve, metadata, frames or search shows it any more',
      remedy:
        stores > 0
          ? 'Add what arrives to what is there: look for a folder, record or cache of the study that each store writes anew.'
          : 'Look for what removes instances by itself: a retention rule, a limit of the storage, or memory that is not kept.',
    }),
    japanese: ({ names, stores }, seen) => ({
      headline:
        stores === 1
          ? `別のものの ${seen.request} により、${all(names)} がサーバーからなくなりました。それまでは現れ、誰も削除していないのに、以後どこにもありません。`
          : `サーバーが、保存され現れていた ${all(names)} を失いました。誰も削除していないのに${stores > 0 ? `、その後の保存 ${stores} 件を経て` : ''}、もうどこにもありません。`,
      expected: `以前と同じく ${all(names)}`,
      observed: '取得、メタデータ、フレーム、検索のいずれにももう現れない',
      remedy:
        stores > 0
          ? '届いたものを既存のものに追加してください。保存のたびに検査のフォルダー、レコード、キャッシュを作り直していないか確認してください。'
          : '保持期間の規則、ストレージの上限、永続化されないメモリーなど、インスタンスを勝手に消すものを確認してください。',
    }),
  },
  'stored-not-found': {
    english: ({ name, waitedMs }, seen) => ({
      headline: `${seen.request} does not find ${name}, which was stored ${waitedMs} ms before.`,
      expected: `one result for ${name}`,
      observed: `no result for it after ${waitedMs} ms`,
      remedy: 'Put the instance into the search index before answering the store, or document how long it takes.',
    }),
    japanese: ({ name, waitedMs }, seen) => ({
      headline: `${seen.request} で、${waitedMs} ミリ秒前に保存した ${name} が見つかりません。`,
      expected: `${name} の結果 1 件`,
      observed: `${waitedMs} ミリ秒後も結果なし`,
      remedy: '保存に応答する前に検索インデックスへ登録するか、かかる時間を文書に記載してください。',
    }),
  },
  'stored-found-late': {
    english: ({ elapsedMs, windowMs }, seen) => ({
      headline: `${seen.request} finds what was stored after ${elapsedMs} ms only; ${windowMs} ms were granted.`,
      expected: `found within ${windowMs} ms`,
      observed: `found after ${elapsedMs} ms`,
      remedy: 'Put instances into the search index before answering the store, or document the delay.',
    }),
    japanese: ({ elapsedMs, windowMs }, seen) => ({
      headline: `${seen.request} で保存したものが見つかるまで ${elapsedMs} ミリ秒かかりました（許容は ${windowMs} ミリ秒）。`,
      expected: `${windowMs} ミリ秒以内に見つかる`,
      observed: `${elapsedMs} ミリ秒後に見つかった`,
      remedy: '保存に応答する前に検索インデックスへ登録するか、遅延を文書に記載してください。',
    }),
  },
  'stored-attribute-dropped': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} leaves out ${attributeName(tag)}, which was stored.`,
      expected: attributeName(tag),
      observed: 'the attribute is left out',
      remedy: 'Keep every attribute that arrives, private ones included, and return it in metadata.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `保存した ${attributeName(tag)} が ${seen.request} にありません。`,
      expected: attributeName(tag),
      observed: '属性がない',
      remedy: 'プライベート属性を含め、届いたすべての属性を保持し、メタデータで返してください。',
    }),
  },
};
