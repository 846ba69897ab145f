import type { FRAMES } from '../../../../lib/breaches/kinds/retrieve/frames.ts';
import { bytesTold } from '../../bytes-told.ts';
import { counted } from '../../quote.ts';
import { statusTold, typeTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

const SCROLLS = {
  english: 'A viewer that loads frame by frame shows the wrong image to the doctor, or none.',
  japanese: 'フレームごとに読み込むビューアが、医師に別の画像を表示するか、何も表示しません。',
};

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
      effect: 'A viewer that loads frame by frame cannot show the image.',
      remedy:
        told.status >= 500
          ? 'Find the error in the log of the server, and answer with the frames.'
          : `Serve /frames/{list} of every instance with pixel data as ${OCTETS}; the first frame is 1.`,
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} がフレームを返しません: 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      effect: 'フレームごとに読み込むビューアは画像を表示できません。',
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
      effect: 'A client that takes the answer apart by its boundary finds no frame in it.',
      remedy: `Send frames as parts of ${OCTETS}; one alone only where a single part was asked for.`,
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答が multipart/related ではなく ${typeTold.japanese(type)} です。`,
      expected: OCTETS,
      observed: typeTold.japanese(type),
      effect: '境界で応答を分けるクライアントは、フレームを見つけられません。',
      remedy: `フレームは ${OCTETS} のパートとして送り、単一パートは求められたときだけにしてください。`,
    }),
  },
  'frame-part-media-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} labels native pixels as ${typeTold.english(type)} instead of application/octet-stream.`,
      expected: 'a part of type application/octet-stream',
      observed: typeTold.english(type),
      effect: 'A client picks its decoder by the label and cannot decode the frame.',
      remedy: 'Label a part with what its bytes are: uncompressed pixels are application/octet-stream.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} が非圧縮の画素を application/octet-stream ではなく ${typeTold.japanese(type)} として返します。`,
      expected: 'application/octet-stream のパート',
      observed: typeTold.japanese(type),
      effect: 'クライアントは表示された型でデコーダーを選ぶため、フレームを復号できません。',
      remedy: 'パートの型は実際のバイトに合わせてください。非圧縮の画素は application/octet-stream です。',
    }),
  },
  'frames-missing': {
    english: ({ asked, returned }, seen) => ({
      headline: `${seen.request} returns ${counted(returned, 'part')} where ${counted(asked, 'frame')} ${asked === 1 ? 'was' : 'were'} asked for.`,
      expected: counted(asked, 'part'),
      observed: counted(returned, 'part'),
      effect: 'Images of the run or the volume are missing, and nothing says so.',
      remedy: 'Return one part for each frame of the list, in its order, or refuse the whole list.',
    }),
    japanese: ({ asked, returned }, seen) => ({
      headline: `${seen.request} が、求めた ${asked} フレームに対して ${returned} パートしか返しません。`,
      expected: `${asked} パート`,
      observed: `${returned} パート`,
      effect: '動画やボリュームの画像が、知らせなく欠けます。',
      remedy: 'リストの各フレームに 1 パートずつ、その順に返すか、リスト全体を拒否してください。',
    }),
  },
  'frames-too-many': {
    english: ({ asked, returned }, seen) => ({
      headline: `${seen.request} returns ${counted(returned, 'part')} where ${counted(asked, 'frame')} ${asked === 1 ? 'was' : 'were'} asked for.`,
      expected: counted(asked, 'part'),
      observed: counted(returned, 'part'),
      effect: 'A client that counts parts puts frames in the wrong place.',
      remedy: 'Return one part for each frame of the list and nothing else.',
    }),
    japanese: ({ asked, returned }, seen) => ({
      headline: `${seen.request} が、求めた ${asked} フレームに対して ${returned} パートを返します。`,
      expected: `${asked} パート`,
      observed: `${returned} パート`,
      effect: 'パートを数えるクライアントが、フレームを誤った位置に置きます。',
      remedy: 'リストの各フレームに 1 パートずつ返し、ほかのものを返さないでください。',
    }),
  },
  'frames-counted-otherwise': {
    english: ({ asked, returned }, seen) => ({
      headline: `${seen.request} returns frame ${returned} where frame ${asked} was asked for.`,
      expected: `frame ${asked}`,
      observed: `frame ${returned}`,
      effect: SCROLLS.english,
      remedy: 'Count frames from 1: frame 1 is the first one.',
    }),
    japanese: ({ asked, returned }, seen) => ({
      headline: `${seen.request} が、求めたフレーム ${asked} ではなくフレーム ${returned} を返します。`,
      expected: `フレーム ${asked}`,
      observed: `フレーム ${returned}`,
      effect: SCROLLS.japanese,
      remedy: 'フレームは 1 から数えてください。',
    }),
  },
  'frames-in-another-order': {
    english: ({ asked, returned }, seen) => ({
      headline: `${seen.request} returns frames in another order: frame ${returned} stands where frame ${asked} was asked for.`,
      expected: `frame ${asked}`,
      observed: `frame ${returned}`,
      effect: SCROLLS.english,
      remedy: 'Send the parts in the order of the list in the path.',
    }),
    japanese: ({ asked, returned }, seen) => ({
      headline: `${seen.request} が返すフレームの順序が異なります: フレーム ${asked} の位置にフレーム ${returned} があります。`,
      expected: `フレーム ${asked}`,
      observed: `フレーム ${returned}`,
      effect: SCROLLS.japanese,
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
        effect: 'The image that a doctor looks at is not the one that was taken.',
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
        effect: '医師が見る画像は、撮影された画像ではありません。',
        remedy: told.remedy ?? 'パスのインスタンスの、求められたフレームの保存バイトを、変えずに返してください。',
      };
    },
  },
  'frame-cut-short': {
    english: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} returns ${returned} of the ${counted(stored, 'byte')} of frame ${frame} of ${name}.`,
      expected: counted(stored, 'byte'),
      observed: counted(returned, 'byte'),
      effect: 'The image is cut, sheared or refused by the viewer.',
      remedy: FRAME_NATIVE.english,
    }),
    japanese: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} が、${name} のフレーム ${frame} の ${stored} バイトのうち ${returned} バイトしか返しません。`,
      expected: `${stored} バイト`,
      observed: `${returned} バイト`,
      effect: '画像が欠けるか、ずれるか、ビューアに拒否されます。',
      remedy: FRAME_NATIVE.japanese,
    }),
  },
  'frame-too-long': {
    english: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} returns ${counted(returned, 'byte')} for frame ${frame} of ${name}, which has ${stored}.`,
      expected: counted(stored, 'byte'),
      observed: counted(returned, 'byte'),
      effect: 'A viewer takes the size of the frame from its bytes and shows a sheared image, or refuses it.',
      remedy: FRAME_NATIVE.english,
    }),
    japanese: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} が、${stored} バイトである ${name} のフレーム ${frame} に ${returned} バイトを返します。`,
      expected: `${stored} バイト`,
      observed: `${returned} バイト`,
      effect: 'バイト数からフレームの大きさを判断するビューアが、ずれた画像を表示するか拒否します。',
      remedy: FRAME_NATIVE.japanese,
    }),
  },
  'frame-sent-as-file': {
    english: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} returns a whole PS3.10 file instead of the pixels of frame ${frame} of ${name}.`,
      expected: `the ${counted(stored, 'byte')} of the frame`,
      observed: `a file of ${counted(returned, 'byte')}`,
      effect: 'A viewer shows the header of the file as pixels, or refuses it.',
      remedy: 'Send the bytes of the frame alone: no preamble, no header and no other element.',
    }),
    japanese: ({ frame, name, stored, returned }, seen) => ({
      headline: `${seen.request} が、${name} のフレーム ${frame} の画素ではなく PS3.10 ファイル全体を返します。`,
      expected: `フレームの ${stored} バイト`,
      observed: `${returned} バイトのファイル`,
      effect: 'ビューアがファイルのヘッダーを画素として表示するか、拒否します。',
      remedy: 'フレームのバイトだけを送り、プリアンブルやほかの要素を含めないでください。',
    }),
  },
};
