import type { JSON_FORM } from '../../../lib/breaches/kinds/json.ts';
import { attributeName, either, quoted } from '../quote.ts';
import type { SeenIn, Telling, WordsFor } from '../telling.ts';

const NOT_PARSED = 'Clients cannot parse the answer: nothing in it can be shown.';
const TYPED = 'Clients that rely on the type of the value fail, and show nothing or an error.';
const NOT_FOUND = 'Clients look attributes up by their tag and do not find them: nothing can be shown.';

type OfValue = { readonly tag: string; readonly value: string };

/** An attribute whose value is written in another way than its VR has it. */
function written(what: string, right: string, effect: string, remedy: string) {
  return ({ tag, value }: OfValue, seen: SeenIn): Telling => ({
    headline: `${seen.request} writes ${attributeName(tag)} as ${value}, ${what}.`,
    expected: right,
    observed: String(value),
    effect,
    remedy,
  });
}

export const JSON_FORM_ENGLISH: WordsFor<typeof JSON_FORM> = {
  'json-malformed': ({ message, offset }, seen) => ({
    headline: `${seen.request} is answered with text that is no JSON: ${message}, at byte ${offset}.`,
    expected: 'JSON as RFC 8259 has it',
    observed: `${message}, at byte ${offset}`,
    effect: NOT_PARSED,
    remedy: 'Write the answer by a JSON library, and to its end.',
  }),
  'json-member-repeated': ({ message }, seen) => ({
    headline: `${seen.request} is answered with JSON in which a name occurs twice: ${message}.`,
    expected: 'member names that are unique in their object',
    observed: String(message),
    effect: 'Clients take the first or the last of the two: they show different values for the same attribute.',
    remedy: 'Write each attribute once.',
  }),
  'json-number-non-finite': ({ message }, seen) => ({
    headline: `${seen.request} is answered with JSON that has no number where one should be: ${message}.`,
    expected: 'a JSON number, null or no value',
    observed: String(message),
    effect: NOT_PARSED,
    remedy: 'JSON has no NaN and no Infinity: leave the value out.',
  }),
  'json-control-character': ({ message }, seen) => ({
    headline: `${seen.request} is answered with JSON that has an unescaped control character: ${message}.`,
    expected: 'control characters escaped in strings',
    observed: String(message),
    effect: NOT_PARSED,
    remedy: 'Escape control characters as \\u00XX; a JSON library does it.',
  }),
  'json-byte-order-mark': (_, seen) => ({
    headline: `${seen.request} begins with a byte order mark instead of JSON.`,
    expected: 'UTF-8 without a byte order mark',
    observed: 'the bytes EF BB BF',
    effect: NOT_PARSED,
    remedy: 'Write UTF-8 without a byte order mark.',
  }),
  'json-not-utf8': ({ message }, seen) => ({
    headline: `${seen.request} is answered with JSON that is not UTF-8: ${message}.`,
    expected: 'UTF-8',
    observed: String(message),
    effect: 'Names and other text beyond ASCII are shown as wrong characters, or the answer cannot be parsed.',
    remedy: 'Decode stored text by its SpecificCharacterSet, and write it as UTF-8.',
  }),
  'json-labelled-otherwise': ({ type }, seen) => ({
    headline: `${seen.request} is answered with DICOM JSON ${type === null ? 'without a media type' : `labelled ${type}`} instead of application/dicom+json.`,
    expected: 'application/dicom+json',
    observed: type === null ? 'no media type' : String(type),
    effect: 'A client that goes by the label does not take the answer for DICOM JSON.',
    remedy: 'Label DICOM JSON application/dicom+json.',
  }),
  'json-charset-untrue': ({ charset }, seen) => ({
    headline: `${seen.request} labels JSON charset=${charset}, but JSON is UTF-8.`,
    expected: 'no charset, or UTF-8',
    observed: quoted(charset),
    effect: 'A client that believes the label shows wrong characters in names.',
    remedy: 'Leave charset out of the Content-Type of JSON.',
  }),
  'json-attributes-unordered': ({ tag, before }, seen) => ({
    headline: `${seen.request} lists ${attributeName(tag)} after ${attributeName(before)} instead of in ascending order of tags.`,
    expected: `${tag} before ${before}`,
    observed: `${tag} after ${before}`,
    effect: 'Clients that convert the answer to a DICOM file while they read it write a file that is not legal.',
    remedy: 'Sort the attributes of each data set by their tags.',
  }),
  'json-name-no-tag': ({ name }, seen) => ({
    headline: `${seen.request} names an attribute ${quoted(name)} instead of by its tag in eight upper-case hexadecimal digits.`,
    expected: 'a tag as eight upper-case hexadecimal digits',
    observed: quoted(name),
    effect: NOT_FOUND,
    remedy: 'Name attributes by group and element in upper case, such as 0020000D.',
  }),
  'json-group-length': ({ tag }, seen) => ({
    headline: `${seen.request} has the group length element ${attributeName(tag)}, which JSON leaves out.`,
    expected: 'no group length element',
    observed: quoted(tag),
    effect: 'Clients that convert the answer to a DICOM file write a wrong length into it.',
    remedy: 'Leave elements (gggg,0000) out.',
  }),
  'json-vr-missing': ({ tag, value }, seen) => ({
    headline: `${seen.request} has ${attributeName(tag)} without vr.`,
    expected: 'an attribute object with a vr member',
    observed: String(value),
    effect: 'Clients do not know how to read the value; private attributes are lost.',
    remedy: 'Write the vr of each attribute, that of empty ones as well.',
  }),
  'json-vr-unknown': ({ tag, vr }, seen) => ({
    headline: `${seen.request} gives ${attributeName(tag)} the vr ${vr}, which is none.`,
    expected: 'a VR of Table F.2.3-1',
    observed: String(vr),
    effect: 'Clients do not know how to read the value, and leave the attribute out.',
    remedy: 'Write VRs as two upper-case letters, as PS3.5 has them.',
  }),
  'json-vr-wrong': ({ tag, vr, expected }, seen) => ({
    headline: `${seen.request} gives ${attributeName(tag)} the vr ${vr} instead of ${either(expected)}.`,
    expected: either(expected),
    observed: String(vr),
    effect: 'Clients read the value by the wrong rules, and write wrong files from it.',
    remedy: 'Take the vr from the data dictionary, or the stored one of private attributes.',
  }),
  'json-value-no-array': written(
    'and not as an array',
    'an array as Value',
    'Clients read the first element of Value and get one character, or nothing.',
    'Write Value as an array, around a single value too.',
  ),
  'json-two-holders': ({ tag }, seen) => ({
    headline: `${seen.request} holds ${attributeName(tag)} in two of Value, BulkDataURI and InlineBinary instead of one.`,
    expected: 'one of Value, BulkDataURI and InlineBinary',
    observed: 'two of them',
    effect: 'Clients read one of the two, and it is not said which of them is right.',
    remedy: 'Write either the value or a reference to it.',
  }),
  'json-unknown-member': ({ tag, member }, seen) => ({
    headline: `${seen.request} has ${attributeName(tag)} with a member ${quoted(member)} that DICOM JSON does not know.`,
    expected: 'no members but vr and one holder',
    observed: quoted(member),
    effect: 'Clients that check the answer strictly refuse it; all others do not see the member.',
    remedy: 'Leave members out that PS3.18 Annex F does not have.',
  }),
  'json-text-no-string': written(
    'and not as a JSON string',
    'a JSON string',
    TYPED,
    'Write values of text VRs as JSON strings.',
  ),
  'json-number-no-number': written(
    'and not as a JSON number',
    'a JSON number',
    TYPED,
    'Write FD, FL, SL, SS, UL and US as JSON numbers.',
  ),
  'json-decimal-no-number': written(
    'which is neither a number nor a string',
    'a JSON number or string',
    TYPED,
    'Write DS, IS, SV and UV as JSON numbers, or as strings.',
  ),
  'json-attribute-tag-malformed': written(
    'and not as a tag of eight digits',
    'a tag as eight upper-case hexadecimal digits',
    'Clients do not find the attribute that the value points to.',
    'Write AT values as group and element in upper case, without parentheses and comma.',
  ),
  'json-name-no-object': written(
    'and not as an object of component groups',
    'an object of Alphabetic, Ideographic and Phonetic',
    'Clients read the member Alphabetic, find none and show no patient name.',
    'Write names as {"Alphabetic": "Doe^John"}.',
  ),
  'json-name-group-no-string': written(
    'a component group that is no string',
    'a JSON string as component group',
    'Clients show no patient name, or fail.',
    'Write component groups as strings.',
  ),
  'json-name-group-empty': ({ tag }, seen) => ({
    headline: `${seen.request} writes an empty component group into ${attributeName(tag)} instead of leaving it out.`,
    expected: 'no member for an empty component group',
    observed: '""',
    effect: 'Clients that prefer the ideographic or phonetic group show an empty name.',
    remedy: 'Leave component groups without a value out.',
  }),
  'json-name-group-joined': written(
    'with an equals sign in a component group',
    'component groups in members of their own',
    'The name is shown with all of its spellings run together, and is not found by either of them.',
    'Split names at the equals sign into Alphabetic, Ideographic and Phonetic.',
  ),
  'json-item-no-object': written(
    'a sequence whose item is no data set',
    'a data set object as item of a sequence',
    'Clients cannot read what the sequence holds.',
    'Write each item of a sequence as an object of attributes.',
  ),
  'json-empty-written': ({ tag, form }, seen) => ({
    headline: `${seen.request} writes ${form} for ${attributeName(tag)}, which has no value, instead of its vr alone.`,
    expected: 'vr alone, without Value and InlineBinary',
    observed: String(form),
    effect: 'Clients take the attribute for one that has a value, and show a blank or fail on null.',
    remedy: 'Write attributes without a value as {"vr": "…"}.',
  }),
  'json-gap-not-null': written(
    'for an empty value among several instead of null',
    'null for an empty value among several',
    'Clients take the gap for a value.',
    'Write null in the place of an empty value among several.',
  ),
  'json-several-of-one': ({ tag, vr }, seen) => ({
    headline: `${seen.request} has several values of ${attributeName(tag)}, although ${vr} has one.`,
    expected: `one value for ${vr}`,
    observed: 'several',
    effect: 'Text that holds a backslash is split: clients show its first piece only.',
    remedy: `Do not split ${vr} at the backslash: there it is text.`,
  }),
  'json-inline-not-allowed': ({ tag, vr }, seen) => ({
    headline: `${seen.request} has ${attributeName(tag)} of vr ${vr} as InlineBinary instead of Value.`,
    expected: 'InlineBinary only for OB OD OF OL OV OW and UN',
    observed: `InlineBinary for ${vr}`,
    effect: 'Clients that look for Value find nothing.',
    remedy: 'Write values of text and number VRs as Value.',
  }),
  'json-inline-no-base64': written(
    'which is no base64 text of whole values',
    'one base64 string of whole values',
    'Clients cannot decode the bytes.',
    'Encode the whole value field in base64 (RFC 4648 §4), as one string.',
  ),
  'json-inline-other-alphabet': ({ tag }, seen) => ({
    headline: `${seen.request} has ${attributeName(tag)} in base64 of another alphabet or without padding.`,
    expected: 'base64 in the standard alphabet (RFC 4648 §4)',
    observed: 'another alphabet, or no padding',
    effect: 'Strict decoders refuse the bytes.',
    remedy: 'Use + and / in base64, and pad with equals signs.',
  }),
  'json-binary-as-values': ({ tag, vr }, seen) => ({
    headline: `${seen.request} has ${attributeName(tag)} of vr ${vr} as Value instead of BulkDataURI or InlineBinary.`,
    expected: `no Value for ${vr}`,
    observed: 'Value',
    effect: 'Clients look for BulkDataURI or InlineBinary and do not find the pixels or other bytes.',
    remedy: 'Write bytes as BulkDataURI or as InlineBinary in base64.',
  }),
  'json-bulk-data-not-allowed': ({ tag, vr }, seen) => ({
    headline: `${seen.request} has a BulkDataURI in the place of ${attributeName(tag)}, whose vr ${vr} does not allow it.`,
    expected: `no BulkDataURI for ${vr}`,
    observed: 'BulkDataURI',
    effect: 'Clients look for the value itself and show nothing.',
    remedy: 'Write short values as Value; BulkDataURI is for the VRs that PS3.18 §10.4.3.3.2 names.',
  }),
  'json-bulk-data-uri-no-string': written(
    'a BulkDataURI that is no URI',
    'a URI as BulkDataURI',
    'Clients cannot follow it: pixels and other large values cannot be opened.',
    'Write BulkDataURI as one string.',
  ),
  'json-bulk-data-uri-relative': ({ tag, uri }, seen) => ({
    headline: `${seen.request} has a relative BulkDataURI for ${attributeName(tag)}: ${quoted(uri)}.`,
    expected: 'an absolute http or https URI',
    observed: quoted(uri),
    effect: 'Clients that do not resolve it against the URL of the answer cannot open what it stands for.',
    remedy: 'Build BulkDataURI from the public base URL of the service.',
  }),
  'json-bulk-data-uri-unusable': ({ tag, uri }, seen) => ({
    headline: `${seen.request} has a BulkDataURI for ${attributeName(tag)} that no client can follow: ${quoted(uri)}.`,
    expected: 'an absolute http or https URI',
    observed: quoted(uri),
    effect: 'Pixels and other large values cannot be opened.',
    remedy: 'Build BulkDataURI as an http or https URL of the service.',
  }),
  'json-value-malformed': ({ tag, vr, value }, seen) => ({
    headline: `${seen.request} writes ${attributeName(tag)} as ${value}, which is no value of vr ${vr}.`,
    expected: `a value in the format of ${vr}`,
    observed: String(value),
    effect: 'Clients cannot read the value, and show nothing or something else.',
    remedy: `Write values in the format of their VR (PS3.5 Table 6.2-1), as they are stored.`,
  }),
  'json-value-with-nul': ({ tag, value }, seen) => ({
    headline: `${seen.request} leaves the padding byte NUL in ${attributeName(tag)}: ${quoted(value)}.`,
    expected: 'a string without NUL',
    observed: quoted(value),
    effect: 'Clients that compare UIDs do not recognise them: images are not found.',
    remedy: 'Take the padding of the value field off before it is written as JSON.',
  }),
  'json-private-without-creator': ({ tag, creator }, seen) => ({
    headline: `${seen.request} has the private attribute ${attributeName(tag)} without its creator ${attributeName(creator)}.`,
    expected: `the creator ${attributeName(creator)} in the same data set`,
    observed: `${attributeName(tag)} without it`,
    effect: 'Nobody can tell whose private attribute it is, nor what its value means.',
    remedy: 'Send the private creator with each private attribute, or leave both out.',
  }),
  'json-character-set-untrue': ({ value, stored }, seen) => ({
    headline: `${seen.request} has SpecificCharacterSet ${quoted(value)}, which is neither the stored one nor ISO_IR 192.`,
    expected: either([...(stored ?? []).map(quoted), '"ISO_IR 192"']),
    observed: quoted(value),
    effect: 'A client that writes a file from the answer labels its text with the wrong character set.',
    remedy: 'Send SpecificCharacterSet as it is stored, or ISO_IR 192.',
  }),
};
