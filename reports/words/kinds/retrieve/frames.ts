import type { FRAMES } from '../../../../lib/breaches/kinds/retrieve/frames.ts';
import { bytesTold } from '../../bytes-told.ts';
import { counted } from '../../quote.ts';
import { statusTold, typeTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

const FRAME_NATIVE = {
  english:
    'Cut the frame out of Pixel Data by Rows, Columns, SamplesPerPixel and BitsAllocated, and send just those bytes.',
  japanese:
    'Rows、Columns、SamplesPerPixel、BitsAllocated に従って画素データからフレームを切り出し、そのバイトだけを送ってください。',
};

const OCTETS = 'multipart/related; type="application/octet-stream"';

export const FRAMES_WORDS: WordsFor<typeof FRAMES> = {
  'frames-not-retrieved': {
    english: (told, seen) => ({
      headline: `${seen.request} returns no frame: it is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy:
        told.status >= 500
          ? 'Find the error in the log of the server, and answer with the frames.'
          : `Serve /frames/{list} of every instance with pixel data as ${OCTETS}; the first frame is 1.`,
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} がフレームを返しません: 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy:
        told.status >= 500
          ? 'サーバーのログで原因を確認し、フレームを返してください。'
          : `画素データを持つ全インスタンスの /frames/{list} を ${OCTETS} で提供してください。最初のフレームは 1 です。`,
    }),
  },
  'frames-media-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered as ${typeTold.english(type)} instead of multipart/related.`,
      expected: OCTETS,
      observed: typeTold.english(type),
      remedy: `Send frames as parts of ${OCTETS}; one alone only where a single part was asked for.`,
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答が multipart/related ではなく ${typeTold.japanese(type)} です。`,
      expected: OCTETS,
      observed: typeTold.japanese(type),
      remedy: `フレームは ${OCTETS} のパートとして送り、単一パートは求められたときだけにしてください。`,
    }),
  },
  'frame-part-media-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} labels native pixels as ${typeTold.english(type)} instead of application/octet-stream.`,
      expected: 'a part of type application/octet-stream',
      observed: typeTold.english(type),
      remedy: 'Label a part with what its bytes are: uncompressed pixels are application/octet-stream.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} が非圧縮の画素を application/octet-stream ではなく ${typeTold.japanese(type)} として返します。`,
      expected: 'application/octet-stream のパート',
      observed: typeTold.japanese(type),
      remedy: 'パートの型は実際のバイトに合わせてください。非圧縮の画素は application/octet-stream です。',
    }),
  },
  'frames-in-one-part': {
    english: ({ asked }, seen) => ({
      headline: `${seen.request} with a list of ${asked} frames returns all of them in one part instead of one part for each.`,
      expected: `${asked} parts, each with one frame`,
      observed: `1 part with the ${asked} frames one after the other`,
      remedy: 'Send each frame of the list as a part of its own, with its own header.',
    }),
    japanese: ({ asked }, seen) => ({
      headline: `${asked} フレームの一覧を求めた ${seen.request} が、フレームごとのパートではなく 1 つのパートにすべてを入れて返します。`,
      expected: `1 フレームずつの ${asked} パート`,
      observed: `${asked} フレームを続けて入れた 1 パート`,
      remedy: '一覧の各フレームを、それぞれヘッダーのある別のパートとして送ってください。',
    }),
  },
  'frames-missing': {
    english: ({ asked, returned }, seen) => ({
      headline: `${seen.request} returns ${counted(returned, 'part')} where ${counted(asked, 'frame')} ${asked === 1 ? 'was' : 'were'} asked for.`,
      expected: counted(asked, 'part'),
      observed: counted(returned, 'part'),
      remedy: 'Return one part for each frame of the list, in its order, or refuse the whole list.',
    }),
    japanese: ({ asked, returned }, seen) => ({
      headline: `${seen.request} が、求めた ${asked} フレームに対して ${returned} パートしか返しません。`,
      expected: `${asked} パート`,
      observed: `${returned} パート`,
      remedy: 'リストの各フレームに 1 パートずつ、その順に返すか、リスト全体を拒否してください。',
    }),
  },
  'frames-too-many': {
    english: ({ asked, returned }, seen) => ({
      headline: `${seen.request} returns ${counted(returned, 'part')} where ${counted(asked, 'frame')} ${asked === 1 ? 'was' : 'were'} asked for.`,
      expected: counted(asked, 'part'),
      observed: counted(returned, 'part'),
      remedy: 'Return one part for each frame of the list and nothing else.',
    }),
    japanese: ({ asked, returned }, seen) => ({
      headline: `${seen.request} が、求めた ${asked} フレームに対して ${returned} パートを返します。`,
      expected: `${asked} パート`,
      observed: `${returned} パート`,
      remedy: 'リストの各フレームに 1 パートずつ返し、ほかのものを返さないでください。',
    }),
  },
  'frames-counted-otherwise': {
    english: ({ asked, returned }, seen) => ({
      headline: `${seen.request} returns frame ${returned} where frame ${asked} was asked for.`,
      expected: `frame ${asked}`,
      observed: `frame ${returned}`,
      remedy: 'Count frames from 1: frame 1 is the first one.',
    }),
    japanese: ({ asked, returned }, seen) => ({
      headline: `${seen.request} が、求めたフレーム ${asked} ではなくフレーム ${returned} を返します。`,
      expected: `フレーム ${asked}`,
      observed: `フレーム ${returned}`,
      remedy: 'フレームは 1 から数えてください。',
    }),
  },
  'frames-in-another-order': {
    english: ({ asked, returned }, seen) => ({
      headline: `${seen.request} returns frames in another order: frame ${returned} stands where frame ${asked} was asked for.`,
      expected: `frame ${asked}`,
      observed: `frame ${returned}`,
      remedy: 'Send the parts in the order of the list in the path.',
    }),
    japanese: ({ asked, returned }, seen) => ({
      headline: `${seen.request} が返すフレームの順序が異なります: フレーム ${asked} の位置にフレーム ${returned} があります。`,
      expected: `フレーム ${asked}`,
      observed: `フレーム ${returned}`,
      remedy: 'パスのリストの順にパートを送ってください。',
    }),
  },
  'frame-bytes-changed': {
    english: ({ frame, name, stored, returned, how, same }, seen) => {
      const told = bytesTold('english', { how, same, stored, returned });
      return {
        headline: `${seen.request} returns frame ${frame} of ${name} ${told.how === '' ? 'with other pixels than were stored' : told.how}.`,
        expected: `the ${counted(stored, 'byte')} of the frame`,
        observed: told.observed,
        remedy:
          told.remedy ??
          'Return the stored bytes of the frame that was asked for, of the instance in the path, unchanged.',
      };
    },
    japanese: ({ frame, name, stored, returned, how, same }, seen) => {
      const told = bytesTold('japanese', { how, same, stored, returned });
      return {
        headline: `${seen.request} が返す ${name} のフレーム ${frame} の画素が、${told.how === '' ? '保存した画素と異なります' : `保存した画素と異なります: ${told.how}`}。`,
        expected: `フレームの ${stored} バイト`,
        observed: told.observed,
        remedy: told.remedy ?? 'パスのインスタンスの、求められたフレームの保存バイトを、変えずに返してください。',
      };
    },
  },
  'frame-cut-short': {
    english: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} returns ${returned} of the ${counted(stored, 'byte')} of frame ${frame} of ${name}.`,
      expected: counted(stored, 'byte'),
      observed: counted(returned, 'byte'),
      remedy: FRAME_NATIVE.english,
    }),
    japanese: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} が、${name} のフレーム ${frame} の ${stored} バイトのうち ${returned} バイトしか返しません。`,
      expected: `${stored} バイト`,
      observed: `${returned} バイト`,
      remedy: FRAME_NATIVE.japanese,
    }),
  },
  'frame-too-long': {
    english: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} returns ${counted(returned, 'byte')} for frame ${frame} of ${name}, which has ${stored}.`,
      expected: counted(stored, 'byte'),
      observed: counted(returned, 'byte'),
      remedy: FRAME_NATIVE.english,
    }),
    japanese: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} が、${stored} バイトである ${name} のフレーム ${frame} に ${returned} バイトを返します。`,
      expected: `${stored} バイト`,
      observed: `${returned} バイト`,
      remedy: FRAME_NATIVE.japanese,
    }),
  },
  'frame-sent-as-file': {
    english: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} returns a whole PS3.10 file instead of the pixels of frame ${frame} of ${name}.`,
      expected: `the ${counted(stored, 'byte')} of the frame`,
      observed: `a file of ${counted(returned, 'byte')}`,
      remedy: 'Send the bytes of the frame alone: no preamble, no header and no other element.',
    }),
    japanese: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} が、${name} のフレーム ${frame} の画素ではなく PS3.10 ファイル全体を返します。`,
      expected: `フレームの ${stored} バイト`,
      observed: `${returned} バイトのファイル`,
      remedy: 'フレームのバイトだけを送り、プリアンブルやほかの要素を含めないでください。',
    }),
  },
};
