import type { RETRIEVE_TYPES } from '../../../../lib/breaches/kinds/retrieve/types.ts';
import { transferSyntaxName } from '../../../../lib/dicom/transfer-syntax-name.ts';
import { alternatives, either } from '../../quote.ts';
import { statusTold, typeTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

const syntax = {
  english: (uid: string | null) => (uid === null ? 'an unknown transfer syntax' : transferSyntaxName(String(uid))),
  japanese: (uid: string | null) => (uid === null ? '不明な転送構文' : transferSyntaxName(String(uid))),
};

const NATIVE = 'Explicit VR Little Endian';

const SEVERAL =
  '検査やシリーズでの application/dicom には 406 で応答してください。multipart/related だけが許されます。';

const DEFAULT = 'multipart/related; type="application/dicom" を、これらのリソースの既定にしてください。';

const ALONE = 'インスタンスを application/dicom で返すか、対応しないときは 406 で応答してください。';

export const RETRIEVE_TYPES_WORDS: WordsFor<typeof RETRIEVE_TYPES> = {
  'single-part-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} with Accept: application/dicom is answered ${told.status} instead of ${either(told.expected)}.`,
      ...statusTold.english(told, seen),
      remedy: 'Return the instance as application/dicom, or answer 406 where that is not supported.',
    }),
    japanese: (told, seen) => ({
      headline: `Accept: application/dicom の ${seen.request} が ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: ALONE,
    }),
  },
  'single-part-answered-otherwise': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered as ${typeTold.english(type)} where only application/dicom was asked for.`,
      expected: 'application/dicom',
      observed: typeTold.english(type),
      remedy: 'Return the instance as application/dicom, or answer 406 where that is not supported.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `application/dicom だけを求めた ${seen.request} の応答が ${typeTold.japanese(type)} です。`,
      expected: 'application/dicom',
      observed: typeTold.japanese(type),
      remedy: ALONE,
    }),
  },
  'several-answered-as-one': {
    english: (told, seen) => ({
      headline: `${seen.request} returns one instance alone for a resource that has several, instead of ${either(told.expected)}.`,
      ...statusTold.english(told, seen),
      remedy: 'Answer 406 to application/dicom for a study or series; it is multipart/related only.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、複数のインスタンスを持つリソースに ${alternatives(told.expected)} ではなく 1 インスタンスだけを返します。`,
      ...statusTold.japanese(told, seen),
      remedy: SEVERAL,
    }),
  },
  'several-as-single-part-not-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} with Accept: application/dicom is answered ${told.status} instead of ${either(told.expected)}.`,
      ...statusTold.english(told, seen),
      remedy: 'Answer 406 to application/dicom for a study or series; it is multipart/related only.',
    }),
    japanese: (told, seen) => ({
      headline: `Accept: application/dicom の ${seen.request} が ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: SEVERAL,
    }),
  },
  'anything-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} with Accept: */* is answered ${told.status} instead of ${either(told.expected)}.`,
      ...statusTold.english(told, seen),
      remedy: 'Make multipart/related; type="application/dicom" the default of these resources.',
    }),
    japanese: (told, seen) => ({
      headline: `Accept: */* の ${seen.request} が ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: DEFAULT,
    }),
  },
  'anything-answered-otherwise': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} with Accept: */* is answered as ${typeTold.english(type)} instead of multipart/related of application/dicom.`,
      expected: 'multipart/related of application/dicom',
      observed: typeTold.english(type),
      remedy: 'Make multipart/related; type="application/dicom" the default of these resources.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `Accept: */* の ${seen.request} の応答が、application/dicom の multipart/related ではなく ${typeTold.japanese(type)} です。`,
      expected: 'application/dicom の multipart/related',
      observed: typeTold.japanese(type),
      remedy: DEFAULT,
    }),
  },
  'default-transfer-syntax-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} without a transfer-syntax parameter is answered ${told.status} instead of ${either(told.expected)}.`,
      ...statusTold.english(told, seen),
      remedy: `Serve ${NATIVE} where no transfer syntax is named.`,
    }),
    japanese: (told, seen) => ({
      headline: `transfer-syntax パラメーターのない ${seen.request} が ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: `転送構文の指定がないときは ${NATIVE} で返してください。`,
    }),
  },
  'any-transfer-syntax-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} with transfer-syntax=* is answered ${told.status} instead of ${either(told.expected)}.`,
      ...statusTold.english(told, seen),
      remedy: 'Accept * as a value of transfer-syntax, and return what is stored.',
    }),
    japanese: (told, seen) => ({
      headline: `transfer-syntax=* の ${seen.request} が ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'transfer-syntax の値として * を受け入れ、保存されているものを返してください。',
    }),
  },
  'forbidden-transfer-syntax': {
    english: ({ returned }, seen) => ({
      headline: `${seen.request} returns instances in ${syntax.english(returned)}, which web services may not use.`,
      expected: 'a transfer syntax that web services may use',
      observed: syntax.english(returned),
      remedy: `Convert to ${NATIVE} before sending.`,
    }),
    japanese: ({ returned }, seen) => ({
      headline: `${seen.request} が、Web サービスで使えない ${syntax.japanese(returned)} でインスタンスを返します。`,
      expected: 'Web サービスで使える転送構文',
      observed: syntax.japanese(returned),
      remedy: `送る前に ${NATIVE} へ変換してください。`,
    }),
  },
  'default-transfer-syntax-not-used': {
    english: ({ returned }, seen) => ({
      headline: `${seen.request} returns ${syntax.english(returned)} where no transfer syntax was asked for.`,
      expected: NATIVE,
      observed: syntax.english(returned),
      remedy: `Convert to ${NATIVE} where no transfer syntax was asked for.`,
    }),
    japanese: ({ returned }, seen) => ({
      headline: `転送構文を指定していない ${seen.request} が ${syntax.japanese(returned)} を返します。`,
      expected: NATIVE,
      observed: syntax.japanese(returned),
      remedy: `転送構文の指定がないときは ${NATIVE} へ変換してください。`,
    }),
  },
  'asked-transfer-syntax-not-used': {
    english: ({ returned, asked }, seen) => ({
      headline: `${seen.request} returns ${syntax.english(returned)} where ${either([asked ?? []].flat().map(syntax.english))} was asked for.`,
      expected: `transfer syntax ${either([asked ?? []].flat().map(syntax.english))}`,
      observed: syntax.english(returned),
      remedy: 'Return a transfer syntax that was asked for, or answer 406.',
    }),
    japanese: ({ returned, asked }, seen) => ({
      headline: `${seen.request} が、求めた ${alternatives([asked ?? []].flat().map(syntax.japanese))} ではなく ${syntax.japanese(returned)} を返します。`,
      expected: `転送構文 ${alternatives([asked ?? []].flat().map(syntax.japanese))}`,
      observed: syntax.japanese(returned),
      remedy: '求められた転送構文で返すか、406 で応答してください。',
    }),
  },
  'held-transfer-syntax-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} with the transfer syntax that the server itself holds is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy: 'Serve an instance in the transfer syntax that it is stored in when the Accept field names it.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、サーバー自身が保持する転送構文を指定しても 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'Accept で名指しされたときは、保存している転送構文のままインスタンスを返してください。',
    }),
  },
  'lossless-not-decompressed': {
    english: (told, seen) => ({
      headline: `${seen.request} in Explicit VR Little Endian is answered ${told.status} instead of 200 for an instance under lossless compression.`,
      ...statusTold.english(told, seen),
      remedy: 'Decompress losslessly compressed pixels where Explicit VR Little Endian is asked for by name.',
    }),
    japanese: (told, seen) => ({
      headline: `可逆圧縮で保存したインスタンスを Explicit VR Little Endian で求める ${seen.request} が、200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'Explicit VR Little Endian が名指しで求められたときは、可逆圧縮された画素を伸張してください。',
    }),
  },
  'unavailable-transfer-syntax-answered': {
    english: (told, seen) => ({
      headline: `${seen.request} with a transfer syntax that cannot be made of the image is answered ${told.status} instead of 406.`,
      ...statusTold.english(told, seen),
      remedy: 'Answer 406 where none of the transfer syntaxes that the Accept field names can be produced.',
    }),
    japanese: (told, seen) => ({
      headline: `作り出せない転送構文を求める ${seen.request} が、406 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'Accept に挙げられた転送構文をどれも作り出せないときは、406 で応答してください。',
    }),
  },
  'offered-transfer-syntaxes-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} that offers two transfer syntaxes, each of which the server serves alone, is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy: 'Read the Accept field as a list, and choose among the transfer syntaxes that it offers.',
    }),
    japanese: (told, seen) => ({
      headline: `サーバーが単独では返す 2 つの転送構文を並べて求める ${seen.request} が、200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'Accept を一覧として読み、挙げられた転送構文の中から選んでください。',
    }),
  },
  'preferred-transfer-syntax-not-used': {
    english: ({ returned, preferred }, seen) => ({
      headline: `${seen.request} returns ${syntax.english(returned)}, though ${syntax.english(preferred)} has the greater quality value.`,
      expected: syntax.english(preferred),
      observed: syntax.english(returned),
      remedy: 'Choose the transfer syntax of the greatest quality value among those that can be produced.',
    }),
    japanese: ({ returned, preferred }, seen) => ({
      headline: `${seen.request} が、品質値の大きい ${syntax.japanese(preferred)} ではなく ${syntax.japanese(returned)} を返します。`,
      expected: syntax.japanese(preferred),
      observed: syntax.japanese(returned),
      remedy: '作り出せる転送構文のうち、品質値の最も大きいものを選んでください。',
    }),
  },
  'recompressed-with-loss': {
    english: ({ returned, stored }, seen) => ({
      headline: `${seen.request} returns ${syntax.english(returned)}, which loses pixels, for an instance stored in ${syntax.english(stored)}.`,
      expected: 'a form that keeps every pixel',
      observed: syntax.english(returned),
      remedy: 'Return a lossless form unless a lossy one was asked for by name.',
    }),
    japanese: ({ returned, stored }, seen) => ({
      headline: `${seen.request} が、${syntax.japanese(stored)} で保存したインスタンスを、画素が失われる ${syntax.japanese(returned)} で返します。`,
      expected: 'すべての画素を保つ形式',
      observed: syntax.japanese(returned),
      remedy: '非可逆形式が名指しで求められない限り、可逆の形式で返してください。',
    }),
  },
  'part-transfer-syntax-unlisted': {
    english: ({ type, transferSyntax }, seen) => ({
      headline: `${seen.request} labels a part as ${type} in ${syntax.english(transferSyntax)}, which do not belong together.`,
      expected: `a transfer syntax of ${type}`,
      observed: syntax.english(transferSyntax),
      remedy: 'Use a pair of Table 8.7.3-5, as the bytes are encoded.',
    }),
    japanese: ({ type, transferSyntax }, seen) => ({
      headline: `${seen.request} のパートの ${type} と ${syntax.japanese(transferSyntax)} は組み合わせられません。`,
      expected: `${type} の転送構文`,
      observed: syntax.japanese(transferSyntax),
      remedy: '実際の符号化に合う、表 8.7.3-5 の組み合わせを使ってください。',
    }),
  },
};
