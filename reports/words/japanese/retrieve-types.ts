import type { RETRIEVE_TYPES } from '../../../lib/breaches/kinds/retrieve-types.ts';
import { transferSyntaxName } from '../../../lib/dicom/transfer-syntax-name.ts';
import { alternatives } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const syntax = (uid: string | null) => (uid === null ? '不明な転送構文' : transferSyntaxName(String(uid)));
const NATIVE = 'Explicit VR Little Endian';
const SEVERAL =
  '検査やシリーズでの application/dicom には 406 で応答してください。multipart/related だけが許されます。';
const DEFAULT = 'multipart/related; type="application/dicom" を、これらのリソースの既定にしてください。';
const ALONE = 'インスタンスを application/dicom で返すか、対応しないときは 406 で応答してください。';

export const RETRIEVE_TYPES_JAPANESE: WordsFor<typeof RETRIEVE_TYPES> = {
  'single-part-badly-refused': (told, seen) => ({
    headline: `Accept: application/dicom の ${seen.request} が ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'マルチパートなしで 1 インスタンスを求めるクライアントが、拒否を自分の要求の誤りと取り違えます。',
    remedy: ALONE,
  }),
  'single-part-answered-otherwise': ({ type }, seen) => ({
    headline: `application/dicom だけを求めた ${seen.request} の応答が ${typeTold(type)} です。`,
    expected: 'application/dicom',
    observed: typeTold(type),
    effect: 'マルチパートを分けられないクライアントに、求めていないものが届きます。',
    remedy: ALONE,
  }),
  'several-answered-as-one': (told, seen) => ({
    headline: `${seen.request} が、複数のインスタンスを持つリソースに ${alternatives(told.expected)} ではなく 1 インスタンスだけを返します。`,
    ...statusTold(told, seen),
    effect: 'クライアントがそのインスタンスを検査やシリーズの全体と取り違え、ほかを見ません。',
    remedy: SEVERAL,
  }),
  'several-as-single-part-not-refused': (told, seen) => ({
    headline: `Accept: application/dicom の ${seen.request} が ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: '1 ファイルを求めたクライアントに別のものが届き、読めないことがあります。',
    remedy: SEVERAL,
  }),
  'anything-refused': (told, seen) => ({
    headline: `Accept: */* の ${seen.request} が ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'ブラウザーやコマンドラインツールなど、型を指定しないクライアントが何も得られません。',
    remedy: DEFAULT,
  }),
  'anything-answered-otherwise': ({ type }, seen) => ({
    headline: `Accept: */* の ${seen.request} の応答が、application/dicom の multipart/related ではなく ${typeTold(type)} です。`,
    expected: 'application/dicom の multipart/related',
    observed: typeTold(type),
    effect: '既定に頼るクライアントが応答を読めません。',
    remedy: DEFAULT,
  }),
  'default-transfer-syntax-refused': (told, seen) => ({
    headline: `transfer-syntax パラメーターのない ${seen.request} が ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: '転送構文を指定しないクライアントが画像を得られません。',
    remedy: `転送構文の指定がないときは ${NATIVE} で返してください。`,
  }),
  'any-transfer-syntax-refused': (told, seen) => ({
    headline: `transfer-syntax=* の ${seen.request} が ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: '保存されたままのインスタンスを複製するアーカイブが、何も得られません。',
    remedy: 'transfer-syntax の値として * を受け入れ、保存されているものを返してください。',
  }),
  'forbidden-transfer-syntax': ({ returned }, seen) => ({
    headline: `${seen.request} が、Web サービスで使えない ${syntax(returned)} でインスタンスを返します。`,
    expected: 'Web サービスで使える転送構文',
    observed: syntax(returned),
    effect: 'Web クライアントはこれを読めず、画像を開けません。',
    remedy: `送る前に ${NATIVE} へ変換してください。`,
  }),
  'default-transfer-syntax-not-used': ({ returned }, seen) => ({
    headline: `転送構文を指定していない ${seen.request} が ${syntax(returned)} を返します。`,
    expected: NATIVE,
    observed: syntax(returned),
    effect: 'デコーダーを持たないクライアントは画像を表示できません。',
    remedy: `転送構文の指定がないときは ${NATIVE} へ変換してください。`,
  }),
  'asked-transfer-syntax-not-used': ({ returned, asked }, seen) => ({
    headline: `${seen.request} が、求めた ${alternatives([asked ?? []].flat().map(syntax))} ではなく ${syntax(returned)} を返します。`,
    expected: `転送構文 ${alternatives([asked ?? []].flat().map(syntax))}`,
    observed: syntax(returned),
    effect: 'デコーダーを持たないクライアントは画像を表示できません。',
    remedy: '求められた転送構文で返すか、406 で応答してください。',
  }),
  'recompressed-with-loss': ({ returned, stored }, seen) => ({
    headline: `${seen.request} が、${syntax(stored)} で保存したインスタンスを、画素が失われる ${syntax(returned)} で返します。`,
    expected: 'すべての画素を保つ形式',
    observed: syntax(returned),
    effect: '医師が見る画像は撮影された画像ではなく、そのことも知らされません。',
    remedy: '非可逆形式が名指しで求められない限り、可逆の形式で返してください。',
  }),
  'part-transfer-syntax-unlisted': ({ type, transferSyntax }, seen) => ({
    headline: `${seen.request} のパートの ${type} と ${syntax(transferSyntax)} は組み合わせられません。`,
    expected: `${type} の転送構文`,
    observed: syntax(transferSyntax),
    effect: 'クライアントはどちらか一方でデコーダーを選ぶため、パートを復号できません。',
    remedy: '実際の符号化に合う、表 8.7.3-5 の組み合わせを使ってください。',
  }),
};
