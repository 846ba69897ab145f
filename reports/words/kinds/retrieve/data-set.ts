import type { DATA_SET } from '../../../../lib/breaches/kinds/retrieve/data-set.ts';
import { readerFact } from '../../japanese/reader-facts.ts';
import type { WordsFor } from '../../telling.ts';

export const DATA_SET_WORDS: WordsFor<typeof DATA_SET> = {
  'data-set-truncated': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance that ends before its data set does.`,
      expected: 'a data set that is whole',
      observed: detail,
      remedy: 'Send the file to its last byte; look for a buffer or a length that cuts it.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスが、データセットの途中で終わっています。`,
      expected: '完全なデータセット',
      observed: readerFact(rule, at),
      remedy: 'ファイルを最後のバイトまで送り、途中で切るバッファーや長さがないか調べてください。',
    }),
  },
  'data-set-trailing-bytes': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance with bytes behind its data set.`,
      expected: 'nothing after the data set',
      observed: detail,
      remedy: 'End the part with the last byte of the data set; a line break belongs to the delimiter after it.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスのデータセットの後に、余分なバイトがあります。`,
      expected: 'データセットの後に何もない',
      observed: readerFact(rule, at),
      remedy: 'パートはデータセットの最後のバイトで終えてください。改行は後続の区切りに属します。',
    }),
  },
  'data-set-encoding': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns files that name another transfer syntax than they are written in: ${detail}.`,
      expected: 'a Transfer Syntax UID that fits the data set (PS3.10 §7.1)',
      observed: detail,
      remedy: 'Write Transfer Syntax UID (0002,0010) from the encoding in which the data set is sent.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すファイルの転送構文が、実際の符号化と異なります: ${readerFact(rule, at)}。`,
      expected: 'データセットに合う Transfer Syntax UID（PS3.10 §7.1）',
      observed: readerFact(rule, at),
      remedy: 'Transfer Syntax UID (0002,0010) は、送信するデータセットの符号化に合わせて書いてください。',
    }),
  },
  'data-set-odd-length': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance with a value of odd length: ${detail}.`,
      expected: 'values of even length (PS3.5 §7.1.1)',
      observed: detail,
      remedy: 'Pad each value to an even length as its VR asks.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスに奇数長の値があります: ${readerFact(rule, at)}。`,
      expected: '偶数長の値（PS3.5 §7.1.1）',
      observed: readerFact(rule, at),
      remedy: 'VR に従って、各値を偶数長に詰めてください。',
    }),
  },
  'data-set-value-length': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance with a value whose length does not fit its VR: ${detail}.`,
      expected: 'a multiple of the size of one value (PS3.5 §6.2)',
      observed: detail,
      remedy: 'Write binary numbers with the size that their VR has.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスに、VR に合わない長さの値があります: ${readerFact(rule, at)}。`,
      expected: '値 1 つの大きさの倍数（PS3.5 §6.2）',
      observed: readerFact(rule, at),
      remedy: 'バイナリの数値を、VR が定める大きさで書いてください。',
    }),
  },
  'data-set-padding': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance with a value padded by the wrong byte: ${detail}.`,
      expected: 'a space, or NUL for UIDs and bytes (PS3.5 §6.2)',
      observed: detail,
      remedy: 'Pad text with a space, and UI and OB with NUL.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスに、誤ったバイトで詰められた値があります: ${readerFact(rule, at)}。`,
      expected: '空白、UID とバイト列では NUL（PS3.5 §6.2）',
      observed: readerFact(rule, at),
      remedy: '文字列は空白で、UI と OB は NUL で詰めてください。',
    }),
  },
  'data-set-out-of-order': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance whose elements are not in the order of their tags: ${detail}.`,
      expected: 'elements in ascending order of their tags (PS3.5 §7.1)',
      observed: detail,
      remedy: 'Sort the elements by tag when the data set is written.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスの要素がタグの順に並んでいません: ${readerFact(rule, at)}。`,
      expected: 'タグの昇順の要素（PS3.5 §7.1）',
      observed: readerFact(rule, at),
      remedy: 'データセットを書くとき、要素をタグの順に並べてください。',
    }),
  },
  'data-set-repeats-element': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance with an element that stands there twice: ${detail}.`,
      expected: 'each element once (PS3.5 §7.1)',
      observed: detail,
      remedy: 'Replace an element when it is set again; do not append another one.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスに、同じ要素が 2 回あります: ${readerFact(rule, at)}。`,
      expected: '各要素は 1 回（PS3.5 §7.1）',
      observed: readerFact(rule, at),
      remedy: '要素を設定し直すときは置き換え、追加しないでください。',
    }),
  },
  'data-set-malformed': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance that breaks the rules of a data set: ${detail}.`,
      expected: 'a data set by the rules of PS3.5 §7',
      observed: detail,
      remedy: 'Write the data set with a library that checks it, and compare with what was stored.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスが、データセットの規則に反しています: ${readerFact(rule, at)}。`,
      expected: 'PS3.5 §7 の規則に従うデータセット',
      observed: readerFact(rule, at),
      remedy: '検証を行うライブラリーでデータセットを書き、保存したものと比べてください。',
    }),
  },
  'data-set-character-set': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance with a SpecificCharacterSet that is not defined: ${detail}.`,
      expected: 'a defined term of PS3.3 §C.12.1.1.2',
      observed: detail,
      remedy: 'Write a defined term, and the text in that character set.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスの SpecificCharacterSet は定義されていません: ${readerFact(rule, at)}。`,
      expected: 'PS3.3 §C.12.1.1.2 の定義語',
      observed: readerFact(rule, at),
      remedy: '定義語を書き、文字列もその文字集合で書いてください。',
    }),
  },
  'pixel-data-vr': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns instances whose Pixel Data has a VR that is not permitted: ${detail}.`,
      expected: 'Pixel Data of VR OW, or OB where encapsulated or of 8 bits at most (PS3.5 §A.2, §A.4)',
      observed: detail,
      remedy: 'Write native pixels of more than 8 bits as OW, and encapsulated ones as OB.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスの画素データの VR は許されないものです: ${readerFact(rule, at)}。`,
      expected: 'VR OW、またはカプセル化か 8 ビット以下の OB の画素データ（PS3.5 §A.2、§A.4）',
      observed: readerFact(rule, at),
      remedy: '8 ビットを超える非圧縮の画素は OW、カプセル化された画素は OB で書いてください。',
    }),
  },
  'pixel-data-encapsulation': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance whose pixel data is not encoded in the transfer syntax that it names: ${detail}.`,
      expected: 'native pixels in a native transfer syntax, encapsulated ones in any other',
      observed: detail,
      remedy: 'Name in (0002,0010) the transfer syntax in which the pixel data is really written.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスの画素データが、示された転送構文で符号化されていません: ${readerFact(rule, at)}。`,
      expected: '非圧縮の転送構文では非圧縮の画素、それ以外ではカプセル化された画素',
      observed: readerFact(rule, at),
      remedy: '(0002,0010) には、画素データを実際に書いた転送構文を書いてください。',
    }),
  },
  'pixel-data-offset-table': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance with an offset table that cannot be one: ${detail}.`,
      expected: 'an offset for each frame, or an empty table (PS3.5 §A.4)',
      observed: detail,
      remedy: 'Compute the Basic Offset Table when fragments are written, or leave it empty.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスのオフセットテーブルが成り立ちません: ${readerFact(rule, at)}。`,
      expected: 'フレームごとのオフセット、または空のテーブル（PS3.5 §A.4）',
      observed: readerFact(rule, at),
      remedy: 'フラグメントを書くときに Basic Offset Table を計算するか、空にしてください。',
    }),
  },
};
