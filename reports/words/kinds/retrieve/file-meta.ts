import type { FILE_META } from '../../../../lib/breaches/kinds/retrieve/file-meta.ts';
import { readerFact } from '../../japanese/reader-facts.ts';
import { attributeName, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const META_TABLE = {
  english: 'PS3.10 Table 7.1-1',
  japanese: 'PS3.10 表 7.1-1',
};

export const FILE_META_WORDS: WordsFor<typeof FILE_META> = {
  'file-without-prefix': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns instances without the DICM prefix behind a preamble of 128 bytes.`,
      expected: 'a PS3.10 file: preamble, DICM, File Meta Information and data set',
      observed: detail,
      remedy: 'Write 128 bytes of preamble and DICM before the File Meta Information.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスに、128 バイトのプリアンブルに続く DICM プレフィックスがありません。`,
      expected: 'プリアンブル、DICM、ファイルメタ情報、データセットを持つ PS3.10 ファイル',
      observed: readerFact(rule, at),
      remedy: 'ファイルメタ情報の前に 128 バイトのプリアンブルと DICM を書いてください。',
    }),
  },
  'file-unreadable': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns an instance that is no readable PS3.10 file: ${detail}.`,
      expected: 'a PS3.10 file: preamble, DICM, File Meta Information and data set',
      observed: detail,
      remedy: 'Write the preamble, DICM and a complete group 0002 with the transfer syntax before the data set.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すインスタンスは、読み取れる PS3.10 ファイルではありません: ${readerFact(rule, at)}。`,
      expected: 'プリアンブル、DICM、ファイルメタ情報、データセットを持つ PS3.10 ファイル',
      observed: readerFact(rule, at),
      remedy: 'データセットの前に、プリアンブル、DICM、転送構文を含む完全なグループ 0002 を書いてください。',
    }),
  },
  'file-meta-group-length': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns files with a wrong or missing group length: ${detail}.`,
      expected: `the number of bytes in the File Meta Information (${META_TABLE.english})`,
      observed: detail,
      remedy: 'Compute (0002,0000) from the elements that follow it, each time the group is written.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すファイルのグループ長が誤っているか、ありません: ${readerFact(rule, at)}。`,
      expected: `ファイルメタ情報のバイト数（${META_TABLE.japanese}）`,
      observed: readerFact(rule, at),
      remedy: 'グループを書くたびに、(0002,0000) を後続の要素から計算してください。',
    }),
  },
  'file-meta-lacks-element': {
    english: ({ tag, detail }, seen) => ({
      headline: `${seen.request} returns files without ${attributeName(tag)} in the File Meta Information.`,
      expected: `${attributeName(tag)} with a value (${META_TABLE.english})`,
      observed: detail,
      remedy: `Write every element of type 1 of ${META_TABLE.english}.`,
    }),
    japanese: ({ tag, rule, at }, seen) => ({
      headline: `${seen.request} が返すファイルのファイルメタ情報に ${attributeName(tag)} がありません。`,
      expected: `値を持つ ${attributeName(tag)}（${META_TABLE.japanese}）`,
      observed: readerFact(rule, at),
      remedy: `${META_TABLE.japanese} のタイプ 1 の要素をすべて書いてください。`,
    }),
  },
  'file-meta-value': {
    english: ({ tag, detail }, seen) => ({
      headline: `${seen.request} returns files with a value of ${attributeName(tag)} that is not permitted.`,
      expected: `File Meta Information with permitted values (${META_TABLE.english})`,
      observed: detail,
      remedy: `Write ${attributeName(tag)} as ${META_TABLE.english} has it.`,
    }),
    japanese: ({ tag, rule, at }, seen) => ({
      headline: `${seen.request} が返すファイルの ${attributeName(tag)} の値は許されないものです。`,
      expected: `許された値を持つファイルメタ情報（${META_TABLE.japanese}）`,
      observed: readerFact(rule, at),
      remedy: `${attributeName(tag)} を ${META_TABLE.japanese} のとおりに書いてください。`,
    }),
  },
  'file-meta-encoding': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns files whose File Meta Information is not in Explicit VR Little Endian.`,
      expected: 'File Meta Information in Explicit VR Little Endian (PS3.10 §7.1)',
      observed: detail,
      remedy: 'Write group 0002 in Explicit VR Little Endian, whatever the transfer syntax of the data set.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すファイルのファイルメタ情報が Explicit VR Little Endian ではありません。`,
      expected: 'Explicit VR Little Endian のファイルメタ情報（PS3.10 §7.1）',
      observed: readerFact(rule, at),
      remedy: 'データセットの転送構文にかかわらず、グループ 0002 は Explicit VR Little Endian で書いてください。',
    }),
  },
  'file-meta-of-another-class': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns files whose File Meta Information names another SOP Class than the data set.`,
      expected: 'the SOP Class UID of the data set',
      observed: detail,
      remedy: 'Copy MediaStorageSOPClassUID from the data set when the file is written.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すファイルのファイルメタ情報が、データセットと異なる SOP クラスを示しています。`,
      expected: 'データセットの SOP Class UID',
      observed: readerFact(rule, at),
      remedy: 'ファイルを書くとき、MediaStorageSOPClassUID をデータセットから写してください。',
    }),
  },
  'file-meta-of-another-instance': {
    english: ({ detail }, seen) => ({
      headline: `${seen.request} returns files whose File Meta Information names another instance than the data set.`,
      expected: 'the SOP Instance UID of the data set',
      observed: detail,
      remedy: 'Copy MediaStorageSOPInstanceUID from the data set when the file is written.',
    }),
    japanese: ({ rule, at }, seen) => ({
      headline: `${seen.request} が返すファイルのファイルメタ情報が、データセットと異なるインスタンスを示しています。`,
      expected: 'データセットの SOP Instance UID',
      observed: readerFact(rule, at),
      remedy: 'ファイルを書くとき、MediaStorageSOPInstanceUID をデータセットから写してください。',
    }),
  },
  'saved-file-of-unknown-instance': {
    english: ({ file, instance }, seen) => ({
      headline: `${seen.request} returned ${file}, which is no instance that was stored: ${instance === null ? 'it has no SOP Instance UID' : quoted(instance)}.`,
      expected: 'the SOP Instance UID of an instance that was stored',
      observed: instance === null ? 'none' : quoted(instance),
      remedy: 'Return the instances of the path with the UIDs that they were stored with.',
    }),
    japanese: ({ file, instance }, seen) => ({
      headline: `${seen.request} が返した ${file} は、保存したインスタンスではありません: ${instance === null ? 'SOP Instance UID がありません' : quoted(instance)}。`,
      expected: '保存したインスタンスの SOP Instance UID',
      observed: instance === null ? 'なし' : quoted(instance),
      remedy: 'パスのインスタンスを、保存したときの UID で返してください。',
    }),
  },
  'saved-file-unreadable': {
    english: ({ file, detail }, seen) => ({
      headline: `${seen.request} returned ${file}, which cannot be opened after it was saved: ${detail}.`,
      expected: 'a file that opens as PS3.10',
      observed: detail,
      remedy: 'Send each application/dicom part as a whole PS3.10 file.',
    }),
    japanese: ({ file, rule, at }, seen) => ({
      headline: `${seen.request} が返した ${file} は、保存した後に開けません: ${readerFact(rule, at)}。`,
      expected: 'PS3.10 として開けるファイル',
      observed: readerFact(rule, at),
      remedy: '各 application/dicom パートを、完全な PS3.10 ファイルとして送ってください。',
    }),
  },
};
