import type { RENDERED } from '../../../lib/breaches/kinds/rendered.ts';
import type { WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const pixels = (width: number, height: number) => `${width} × ${height} 画素`;
const process = (number: number | null, bits: number | null) =>
  number === null ? 'JPEG のフレームヘッダーなし' : `SOF${number}、サンプル ${bits} ビット`;

export const RENDERED_JAPANESE: WordsFor<typeof RENDERED> = {
  'rendered-not-retrieved': (told, seen) => ({
    headline: `${seen.request} が画像を描画しません: 200 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'DICOM デコーダーを持たないブラウザー、レポート、モバイル端末で画像が表示されません。',
    remedy: 'インスタンスとフレームの /rendered を、JPEG を既定として提供してください。',
  }),
  'rendered-png-refused': (told, seen) => ({
    headline: `${seen.request} が PNG を描画しません: 200 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: '劣化のない画像を埋め込むレポートが、画像を得られません。',
    remedy: '単一フレーム画像で image/png を提供してください。',
  }),
  'rendered-gif-refused': (told, seen) => ({
    headline: `${seen.request} が GIF を描画しません: 200 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'GIF を求めるクライアントが、画像を得られません。',
    remedy: '単一フレーム画像で image/gif を提供してください。',
  }),
  'rendered-no-picture': ({ type }, seen) => ({
    headline: `${seen.request} の応答が画像ではなく ${typeTold(type)} です。`,
    expected: '画像のメディアタイプ',
    observed: typeTold(type),
    effect: 'ブラウザーやレポートで画像が表示されません。',
    remedy: '画像を描画し、そのメディアタイプを付けてください。',
  }),
  'rendered-bytes-of-another-format': ({ type, found }, seen) => ({
    headline: `${seen.request} が${found === null ? '既知の画像でないバイト列' : ` ${found} `}を ${type} として返します。`,
    expected: `${type} のバイト列`,
    observed: typeTold(found),
    effect: '表示された型で復号するクライアントでは、何も表示されません。',
    remedy: '画像には、実際に符号化した形式のメディアタイプを付けてください。',
  }),
  'rendered-in-another-format': ({ asked, type }, seen) => ({
    headline: `${seen.request} が ${asked} ではなく ${typeTold(type)} を描画します。`,
    expected: asked,
    observed: typeTold(type),
    effect: '形式を指定したクライアントに、復号できないかもしれない形式が届きます。',
    remedy: '形式は Accept ヘッダーで選び、既定は JPEG にしてください。',
  }),
  'rendered-jpeg-not-baseline': ({ process: number, bits }, seen) => ({
    headline: `${seen.request} が描画する JPEG はベースラインではありません: ${process(number, bits)}。`,
    expected: 'SOF0、サンプル 8 ビット',
    observed: process(number, bits),
    effect: 'ベースライン JPEG だけを復号するブラウザーで、画像が表示されません。',
    remedy: 'サンプル 8 ビットのベースライン JPEG で符号化してください。',
  }),
  'rendered-size': ({ name, width, height, columns, rows }, seen) => ({
    headline: `${seen.request} が ${name} を ${pixels(columns, rows)}ではなく ${pixels(width, height)}で描画します。`,
    expected: `${name} と同じ ${pixels(columns, rows)}`,
    observed: pixels(width, height),
    effect: '細部が失われ、画像上の計測が誤ります。',
    remedy: 'ビューポートの指定がないときは、Rows と Columns の大きさで描画してください。',
  }),
  'rendered-inverted': ({ name, likeness, least }, seen) => ({
    headline: `${seen.request} が ${name} を白黒反転して描画します。`,
    expected: `保存した画像との相関 ${least} 以上`,
    observed: `相関 ${likeness}`,
    effect: '医師が反転した画像を読影し、空気が骨のように見えます。',
    remedy: '符号化の前に PhotometricInterpretation とプレゼンテーション LUT の形状を適用してください。',
  }),
  'rendered-looks-different': ({ name, likeness, least }, seen) => ({
    headline: `${seen.request} が描画する ${name} は、保存した画像と似ていません。`,
    expected: `保存した画像との相関 ${least} 以上`,
    observed: `相関 ${likeness}`,
    effect: '医師が、誤った色や白黒、または別の画像を見ます。',
    remedy: '求められたフレームを描画し、符号化の前に PhotometricInterpretation とパレットを適用してください。',
  }),
};
