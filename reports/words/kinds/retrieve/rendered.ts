import type { RENDERED } from '../../../../lib/breaches/kinds/retrieve/rendered.ts';
import { pictureChangeTold } from '../../picture-change-told.ts';
import { statusTold, typeTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

const pixels = {
  english: (width: number, height: number) => `${width} × ${height} pixels`,
  japanese: (width: number, height: number) => `${width} × ${height} 画素`,
};

const process = {
  english: (number: number | null, bits: number | null) =>
    number === null ? 'no JPEG frame header' : `SOF${number} with ${bits} bits a sample`,
  japanese: (number: number | null, bits: number | null) =>
    number === null ? 'JPEG のフレームヘッダーなし' : `SOF${number}、サンプル ${bits} ビット`,
};

export const RENDERED_WORDS: WordsFor<typeof RENDERED> = {
  'rendered-not-retrieved': {
    english: (told, seen) => ({
      headline: `${seen.request} renders no picture: it is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy: 'Serve /rendered on instances and frames, with JPEG as the default.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が画像を描画しません: 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'インスタンスとフレームの /rendered を、JPEG を既定として提供してください。',
    }),
  },
  'rendered-png-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} does not render PNG: it is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy: 'Offer image/png for single-frame images.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が PNG を描画しません: 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '単一フレーム画像で image/png を提供してください。',
    }),
  },
  'rendered-gif-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} does not render GIF: it is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy: 'Offer image/gif for single-frame images.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が GIF を描画しません: 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '単一フレーム画像で image/gif を提供してください。',
    }),
  },
  'rendered-no-picture': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with ${typeTold.english(type)} instead of a picture.`,
      expected: 'an image media type',
      observed: typeTold.english(type),
      remedy: 'Render the image, and label it with its media type.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答が画像ではなく ${typeTold.japanese(type)} です。`,
      expected: '画像のメディアタイプ',
      observed: typeTold.japanese(type),
      remedy: '画像を描画し、そのメディアタイプを付けてください。',
    }),
  },
  'rendered-bytes-of-another-format': {
    english: ({ type, found }, seen) => ({
      headline: `${seen.request} labels ${found === null ? 'bytes that are no known picture' : found} as ${type}.`,
      expected: `bytes of ${type}`,
      observed: typeTold.english(found),
      remedy: 'Label the picture with the format that it is encoded in.',
    }),
    japanese: ({ type, found }, seen) => ({
      headline: `${seen.request} が${found === null ? '既知の画像でないバイト列' : ` ${found} `}を ${type} として返します。`,
      expected: `${type} のバイト列`,
      observed: typeTold.japanese(found),
      remedy: '画像には、実際に符号化した形式のメディアタイプを付けてください。',
    }),
  },
  'rendered-in-another-format': {
    english: ({ asked, type }, seen) => ({
      headline: `${seen.request} renders ${typeTold.english(type)} instead of ${asked}.`,
      expected: asked,
      observed: typeTold.english(type),
      remedy: 'Choose the format by the Accept header field, with JPEG as the default.',
    }),
    japanese: ({ asked, type }, seen) => ({
      headline: `${seen.request} が ${asked} ではなく ${typeTold.japanese(type)} を描画します。`,
      expected: asked,
      observed: typeTold.japanese(type),
      remedy: '形式は Accept ヘッダーで選び、既定は JPEG にしてください。',
    }),
  },
  'rendered-jpeg-not-baseline': {
    english: ({ process: number, bits }, seen) => ({
      headline: `${seen.request} renders a JPEG that is not baseline: ${process.english(number, bits)}.`,
      expected: 'SOF0 with 8 bits a sample',
      observed: process.english(number, bits),
      remedy: 'Encode with baseline JPEG, 8 bits a sample.',
    }),
    japanese: ({ process: number, bits }, seen) => ({
      headline: `${seen.request} が描画する JPEG はベースラインではありません: ${process.japanese(number, bits)}。`,
      expected: 'SOF0、サンプル 8 ビット',
      observed: process.japanese(number, bits),
      remedy: 'サンプル 8 ビットのベースライン JPEG で符号化してください。',
    }),
  },
  'rendered-size': {
    english: ({ name, width, height, columns, rows }, seen) => ({
      headline: `${seen.request} renders ${name} with ${pixels.english(width, height)} instead of ${pixels.english(columns, rows)}.`,
      expected: `${pixels.english(columns, rows)}, as ${name} has`,
      observed: pixels.english(width, height),
      remedy: 'Without a viewport, render the image at its Rows and Columns.',
    }),
    japanese: ({ name, width, height, columns, rows }, seen) => ({
      headline: `${seen.request} が ${name} を ${pixels.japanese(columns, rows)}ではなく ${pixels.japanese(width, height)}で描画します。`,
      expected: `${name} と同じ ${pixels.japanese(columns, rows)}`,
      observed: pixels.japanese(width, height),
      remedy: 'ビューポートの指定がないときは、Rows と Columns の大きさで描画してください。',
    }),
  },
  'rendered-inverted': {
    english: ({ name, likeness, least }, seen) => ({
      headline: `${seen.request} renders ${name} inverted: dark is bright and bright is dark.`,
      expected: `a correlation with the stored picture of at least ${least}`,
      observed: `a correlation of ${likeness}`,
      remedy: 'Apply PhotometricInterpretation and the presentation LUT shape before encoding.',
    }),
    japanese: ({ name, likeness, least }, seen) => ({
      headline: `${seen.request} が ${name} を白黒反転して描画します。`,
      expected: `保存した画像との相関 ${least} 以上`,
      observed: `相関 ${likeness}`,
      remedy: '符号化の前に PhotometricInterpretation とプレゼンテーション LUT の形状を適用してください。',
    }),
  },
  'rendered-of-another': {
    english: ({ name, shown }, seen) => ({
      headline: `${seen.request} renders another image: the picture for ${name} is that of ${shown}.`,
      expected: `a picture of ${name}`,
      observed: `a picture of ${shown}`,
      remedy:
        'Render the instance and the frame that the path names: look for a cache or a variable that holds another.',
    }),
    japanese: ({ name, shown }, seen) => ({
      headline: `${seen.request} が別の画像を描画します: ${name} の代わりに ${shown} の画像です。`,
      expected: `${name} の画像`,
      observed: `${shown} の画像`,
      remedy: 'パスが示すインスタンスとフレームを描画し、別のものを持つキャッシュや変数がないか確認してください。',
    }),
  },
  'rendered-looks-different': {
    english: ({ name, likeness, least, how }, seen) => {
      const change = pictureChangeTold('english', how);
      return {
        headline: `${seen.request} renders ${name} ${change?.how ?? 'so that it does not look like what was stored'}.`,
        expected: `a correlation with the stored picture of at least ${least}`,
        observed: change?.isPlain ? 'a picture of one shade' : `a correlation of ${likeness}`,
        remedy:
          change?.remedy ??
          'Render the frame that was asked for; apply PhotometricInterpretation and palettes before encoding.',
      };
    },
    japanese: ({ name, likeness, least, how }, seen) => {
      const change = pictureChangeTold('japanese', how);
      return {
        headline: change
          ? `${seen.request} が ${name} を${change.how}描画します。`
          : `${seen.request} が描画する ${name} は、保存した画像と似ていません。`,
        expected: `保存した画像との相関 ${least} 以上`,
        observed: change?.isPlain ? '1 色だけの画像' : `相関 ${likeness}`,
        remedy:
          change?.remedy ??
          '求められたフレームを描画し、符号化の前に PhotometricInterpretation とパレットを適用してください。',
      };
    },
  },
};
