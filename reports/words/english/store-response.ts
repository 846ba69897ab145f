import type { STORE_RESPONSE } from '../../../lib/breaches/kinds/store-response.ts';
import { attributeName, counted, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const UNSURE = 'The sender cannot tell which instances are safe to delete on its side.';

export const STORE_RESPONSE_ENGLISH: WordsFor<typeof STORE_RESPONSE> = {
  'store-response-empty': ({ status }, seen) => ({
    headline: `${seen.request} is answered ${status} with an empty body instead of the Store Instances Response Module.`,
    expected: 'a data set with ReferencedSOPSequence or FailedSOPSequence',
    observed: 'no body',
    effect: UNSURE,
    remedy: 'Return the response module with each 200 and 202.',
  }),
  'store-response-without-module': ({ status, type, bytes }, seen) => ({
    headline: `${seen.request} is answered ${status} with a body that is not the Store Instances Response Module.`,
    expected: 'a data set with ReferencedSOPSequence or FailedSOPSequence',
    observed: `${counted(bytes, 'byte')} of ${type ?? 'no media type'}`,
    effect: UNSURE,
    remedy: 'Return the response module of PS3.18 Annex I with each 200 and 202, in place of a format of your own.',
  }),
  'store-response-without-lists': ({ status }, seen) => ({
    headline: `${seen.request} is answered ${status} with a module that lists nothing: ReferencedSOPSequence and FailedSOPSequence are both missing.`,
    expected: 'ReferencedSOPSequence or FailedSOPSequence',
    observed: 'neither of them',
    effect: UNSURE,
    remedy: 'Add an item to ReferencedSOPSequence for each instance that was stored.',
  }),
  'store-response-in-array': (_, seen) => ({
    headline: `${seen.request} is answered with the response module inside a JSON array instead of as an object.`,
    expected: 'a JSON object',
    observed: 'an array of one object',
    effect: 'Clients that read ReferencedSOPSequence from the object find nothing and report failure.',
    remedy: 'Write the module as one JSON object, without an array around it.',
  }),
  'store-response-in-other-type': ({ type }, seen) => ({
    headline: `${seen.request} is answered as ${type ?? 'no media type'}, though application/dicom+json was asked for.`,
    expected: 'application/dicom+json, as Accept asked',
    observed: type === null ? 'no media type' : quoted(type),
    effect: 'A client that asked for JSON cannot read the answer: the store looks failed although it succeeded.',
    remedy: 'Choose the type of the answer by Accept, with application/dicom+json as the default.',
  }),
  'store-response-without-type': ({ value }, seen) => ({
    headline: `${seen.request} is answered with a body ${value === null ? 'without Content-Type' : `whose Content-Type cannot be read: ${quoted(value)}`}.`,
    expected: 'a Content-Type field',
    observed: value === null ? 'none' : quoted(value),
    effect: 'A client has to guess whether the answer is JSON, XML or text; some give up.',
    remedy: 'Set Content-Type on each response that has a body.',
  }),
  'stored-not-listed': ({ name, instance, listed }, seen) => ({
    headline: `${seen.request} does not list ${name} as stored.`,
    expected: `one item for ${instance} in ReferencedSOPSequence`,
    observed: `none among ${counted(listed, 'item')}`,
    effect: 'The sender takes the instance for lost and sends it again, or raises an alarm.',
    remedy: 'Add one item to ReferencedSOPSequence for each instance that was stored.',
  }),
  'refused-not-listed': ({ name, instance, listed }, seen) => ({
    headline: `${seen.request} refused ${name} without listing it as failed.`,
    expected: `one item for ${instance} in FailedSOPSequence`,
    observed: `none among ${counted(listed, 'item')}`,
    effect: 'A failure that is not listed is a loss that nobody notices.',
    remedy: 'Add one item to FailedSOPSequence for each instance that was not stored.',
  }),
  'store-lists-twice': ({ name, tag, count }, seen) => ({
    headline: `${seen.request} lists ${name} ${count} times in ${attributeName(tag)}; once is right.`,
    expected: `one item for ${name}`,
    observed: counted(count, 'item'),
    effect: 'Senders that count the items come to more instances than they sent.',
    remedy: 'Write one item for each instance.',
  }),
  'refused-listed-as-stored': ({ name, instance }, seen) => ({
    headline: `${seen.request} lists ${name} as stored, though it was refused.`,
    expected: 'only stored instances in ReferencedSOPSequence',
    observed: `an item for ${instance}, which was refused`,
    effect: 'A sender that is told of success frees its own copy: the image exists nowhere then.',
    remedy: 'Build ReferencedSOPSequence from what was really kept, and FailedSOPSequence from the rest.',
  }),
  'stored-listed-as-failed': ({ name, instance }, seen) => ({
    headline: `${seen.request} lists ${name} as failed, though it was stored.`,
    expected: 'only refused instances in FailedSOPSequence',
    observed: `an item for ${instance}, which was stored`,
    effect: 'The sender sends again what is there already, or raises an alarm.',
    remedy: 'Leave FailedSOPSequence out when nothing failed, and keep stored instances out of it.',
  }),
  'store-lists-unknown-instance': ({ instance }, seen) => ({
    headline: `${seen.request} lists an instance that was not sent: ${quoted(instance)}.`,
    expected: 'only instances of the request',
    observed: quoted(instance),
    effect: 'The sender does not find its own instance in the list, and takes it for lost.',
    remedy: 'Write the SOPInstanceUID of the instance that was sent into its item.',
  }),
  'store-item-without-instance': ({ tag }, seen) => ({
    headline: `${seen.request} lists an item without ${attributeName(tag)}.`,
    expected: `${attributeName(tag)} in each item`,
    observed: 'it is missing',
    effect: 'The sender cannot tell which of its instances the item is about.',
    remedy: 'Fill ReferencedSOPInstanceUID in each item.',
  }),
  'store-item-without-attribute': ({ tag }, seen) => ({
    headline: `${seen.request} lists an item without ${attributeName(tag)}.`,
    expected: `${attributeName(tag)} in each item`,
    observed: 'it is missing',
    effect: 'The sender cannot read what became of the instance, or why.',
    remedy: `Fill ${attributeName(tag)} in each item.`,
  }),
  'store-attribute-malformed': ({ tag, seen: value }, seen) => ({
    headline: `${seen.request} is answered with a wrong ${attributeName(tag)}: ${value}.`,
    expected: RIGHT[tag] ?? 'the form of PS3.18 Annex I',
    observed: value,
    effect: 'The sender cannot read what became of the instance, or why.',
    remedy: `Write ${attributeName(tag)} as ${RIGHT[tag] ?? 'PS3.18 Annex I has it'}.`,
  }),
  'store-item-of-another-class': ({ expected, seen: value }, seen) => ({
    headline: `${seen.request} lists an instance with another SOP Class than was sent: ${quoted(value)} instead of ${expected}.`,
    expected: `ReferencedSOPClassUID ${expected}`,
    observed: quoted(value),
    effect: 'A sender that compares both UIDs does not recognise its instance, and takes it for lost.',
    remedy: 'Copy SOPClassUID of the stored instance into its item.',
  }),
  'store-response-empty-sequence': ({ tag }, seen) => ({
    headline: `${seen.request} is answered with an empty ${attributeName(tag)}.`,
    expected: `no ${attributeName(tag)}`,
    observed: 'an empty sequence',
    effect: 'A sender that looks only whether the sequence is there draws the wrong conclusion.',
    remedy: `Leave ${attributeName(tag)} out when it has no item.`,
  }),
  'other-failure-without-cause': ({ items }, seen) => ({
    headline: `${seen.request} stored everything and still tells of ${counted(items, 'other failure')}.`,
    expected: 'no OtherFailuresSequence',
    observed: counted(items, 'item'),
    effect: 'The sender takes a part of what it sent for lost, and sends it again.',
    remedy: 'Add an item to OtherFailuresSequence only for a part that could not be read as an instance.',
  }),
  'store-response-without-url': ({ level }, seen) => ({
    headline: `${seen.request} is answered without RetrieveURL of the ${level}.`,
    expected: 'RetrieveURL (0008,1190), with or without a value',
    observed: 'the attribute is left out',
    effect: 'Clients that follow RetrieveURL cannot open what was stored.',
    remedy:
      level === 'study'
        ? 'Add RetrieveURL of the study at the top of the module; leave it empty where no single URL fits.'
        : 'Add RetrieveURL to each item of ReferencedSOPSequence.',
  }),
  'store-warning-status': ({ status, reason }, seen) => ({
    headline: `${seen.request} stored an instance with WarningReason ${reason} and is answered ${status} instead of 202.`,
    expected: 'status 202 with a warning',
    observed: `status ${seen.status ?? status}`,
    effect: 'A sender that goes by the status does not learn that the archived object was changed.',
    remedy: 'Answer 202 when any instance was stored with a warning.',
  }),
  'store-without-location': ({ header }, seen) => ({
    headline: `${seen.request} created something and is answered without ${header}.`,
    expected: `a ${header} field`,
    observed: 'none',
    effect: 'Generic HTTP clients do not find the new resource.',
    remedy: 'Set Location and Content-Location to the URL of the study when something was created.',
  }),
  'store-location-of-another-study': ({ header, value }, seen) => ({
    headline: `${seen.request} is answered with ${header} of another study: ${quoted(value)}.`,
    expected: `${header} of a study that was stored into`,
    observed: quoted(value),
    effect: 'A client that follows the field opens another study than it stored.',
    remedy: `Build ${header} from the StudyInstanceUID of what was stored.`,
  }),
};

/** What is right of each attribute of the module. */
const RIGHT: Readonly<Record<string, string>> = {
  '00081150': 'UI with one value',
  '00081155': 'UI with one value',
  '00081196': 'US with one number from 1 to 65535',
  '00081197': 'US with one number from 1 to 65535',
  '00081198': 'SQ of items',
  '00081199': 'SQ of items',
  '0008119A': 'SQ of items',
};
