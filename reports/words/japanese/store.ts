import type { STORE } from '../../../lib/breaches/kinds/store.ts';
import { alternatives, attributeName } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const FREES = '成功と知らされた送信側は手元の画像を消去するため、画像はどこにも残りません。';
const all = (things: readonly string[] | undefined) => (things ?? []).join('、');

export const STORE_JAPANESE: WordsFor<typeof STORE> = {
  'store-refused': ({ status, expected }, seen) => ({
    headline: `${seen.request} が正しいインスタンスを受け付けず、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: 'モダリティが送った画像が届かず、検索も表示もできません。',
    remedy: `このリソースで正しい DICOM インスタンスを受け付け、${alternatives(expected)} を返してください。原因はサーバーのログで確認してください。`,
  }),
  'store-success-status': ({ status, expected }, seen) => ({
    headline: `${seen.request} は全インスタンスを保存しましたが、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '送信側は失われたと判断し、画像を保持し続けるか、再送するか、警告を出します。',
    remedy: `全インスタンスを保存したときは ${alternatives(expected)} を返してください。202 は失敗や警告があるときのもので、201 と 204 は保存には定義されていません。`,
  }),
  'store-202-without-warning': (_, seen) => ({
    headline: `${seen.request} は全インスタンスを警告なしで保存しましたが、200 ではなく 202 を返します。`,
    expected: 'ステータス 200',
    observed: `ステータス ${seen.status ?? 202}（失敗も WarningReason もなし）`,
    effect: '送信側は 202 が示す失敗を探しても見つけられず、手元の画像を消去できません。',
    remedy: '全インスタンスを保存し、警告がないときは 200 を返してください。',
  }),
  'store-of-several-studies-refused': ({ status, expected }, seen) => ({
    headline: `2 つのスタディのインスタンスを含む ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: 'ルーターやモダリティは複数スタディをまとめて送ります。その画像がすべて拒否されます。',
    remedy: '/studies ではどのようなインスタンスの組も受け付け、それぞれの UID に従って保存してください。',
  }),
  'chunked-store-refused': ({ status, expected }, seen) => ({
    headline: `チャンク転送の ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `Content-Length がある場合と同じくステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '長さを事前に知らないストリーム送信側は、まったく保存できません。',
    remedy: 'HTTP 層または前段のプロキシでチャンクを復号し、Content-Length を要求しないでください。',
  }),
  'chunked-store-lost': ({ name, operation }) => ({
    headline: `サーバーが ${name} を失いました: チャンク転送の保存に成功を返しましたが、${operation} に現れません。`,
    expected: `Content-Length がある保存と同じく ${name}`,
    observed: `${operation} の応答に含まれない`,
    effect: FREES,
    remedy: 'チャンク転送のボディを最後まで読み、全インスタンスを保存してから成功を返してください。',
  }),
  'acknowledged-not-stored': ({ names, lost, sent, status }) => ({
    headline: `サーバーが ${sent} インスタンス中 ${lost} 件を失いました: 保存に ${status} を返しましたが、${all(names)} はどこにもありません。`,
    expected: `取得、フレーム、メタデータ、検索のいずれかに ${all(names)}`,
    observed: 'いずれにも現れない',
    effect: FREES,
    remedy: 'インスタンスを永続的に保存してから成功を返し、保存できなければ 409 を返すか失敗として列挙してください。',
  }),
  'stored-not-found': ({ name, waitedMs }, seen) => ({
    headline: `${seen.request} で、${waitedMs} ミリ秒前に保存した ${name} が見つかりません。`,
    expected: `${name} の結果 1 件`,
    observed: `${waitedMs} ミリ秒後も結果なし`,
    effect: '検索で画像が見つからず、検索で確認するモダリティは失われたと判断します。',
    remedy: '保存に応答する前に検索インデックスへ登録するか、かかる時間を文書に記載してください。',
  }),
  'stored-found-late': ({ elapsedMs, windowMs }, seen) => ({
    headline: `${seen.request} で保存したものが見つかるまで ${elapsedMs} ミリ秒かかりました（許容は ${windowMs} ミリ秒）。`,
    expected: `${windowMs} ミリ秒以内に見つかる`,
    observed: `${elapsedMs} ミリ秒後に見つかった`,
    effect: '検索で確認する送信側は画像が失われたと判断し、再送します。',
    remedy: '保存に応答する前に検索インデックスへ登録するか、遅延を文書に記載してください。',
  }),
  'stored-not-described': ({ name, status }, seen) => ({
    headline:
      status === 200
        ? `保存を承認した ${name} が ${seen.request} に含まれません。`
        : `保存を承認した ${name} について、${seen.request} が ${status} を返します。`,
    expected: `${name} のメタデータ`,
    observed: status === 200 ? 'それを含まない応答' : `ステータス ${seen.status ?? status}`,
    effect: 'ビューアは最初にメタデータを読むため、画像を開けません。',
    remedy: '保存に応答する前に、各インスタンスのメタデータを取得できるようにしてください。',
  }),
  'stored-attribute-dropped': ({ tag }, seen) => ({
    headline: `保存した ${attributeName(tag)} が ${seen.request} にありません。`,
    expected: attributeName(tag),
    observed: '属性がない',
    effect: 'モダリティが記録した値が、メタデータを読むすべての利用者から失われます。',
    remedy: 'プライベート属性を含め、届いたすべての属性を保持し、メタデータで返してください。',
  }),
  'partial-store-answered-success': ({ status, expected }, seen) => ({
    headline: `${seen.request} は一部のインスタンスだけを保存しましたが、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: FREES,
    remedy: 'インスタンスごとの結果からステータスを決めてください。一部保存、一部拒否なら 202 です。',
  }),
  'partial-store-answered-failure': ({ status, seenBy }, seen) => ({
    headline: `${seen.request} は一部を保存したのに、202 ではなく ${status} を返します。`,
    expected: 'ステータス 202、または何も保存しない',
    observed: `ステータス ${seen.status ?? status}、しかし${seenBy === null ? '応答' : ` ${seenBy} `}に保存されたものがある`,
    effect: '送信側は全体が拒否されたと判断し、既にあるものを再送します。',
    remedy: 'インスタンスごとの結果からステータスを決めてください。一部保存、一部拒否なら 202 です。',
  }),
  'partial-store-refused-whole': ({ status, expected }, seen) => ({
    headline: `別スタディのインスタンスが 1 つあると、${seen.request} は全体を拒否し、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}（スタディに属するものは保存）`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '1 つの誤ったインスタンスのために、残りの画像もすべて保存されません。',
    remedy: 'インスタンスごとに判断し、スタディに属するものは保存、残りは失敗として列挙し、202 を返してください。',
  }),
  'partial-store-status': ({ status, expected }, seen) => ({
    headline: `別スタディのインスタンスを 1 つ含む ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '送信側はどれが保存されたか分からず、すべてを再送します。',
    remedy: 'インスタンスごとに判断し、スタディに属するものは保存、残りは失敗として列挙し、202 を返してください。',
  }),
  'refused-store-answered-success': ({ status, expected }, seen) => ({
    headline: `${seen.request} は何も保存していないのに、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: FREES,
    remedy: '1 つも保存しなかったときは 409 を返してください。',
  }),
  'refused-store-status': ({ status, expected }, seen) => ({
    headline: `スタディに属するものを含まない ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '送信側は UID の不一致を要求やサーバーの異常と取り違え、別の場所を調べます。',
    remedy: '要求の形式が正しく、1 つも保存しなかったときは 409 を返してください。',
  }),
  'refusal-unexplained': ({ type, bytes }, seen) => ({
    headline: `${seen.request} の 409 応答に、どのインスタンスが失敗したか書かれていません。`,
    expected: 'FailedSOPSequence を含む応答モジュール',
    observed: bytes === 0 ? 'ボディなし' : `${type ?? 'メディアタイプなし'} ${bytes} バイト`,
    effect: '運用者は拒否されたものを修正できません。',
    remedy: '409 とともに FailedSOPSequence を含む応答モジュールを返してください。',
  }),
  'stray-instance-stored': ({ name, operation }) => ({
    headline: `要求の URL が別のスタディを指すのに、${name} が保存されました: ${operation} に現れます。`,
    expected: `${name} を含まない ${operation}`,
    observed: '保存された',
    effect: '指定と異なるスタディに保存された画像が、別の患者のものになるおそれがあります。',
    remedy: '保存前に StudyInstanceUID をパスのスタディと照合し、失敗として列挙してください。',
  }),
  'repeated-store-server-error': ({ status }, seen) => ({
    headline: `保存済みインスタンスの ${seen.request} に、サーバーエラー ${status} を返します。`,
    expected: '500 未満のステータス',
    observed: `ステータス ${seen.status ?? status}`,
    effect: '応答を受け取れなかった送信側は再送しますが、終わることがありません。',
    remedy: '保存前に SOPInstanceUID を調べ、再送を完了、置換、拒否のいずれかとして扱ってください。',
  }),
  'repeated-store-duplicated': ({ count }, seen) => ({
    headline: `2 回保存したインスタンスについて、${seen.request} の結果が 1 件ではなく ${count} 件あります。`,
    expected: '以前と同じく結果 1 件',
    observed: `結果 ${count} 件`,
    effect: '同じ画像が画面に重複し、件数も誤ります。',
    remedy: 'SOPInstanceUID をキーとして保存してください。',
  }),
  'repeated-store-lost': (_, seen) => ({
    headline: `もう一度保存したインスタンスが失われました: ${seen.request} で見つかりません。`,
    expected: '以前と同じく結果 1 件',
    observed: '結果なし',
    effect: '応答を受け取れなかった送信側が行う再送によって、唯一の画像が消えます。',
    remedy: 'SOPInstanceUID をキーとし、2 つ目を保存するまで 1 つ目を残してください。',
  }),
  'changed-content-lost': ({ operation }) => ({
    headline: `同じ UID で別の内容を送ると、インスタンスが失われました: ${operation} に現れません。`,
    expected: `${operation} に最初または後の内容`,
    observed: 'どちらもない',
    effect: '同じ UID で別のオブジェクトを送るだけで、既にある画像が消えます。',
    remedy: '古い内容を残すか新しい内容に替え、もう一方を保存する前に削除しないでください。',
  }),
  'changed-content-differs': ({ told }) => ({
    headline: `同じ UID で別の内容を送った後、InstanceNumber が一致しません: ${all(told)}。`,
    expected: 'すべてで同じ InstanceNumber',
    observed: all(told),
    effect: '一覧とビューアで内容が異なり、誰も見ない画像についてレポートが書かれます。',
    remedy: '検索、メタデータ、取得のすべてで、古い内容を残すか新しい内容に一度に替えてください。',
  }),
  'unreadable-part-server-error': ({ status }, seen) => ({
    headline: `DICOM インスタンスでないパートを含む ${seen.request} に、サーバーエラー ${status} を返します。`,
    expected: '500 未満のステータスと、OtherFailuresSequence の項目',
    observed: `ステータス ${seen.status ?? status}`,
    effect: '壊れたファイル 1 つのために正常な画像も保存されず、送信側は再送を繰り返します。',
    remedy: 'パートごとにエラーを捕捉し、FailureReason を持つ項目を OtherFailuresSequence に加えてください。',
  }),
  'unreadable-part-concealed': ({ status, hasModule }, seen) => ({
    headline: `DICOM インスタンスでないパートを含む ${seen.request} に、それを知らせずに ${status} を返します。`,
    expected: 'OtherFailuresSequence の項目',
    observed: hasModule ? '項目のない応答モジュール' : '応答モジュールなし',
    effect: '壊れたファイルの痕跡が残らず、送信側は保存されたと数えます。',
    remedy: '読めないパートごとに、FailureReason を持つ項目を OtherFailuresSequence に加えてください。',
  }),
};
