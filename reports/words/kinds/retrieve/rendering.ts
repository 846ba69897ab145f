import type { RENDERING } from '../../../../lib/breaches/kinds/retrieve/rendering.ts';
import { alternatives, counted, either } from '../../quote.ts';
import { statusTold, typeTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

const LEVELS: Readonly<Record<string, string>> = {
  study: '検査',
  series: 'シリーズ',
  instance: 'インスタンス',
  frame: 'フレーム',
};
const level = (name: string): string => LEVELS[name] ?? name;

export const RENDERING_WORDS: WordsFor<typeof RENDERING> = {
  'rendering-parameter-refused': {
    english: ({ status, expected, parameter, value }, seen) => ({
      headline: `${seen.request} with ${parameter}=${value} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${status}`,
      remedy: 'Support the parameters of rendering that Table 10.4.1-5 has mandatory.',
    }),
    japanese: ({ status, expected, parameter, value }, seen) => ({
      headline: `${parameter}=${value} を付けた ${seen.request} が ${alternatives(expected)} ではなく ${status} で応答します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${status}`,
      remedy: '表 10.4.1-5 で必須とされる描画パラメーターに対応してください。',
    }),
  },
  'rendering-parameter-not-refused': {
    english: ({ status, expected, parameter, value }, seen) => ({
      headline: `${seen.request} with ${parameter}=${value}, which is not allowed, is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${status}`,
      remedy: 'Answer 400 to a value that the clause does not allow.',
    }),
    japanese: ({ status, expected, parameter, value }, seen) => ({
      headline: `許されない値 ${parameter}=${value} を付けた ${seen.request} が ${alternatives(expected)} ではなく ${status} で応答します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${status}`,
      remedy: '規定で許されない値には 400 で応答してください。',
    }),
  },
  'viewport-not-fitted': {
    english: ({ value, width, height, columns, rows }, seen) => ({
      headline: `${seen.request} with viewport=${value} renders ${width} × ${height} pixels instead of ${columns} × ${rows}.`,
      expected: `${columns} × ${rows} pixels: the largest that fit without distortion`,
      observed: `${width} × ${height} pixels`,
      remedy: 'Scale the picture to the largest size that fits the viewport, and keep its proportions.',
    }),
    japanese: ({ value, width, height, columns, rows }, seen) => ({
      headline: `viewport=${value} を付けた ${seen.request} が ${columns} × ${rows} ではなく ${width} × ${height} 画素を描画します。`,
      expected: `${columns} × ${rows} 画素（ゆがみなく収まる最大の大きさ）`,
      observed: `${width} × ${height} 画素`,
      remedy: '縦横比を保ち、ビューポートに収まる最大の大きさに拡大縮小してください。',
    }),
  },
  'viewport-shows-another-region': {
    english: ({ value, likeness, least }, seen) => ({
      headline: `${seen.request} with viewport=${value} shows another region of the image.`,
      expected: `a correlation with that region of at least ${least}`,
      observed: `a correlation of ${likeness}`,
      remedy: 'Crop the source to sx, sy, sw and sh before scaling.',
    }),
    japanese: ({ value, likeness, least }, seen) => ({
      headline: `viewport=${value} を付けた ${seen.request} が、画像の別の領域を表示します。`,
      expected: `その領域との相関 ${least} 以上`,
      observed: `相関 ${likeness}`,
      remedy: '拡大縮小の前に、元の画像を sx、sy、sw、sh で切り抜いてください。',
    }),
  },
  'window-not-applied': {
    english: ({ value, likeness, least }, seen) => ({
      headline: `${seen.request} does not apply window=${value}.`,
      expected: `a correlation with the picture in that window of at least ${least}`,
      observed: `a correlation of ${likeness}`,
      remedy: 'Apply centre, width and function of the window to the modality values.',
    }),
    japanese: ({ value, likeness, least }, seen) => ({
      headline: `${seen.request} が window=${value} を適用しません。`,
      expected: `そのウィンドウでの画像との相関 ${least} 以上`,
      observed: `相関 ${likeness}`,
      remedy: 'ウィンドウの中心、幅、関数をモダリティ値に適用してください。',
    }),
  },
  'annotation-not-drawn': {
    english: ({ value }, seen) => ({
      headline: `${seen.request} with annotation=${value} draws nothing into the picture.`,
      expected: `the annotation in the picture`,
      observed: `the same picture as without`,
      remedy: 'Draw the annotation, or say by Warning 299 that it is not supported.',
    }),
    japanese: ({ value }, seen) => ({
      headline: `annotation=${value} を付けた ${seen.request} が、画像に何も描き込みません。`,
      expected: `画像内の注釈`,
      observed: `注釈なしと同じ画像`,
      remedy: '注釈を描き込むか、対応していないことを Warning 299 で示してください。',
    }),
  },
  'rendered-together-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} renders no study or series: it is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy: 'Serve /rendered of studies and series as multipart/related.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が検査やシリーズを描画しません: 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '検査とシリーズの /rendered を multipart/related で提供してください。',
    }),
  },
  'rendered-alone-not-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} of a study or series as one picture is answered ${told.status} instead of 406.`,
      ...statusTold.english(told, seen),
      remedy: 'Answer 406 to a study or series as a single picture.',
    }),
    japanese: (told, seen) => ({
      headline: `検査やシリーズを 1 枚の画像として求める ${seen.request} が、406 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '検査やシリーズを 1 枚の画像として求められたときは 406 で応答してください。',
    }),
  },
  'rendered-frames-refused': {
    english: (told, seen) => ({
      headline: `${seen.request}, a list of frames, is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy: 'Render a list of frames as multipart/related with a picture of each.',
    }),
    japanese: (told, seen) => ({
      headline: `フレーム一覧の ${seen.request} が、200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'フレーム一覧を、各フレームの画像からなる multipart/related で描画してください。',
    }),
  },
  'rendered-whole-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} of a multi-frame instance is answered ${told.status}.`,
      ...statusTold.english(told, seen),
      remedy: 'Render a frame or all of them, or answer 406.',
    }),
    japanese: (told, seen) => ({
      headline: `マルチフレームのインスタンスの ${seen.request} が ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '1 フレームまたは全フレームを描画するか、406 で応答してください。',
    }),
  },
  'rendered-together-as-one-picture': {
    english: ({ level: of, type }, seen) => ({
      headline: `${seen.request} renders the ${of} as one picture (${typeTold.english(type)}), though multipart/related was asked for.`,
      expected: `multipart/related with a picture of each image of the ${of}`,
      observed: `one picture, ${typeTold.english(type)}`,
      remedy: `Render each image of the ${of} as a part of its own.`,
    }),
    japanese: ({ level: of, type }, seen) => ({
      headline: `${seen.request} は multipart/related を求められたのに、${level(of)}を 1 枚の画像（${typeTold.japanese(type)}）として描画します。`,
      expected: `${level(of)}の画像ごとに 1 枚を含む multipart/related`,
      observed: `1 枚の画像、${typeTold.japanese(type)}`,
      remedy: `${level(of)}の各画像を、それぞれ 1 つのパートとして描画してください。`,
    }),
  },
  'rendered-parts-missing': {
    english: ({ of, asked, returned }, seen) =>
      of === 'study' || of === 'series'
        ? {
            headline: `${seen.request} is answered 200 with no picture of the ${of}.`,
            expected: `a picture of each image of the ${of}`,
            observed: 'no part with a picture',
            remedy: `Render each image of the ${of} as a part of its own.`,
          }
        : {
            headline: `${seen.request} renders ${counted(returned, 'picture')} of ${counted(asked, 'frame')}.`,
            expected: counted(asked, 'picture'),
            observed: counted(returned, 'picture'),
            remedy: 'Render each frame of the list as a part of its own.',
          },
    japanese: ({ of, asked, returned }, seen) =>
      of === 'study' || of === 'series'
        ? {
            headline: `${seen.request} に 200 で応答しますが、${level(of)}の画像が 1 枚もありません。`,
            expected: `${level(of)}の画像ごとに 1 枚`,
            observed: '画像のパートなし',
            remedy: `${level(of)}の各画像を、それぞれ 1 つのパートとして描画してください。`,
          }
        : {
            headline: `${seen.request} が ${asked} フレームのうち ${returned} 枚の画像を描画します。`,
            expected: `${asked} 枚の画像`,
            observed: `${returned} 枚の画像`,
            remedy: '一覧の各フレームを、それぞれ 1 つのパートとして描画してください。',
          },
  },
  'rendered-another-frame': {
    english: ({ frame, likeness, least }, seen) => ({
      headline: `${seen.request} shows another picture in the place of frame ${frame}.`,
      expected: `a correlation with frame ${frame} of at least ${least}`,
      observed: `a correlation of ${likeness}`,
      remedy: 'Render the frames of the list in its order, counted from 1.',
    }),
    japanese: ({ frame, likeness, least }, seen) => ({
      headline: `${seen.request} がフレーム ${frame} の位置に別の画像を表示します。`,
      expected: `フレーム ${frame} との相関 ${least} 以上`,
      observed: `相関 ${likeness}`,
      remedy: '1 から数えて、一覧の順序どおりにフレームを描画してください。',
    }),
  },
  'thumbnails-of-some-levels': {
    english: ({ offered = [], missing = [] }) => ({
      headline: `The server has thumbnails of ${offered.join(' and ')}, and none of ${missing.join(' and ')}.`,
      expected: `thumbnails at every level, or at none`,
      observed: `none of ${missing.join(', ')}`,
      remedy: 'Serve /thumbnail of studies, series, instances and frames.',
    }),
    japanese: ({ offered = [], missing = [] }) => ({
      headline: `サーバーには ${offered.map(level).join('と')}のサムネイルがあり、${missing.map(level).join('と')}のサムネイルがありません。`,
      expected: `すべてのレベルのサムネイル、またはどのレベルにもないこと`,
      observed: `${missing.map(level).join('、')}のサムネイルなし`,
      remedy: '検査、シリーズ、インスタンス、フレームの /thumbnail を提供してください。',
    }),
  },
  'thumbnail-no-picture': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with ${typeTold.english(type)} instead of a picture.`,
      expected: `one picture`,
      observed: `${typeTold.english(type)}`,
      remedy: 'Answer with one picture, as JPEG by default.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答が画像ではなく ${typeTold.japanese(type)} です。`,
      expected: `1 枚の画像`,
      observed: `${typeTold.japanese(type)}`,
      remedy: '既定の JPEG で、1 枚の画像を返してください。',
    }),
  },
  'thumbnail-too-large': {
    english: ({ value, width, height }, seen) => ({
      headline: `${seen.request} with viewport=${value} is ${width} × ${height} pixels large.`,
      expected: `at most ${value} pixels`,
      observed: `${width} × ${height} pixels`,
      remedy: 'Scale thumbnails to the largest size that fits the viewport.',
    }),
    japanese: ({ value, width, height }, seen) => ({
      headline: `viewport=${value} を付けた ${seen.request} の大きさが ${width} × ${height} 画素です。`,
      expected: `最大 ${value} 画素`,
      observed: `${width} × ${height} 画素`,
      remedy: 'ビューポートに収まる最大の大きさにサムネイルを縮小してください。',
    }),
  },
};
