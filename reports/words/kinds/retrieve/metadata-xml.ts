import type { METADATA_XML } from '../../../../lib/breaches/kinds/retrieve/metadata-xml.ts';
import { counted, quoted } from '../../quote.ts';
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
};
