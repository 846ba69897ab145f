import type { FRAME_REFUSALS } from '../../../../lib/breaches/kinds/retrieve/frame-refusals.ts';
import { statusTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

export const FRAME_REFUSALS_WORDS: WordsFor<typeof FRAME_REFUSALS> = {
  'frame-zero-answered': {
    english: (told, seen) => ({
      headline: `${seen.request} answers frame 0, which does not exist, with ${told.status} instead of a refusal.`,
      ...statusTold.english(told, seen),
      remedy: 'Refuse frame 0 with 400 or 404: frames are counted from 1.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、存在しないフレーム 0 を拒否せず ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'フレームは 1 から数えます。フレーム 0 は 400 または 404 で拒否してください。',
    }),
  },
  'frame-zero-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} answers frame 0, which does not exist, with ${told.status} instead of 400 or 404.`,
      ...statusTold.english(told, seen),
      remedy: 'Check the frame numbers before reading, and answer 400 or 404.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、存在しないフレーム 0 に 400 または 404 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '読み出す前にフレーム番号を確認し、400 または 404 で応答してください。',
    }),
  },
  'frame-beyond-last-answered': {
    english: (told, seen) => ({
      headline: `${seen.request} answers a frame beyond the last one with ${told.status} instead of a refusal.`,
      ...statusTold.english(told, seen),
      remedy: 'Compare frame numbers with NumberOfFrames, and answer 400 or 404 beyond it.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、最後より後のフレームを拒否せず ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'フレーム番号を NumberOfFrames と比べ、超えるものには 400 または 404 で応答してください。',
    }),
  },
  'frame-list-cut-silently': {
    english: ({ status, asked, returned, last }, seen) => ({
      headline: `${seen.request} with ${asked} frames, of which the last does not exist, is answered ${status} with ${returned} instead of 206 or a refusal.`,
      expected: `400 or 404, or 206 with what there is: the last frame is ${last}`,
      observed: `status ${seen.status ?? status} with ${returned} of ${asked} frames`,
      remedy:
        'Compare every number of the list with NumberOfFrames, and answer 404, or 206 where you send what there is.',
    }),
    japanese: ({ status, asked, returned, last }, seen) => ({
      headline: `${seen.request} が、最後の一つが存在しない ${asked} フレームの要求に、206 や拒否ではなく、${status} と ${returned} フレームで応答します。`,
      expected: `400 または 404、あるいは存在するものだけを 206 で返す（最後のフレームは ${last}）`,
      observed: `ステータス ${seen.status ?? status}、${asked} フレーム中 ${returned} フレーム`,
      remedy:
        '一覧のすべての番号を NumberOfFrames と比べ、404 で応答するか、存在するものだけを返すときは 206 で応答してください。',
    }),
  },
  'frame-list-made-up': {
    english: ({ status, asked, returned, last }, seen) => ({
      headline: `${seen.request} with ${asked} frames, of which the last does not exist, is answered ${status} with ${returned}.`,
      expected: `400 or 404, or 206 with what there is: the last frame is ${last}`,
      observed: `status ${seen.status ?? status} with ${returned} frames`,
      remedy:
        'Compare every number of the list with NumberOfFrames, and answer 404, or 206 where you send what there is.',
    }),
    japanese: ({ status, asked, returned, last }, seen) => ({
      headline: `${seen.request} が、最後の一つが存在しない ${asked} フレームの要求に、${status} と ${returned} フレームで応答します。`,
      expected: `400 または 404、あるいは存在するものだけを 206 で返す（最後のフレームは ${last}）`,
      observed: `ステータス ${seen.status ?? status}、${returned} フレーム`,
      remedy:
        '一覧のすべての番号を NumberOfFrames と比べ、404 で応答するか、存在するものだけを返すときは 206 で応答してください。',
    }),
  },
  'frame-list-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} answers a list of frames that goes beyond the last one with ${told.status} instead of 206, 400 or 404.`,
      ...statusTold.english(told, seen),
      remedy: 'Compare every number of the list with NumberOfFrames before reading, and answer 400 or 404 beyond it.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、最後を超えるフレームの一覧に 206、400、404 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy:
        '読み出す前に一覧のすべての番号を NumberOfFrames と比べ、超えるものには 400 または 404 で応答してください。',
    }),
  },
  'frame-beyond-last-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} answers a frame beyond the last one with ${told.status} instead of 400 or 404.`,
      ...statusTold.english(told, seen),
      remedy: 'Compare frame numbers with NumberOfFrames before reading, and answer 400 or 404 beyond it.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、最後より後のフレームに 400 または 404 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '読み出す前にフレーム番号を NumberOfFrames と比べ、超えるものには 400 または 404 で応答してください。',
    }),
  },
  'frame-name-answered': {
    english: (told, seen) => ({
      headline: `${seen.request} answers a frame that is no number with ${told.status} instead of a refusal.`,
      ...statusTold.english(told, seen),
      remedy: 'Refuse with 400 or 404 whatever is no list of numbers from 1 on.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、数値でないフレームを拒否せず ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '1 以上の数値のリストでないものは、400 または 404 で拒否してください。',
    }),
  },
  'frame-name-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} answers a frame that is no number with ${told.status} instead of 400 or 404.`,
      ...statusTold.english(told, seen),
      remedy: 'Check that the list holds numbers before reading, and answer 400 or 404.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、数値でないフレームに 400 または 404 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '読み出す前にリストが数値であることを確認し、400 または 404 で応答してください。',
    }),
  },
};
