import type { RETRIEVE } from '../../../lib/breaches/kinds/retrieve.ts';
import { alternatives, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const DICOM = 'multipart/related; type="application/dicom"';
const WAITS = 'クライアントは、存在しないことと、障害や空の検査とを区別できず、待つか再試行します。';
const LEVELS: Readonly<Record<string, string>> = {
  study: '検査',
  series: 'シリーズ',
  instance: 'インスタンス',
};
const named = (level: string) => LEVELS[level] ?? level;

export const RETRIEVE_JAPANESE: WordsFor<typeof RETRIEVE> = {
  'instances-not-retrieved': (told, seen) => ({
    headline: `${seen.request} がインスタンスを返しません: 200 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'ビューアやほかのアーカイブが画像を取得できません。',
    remedy:
      told.status >= 500
        ? `サーバーのログで原因を確認し、インスタンスを ${DICOM} で返してください。`
        : `200 で、インスタンスを ${DICOM} で返してください。`,
  }),
  'instances-media-type': ({ type }, seen) => ({
    headline: `${seen.request} の応答が ${DICOM} ではなく ${typeTold(type)} です。`,
    expected: DICOM,
    observed: typeTold(type),
    effect: '境界で応答を分けるクライアントは、インスタンスを見つけられません。',
    remedy: `インスタンスは、境界を示した ${DICOM} で送ってください。`,
  }),
  'instance-part-media-type': ({ type }, seen) => ({
    headline: `${seen.request} が application/dicom ではなく ${typeTold(type)} のパートを返します。`,
    expected: 'application/dicom のパート',
    observed: typeTold(type),
    effect: '型でパートを選ぶクライアントが、インスタンスを読み飛ばします。',
    remedy: '各パートに Content-Type: application/dicom を付けてください。',
  }),
  'retrieve-empty': ({ level }, seen) => ({
    headline: `${seen.request} が成功を返しますが、${named(level)}のインスタンスを 1 つも含みません。`,
    expected: `${named(level)}のインスタンス`,
    observed: 'application/dicom のパートなし',
    effect: 'クライアントが検査を空と判断し、誰も画像を見ません。',
    remedy: '保存されているインスタンスを返し、できないときはエラーを返してください。',
  }),
  'retrieve-unreadable': ({ level, parts }, seen) => ({
    headline: `${seen.request} が、インスタンスとして読めない ${parts} パートを返します。`,
    expected: `${named(level)}のインスタンス`,
    observed: `読み取れる SOP Instance UID のない ${parts} パート`,
    effect: 'ビューアは受け取ったものを開けません。',
    remedy: '各 application/dicom パートを、完全な PS3.10 ファイルとして送ってください。',
  }),
  'instance-missing': ({ instance, name }, seen) => ({
    headline: `${seen.request} の応答に、含まれるはずの ${name} がありません。`,
    expected: `インスタンス ${instance}`,
    observed: 'それを持つパートなし',
    effect: '医師はこの画像を見ず、欠けていることも知らされません。移行では失われます。',
    remedy: 'リソースの下の全インスタンスを返すか、エラーを返してください。一部だけを成功として返さないでください。',
  }),
  'foreign-instance': ({ instance }, seen) => ({
    headline: `${seen.request} が、求めていないインスタンスを返します: ${quoted(instance)}。`,
    expected: 'パスのインスタンスだけ',
    observed: `インスタンス ${quoted(instance)}`,
    effect: '別のシリーズ、検査、患者の画像が混ざって表示されます。',
    remedy: 'パスのすべての UID で、それだけで選択してください。',
  }),
  'instance-repeated': ({ instance }, seen) => ({
    headline: `${seen.request} が同じインスタンスを 2 回以上返します: ${quoted(instance)}。`,
    expected: '各インスタンス 1 回',
    observed: `${quoted(instance)} の重複`,
    effect: 'ビューアが画像を 2 回表示し、アーカイブが 2 回保存します。',
    remedy: 'インスタンスの一覧から重複を除いてください。',
  }),
  'instance-with-others': ({ instance, count }, seen) => ({
    headline: `1 つを求めた ${seen.request} が ${count} インスタンスを返します。`,
    expected: `インスタンス ${instance} だけ`,
    observed: `${count} インスタンス`,
    effect: '最初のパートを使うクライアントが、求めたものと別の画像を表示します。',
    remedy: 'パスの SOP Instance UID でも選択してください。',
  }),
  'unknown-resource-success': (told, seen) => ({
    headline: `${seen.request} が、保存されていないものに ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: WAITS,
    remedy: 'パスの下に何も保存されていないときは 404 で、削除されたと分かるものは 410 で応答してください。',
  }),
  'unknown-resource-badly-refused': (told, seen) => ({
    headline: `${seen.request} が、保存されていないものに ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: WAITS,
    remedy: '読み出す前にリソースを探し、ないときは 404 で応答してください。',
  }),
  'found-below-another-parent': (told, seen) => ({
    headline: `${seen.request} が、属していない検査またはシリーズの下でオブジェクトを見つけます。`,
    ...statusTold(told, seen),
    effect: '2 つの検査を混ぜたパスによって、画像が別の患者のものになります。',
    remedy: '最後の UID だけでなく、パスのすべての UID を確認してください。',
  }),
  'nothing-below-another-parent-success': (told, seen) => ({
    headline: `${seen.request} が、存在しないパスに ${alternatives(told.expected)} ではなく ${told.status} と空の応答を返します。`,
    ...statusTold(told, seen),
    effect: WAITS,
    remedy: 'オブジェクトがパスの親に属さないときは 404 で応答してください。',
  }),
  'another-parent-badly-refused': (told, seen) => ({
    headline: `${seen.request} が、別の親の下のオブジェクトに ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: WAITS,
    remedy: 'オブジェクトがパスの親に属さないときは 404 で応答してください。',
  }),
  'retrieve-url-dead': (told, seen) => ({
    headline: `サーバーが示した RetrieveURL の ${seen.request} が、200 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: '検索や保存の応答からリンクをたどるクライアントで、何も表示されません。',
    remedy: 'RetrieveURL は、サービスの公開ベース URL とオブジェクトの UID から作ってください。',
  }),
  'retrieve-url-leads-elsewhere': ({ url, instance }, seen) => ({
    headline: `サーバーが示した RetrieveURL の ${seen.request} が、別のインスタンスへ導きます: ${quoted(instance)}。`,
    expected: `${quoted(url)} が表すもの`,
    observed: `インスタンス ${quoted(instance)}`,
    effect: 'リンクをたどるビューアが、一覧にあったものと別の画像を表示します。',
    remedy: 'RetrieveURL は、それが添えられたオブジェクトの UID から作ってください。',
  }),
  'retrieve-url-unreadable': ({ url }, seen) => ({
    headline: `サーバーが示した RetrieveURL の ${seen.request} が、読めないパートへ導きます。`,
    expected: `${quoted(url)} が表すもの`,
    observed: 'インスタンスとして読めないパート',
    effect: 'リンクをたどるビューアは、受け取ったものを開けません。',
    remedy: '各 application/dicom パートを、完全な PS3.10 ファイルとして送ってください。',
  }),
  'retrieve-url-empty': ({ url }, seen) => ({
    headline: `サーバーが示した RetrieveURL の ${seen.request} に、それが表すインスタンスが 1 つもありません。`,
    expected: `${quoted(url)} の下のインスタンス`,
    observed: 'それが表すものはなし',
    effect: '検索や保存の応答からリンクをたどるクライアントで、何も表示されません。',
    remedy: 'RetrieveURL は、それが添えられた検査、シリーズ、インスタンスへ導いてください。',
  }),
};
