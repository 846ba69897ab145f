import type { Part10DefectCode, Part10ErrorCode } from '../../../lib/dicom/part10.ts';

/** What the reader of files found, by its code. */
const FACTS: Readonly<Record<Part10DefectCode | Part10ErrorCode, string>> = {
  'group-length-missing': '(0002,0000) がありません',
  'group-length-wrong': '(0002,0000) の値がバイト数と一致しません',
  'meta-element-missing': '必要な要素がないか、空です',
  'meta-value-wrong': '許されない値です',
  'meta-not-explicit-little-endian': 'Explicit VR Little Endian ではありません',
  'sop-class-mismatch': 'SOP クラスが一致しません',
  'sop-instance-mismatch': 'SOP インスタンスが一致しません',
  'other-encoding': 'データセットの符号化が転送構文と異なります',
  'odd-length': '長さが奇数です',
  'wrong-value-length': '長さが VR に合いません',
  'wrong-padding': '詰めるバイトが誤っています',
  'out-of-order': 'タグの順ではありません',
  'duplicate-element': '同じ要素が再びあります',
  'forbidden-group': 'ここに置けないグループです',
  'group-length-element': '廃止されたグループ長です',
  'private-without-creator': 'プライベート要素に作成者の要素がありません',
  'unknown-vr': 'VR が知られていません',
  'bad-vr': 'VR の位置に VR でないバイトがあります',
  truncated: '途中で終わっています',
  'trailing-bytes': '余分なバイトがあります',
  'bad-delimiter': '区切りが誤っているか、ありません',
  'bad-undefined-length': 'この VR では許されない未定義長です',
  'bad-offset-table': 'オフセットテーブルが成り立ちません',
  'wrong-encapsulation': '画素の符号化が転送構文と一致しません',
  'wrong-pixel-vr': '画素データの VR が許されないものです',
  'unknown-character-set': '文字集合が定義されていません',
  'bad-deflate': 'deflate を展開できません',
  'limit-reached': '試験ツールの上限に達しました',
  'too-short': '短すぎます',
  'no-prefix': 'DICM がありません',
  'no-transfer-syntax': '転送構文がありません',
  'too-large': '大きすぎます',
  'missing-uid': '必要な UID がありません',
  'no-pixel-data': '画素データがありません',
  'no-such-frame': 'そのフレームはありません',
  'bad-pixel-data': '画素データが読めません',
};

/** What was found and where: `at` is a byte of the file or data set. */
export function readerFact(rule: string, at: number): string {
  const fact = Object.hasOwn(FACTS, rule) ? FACTS[rule as keyof typeof FACTS] : rule;
  return `${fact}（${at} バイト目）`;
}
