import type { PARTIAL } from '../../../../lib/breaches/kinds/retrieve/partial.ts';
import { transferSyntaxName } from '../../../../lib/dicom/transfer-syntax-name.ts';
import { counted } from '../../quote.ts';
import { statusTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

const askedFor = {
  // Results of an earlier version do not say which.
  english: (syntax: string | null | undefined) => (syntax ? transferSyntaxName(syntax) : 'one of them'),
  japanese: (syntax: string | null | undefined) => (syntax ? `「${transferSyntaxName(syntax)}」` : 'その 1 つ'),
};

export const PARTIAL_WORDS: WordsFor<typeof PARTIAL> = {
  'study-cut-silently': {
    english: ({ asked, returned, syntax }, seen) => ({
      headline: `${seen.request} of a study in several transfer syntaxes, asked for in ${askedFor.english(syntax)}, returns ${returned} of ${asked} instances, and its status says that this is all.`,
      expected: `${asked} instances, or 206 or 406`,
      observed: `${returned} instances with status 200`,
      remedy: 'Return every instance, or say by 206 or 406 that not all can be had in that form.',
    }),
    japanese: ({ asked, returned, syntax }, seen) => ({
      headline: `複数の転送構文の検査を${askedFor.japanese(syntax)}で求めた ${seen.request} が、${asked} 件のうち ${returned} 件のインスタンスだけを、全件であるかのように返します。`,
      expected: `${asked} 件のインスタンス、または 206 か 406`,
      observed: `ステータス 200 と ${returned} 件のインスタンス`,
      remedy: 'すべてのインスタンスを返すか、その形式では全件を返せないことを 206 または 406 で示してください。',
    }),
  },
  'mixed-study-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} of a study in several transfer syntaxes is answered ${told.status} instead of 200, 206 or 406.`,
      ...statusTold.english(told, seen),
      remedy: 'Convert what can be converted, or answer 406 where some instances cannot.',
    }),
    japanese: (told, seen) => ({
      headline: `複数の転送構文が混在する検査への ${seen.request} が、200、206、406 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '変換できるものは変換し、できないものがあるときは 406 で応答してください。',
    }),
  },
  'frame-order-badly-handled': {
    english: (told, seen) => ({
      headline: `${seen.request}, a list of frames that does not ascend, is answered ${told.status}.`,
      ...statusTold.english(told, seen),
      remedy: 'Return the frames in the order of the list, or answer 400.',
    }),
    japanese: (told, seen) => ({
      headline: `昇順でないフレーム一覧の ${seen.request} が ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '一覧の順序どおりにフレームを返すか、400 で応答してください。',
    }),
  },
  'frames-not-decompressed': {
    english: (told, seen) => ({
      headline: `${seen.request} as octets is answered ${told.status} instead of 200 for an image under lossless compression.`,
      ...statusTold.english(told, seen),
      remedy: 'Decompress losslessly compressed frames where application/octet-stream is asked for.',
    }),
    japanese: (told, seen) => ({
      headline: `可逆圧縮された画像の ${seen.request} を application/octet-stream で求めると、200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'application/octet-stream が求められたときは、可逆圧縮されたフレームを伸張してください。',
    }),
  },
  'frame-sent-compressed': {
    english: ({ frame, name }, seen) => ({
      headline: `${seen.request} sends frame ${frame} of ${name} still compressed, labelled as plain octets.`,
      expected: `the native pixels of the frame`,
      observed: `the bit stream that was stored`,
      remedy: 'Decompress the frame, or label it with the media type of its compression.',
    }),
    japanese: ({ frame, name }, seen) => ({
      headline: `${seen.request} が ${name} のフレーム ${frame} を圧縮されたまま、無圧縮のバイト列として送ります。`,
      expected: `フレームの非圧縮の画素`,
      observed: `保存時の圧縮ビット列`,
      remedy: 'フレームを伸張するか、圧縮形式のメディアタイプを付けてください。',
    }),
  },
  'compressed-frames-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} in the media type of its compression is answered ${told.status} instead of 200 or 406.`,
      ...statusTold.english(told, seen),
      remedy: 'Return the stored bit stream of the frame, or answer 406.',
    }),
    japanese: (told, seen) => ({
      headline: `圧縮形式のメディアタイプで求めた ${seen.request} が、200 または 406 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'フレームの保存時のビット列を返すか、406 で応答してください。',
    }),
  },
  'frame-sent-with-item-tags': {
    english: ({ frame, name }, seen) => ({
      headline: `${seen.request} sends frame ${frame} of ${name} with the item tags of its DICOM fragments.`,
      expected: `the bare bit stream`,
      observed: `a DICOM item tag (FFFE,E000) at the start`,
      remedy: 'Send the bytes of the fragments without their item tags and lengths.',
    }),
    japanese: ({ frame, name }, seen) => ({
      headline: `${seen.request} が ${name} のフレーム ${frame} を DICOM フラグメントの項目タグ付きで送ります。`,
      expected: `ビット列のみ`,
      observed: `先頭に DICOM の項目タグ (FFFE,E000)`,
      remedy: 'フラグメントの項目タグと長さを除いて送ってください。',
    }),
  },
  'compressed-frame-changed': {
    english: ({ frame, name, type }, seen) => ({
      headline: `${seen.request} sends frame ${frame} of ${name} as ${type} that is not the stored image.`,
      expected: `the stored bit stream, or one that decodes to the same pixels`,
      observed: `other bytes`,
      remedy: 'Send the frame that was asked for, as it was stored.',
    }),
    japanese: ({ frame, name, type }, seen) => ({
      headline: `${seen.request} が ${name} のフレーム ${frame} を、保存した画像とは異なる ${type} で送ります。`,
      expected: `保存時のビット列、または同じ画素に復号されるもの`,
      observed: `別のバイト列`,
      remedy: '求められたフレームを、保存したまま送ってください。',
    }),
  },
  'range-of-other-bytes': {
    english: ({ first, last, returned }, seen) => ({
      headline: `${seen.request} for bytes ${first} to ${last} sends other bytes.`,
      expected: `bytes ${first} to ${last} of the whole answer`,
      observed: `${returned} other bytes`,
      remedy: 'Cut the range out of the same bytes that the whole answer has, both ends included.',
    }),
    japanese: ({ first, last, returned }, seen) => ({
      headline: `${seen.request} がバイト ${first}〜${last} ではなく別のバイト列を送ります。`,
      expected: `応答全体のバイト ${first}〜${last}`,
      observed: `別の ${returned} バイト`,
      remedy: '応答全体と同じバイト列から、両端を含めて範囲を切り出してください。',
    }),
  },
  'range-not-told': {
    english: ({ value, expected }, seen) => ({
      headline: `${seen.request} is answered 206 ${value === null ? 'without Content-Range' : 'with another Content-Range than it sends'}.`,
      expected: `Content-Range: ${expected}`,
      observed: `${value ?? 'no Content-Range'}`,
      remedy: 'Send Content-Range with every 206, with the range and the whole length.',
    }),
    japanese: ({ value, expected }, seen) => ({
      headline: `${seen.request} が 206 で応答し、${value === null ? 'Content-Range がありません' : 'Content-Range が実際の範囲と異なります'}。`,
      expected: `Content-Range: ${expected}`,
      observed: `${value ?? 'Content-Range なし'}`,
      remedy: '206 には必ず、範囲と全体の長さを示す Content-Range を付けてください。',
    }),
  },
  'range-sent-as-whole': {
    english: ({ returned, length }, seen) => ({
      headline: `${seen.request} for a range of bytes is answered 200, which means the whole, with ${counted(returned, 'byte')} instead of ${length}.`,
      expected: `206 with the range, or 200 with all ${counted(length, 'byte')}`,
      observed: `200 with ${counted(returned, 'byte')}`,
      remedy: 'Answer 206 with Content-Range where a range is sent, and 200 only with everything.',
    }),
    japanese: ({ returned, length }, seen) => ({
      headline: `バイト範囲を求める ${seen.request} が、全体を意味する 200 で応答しながら、${length} バイトではなく ${returned} バイトを送ります。`,
      expected: `範囲を送る 206、または全 ${length} バイトを送る 200`,
      observed: `200 と ${returned} バイト`,
      remedy: '範囲を送るときは Content-Range を付けて 206 で、200 は全体を送るときだけ応答してください。',
    }),
  },
  'range-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} for a range of bytes is answered ${told.status}.`,
      ...statusTold.english(told, seen),
      remedy: 'Answer 206 with the range, 200 with everything, or 416 for a range beyond the end.',
    }),
    japanese: (told, seen) => ({
      headline: `バイト範囲を求める ${seen.request} が ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '範囲を 206 で、全体を 200 で、終わりを越える範囲には 416 で応答してください。',
    }),
  },
};
