import type { SEARCH_ATTRIBUTES } from '../../../lib/breaches/kinds/search-attributes.ts';
import { attributeName, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { one } from './search-phrases.ts';

const valueOr = (text: string): string => (text ? text : 'no value');

export const SEARCH_ATTRIBUTES_ENGLISH: WordsFor<typeof SEARCH_ATTRIBUTES> = {
  'search-attribute-missing': ({ tag, level }, { request }) => ({
    headline: `${request} returns ${one(level)} without ${attributeName(tag)}.`,
    expected: attributeName(tag),
    observed: 'the attribute is left out',
    effect: effectOfAbsence(tag),
    remedy: `Return ${attributeName(tag)} with each ${level} without being asked.`,
  }),
  'search-empty-attribute-missing': ({ tag, level }, { request }) => ({
    headline: `${request} leaves out ${attributeName(tag)}, of which no value is stored, instead of returning it empty with the ${level}.`,
    expected: `${attributeName(tag)} with its vr alone`,
    observed: 'the attribute is left out',
    effect: 'A client cannot tell an empty value from an attribute that the server does not know.',
    remedy: 'Return attributes that have no value with their vr alone.',
  }),
  'search-lacks-parent-attributes': ({ tag, level, parent }, { request }) => ({
    headline: `${request} returns ${one(level)} without the attributes of its ${parent}, such as ${attributeName(tag)}.`,
    expected: `the attributes of the ${parent}`,
    observed: `no ${attributeName(tag)}`,
    effect: `A list across studies does not say to which patient and study each ${level} belongs.`,
    remedy: `Join the attributes of the ${parent} into the results of this search.`,
  }),
  'search-attribute-without-value': ({ tag, level, expected }, { request }) => ({
    headline: `${request} returns ${one(level)} with an empty ${attributeName(tag)}, although the value is ${valueOr(expected)}.`,
    expected: `${attributeName(tag)} ${valueOr(expected)}`,
    observed: 'no value',
    effect: effectOfAbsence(tag),
    remedy: `Keep ${attributeName(tag)} when an instance is stored, and return its value.`,
  }),
  'search-value-differs': ({ tag, level, expected, actual }, { request }) => ({
    headline: `${request} returns ${one(level)} with ${attributeName(tag)} ${valueOr(actual)} instead of ${valueOr(expected)}.`,
    expected: `${attributeName(tag)} ${valueOr(expected)}`,
    observed: valueOr(actual),
    effect: WRONG[tag] ?? `The list shows a wrong ${attributeName(tag)}, and users choose by it.`,
    remedy: `Return the stored value of ${attributeName(tag)} of this ${level} itself.`,
  }),
  'search-sequence-items-differ': ({ tag, expected, actual }, { request }) => ({
    headline: `${request} returns ${attributeName(tag)} with ${actual} instead of ${expected} items.`,
    expected: `${expected} items`,
    observed: `${actual} items`,
    effect: 'Orders and procedures that belong to the series are lost or invented in the list.',
    remedy: `Return all stored items of ${attributeName(tag)}.`,
  }),
  'search-count-too-small': ({ tag, expected, actual }, { request }) => ({
    headline: `${request} returns ${attributeName(tag)} ${actual}, although ${expected} are stored.`,
    expected: `${attributeName(tag)} ${expected}`,
    observed: actual,
    effect: 'A user takes a complete study for an incomplete one, and a client stops before it has all of it.',
    remedy: 'Compute the counts from what is stored, or update them with every store.',
  }),
  'search-count-differs': ({ tag, expected, actual }, { request }) => ({
    headline: `${request} returns ${attributeName(tag)} ${valueOr(actual)} instead of ${expected}.`,
    expected: `${attributeName(tag)} ${expected}`,
    observed: valueOr(actual),
    effect: 'A client waits for images that do not exist, or takes a study for incomplete.',
    remedy: 'Compute the counts from what is stored, or update them with every store and delete.',
  }),
  'search-modalities-differ': ({ expected, actual }, { request }) => ({
    headline: `${request} returns ModalitiesInStudy ${listed(actual)} instead of ${listed(expected)}.`,
    expected: `ModalitiesInStudy ${listed(expected)}`,
    observed: listed(actual),
    effect: 'A user who filters by modality does not find the study, or finds it under a wrong one.',
    remedy: 'Collect the Modality of each series of the study, each once.',
  }),
  'search-availability-undefined': ({ actual }, { request }) => ({
    headline: `${request} returns InstanceAvailability ${quoted(actual)}, which is no defined term.`,
    expected: 'ONLINE, NEARLINE, OFFLINE or UNAVAILABLE',
    observed: quoted(actual),
    effect: 'A client cannot tell whether it has to wait for a recall.',
    remedy: 'Use the defined terms, or leave the attribute out.',
  }),
  'search-timezone-malformed': ({ actual }, { request }) => ({
    headline: `${request} returns TimezoneOffsetFromUTC ${quoted(actual)} instead of a sign and four digits.`,
    expected: 'a sign and four digits',
    observed: quoted(actual),
    effect: 'Times from several sites are put in the wrong order.',
    remedy: 'Return the stored offset as it is, such as +0900.',
  }),
};

function listed(values: readonly string[]): string {
  return (values ?? []).length === 0 ? 'without a value' : values.join(', ');
}

const PATIENT = 'The wrong patient is shown beside the study.';
/** What a wrong value does to a user, where it is worse than a wrong column. */
const WRONG: Readonly<Record<string, string | undefined>> = {
  '00100010': PATIENT,
  '00100020': PATIENT,
  '00100030': PATIENT,
  '0020000D': 'A client opens another study than the list shows.',
  '0020000E': 'A client opens another series than the list shows.',
  '00080018': 'A client opens another image than the list shows.',
  '00200013': 'A viewer puts the images of a series in the wrong order.',
  '00280010': 'A viewer reserves too little memory or shows a distorted picture.',
};

/** What it does to a user that an attribute is not returned. */
function effectOfAbsence(tag: string): string {
  const name = attributeName(tag);
  if (['0020000D', '0020000E', '00080018', '00081190'].includes(tag))
    return `A client cannot open what it found: it needs ${name} to ask for it.`;
  if (String(tag).startsWith('0010'))
    return `The list does not show ${name}, so a user cannot tell patients apart by it.`;
  if (String(tag).startsWith('002012')) return 'A user cannot see whether a study has arrived completely.';
  return `The list does not show ${name}, by which users and clients choose.`;
}
