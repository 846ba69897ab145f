import type { METADATA } from '../../../../lib/breaches/kinds/retrieve/metadata.ts';
import { attributeName, counted, quoted } from '../../quote.ts';
import { statusTold, typeTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

const WHOLE_DATA_SET = {
  english: 'Convert the whole data set; do not filter by a list of known attributes.',
  japanese: 'データセット全体を変換し、既知の属性だけを選ばないでください。',
};

const begins = (found: string) => `${String(found).slice(0, 40)}…`;

const NO_ATTRIBUTE = '属性なし';

export const METADATA_WORDS: WordsFor<typeof METADATA> = {
  'metadata-not-retrieved': {
    english: (told, seen) => ({
      headline: `${seen.request} returns no metadata: it is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy:
        told.status >= 500
          ? 'Find the error in the log of the server, and answer with the metadata.'
          : 'Serve /metadata below every study, series and instance as application/dicom+json.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} がメタデータを返しません: 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy:
        told.status >= 500
          ? 'サーバーのログで原因を確認し、メタデータを返してください。'
          : 'すべての検査、シリーズ、インスタンスの /metadata を application/dicom+json で提供してください。',
    }),
  },
  'metadata-not-json': {
    english: ({ type, bytes }, seen) => ({
      headline: `${seen.request} is answered with ${bytes === 0 ? 'no body' : typeTold.english(type)} instead of DICOM JSON.`,
      expected: 'a body of DICOM JSON',
      observed: bytes === 0 ? 'no body' : `${counted(bytes, 'byte')} of ${typeTold.english(type)}`,
      remedy: 'Answer with the data sets as application/dicom+json.',
    }),
    japanese: ({ type, bytes }, seen) => ({
      headline: `${seen.request} の応答が DICOM JSON ではなく${bytes === 0 ? '空' : ` ${typeTold.japanese(type)} `}です。`,
      expected: 'DICOM JSON のボディ',
      observed: bytes === 0 ? 'ボディなし' : `${typeTold.japanese(type)} の ${bytes} バイト`,
      remedy: 'データセットを application/dicom+json で返してください。',
    }),
  },
  'metadata-not-a-list': {
    english: ({ seen: found }, seen) => ({
      headline: `${seen.request} is not answered with an array of data sets: ${begins(found)} stands there.`,
      expected: 'one array at the top with a data set for each instance',
      observed: begins(found),
      remedy: 'Put one array at the top, with one object for each instance, even where there is only one.',
    }),
    japanese: ({ seen: found }, seen) => ({
      headline: `${seen.request} の応答がデータセットの配列ではありません: ${begins(found)} があります。`,
      expected: '最上位に、インスタンスごとのデータセットの配列 1 つ',
      observed: begins(found),
      remedy: 'インスタンスが 1 つでも、最上位に配列を置き、インスタンスごとに 1 オブジェクトを入れてください。',
    }),
  },
  'metadata-lacks-instance': {
    english: ({ instance, name, count }, seen) => ({
      headline: `${seen.request} leaves out ${name}: none of its ${counted(count, 'data set')} describes it.`,
      expected: `one data set for ${instance}`,
      observed: `none among ${count}`,
      remedy: 'Return one data set for each instance below the resource.',
    }),
    japanese: ({ instance, name, count }, seen) => ({
      headline: `${seen.request} に ${name} がありません: ${count} 件のデータセットのどれもこれを記述していません。`,
      expected: `${instance} のデータセット 1 件`,
      observed: `${count} 件のうちになし`,
      remedy: 'リソースの下の各インスタンスに 1 件ずつデータセットを返してください。',
    }),
  },
  'metadata-repeats-instance': {
    english: ({ instance, name, count }, seen) => ({
      headline: `${seen.request} describes ${name} ${count} times instead of once.`,
      expected: `one data set for ${instance}`,
      observed: `${count} of them`,
      remedy: 'Make the list of instances free of duplicates.',
    }),
    japanese: ({ instance, name, count }, seen) => ({
      headline: `${seen.request} が ${name} を 1 回ではなく ${count} 回記述しています。`,
      expected: `${instance} のデータセット 1 件`,
      observed: `${count} 件`,
      remedy: 'インスタンスの一覧から重複を除いてください。',
    }),
  },
  'metadata-of-foreign-instance': {
    english: ({ instance }, seen) => ({
      headline: `${seen.request} describes an instance that does not belong to the resource: ${quoted(instance)}.`,
      expected: 'data sets of the instances below the resource, and no other',
      observed: quoted(instance),
      remedy: 'Select by every UID of the path.',
    }),
    japanese: ({ instance }, seen) => ({
      headline: `${seen.request} が、このリソースに属さないインスタンスを記述しています: ${quoted(instance)}。`,
      expected: 'リソースの下のインスタンスだけのデータセット',
      observed: quoted(instance),
      remedy: 'パスのすべての UID で選択してください。',
    }),
  },
  'metadata-without-instance-uid': {
    english: (_, seen) => ({
      headline: `${seen.request} returns a data set without SOPInstanceUID.`,
      expected: 'a data set of an instance of the resource',
      observed: 'a data set without SOPInstanceUID',
      remedy: 'Return the data set of each instance, SOPInstanceUID included.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} が SOPInstanceUID のないデータセットを返します。`,
      expected: 'リソースのインスタンスのデータセット',
      observed: 'SOPInstanceUID のないデータセット',
      remedy: 'SOPInstanceUID を含む、各インスタンスのデータセットを返してください。',
    }),
  },
  'metadata-lacks-most-attributes': {
    english: ({ missing, of }, seen) => ({
      headline: `${seen.request} leaves out ${missing} of the ${counted(of, 'attribute')} that the instances have.`,
      expected: `all ${counted(of, 'attribute')}`,
      observed: `${counted(missing, 'attribute')} left out`,
      remedy: 'Return the whole data set of each instance; a search result has only a few of its attributes.',
    }),
    japanese: ({ missing, of }, seen) => ({
      headline: `${seen.request} に、インスタンスが持つ属性 ${of} 個のうち ${missing} 個がありません。`,
      expected: `属性 ${of} 個すべて`,
      observed: `${missing} 個が欠落`,
      remedy: '各インスタンスのデータセット全体を返してください。検索結果には属性の一部しかありません。',
    }),
  },
  'metadata-lacks-attribute': {
    english: ({ tag, vr }, seen) => ({
      headline: `${seen.request} leaves out ${attributeName(tag)}, which the instance has.`,
      expected: `${attributeName(tag)} with vr ${vr}`,
      observed: 'no such attribute',
      remedy: WHOLE_DATA_SET.english,
    }),
    japanese: ({ tag, vr }, seen) => ({
      headline: `${seen.request} に、インスタンスが持つ ${attributeName(tag)} がありません。`,
      expected: `vr ${vr} の ${attributeName(tag)}`,
      observed: NO_ATTRIBUTE,
      remedy: WHOLE_DATA_SET.japanese,
    }),
  },
  'metadata-lacks-empty-attribute': {
    english: ({ tag, vr }, seen) => ({
      headline: `${seen.request} leaves out ${attributeName(tag)}, which the instance has without a value.`,
      expected: `${attributeName(tag)} with its vr ${vr} alone`,
      observed: 'no such attribute',
      remedy: 'Write attributes without value with their vr alone.',
    }),
    japanese: ({ tag, vr }, seen) => ({
      headline: `${seen.request} に、インスタンスが値なしで持つ ${attributeName(tag)} がありません。`,
      expected: `vr ${vr} だけの ${attributeName(tag)}`,
      observed: NO_ATTRIBUTE,
      remedy: '値のない属性は vr だけで書いてください。',
    }),
  },
  'metadata-lacks-private-attribute': {
    english: ({ tag, vr }, seen) => ({
      headline: `${seen.request} leaves out the private attribute ${attributeName(tag)}, which the instance has.`,
      expected: `${attributeName(tag)} with vr ${vr}`,
      observed: 'no such attribute',
      remedy: 'Write private attributes with their creators; do not filter by the dictionary.',
    }),
    japanese: ({ tag, vr }, seen) => ({
      headline: `${seen.request} に、インスタンスが持つプライベート属性 ${attributeName(tag)} がありません。`,
      expected: `vr ${vr} の ${attributeName(tag)}`,
      observed: NO_ATTRIBUTE,
      remedy: 'プライベート属性を作成者とともに書き、辞書で選別しないでください。',
    }),
  },
  'metadata-lacks-binary-attribute': {
    english: ({ tag, vr }, seen) => ({
      headline: `${seen.request} leaves out the binary attribute ${attributeName(tag)}, which the instance has.`,
      expected: `${attributeName(tag)} with vr ${vr}, as InlineBinary or BulkDataURI`,
      observed: 'no such attribute',
      remedy: 'Write binary attributes as InlineBinary, or as BulkDataURI where they are long.',
    }),
    japanese: ({ tag, vr }, seen) => ({
      headline: `${seen.request} に、インスタンスが持つバイナリ属性 ${attributeName(tag)} がありません。`,
      expected: `vr ${vr} で、InlineBinary または BulkDataURI を持つ ${attributeName(tag)}`,
      observed: NO_ATTRIBUTE,
      remedy: 'バイナリ属性は InlineBinary で、長いものは BulkDataURI で書いてください。',
    }),
  },
  'metadata-adds-attribute': {
    english: ({ tag, name }, seen) => ({
      headline: `${seen.request} adds ${attributeName(tag)}, which ${name} does not have.`,
      expected: `no attribute beyond those of ${name}`,
      observed: `${attributeName(tag)} was added`,
      remedy: 'Return the attributes of the stored instance, and no other.',
    }),
    japanese: ({ tag, name }, seen) => ({
      headline: `${seen.request} に、${name} にない ${attributeName(tag)} が加えられています。`,
      expected: `${name} にある属性だけ`,
      observed: `${attributeName(tag)} の追加`,
      remedy: '保存したインスタンスの属性だけを返してください。',
    }),
  },
  'metadata-has-file-meta': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} holds ${attributeName(tag)}, an element of the File Meta Information.`,
      expected: 'no element of group 0002',
      observed: attributeName(tag),
      remedy: 'Leave group 0002 out of metadata; AvailableTransferSyntaxUID tells of the transfer syntax.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} に、ファイルメタ情報の要素 ${attributeName(tag)} があります。`,
      expected: 'グループ 0002 の要素なし',
      observed: attributeName(tag),
      remedy: 'グループ 0002 をメタデータから除いてください。転送構文は AvailableTransferSyntaxUID で示せます。',
    }),
  },
  'metadata-lacks-pixel-data': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} leaves out ${attributeName(tag)} instead of referring to it by BulkDataURI.`,
      expected: `BulkDataURI for ${attributeName(tag)}`,
      observed: 'the attribute is left out',
      remedy: 'Give pixel data as an attribute with vr and BulkDataURI.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} に ${attributeName(tag)} の BulkDataURI がなく、属性そのものがありません。`,
      expected: `${attributeName(tag)} の BulkDataURI`,
      observed: NO_ATTRIBUTE,
      remedy: '画素データを vr と BulkDataURI を持つ属性として示してください。',
    }),
  },
  'metadata-names-pixel-data': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} names ${attributeName(tag)} with neither a BulkDataURI nor a value.`,
      expected: `BulkDataURI for ${attributeName(tag)}`,
      observed: 'the attribute with its vr alone',
      remedy: 'Give pixel data as an attribute with vr and BulkDataURI.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} の ${attributeName(tag)} に BulkDataURI も値もありません。`,
      expected: `${attributeName(tag)} の BulkDataURI`,
      observed: 'vr だけの属性',
      remedy: '画素データを vr と BulkDataURI を持つ属性として示してください。',
    }),
  },
  'metadata-holds-pixel-data': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} carries ${attributeName(tag)} itself instead of a BulkDataURI for it.`,
      expected: `BulkDataURI for ${attributeName(tag)}`,
      observed: 'the value, or another reference than a string',
      remedy: 'Give pixel data as an attribute with vr and BulkDataURI.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} に、BulkDataURI ではなく ${attributeName(tag)} そのものが入っています。`,
      expected: `${attributeName(tag)} の BulkDataURI`,
      observed: '値そのもの、または文字列でない参照',
      remedy: '画素データを vr と BulkDataURI を持つ属性として示してください。',
    }),
  },
};
