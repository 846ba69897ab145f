import type { DELETE } from '../../../lib/breaches/kinds/delete.ts';
import { alternatives } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { levelName } from './search-phrases.ts';
import { inJapanese } from './sentences/index.ts';

const RELIES = 'プライバシー保護や訂正のために削除されたと知らされた利用者の認識が、誤りになります。';
const LEVELS: Readonly<Record<string, string>> = {
  study: '検査',
  series: 'シリーズ',
  instance: 'インスタンス',
};
const named = (level: string) => LEVELS[level] ?? level;

export const DELETE_JAPANESE: WordsFor<typeof DELETE> = {
  'delete-without-effect': ({ level, operation }) => ({
    headline: `${named(level)}の削除に成功を返しますが、何も削除されません: ${inJapanese(operation)} にまだ現れます。`,
    expected: `${named(level)}を含まない ${inJapanese(operation)}`,
    observed: 'まだある',
    effect: RELIES,
    remedy: '取得できなくなってから成功を返し、何も削除しなかったときはエラーを返してください。',
  }),
  'delete-left-instances': ({ level, left, of }) => ({
    headline: `${named(level)}の削除に成功を返しますが、${of} インスタンス中 ${left} 件が残っています。`,
    expected: `${named(level)}のものが何も残らない`,
    observed: `${left} インスタンスが残っている`,
    effect: RELIES,
    remedy: 'URL が指す全インスタンスを一度に削除し、すべてなくなってから成功を返してください。',
  }),
  'deleted-still-retrieved': ({ level, operation }, seen) => ({
    headline: `${seen.request} が、削除した${named(level)}をまだ返します。`,
    expected: `${named(level)}を含まない ${inJapanese(operation)}`,
    observed: 'まだある',
    effect: `${RELIES}URL を知る者は引き続き読み取れます。`,
    remedy: '削除時に、このリソースとそのキャッシュからもオブジェクトを除いてください。',
  }),
  'deleted-still-found': ({ level, operation }, seen) => ({
    headline: `${seen.request} が、削除した${named(level)}をまだ列挙します。`,
    expected: `${named(level)}を含まない ${inJapanese(operation)}`,
    observed: 'まだある',
    effect: '削除した患者データが一覧に残り、開けないものへ導きます。',
    remedy: 'オブジェクトの削除と同時に、検索インデックスとそのキャッシュを更新してください。',
  }),
  'deleted-value-still-answered': ({ level, operation, status }, seen) => ({
    headline: `${seen.request} が、削除した${named(level)}の値をまだ返します。`,
    expected: `値のない ${inJapanese(operation)}（404 など）`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: `${RELIES}URL を知る者は引き続き画素や値を見られます。`,
    remedy: 'フレーム、バルクデータ、レンダリング画像とそのキャッシュも、インスタンスとともに削除してください。',
  }),
  'deleted-came-back': ({ level, operation }, seen) => ({
    headline: `別のものを削除または保存した後、削除した${named(level)}が ${seen.request} に再び現れます。`,
    expected: `以前と同じく、${named(level)}を含まない ${inJapanese(operation)}`,
    observed: '再びある',
    effect: RELIES,
    remedy: '復元、再インデックス、同期によって、削除したオブジェクトが戻らないようにしてください。',
  }),
  'deleted-another': ({ level, gone, of, operation }) => ({
    headline: `${named(level)}を削除すると、指定していない他のインスタンス ${of} 件中 ${gone} 件も削除されました。`,
    expected: `以前と同じく、他のインスタンスを含む ${inJapanese(operation)}`,
    observed: `${of} 件中 ${gone} 件がなくなった`,
    effect: '誰も削除を求めていない患者の画像が失われます。',
    remedy: '最後の UID や親だけでなく、パスのすべての UID で対象を絞って削除してください。',
  }),
  'rest-not-served': ({ level, status, expected }, seen) => ({
    headline: `${levelName(level)}の一部を削除した後、残りを取得できません。${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
    expected: `ステータス ${alternatives(expected)} と、削除されていないもの`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: `一つの画像を削除すると、同じ${levelName(level)}の残りの画像も開けなくなります。`,
    remedy: `削除の URL が指すものだけを取り除き、残りがある間は${levelName(level)}を保ってください。`,
  }),
  'delete-success-status': ({ status, expected }, seen) => ({
    headline: `${seen.request} が ${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '文書に記載されたステータスに従うクライアントは、削除に失敗したと判断して再試行します。',
    remedy: `${alternatives(expected)} を返すか、代わりに使うステータスを文書に記載してください。`,
  }),
  'delete-content-with-204': ({ bytes }, seen) => ({
    headline: `${seen.request} の 204 応答に ${bytes} バイトの内容があります。`,
    expected: '204 には内容なし',
    observed: `${bytes} バイト`,
    effect: 'そのバイト列が同じ接続の次の応答と解釈され、読めなくなります。',
    remedy: '204 ではボディも Content-Length も送らないか、ボディ付きで 200 を返してください。',
  }),
  'delete-refused': ({ level, status, expected }, seen) => ({
    headline: `${seen.request} は${named(level)}を削除せず、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}（何も削除されない）`,
    effect: `誤って保存したものを、${named(level)}単位で削除できません。`,
    remedy: '検査、シリーズ、インスタンスを同じ処理で削除するか、提供しないレベルを文書に記載してください。',
  }),
  'delete-done-answered-failure': ({ level, status, expected }, seen) => ({
    headline: `${seen.request} は${named(level)}を削除しますが、${alternatives(expected)} ではなく ${status} を返します。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}、${named(level)}はなくなった`,
    effect: '実際には削除されたのに、クライアントは何も削除されなかったと報告します。',
    remedy: `削除したときは ${alternatives(expected)} を返してください。`,
  }),
};
