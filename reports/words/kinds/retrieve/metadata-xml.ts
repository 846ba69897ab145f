import type { METADATA_XML } from '../../../../lib/breaches/kinds/retrieve/metadata-xml.ts';
import { alterationTold } from '../../alteration-told.ts';
import { alternatives, attributeName, brief, counted, either, quoted } from '../../quote.ts';
import { statusTold, typeTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

const XML = {
  english: 'multipart/related of application/dicom+xml',
  japanese: 'application/dicom+xml の multipart/related',
};

export const METADATA_XML_WORDS: WordsFor<typeof METADATA_XML> = {
  'xml-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} is not offered as XML: it is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy: `Offer ${XML.english}, or say in the conformance statement that only JSON is supported.`,
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} を XML で取得できません: 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: `${XML.japanese} を提供するか、JSON だけに対応することを適合性宣言に書いてください。`,
    }),
  },
  'xml-answered-in-json': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered as ${typeTold.english(type)} where only XML was asked for.`,
      expected: XML.english,
      observed: typeTold.english(type),
      remedy: `Offer ${XML.english}, or answer 406.`,
    }),
    japanese: ({ type }, seen) => ({
      headline: `XML だけを求めた ${seen.request} の応答が ${typeTold.japanese(type)} です。`,
      expected: XML.japanese,
      observed: typeTold.japanese(type),
      remedy: `${XML.japanese} を提供するか、406 で応答してください。`,
    }),
  },
  'xml-media-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered as ${typeTold.english(type)} where XML was asked for.`,
      expected: XML.english,
      observed: typeTold.english(type),
      remedy: `Answer with ${XML.english}, one part for each data set.`,
    }),
    japanese: ({ type }, seen) => ({
      headline: `XML を求めた ${seen.request} の応答が ${typeTold.japanese(type)} です。`,
      expected: XML.japanese,
      observed: typeTold.japanese(type),
      remedy: `${XML.japanese} で、データセットごとに 1 パートを返してください。`,
    }),
  },
  'xml-part-media-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} labels a document in XML as ${typeTold.english(type)} instead of application/dicom+xml.`,
      expected: 'a part of type application/dicom+xml',
      observed: typeTold.english(type),
      remedy: 'Give each part of metadata or results in XML Content-Type: application/dicom+xml.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} が XML の文書を application/dicom+xml ではなく ${typeTold.japanese(type)} として返します。`,
      expected: 'application/dicom+xml のパート',
      observed: typeTold.japanese(type),
      remedy: 'メタデータや検索結果の XML の各パートに Content-Type: application/dicom+xml を付けてください。',
    }),
  },
  'xml-part-count': {
    english: ({ count, expected }, seen) => ({
      headline: `${seen.request} returns ${counted(count, 'document')} in XML instead of ${expected}.`,
      expected: counted(expected, 'part'),
      observed: counted(count, 'part'),
      remedy: 'Send one part for each data set.',
    }),
    japanese: ({ count, expected }, seen) => ({
      headline: `${seen.request} が XML の文書を ${expected} 件ではなく ${count} 件返します。`,
      expected: `${expected} パート`,
      observed: `${count} パート`,
      remedy: 'データセットごとに 1 パートを送ってください。',
    }),
  },
  'xml-without-attributes': {
    english: ({ empty, parts }, seen) => ({
      headline: `${seen.request} sends XML without any attribute: ${empty} of ${counted(parts, 'document')} ${empty === 1 ? 'is' : 'are'} empty.`,
      expected: 'the attributes of the data set, as in JSON',
      observed: 'NativeDicomModel without DicomAttribute',
      remedy: 'Write the same attributes into XML as into JSON, or answer 406 where XML is not offered.',
    }),
    japanese: ({ empty, parts }, seen) => ({
      headline: `${seen.request} の XML に属性が 1 つもありません: ${parts} 文書中 ${empty} 件が空です。`,
      expected: 'JSON と同じデータセットの属性',
      observed: 'DicomAttribute のない NativeDicomModel',
      remedy: 'XML にも JSON と同じ属性を書くか、XML に対応していなければ 406 で応答してください。',
    }),
  },
  'xml-lacks-document': {
    english: ({ uid, parts }, seen) => ({
      headline: `${seen.request} leaves out ${quoted(uid)} in XML: none of its ${counted(parts, 'part')} describes it.`,
      expected: `a document of ${quoted(uid)}`,
      observed: `none among ${counted(parts, 'part')}`,
      remedy: 'Send one part for each data set, with the same content as in JSON.',
    }),
    japanese: ({ uid, parts }, seen) => ({
      headline: `${seen.request} の XML に ${quoted(uid)} がありません: ${parts} パートのどれもこれを記述していません。`,
      expected: `${quoted(uid)} の文書`,
      observed: `${parts} パートのうちになし`,
      remedy: 'データセットごとに 1 パートを、JSON と同じ内容で送ってください。',
    }),
  },
  'xml-unreadable': {
    english: ({ message }, seen) => ({
      headline: `${seen.request} is answered with XML that cannot be read: ${brief(message)}.`,
      expected: 'a well-formed document of the Native DICOM Model',
      observed: brief(message),
      remedy: 'Write the document with an XML library, which escapes and closes what has to be.',
    }),
    japanese: ({ message }, seen) => ({
      headline: `${seen.request} の応答の XML を読み取れません（${brief(message)}）。`,
      expected: '整形式の Native DICOM Model 文書',
      observed: brief(message),
      remedy: 'エスケープや終了タグを正しく書く XML ライブラリで文書を作成してください。',
    }),
  },
  'xml-vr-wrong': {
    english: ({ tag, vr, expected }, seen) => ({
      headline: `${seen.request} in XML gives ${attributeName(tag)} the vr ${quoted(vr)} instead of ${either(expected)}.`,
      expected: `vr ${either(expected)}`,
      observed: `vr ${quoted(vr)}`,
      remedy: 'Write the vr of the data dictionary, as in the JSON form.',
    }),
    japanese: ({ tag, vr, expected }, seen) => ({
      headline: `${seen.request} の XML の ${attributeName(tag)} の vr が ${alternatives(expected)} ではなく ${quoted(vr)} です。`,
      expected: `vr ${alternatives(expected)}`,
      observed: `vr ${quoted(vr)}`,
      remedy: 'JSON 形式と同じく、データ辞書の vr を書いてください。',
    }),
  },
  'xml-keyword-wrong': {
    english: ({ tag, keyword, expected }, seen) => ({
      headline: `${seen.request} in XML calls ${tagName(tag)} ${quoted(keyword)} instead of ${expected}.`,
      expected: `keyword ${expected}`,
      observed: `keyword ${quoted(keyword)}`,
      remedy: 'Take the keyword of each tag from the data dictionary, or leave it out.',
    }),
    japanese: ({ tag, keyword, expected }, seen) => ({
      headline: `${seen.request} の XML の ${tagName(tag)} のキーワードが ${expected} ではなく ${quoted(keyword)} です。`,
      expected: `キーワード ${expected}`,
      observed: `キーワード ${quoted(keyword)}`,
      remedy: '各タグのキーワードをデータ辞書から取るか、省いてください。',
    }),
  },
  'xml-value-differs': {
    english: ({ tag, expected, actual }, seen) => {
      const altered = alterationTold('english', tag, { expected, actual });
      return {
        headline: `${seen.request} in XML has ${attributeName(tag)} ${altered?.how ?? 'with another value than is stored'}: ${actual} instead of ${expected}.`,
        expected: `${attributeName(tag)} ${expected}`,
        observed: String(actual),
        remedy: altered?.remedy ?? 'Write in XML the values of the JSON form (PS3.18 Table F.3.1-1).',
      };
    },
    japanese: ({ tag, expected, actual }, seen) => {
      const altered = alterationTold('japanese', tag, { expected, actual });
      return {
        headline: `${seen.request} の XML の ${attributeName(tag)} の値が${altered?.how ?? '保存されたものと違います'}（${expected} ではなく ${actual}）。`,
        expected: `${attributeName(tag)} ${expected}`,
        observed: String(actual),
        remedy: altered?.remedy ?? 'JSON 形式と同じ値を XML に書いてください（PS3.18 表 F.3.1-1）。',
      };
    },
  },
  'xml-name-differs': {
    english: ({ tag, expected, actual }, seen) => ({
      headline: `${seen.request} in XML has ${attributeName(tag)} with another name than is stored: ${actual} instead of ${expected}.`,
      expected: `${attributeName(tag)} ${expected}`,
      observed: String(actual),
      remedy: 'Write each component of a name into the element of PS3.19 §A.1 that is meant for it, by group.',
    }),
    japanese: ({ tag, expected, actual }, seen) => ({
      headline: `${seen.request} の XML の ${attributeName(tag)} の名前が保存されたものと違います（${expected} ではなく ${actual}）。`,
      expected: `${attributeName(tag)} ${expected}`,
      observed: String(actual),
      remedy: '名前の各要素を、グループごとに PS3.19 §A.1 の対応する XML 要素に書いてください。',
    }),
  },
  'xml-attribute-missing': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} in XML lacks ${attributeName(tag)}, which is stored and is in the JSON form.`,
      expected: `${attributeName(tag)} with the stored value`,
      observed: 'no such attribute',
      remedy: 'Write every attribute of the JSON form into the XML.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} の XML に、保存され JSON 形式にはある ${attributeName(tag)} がありません。`,
      expected: `保存された値を持つ ${attributeName(tag)}`,
      observed: 'その属性がない',
      remedy: 'JSON 形式にある属性をすべて XML に書いてください。',
    }),
  },
};

function tagName(tag: string | undefined): string {
  return tag === undefined ? 'an attribute' : `(${tag.slice(0, 4)},${tag.slice(4)})`;
}
