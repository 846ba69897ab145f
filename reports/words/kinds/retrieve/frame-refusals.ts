import type { FRAME_REFUSALS } from '../../../../lib/breaches/kinds/retrieve/frame-refusals.ts';
import { statusTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

export const FRAME_REFUSALS_WORDS: WordsFor<typeof FRAME_REFUSALS> = {
  'frame-zero-answered': {
    english: (told, seen) => ({
      headline: `${seen.request} answers frame 0, which does not exist, with ${told.status} instead of a refusal.`,
      ...statusTold.english(told, seen),
      effect: 'A client that counts from 0 is given one image for another and never learns of its error.',
      remedy: 'Refuse frame 0 with 400 or 404: frames are counted from 1.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、存在しないフレーム 0 を拒否せず ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      effect: '0 から数えるクライアントが別の画像を受け取り、誤りに気付きません。',
      remedy: 'フレームは 1 から数えます。フレーム 0 は 400 または 404 で拒否してください。',
    }),
  },
  'frame-zero-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} answers frame 0, which does not exist, with ${told.status} instead of 400 or 404.`,
      ...statusTold.english(told, seen),
      effect: 'A client cannot tell its own error of numbering from a failure of the server, and tries again.',
      remedy: 'Check the frame numbers before reading, and answer 400 or 404.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、存在しないフレーム 0 に 400 または 404 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      effect: 'クライアントは自分の番号の誤りとサーバーの障害を区別できず、再試行します。',
      remedy: '読み出す前にフレーム番号を確認し、400 または 404 で応答してください。',
    }),
  },
  'frame-beyond-last-answered': {
    english: (told, seen) => ({
      headline: `${seen.request} answers a frame beyond the last one with ${told.status} instead of a refusal.`,
      ...statusTold.english(told, seen),
      effect: 'A client takes what comes for an image of the run that does not exist.',
      remedy: 'Compare frame numbers with NumberOfFrames, and answer 400 or 404 beyond it.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、最後より後のフレームを拒否せず ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      effect: 'クライアントは届いたものを、存在しないフレームの画像と取り違えます。',
      remedy: 'フレーム番号を NumberOfFrames と比べ、超えるものには 400 または 404 で応答してください。',
    }),
  },
  'frame-list-cut-silently': {
    english: ({ status, asked, returned, last }, seen) => ({
      headline: `${seen.request} with ${asked} frames, of which the last does not exist, is answered ${status} with ${returned} instead of 206 or a refusal.`,
      expected: `400 or 404, or 206 with what there is: the last frame is ${last}`,
      observed: `status ${seen.status ?? status} with ${returned} of ${asked} frames`,
      effect: 'A client that asked for several frames is not told that it has fewer, and may take one for another.',
      remedy:
        'Compare every number of the list with NumberOfFrames, and answer 404, or 206 where you send what there is.',
    }),
    japanese: ({ status, asked, returned, last }, seen) => ({
      headline: `${seen.request} が、最後の一つが存在しない ${asked} フレームの要求に、206 や拒否ではなく、${status} と ${returned} フレームで応答します。`,
      expected: `400 または 404、あるいは存在するものだけを 206 で返す（最後のフレームは ${last}）`,
      observed: `ステータス ${seen.status ?? status}、${asked} フレーム中 ${returned} フレーム`,
      effect:
        '複数のフレームを要求したクライアントは、足りないことを知らされず、フレームを取り違えるおそれがあります。',
      remedy:
        '一覧のすべての番号を NumberOfFrames と比べ、404 で応答するか、存在するものだけを返すときは 206 で応答してください。',
    }),
  },
  'frame-list-made-up': {
    english: ({ status, asked, returned, last }, seen) => ({
      headline: `${seen.request} with ${asked} frames, of which the last does not exist, is answered ${status} with ${returned}.`,
      expected: `400 or 404, or 206 with what there is: the last frame is ${last}`,
      observed: `status ${seen.status ?? status} with ${returned} frames`,
      effect: 'A client takes what comes for an image of the run that does not exist.',
      remedy:
        'Compare every number of the list with NumberOfFrames, and answer 404, or 206 where you send what there is.',
    }),
    japanese: ({ status, asked, returned, last }, seen) => ({
      headline: `${seen.request} が、最後の一つが存在しない ${asked} フレームの要求に、${status} と ${returned} フレームで応答します。`,
      expected: `400 または 404、あるいは存在するものだけを 206 で返す（最後のフレームは ${last}）`,
      observed: `ステータス ${seen.status ?? status}、${returned} フレーム`,
      effect: 'クライアントは届いたものを、存在しないフレームの画像と取り違えます。',
      remedy:
        '一覧のすべての番号を NumberOfFrames と比べ、404 で応答するか、存在するものだけを返すときは 206 で応答してください。',
    }),
  },
  'frame-list-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} answers a list of frames that goes beyond the last one with ${told.status} instead of 206, 400 or 404.`,
      ...statusTold.english(told, seen),
      effect: 'A client cannot tell the end of the run from a failure of the server, and tries again.',
      remedy: 'Compare every number of the list with NumberOfFrames before reading, and answer 400 or 404 beyond it.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、最後を超えるフレームの一覧に 206、400、404 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      effect: 'クライアントは動画の終わりとサーバーの障害を区別できず、再試行を続けます。',
      remedy:
        '読み出す前に一覧のすべての番号を NumberOfFrames と比べ、超えるものには 400 または 404 で応答してください。',
    }),
  },
  'frame-beyond-last-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} answers a frame beyond the last one with ${told.status} instead of 400 or 404.`,
      ...statusTold.english(told, seen),
      effect: 'A client cannot tell the end of the run from a failure of the server, and tries again.',
      remedy: 'Compare frame numbers with NumberOfFrames before reading, and answer 400 or 404 beyond it.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、最後より後のフレームに 400 または 404 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      effect: 'クライアントは動画の終わりとサーバーの障害を区別できず、再試行します。',
      remedy: '読み出す前にフレーム番号を NumberOfFrames と比べ、超えるものには 400 または 404 で応答してください。',
    }),
  },
  'frame-name-answered': {
    english: (told, seen) => ({
      headline: `${seen.request} answers a frame that is no number with ${told.status} instead of a refusal.`,
      ...statusTold.english(told, seen),
      effect: 'A client with an error in its path is given some frame and never learns of its error.',
      remedy: 'Refuse with 400 or 404 whatever is no list of numbers from 1 on.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、数値でないフレームを拒否せず ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      effect: 'パスに誤りのあるクライアントが何らかのフレームを受け取り、誤りに気付きません。',
      remedy: '1 以上の数値のリストでないものは、400 または 404 で拒否してください。',
    }),
  },
  'frame-name-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} answers a frame that is no number with ${told.status} instead of 400 or 404.`,
      ...statusTold.english(told, seen),
      effect: 'A client cannot tell its own error in the path from a failure of the server, and tries again.',
      remedy: 'Check that the list holds numbers before reading, and answer 400 or 404.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、数値でないフレームに 400 または 404 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      effect: 'クライアントは自分のパスの誤りとサーバーの障害を区別できず、再試行します。',
      remedy: '読み出す前にリストが数値であることを確認し、400 または 404 で応答してください。',
    }),
  },
};
