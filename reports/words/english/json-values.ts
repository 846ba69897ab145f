import type { JSON_VALUES } from '../../../lib/breaches/kinds/json-values.ts';
import { attributeName } from '../quote.ts';
import type { SeenIn, Telling, WordsFor } from '../telling.ts';

type Differs = { readonly tag: string; readonly expected: string; readonly actual: string };

const OTHER_VALUE = 'Users see another value than was stored, and take it for the right one.';

/** A value beside the stored one. */
function beside(what: string, effect: string, remedy: string) {
  return ({ tag, expected, actual }: Differs, seen: SeenIn): Telling => ({
    headline: `${seen.request} has ${attributeName(tag)} ${what}: ${actual} instead of ${expected}.`,
    expected: `${attributeName(tag)} ${expected}`,
    observed: String(actual),
    effect,
    remedy,
  });
}

export const JSON_VALUES_ENGLISH: WordsFor<typeof JSON_VALUES> = {
  'value-differs': beside(
    'with another value than is stored',
    OTHER_VALUE,
    'Return values as they were stored, or keep the original in Original Attributes Sequence.',
  ),
  'value-lost': beside(
    'without the value that is stored',
    'Users do not see a value that was stored, and take it for unknown.',
    'Return each stored value.',
  ),
  'value-invented': beside(
    'with a value where none is stored',
    OTHER_VALUE,
    'Return attributes without a value as {"vr": "…"}.',
  ),
  'value-count-differs': beside(
    'with another number of values than is stored',
    OTHER_VALUE,
    'Return all values, one element of Value for each.',
  ),
  'value-characters-differ': beside(
    'with other characters than are stored',
    'Names are shown in wrong characters: patients are not recognised, or not found by their name.',
    'Decode stored text by its SpecificCharacterSet, code extensions included, and write it as UTF-8.',
  ),
  'values-joined': beside(
    'as one string instead of several values',
    'Clients take the values for one, and show or compare it wrongly.',
    'Split values at the backslash, and write each as an element of Value.',
  ),
  'values-without-gaps': beside(
    'without null for an empty value among several',
    'The values behind the gap move to another place, and get another meaning.',
    'Write null in the place of an empty value among several.',
  ),
  'number-rounded': beside(
    'rounded',
    'Measurements made from the number differ from those that the modality made.',
    'Write decimal strings as they are stored, without a conversion to float.',
  ),
  'inline-bytes-differ': beside(
    'with other bytes than are stored',
    'Clients that decode the bytes get another content than was stored.',
    'Encode the stored value field in base64, in little-endian byte order.',
  ),
  'name-groups-differ': beside(
    'with other component groups than are stored',
    'A name is shown in the place of another spelling of it: patients are not recognised.',
    'Split names at the equals sign: first Alphabetic, second Ideographic, third Phonetic.',
  ),
  'empty-attribute-left-out': ({ tag }, seen) => ({
    headline: `${seen.request} leaves ${attributeName(tag)} out, which is stored without a value.`,
    expected: `${attributeName(tag)} with its vr alone`,
    observed: 'the attribute is left out',
    effect: 'A client cannot tell an attribute that is known to be empty from one that is not there.',
    remedy: 'Return attributes without a value as {"vr": "…"}.',
  }),
};
