import type { BULK_DATA } from '../../../lib/breaches/kinds/bulkdata.ts';
import { attributeName } from '../quote.ts';
import type { SeenIn, WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const route = ({ request }: SeenIn) => (request.includes('/') ? `: ${request}` : '');
const OCTETS = 'multipart/related; type="application/octet-stream"';

export const BULK_DATA_JAPANESE: WordsFor<typeof BULK_DATA> = {
  'bulkdata-not-retrieved': (told, seen) => ({
    headline: `サーバーが示した BulkDataURI が、200 ではなく ${told.status} で応答します${route(seen)}。`,
    ...statusTold(told, seen),
    effect: 'メタデータを読むビューアは、参照された画素や値を読み込めません。',
    remedy: 'メタデータが示すすべての BulkDataURI を提供し、クライアントが使うベース URL から作ってください。',
  }),
  'bulkdata-octets-refused': (told, seen) => ({
    headline: `${seen.request} を application/octet-stream で取得できません: 200 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'ほかの型のデコーダーを持たないクライアントは、値を読み込めません。',
    remedy: `すべての BulkDataURI を ${OCTETS} でも提供してください。`,
  }),
  'bulkdata-media-type': ({ type }, seen) => ({
    headline: `${seen.request} がバルクデータを multipart/related ではなく ${typeTold(type)} で返します。`,
    expected: OCTETS,
    observed: typeTold(type),
    effect: '境界で応答を分けるクライアントは、値を見つけられません。',
    remedy: `求められたときは ${OCTETS} で応答してください。`,
  }),
  'bulkdata-part-media-type': ({ type }, seen) => ({
    headline: `application/octet-stream を求めた ${seen.request} が ${typeTold(type)} のパートを返します。`,
    expected: 'application/octet-stream のパート',
    observed: typeTold(type),
    effect: 'その型のデコーダーを持たないクライアントは、値を読み込めません。',
    remedy: '非圧縮の値は application/octet-stream で送り、各パートにその型を付けてください。',
  }),
  'bulkdata-parts': ({ tag, path, name, parts }, seen) => ({
    headline: `${seen.request} が、${name} の ${attributeName(tag)} に 1 つの値ではなく ${parts} パートを返します。`,
    expected: `${path} の値 1 つ`,
    observed: `${parts} パート`,
    effect: 'クライアントは最初のパートを値の全体と取り違えるか、値を見つけられません。',
    remedy: '要素の値を 1 パートで返してください。複数パートはカプセル化されたフレームだけに許されます。',
  }),
  'bulkdata-bytes-changed': ({ tag, path, name, stored, returned }, seen) => ({
    headline: `${seen.request} が返すバイトが、${name} の ${attributeName(tag)} と異なります。`,
    expected: `${path} の ${stored} バイト`,
    observed: stored === returned ? '同じ長さで、一部のバイトが異なる' : `異なる ${returned} バイト`,
    effect: 'メタデータを読むビューアが、保存していない画素や値、または別の画像を表示します。',
    remedy: '参照が表す要素の保存値を、リトルエンディアンで返してください。',
  }),
};
