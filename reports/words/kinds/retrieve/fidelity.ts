import type { FIDELITY } from '../../../../lib/breaches/kinds/retrieve/fidelity.ts';
import { alterationTold } from '../../alteration-told.ts';
import { bytesTold } from '../../bytes-told.ts';
import { attributeName, counted, listed, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const WHOLE = {
  english: 'Keep the received data set complete, and write back every element as it came.',
  japanese: '受信したデータセットを完全に保持し、すべての要素を受信したとおりに返してください。',
};

/** StudyInstanceUID, SeriesInstanceUID and SOPInstanceUID. */
const UIDS = new Set(['0020000D', '0020000E', '00080018']);

const KEEP_UIDS = {
  english:
    'Keep the StudyInstanceUID, SeriesInstanceUID and SOPInstanceUID that an instance was sent with: others know it by them. Refuse it where it must not be stored under these.',
  japanese:
    'インスタンスが送信されたときの StudyInstanceUID、SeriesInstanceUID、SOPInstanceUID を保ってください。ほかのシステムはこれらで識別します。これらのもとに保存できなければ拒否してください。',
};

const value = {
  english: (text: string | null) => (text === null ? 'other bytes' : quoted(text)),
  japanese: (text: string | null) => (text === null ? '別のバイト列' : quoted(text)),
};

const named = {
  english: (tags: readonly string[]) => listed([tags ?? []].flat().map(attributeName)),
  japanese: (tags: readonly string[]) => [tags ?? []].flat().map(attributeName).join('、'),
};

const original = (text: string | null) => (text === null ? '保存したバイト列' : quoted(text));

/** The values of an element as a list of JSON; nothing where they are bytes. */
function valuesOf(text: string | null): string {
  return typeof text !== 'string'
    ? ''
    : text
        .split('\\')
        .map((one) => JSON.stringify(one))
        .join(', ');
}

export const FIDELITY_WORDS: WordsFor<typeof FIDELITY> = {
  'element-lost': {
    english: ({ tag, path, name, vr, size }, seen) => ({
      headline: `${seen.request} returns ${name} without ${attributeName(tag)}, which was stored with it.`,
      expected: `${attributeName(tag)} at ${path} with VR ${vr}, ${counted(size, vr === 'SQ' ? 'item' : 'byte')}`,
      observed: 'no such element',
      remedy: WHOLE.english,
    }),
    japanese: ({ tag, path, name, vr, size }, seen) => ({
      headline: `${seen.request} が返す ${name} に、保存した ${attributeName(tag)} がありません。`,
      expected: `${path} に VR ${vr} の ${attributeName(tag)}（${size} ${vr === 'SQ' ? '項目' : 'バイト'}）`,
      observed: '要素なし',
      remedy: WHOLE.japanese,
    }),
  },
  'element-emptied': {
    english: ({ tag, path, name, stored }, seen) => ({
      headline: `${seen.request} returns ${name} with an empty ${attributeName(tag)} instead of ${value.english(stored)}.`,
      expected: `${attributeName(tag)} at ${path} with ${value.english(stored)}`,
      observed: 'no value',
      remedy: WHOLE.english,
    }),
    japanese: ({ tag, path, name, stored }, seen) => ({
      headline: `${seen.request} が返す ${name} の ${attributeName(tag)} が ${original(stored)} ではなく空です。`,
      expected: `${path} に ${original(stored)} を持つ ${attributeName(tag)}`,
      observed: '値なし',
      remedy: WHOLE.japanese,
    }),
  },
  'empty-element-lost': {
    english: ({ tag, path, name, vr }, seen) => ({
      headline: `${seen.request} returns ${name} without ${attributeName(tag)}, which was stored without a value.`,
      expected: `${attributeName(tag)} at ${path} with VR ${vr} and no value`,
      observed: 'no such element',
      remedy: 'Keep elements that have no value; do not skip them when the data set is written.',
    }),
    japanese: ({ tag, path, name, vr }, seen) => ({
      headline: `${seen.request} が返す ${name} に、値なしで保存した ${attributeName(tag)} がありません。`,
      expected: `${path} に VR ${vr} で値のない ${attributeName(tag)}`,
      observed: '要素なし',
      remedy: '値のない要素も保持し、データセットを書くときに省かないでください。',
    }),
  },
  'private-element-lost': {
    english: ({ tag, path, name, vr, size }, seen) => ({
      headline: `${seen.request} returns ${name} without the private element ${attributeName(tag)}, which was stored with it.`,
      expected: `${attributeName(tag)} at ${path} with VR ${vr}, ${counted(size, 'byte')}`,
      observed: 'no such element',
      remedy: 'Keep private elements with their creators; do not filter by the dictionary.',
    }),
    japanese: ({ tag, path, name, vr, size }, seen) => ({
      headline: `${seen.request} が返す ${name} に、保存したプライベート要素 ${attributeName(tag)} がありません。`,
      expected: `${path} に VR ${vr} の ${attributeName(tag)}（${size} バイト）`,
      observed: '要素なし',
      remedy: 'プライベート要素を作成者とともに保持し、辞書で選別しないでください。',
    }),
  },
  'element-changed': {
    english: ({ tag, path, name, stored, returned }, seen) => {
      const altered = alterationTold('english', tag, { expected: valuesOf(stored), actual: valuesOf(returned) });
      const what = altered ? `${attributeName(tag)} ${altered.how}` : `another ${attributeName(tag)}`;
      return {
        headline: `${seen.request} returns ${name} with ${what}: ${value.english(returned)} instead of ${stored === null ? 'the stored bytes' : quoted(stored)}.`,
        expected: `${attributeName(tag)} at ${path} with ${stored === null ? 'the stored bytes' : quoted(stored)}`,
        observed: value.english(returned),
        remedy:
          altered?.remedy ??
          (UIDS.has(tag) ? KEEP_UIDS.english : null) ??
          'Return the value that was stored; where it has to be coerced, keep the former one in OriginalAttributesSequence.',
      };
    },
    japanese: ({ tag, path, name, stored, returned }, seen) => {
      const altered = alterationTold('japanese', tag, { expected: valuesOf(stored), actual: valuesOf(returned) });
      return {
        headline: `${seen.request} が返す ${name} の ${attributeName(tag)} が${altered ? `${altered.how}: ` : ' '}${original(stored)} ではなく ${value.japanese(returned)}${altered ? '' : ' です'}。`,
        expected: `${path} に ${original(stored)} を持つ ${attributeName(tag)}`,
        observed: value.japanese(returned),
        remedy:
          altered?.remedy ??
          (UIDS.has(tag) ? KEEP_UIDS.japanese : null) ??
          '保存した値を返し、補正が必要な場合は元の値を OriginalAttributesSequence に残してください。',
      };
    },
  },
  'element-text-garbled': {
    english: ({ tag, path, name, stored, returned }, seen) => {
      const altered = alterationTold('english', tag, { expected: valuesOf(stored), actual: valuesOf(returned) });
      return {
        headline: `${seen.request} returns ${name} with garbled text: ${attributeName(tag)}${altered ? ` ${altered.how}:` : ' is'} ${quoted(returned)} instead of ${quoted(stored)}.`,
        expected: `${attributeName(tag)} at ${path} with ${quoted(stored)}`,
        observed: quoted(returned),
        remedy:
          altered?.remedy ??
          'Write text in the character set that SpecificCharacterSet names; change the two together or not at all.',
      };
    },
    japanese: ({ tag, path, name, stored, returned }, seen) => {
      const altered = alterationTold('japanese', tag, { expected: valuesOf(stored), actual: valuesOf(returned) });
      return {
        headline: `${seen.request} が返す ${name} で文字化けしています: ${attributeName(tag)} が ${quoted(stored)} ではなく ${quoted(returned)} です${altered ? `（${altered.how}）` : ''}。`,
        expected: `${path} に ${quoted(stored)} を持つ ${attributeName(tag)}`,
        observed: quoted(returned),
        remedy:
          altered?.remedy ??
          'SpecificCharacterSet が示す文字集合で文字列を書き、変えるときは必ず両方を変えてください。',
      };
    },
  },
  'element-vr-changed': {
    english: ({ tag, path, name, stored, returned }, seen) => ({
      headline: `${seen.request} returns ${name} with ${attributeName(tag)} as VR ${returned} instead of ${stored}.`,
      expected: `${attributeName(tag)} at ${path} with VR ${stored}`,
      observed: `VR ${returned}`,
      remedy: 'Write each element with the VR that it was stored with.',
    }),
    japanese: ({ tag, path, name, stored, returned }, seen) => ({
      headline: `${seen.request} が返す ${name} の ${attributeName(tag)} の VR が ${stored} ではなく ${returned} です。`,
      expected: `${path} に VR ${stored} の ${attributeName(tag)}`,
      observed: `VR ${returned}`,
      remedy: '各要素を保存時の VR で書いてください。',
    }),
  },
  'element-vr-unknown': {
    english: ({ tag, path, name, stored }, seen) => ({
      headline: `${seen.request} returns ${name} with ${attributeName(tag)} as VR UN instead of ${stored}.`,
      expected: `${attributeName(tag)} at ${path} with VR ${stored}`,
      observed: 'VR UN',
      remedy: 'Write each element with the VR that it was stored with; UN is for elements that came as UN.',
    }),
    japanese: ({ tag, path, name, stored }, seen) => ({
      headline: `${seen.request} が返す ${name} の ${attributeName(tag)} の VR が ${stored} ではなく UN です。`,
      expected: `${path} に VR ${stored} の ${attributeName(tag)}`,
      observed: 'VR UN',
      remedy: '各要素を保存時の VR で書いてください。UN は UN で受信した要素だけのものです。',
    }),
  },
  'sequence-items-changed': {
    english: ({ tag, path, name, stored, returned }, seen) => ({
      headline: `${seen.request} returns ${name} with ${counted(returned, 'item')} in ${attributeName(tag)} instead of ${stored}.`,
      expected: `${attributeName(tag)} at ${path} with ${counted(stored, 'item')}`,
      observed: counted(returned, 'item'),
      remedy: 'Write every item of every sequence, empty items included.',
    }),
    japanese: ({ tag, path, name, stored, returned }, seen) => ({
      headline: `${seen.request} が返す ${name} の ${attributeName(tag)} の項目が ${stored} 件ではなく ${returned} 件です。`,
      expected: `${path} に ${stored} 項目の ${attributeName(tag)}`,
      observed: `${returned} 項目`,
      remedy: '空の項目も含めて、すべてのシーケンスの全項目を書いてください。',
    }),
  },
  'pixels-changed': {
    english: ({ name, stored, returned, how, same }, seen) => {
      const told = bytesTold('english', { how, same, stored, returned });
      return {
        headline:
          told.how === ''
            ? `${seen.request} returns ${name} with other pixels than were stored.`
            : `${seen.request} returns the pixels of ${name} ${told.how}.`,
        expected: `the stored pixel data, ${counted(stored, 'byte')}`,
        observed: told.observed,
        remedy:
          told.remedy ??
          'Return the stored pixels bit by bit; transcode with lossless codecs only, and check them by a round trip.',
      };
    },
    japanese: ({ name, stored, returned, how, same }, seen) => {
      const told = bytesTold('japanese', { how, same, stored, returned });
      return {
        headline: `${seen.request} が返す ${name} の画素が、保存した画素と異なります${told.how === '' ? '' : `: ${told.how}`}。`,
        expected: `保存した画素データ ${stored} バイト`,
        observed: told.observed,
        remedy:
          told.remedy ?? '保存した画素をビット単位でそのまま返し、変換は可逆圧縮に限り、往復変換で確認してください。',
      };
    },
  },
  'pixels-cut-short': {
    english: ({ name, stored, returned }, seen) => ({
      headline: `${seen.request} returns ${name} with ${counted(returned, 'byte')} of pixel data instead of ${stored}.`,
      expected: `the stored pixel data, ${counted(stored, 'byte')}`,
      observed: counted(returned, 'byte'),
      remedy: 'Send the pixel data to its last byte; look for a buffer or a length that cuts it.',
    }),
    japanese: ({ name, stored, returned }, seen) => ({
      headline: `${seen.request} が返す ${name} の画素データが ${stored} バイトではなく ${returned} バイトです。`,
      expected: `保存した画素データ ${stored} バイト`,
      observed: `${returned} バイト`,
      remedy: '画素データを最後のバイトまで送信し、途中で切れる原因となるバッファーや長さを確認してください。',
    }),
  },
  'instance-frames-changed': {
    english: ({ name, stored, returned }, seen) => ({
      headline: `${seen.request} returns ${name} with ${counted(returned, 'frame')} instead of ${stored}.`,
      expected: counted(stored, 'frame'),
      observed: counted(returned, 'frame'),
      remedy: 'Keep NumberOfFrames and the pixel data of all frames together.',
    }),
    japanese: ({ name, stored, returned }, seen) => ({
      headline: `${seen.request} が返す ${name} のフレームが ${stored} 枚ではなく ${returned} 枚です。`,
      expected: `${stored} フレーム`,
      observed: `${returned} フレーム`,
      remedy: 'NumberOfFrames と全フレームの画素データを一致させて保持してください。',
    }),
  },
  'coercion-untraced': {
    english: ({ name, tags, count }, seen) => ({
      headline: `${seen.request} returns ${name} with changes to ${named.english(tags)} and does not say so.`,
      expected: 'OriginalAttributesSequence with the values that were stored',
      observed: `${counted(count, 'element')} changed without it`,
      remedy: 'Add an item to OriginalAttributesSequence with the former values, the time and the system.',
    }),
    japanese: ({ name, tags, count }, seen) => ({
      headline: `${seen.request} が返す ${name} は ${named.japanese(tags)} が変更されていますが、その記録がありません。`,
      expected: '保存した値を持つ OriginalAttributesSequence',
      observed: `記録なしに変更された要素 ${count} 個`,
      remedy: '元の値、日時、システムを持つ項目を OriginalAttributesSequence に加えてください。',
    }),
  },
  'addition-untraced': {
    english: ({ name, tags, count }, seen) => ({
      headline: `${seen.request} returns ${name} with ${named.english(tags)}, which ${count === 1 ? 'was' : 'were'} not stored, and does not say so.`,
      expected: 'no element that was not sent, or OriginalAttributesSequence',
      observed: `${counted(count, 'element')} added without it`,
      remedy: 'Leave instances as they were sent, or note additions in OriginalAttributesSequence.',
    }),
    japanese: ({ name, tags, count }, seen) => ({
      headline: `${seen.request} が返す ${name} に、保存していない ${named.japanese(tags)} が記録なしに加えられています。`,
      expected: '送信していない要素がない、または OriginalAttributesSequence',
      observed: `記録なしに加えられた要素 ${count} 個`,
      remedy: 'インスタンスを送信されたままにするか、追加を OriginalAttributesSequence に記録してください。',
    }),
  },
};
