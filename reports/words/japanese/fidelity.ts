import type { FIDELITY } from '../../../lib/breaches/kinds/fidelity.ts';
import { attributeName, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const WHOLE = '受信したデータセットを完全に保持し、すべての要素を受信したとおりに返してください。';
const value = (text: string | null) => (text === null ? '別のバイト列' : quoted(text));
const original = (text: string | null) => (text === null ? '保存したバイト列' : quoted(text));
const named = (tags: readonly string[]) => [tags ?? []].flat().map(attributeName).join('、');

export const FIDELITY_JAPANESE: WordsFor<typeof FIDELITY> = {
  'element-lost': ({ tag, path, name, vr, size }, seen) => ({
    headline: `${seen.request} が返す ${name} に、保存した ${attributeName(tag)} がありません。`,
    expected: `${path} に VR ${vr} の ${attributeName(tag)}（${size} ${vr === 'SQ' ? '項目' : 'バイト'}）`,
    observed: '要素なし',
    effect: `${attributeName(tag)} の内容が、画像を読む全員と次のアーカイブから失われます。`,
    remedy: WHOLE,
  }),
  'element-emptied': ({ tag, path, name, stored }, seen) => ({
    headline: `${seen.request} が返す ${name} の ${attributeName(tag)} が ${original(stored)} ではなく空です。`,
    expected: `${path} に ${original(stored)} を持つ ${attributeName(tag)}`,
    observed: '値なし',
    effect: `${attributeName(tag)} の値が、画像を読む全員と次のアーカイブから失われます。`,
    remedy: WHOLE,
  }),
  'empty-element-lost': ({ tag, path, name, vr }, seen) => ({
    headline: `${seen.request} が返す ${name} に、値なしで保存した ${attributeName(tag)} がありません。`,
    expected: `${path} に VR ${vr} で値のない ${attributeName(tag)}`,
    observed: '要素なし',
    effect: 'タイプ 2 の要素は空でも必要なため、厳格なリーダーはインスタンスを拒否します。',
    remedy: '値のない要素も保持し、データセットを書くときに省かないでください。',
  }),
  'private-element-lost': ({ tag, path, name, vr, size }, seen) => ({
    headline: `${seen.request} が返す ${name} に、保存したプライベート要素 ${attributeName(tag)} がありません。`,
    expected: `${path} に VR ${vr} の ${attributeName(tag)}（${size} バイト）`,
    observed: '要素なし',
    effect: '生データや校正値など、ベンダーがプライベート要素に持つ情報が永久に失われます。',
    remedy: 'プライベート要素を作成者とともに保持し、辞書で選別しないでください。',
  }),
  'element-changed': ({ tag, path, name, stored, returned }, seen) => ({
    headline: `${seen.request} が返す ${name} の ${attributeName(tag)} が ${original(stored)} ではなく ${value(returned)} です。`,
    expected: `${path} に ${original(stored)} を持つ ${attributeName(tag)}`,
    observed: value(returned),
    effect: `利用者はモダリティの記録と異なる ${attributeName(tag)} を見ますが、変更の記録はありません。`,
    remedy: '保存した値を返し、補正が必要な場合は元の値を OriginalAttributesSequence に残してください。',
  }),
  'element-text-garbled': ({ tag, path, name, stored, returned }, seen) => ({
    headline: `${seen.request} が返す ${name} で文字化けしています: ${attributeName(tag)} が ${quoted(stored)} ではなく ${quoted(returned)} です。`,
    expected: `${path} に ${quoted(stored)} を持つ ${attributeName(tag)}`,
    observed: quoted(returned),
    effect: 'ASCII 以外の氏名や説明が読めず、患者を氏名で確認できないことがあります。',
    remedy: 'SpecificCharacterSet が示す文字集合で文字列を書き、変えるときは必ず両方を変えてください。',
  }),
  'element-vr-changed': ({ tag, path, name, stored, returned }, seen) => ({
    headline: `${seen.request} が返す ${name} の ${attributeName(tag)} の VR が ${stored} ではなく ${returned} です。`,
    expected: `${path} に VR ${stored} の ${attributeName(tag)}`,
    observed: `VR ${returned}`,
    effect: 'VR に従って値を読むクライアントが、誤読するかデータセットを拒否します。',
    remedy: '各要素を保存時の VR で書いてください。',
  }),
  'element-vr-unknown': ({ tag, path, name, stored }, seen) => ({
    headline: `${seen.request} が返す ${name} の ${attributeName(tag)} の VR が ${stored} ではなく UN です。`,
    expected: `${path} に VR ${stored} の ${attributeName(tag)}`,
    observed: 'VR UN',
    effect: 'クライアントは値をバイト列として表示するか、まったく表示しません。',
    remedy: '各要素を保存時の VR で書いてください。UN は UN で受信した要素だけのものです。',
  }),
  'sequence-items-changed': ({ tag, path, name, stored, returned }, seen) => ({
    headline: `${seen.request} が返す ${name} の ${attributeName(tag)} の項目が ${stored} 件ではなく ${returned} 件です。`,
    expected: `${path} に ${stored} 項目の ${attributeName(tag)}`,
    observed: `${returned} 項目`,
    effect: '参照画像やオーダーなど記録の一部が失われるか、ないはずのものが加わります。',
    remedy: '空の項目も含めて、すべてのシーケンスの全項目を書いてください。',
  }),
  'pixels-changed': ({ name, stored, returned }, seen) => ({
    headline: `${seen.request} が返す ${name} の画素が、保存した画素と異なります。`,
    expected: `保存した画素データ ${stored} バイト`,
    observed: stored === returned ? '同じ長さで、一部のバイトが異なる' : `異なる ${returned} バイト`,
    effect: '医師が見る画像は、撮影された画像ではありません。',
    remedy: '保存した画素をビット単位でそのまま返し、変換は可逆圧縮に限り、往復変換で確認してください。',
  }),
  'pixels-cut-short': ({ name, stored, returned }, seen) => ({
    headline: `${seen.request} が返す ${name} の画素データが ${stored} バイトではなく ${returned} バイトです。`,
    expected: `保存した画素データ ${stored} バイト`,
    observed: `${returned} バイト`,
    effect: '画像の一部が欠けます。',
    remedy: '画素データを最後のバイトまで送信し、途中で切れる原因となるバッファーや長さを確認してください。',
  }),
  'instance-frames-changed': ({ name, stored, returned }, seen) => ({
    headline: `${seen.request} が返す ${name} のフレームが ${stored} 枚ではなく ${returned} 枚です。`,
    expected: `${stored} フレーム`,
    observed: `${returned} フレーム`,
    effect: '動画やボリュームの画像が欠けるか、別のものが混ざります。',
    remedy: 'NumberOfFrames と全フレームの画素データを一致させて保持してください。',
  }),
  'coercion-untraced': ({ name, tags, count }, seen) => ({
    headline: `${seen.request} が返す ${name} は ${named(tags)} が変更されていますが、その記録がありません。`,
    expected: '保存した値を持つ OriginalAttributesSequence',
    observed: `記録なしに変更された要素 ${count} 個`,
    effect: 'アーカイブが変更する前にモダリティが何を記録したか、誰にも分かりません。',
    remedy: '元の値、日時、システムを持つ項目を OriginalAttributesSequence に加えてください。',
  }),
  'addition-untraced': ({ name, tags, count }, seen) => ({
    headline: `${seen.request} が返す ${name} に、保存していない ${named(tags)} が記録なしに加えられています。`,
    expected: '送信していない要素がない、または OriginalAttributesSequence',
    observed: `記録なしに加えられた要素 ${count} 個`,
    effect: 'アーカイブが加えたものを、モダリティの記録と取り違えます。',
    remedy: 'インスタンスを送信されたままにするか、追加を OriginalAttributesSequence に記録してください。',
  }),
};
