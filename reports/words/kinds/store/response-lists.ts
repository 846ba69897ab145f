import type { STORE_RESPONSE_LISTS } from '../../../../lib/breaches/kinds/store/response-lists.ts';
import type { InEach } from '../../language.ts';
import { attributeName, counted, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

/** What is right of each attribute of the module. */
const RIGHT: InEach<Readonly<Record<string, string>>> = {
  english: {
    '00081150': 'UI with one value',
    '00081155': 'UI with one value',
    '00081196': 'US with one number from 1 to 65535',
    '00081197': 'US with one number from 1 to 65535',
    '00081198': 'SQ of items',
    '00081199': 'SQ of items',
    '0008119A': 'SQ of items',
  },
  japanese: {
    '00081150': '値 1 つの UI',
    '00081155': '値 1 つの UI',
    '00081196': '1 から 65535 の数 1 つの US',
    '00081197': '1 から 65535 の数 1 つの US',
    '00081198': '項目からなる SQ',
    '00081199': '項目からなる SQ',
    '0008119A': '項目からなる SQ',
  },
};

export const STORE_RESPONSE_LISTS_WORDS: WordsFor<typeof STORE_RESPONSE_LISTS> = {
  'stored-not-listed': {
    english: ({ name, instance, listed }, seen) => ({
      headline: `${seen.request} does not list ${name} as stored.`,
      expected: `one item for ${instance} in ReferencedSOPSequence`,
      observed: `none among ${counted(listed, 'item')}`,
      remedy: 'Add one item to ReferencedSOPSequence for each instance that was stored.',
    }),
    japanese: ({ name, instance, listed }, seen) => ({
      headline: `${seen.request} の応答に、${name} が保存済みとして列挙されていません。`,
      expected: `ReferencedSOPSequence に ${instance} の項目 1 つ`,
      observed: `${listed} 項目のうちになし`,
      remedy: '保存したインスタンスごとに ReferencedSOPSequence へ項目を 1 つ加えてください。',
    }),
  },
  'refused-not-listed': {
    english: ({ name, instance, listed }, seen) => ({
      headline: `${seen.request} refused ${name} without listing it as failed.`,
      expected: `one item for ${instance} in FailedSOPSequence`,
      observed: `none among ${counted(listed, 'item')}`,
      remedy: 'Add one item to FailedSOPSequence for each instance that was not stored.',
    }),
    japanese: ({ name, instance, listed }, seen) => ({
      headline: `${seen.request} は ${name} を拒否しましたが、失敗として列挙していません。`,
      expected: `FailedSOPSequence に ${instance} の項目 1 つ`,
      observed: `${listed} 項目のうちになし`,
      remedy: '保存しなかったインスタンスごとに FailedSOPSequence へ項目を 1 つ加えてください。',
    }),
  },
  'store-lists-twice': {
    english: ({ name, tag, count }, seen) => ({
      headline: `${seen.request} lists ${name} ${count} times in ${attributeName(tag)}; once is right.`,
      expected: `one item for ${name}`,
      observed: counted(count, 'item'),
      remedy: 'Write one item for each instance.',
    }),
    japanese: ({ name, tag, count }, seen) => ({
      headline: `${seen.request} の ${attributeName(tag)} に、${name} が 1 回ではなく ${count} 回列挙されています。`,
      expected: `${name} の項目 1 つ`,
      observed: `${count} 項目`,
      remedy: 'インスタンスごとに項目を 1 つだけ書いてください。',
    }),
  },
  'refused-listed-as-stored': {
    english: ({ name, instance }, seen) => ({
      headline: `${seen.request} lists ${name} as stored, though it was refused.`,
      expected: 'only stored instances in ReferencedSOPSequence',
      observed: `an item for ${instance}, which was refused`,
      remedy: 'Build ReferencedSOPSequence from what was really kept, and FailedSOPSequence from the rest.',
    }),
    japanese: ({ name, instance }, seen) => ({
      headline: `${seen.request} は拒否した ${name} を保存済みとして列挙しています。`,
      expected: 'ReferencedSOPSequence には保存したインスタンスだけ',
      observed: `拒否した ${instance} の項目`,
      remedy: 'ReferencedSOPSequence は実際に保存したものから、FailedSOPSequence は残りから作ってください。',
    }),
  },
  'stored-listed-as-failed': {
    english: ({ name, instance }, seen) => ({
      headline: `${seen.request} lists ${name} as failed, though it was stored.`,
      expected: 'only refused instances in FailedSOPSequence',
      observed: `an item for ${instance}, which was stored`,
      remedy: 'Leave FailedSOPSequence out when nothing failed, and keep stored instances out of it.',
    }),
    japanese: ({ name, instance }, seen) => ({
      headline: `${seen.request} は保存した ${name} を失敗として列挙しています。`,
      expected: 'FailedSOPSequence には拒否したインスタンスだけ',
      observed: `保存した ${instance} の項目`,
      remedy: '失敗がなければ FailedSOPSequence を省き、保存したインスタンスを入れないでください。',
    }),
  },
  'store-lists-unknown-instance': {
    english: ({ instance }, seen) => ({
      headline: `${seen.request} lists an instance that was not sent: ${quoted(instance)}.`,
      expected: 'only instances of the request',
      observed: quoted(instance),
      remedy: 'Write the SOPInstanceUID of the instance that was sent into its item.',
    }),
    japanese: ({ instance }, seen) => ({
      headline: `${seen.request} は送っていないインスタンスを列挙しています: ${quoted(instance)}。`,
      expected: '要求に含まれるインスタンスだけ',
      observed: quoted(instance),
      remedy: '項目には、送られたインスタンスの SOPInstanceUID を書いてください。',
    }),
  },
  'store-item-without-instance': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} lists an item without ${attributeName(tag)}.`,
      expected: `${attributeName(tag)} in each item`,
      observed: 'it is missing',
      remedy: 'Fill ReferencedSOPInstanceUID in each item.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} の応答に、${attributeName(tag)} のない項目があります。`,
      expected: `各項目に ${attributeName(tag)}`,
      observed: 'ない',
      remedy: '各項目に ReferencedSOPInstanceUID を入れてください。',
    }),
  },
  'store-item-without-attribute': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} lists an item without ${attributeName(tag)}.`,
      expected: `${attributeName(tag)} in each item`,
      observed: 'it is missing',
      remedy: `Fill ${attributeName(tag)} in each item.`,
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} の応答に、${attributeName(tag)} のない項目があります。`,
      expected: `各項目に ${attributeName(tag)}`,
      observed: 'ない',
      remedy: `各項目に ${attributeName(tag)} を入れてください。`,
    }),
  },
  'store-attribute-malformed': {
    english: ({ tag, seen: value }, seen) => ({
      headline: `${seen.request} is answered with a wrong ${attributeName(tag)}: ${value}.`,
      expected: RIGHT.english[tag] ?? 'the form of PS3.18 Annex I',
      observed: value,
      remedy: `Write ${attributeName(tag)} as ${RIGHT.english[tag] ?? 'PS3.18 Annex I has it'}.`,
    }),
    japanese: ({ tag, seen: value }, seen) => ({
      headline: `${seen.request} の応答の ${attributeName(tag)} が誤っています: ${value}。`,
      expected: RIGHT.japanese[tag] ?? 'PS3.18 Annex I の形式',
      observed: value,
      remedy: `${attributeName(tag)} は ${RIGHT.japanese[tag] ?? 'PS3.18 Annex I の形式'} として書いてください。`,
    }),
  },
  'store-item-of-another-class': {
    english: ({ expected, seen: value }, seen) => ({
      headline: `${seen.request} lists an instance with another SOP Class than was sent: ${quoted(value)} instead of ${expected}.`,
      expected: `ReferencedSOPClassUID ${expected}`,
      observed: quoted(value),
      remedy: 'Copy SOPClassUID of the stored instance into its item.',
    }),
    japanese: ({ expected, seen: value }, seen) => ({
      headline: `${seen.request} は、送ったものと異なる SOP Class を列挙しています: ${expected} ではなく ${quoted(value)}。`,
      expected: `ReferencedSOPClassUID ${expected}`,
      observed: quoted(value),
      remedy: '保存したインスタンスの SOPClassUID を項目に写してください。',
    }),
  },
};
