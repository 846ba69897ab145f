import type { STORE } from '../../../lib/breaches/kinds/store.ts';
import { attributeName, counted, either, listed } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const RETRY = 'The sender takes the instances for lost: it keeps them, sends them again or raises an alarm.';
const FREES = 'A sender that is told of success frees its own copy: the images exist nowhere then.';

export const STORE_ENGLISH: WordsFor<typeof STORE> = {
  'store-refused': ({ status, expected }, seen) => ({
    headline: `${seen.request} refuses valid instances: it is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: 'Images that a modality sends do not arrive, and nobody can find or open them.',
    remedy: `Accept valid DICOM instances at this resource and answer ${either(expected)}; the log of the server says why it did not.`,
  }),
  'store-success-status': ({ status, expected }, seen) => ({
    headline: `${seen.request} stored every instance and is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: RETRY,
    remedy: `Answer ${either(expected)} when every instance was stored; 202 tells of failures or warnings, 201 and 204 are not defined for a store.`,
  }),
  'store-202-without-warning': (_, seen) => ({
    headline: `${seen.request} stored every instance without a warning and is answered 202 instead of 200.`,
    expected: 'status 200',
    observed: `status ${seen.status ?? 202}, with no failure and no WarningReason`,
    effect: 'A sender looks for the failure that 202 tells of, finds none, and keeps its copy.',
    remedy: 'Answer 200 when every instance was stored and nothing is to be remarked.',
  }),
  'store-of-several-studies-refused': ({ status, expected }, seen) => ({
    headline: `${seen.request} with instances of two studies is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: 'Routers and modalities send mixed batches; all of their images are refused.',
    remedy: 'Accept any set of instances at /studies, and file each one by its own UIDs.',
  }),
  'chunked-store-refused': ({ status, expected }, seen) => ({
    headline: `${seen.request} in chunked transfer coding is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}, as with Content-Length`,
    observed: `status ${seen.status ?? status}`,
    effect: 'A sender that streams does not know the length beforehand, and cannot store at all.',
    remedy: 'Let the HTTP layer, or the proxy in front, decode chunked bodies; do not ask for Content-Length.',
  }),
  'chunked-store-lost': ({ name, operation }) => ({
    headline: `The server lost ${name}: a store in chunked transfer coding was answered with success, but ${operation} does not show it.`,
    expected: `${name}, as after a store with Content-Length`,
    observed: `it is not in the answer to ${operation}`,
    effect: FREES,
    remedy: 'Read chunked bodies to their end, and answer success only once every instance is kept.',
  }),
  'acknowledged-not-stored': ({ names, lost, sent, status }) => ({
    headline: `The server lost ${lost} of ${counted(sent, 'instance')}: the store was answered ${status}, but ${listed(names)} ${lost === 1 ? 'is' : 'are'} nowhere.`,
    expected: `${listed(names)} in at least one of retrieve, frames, metadata and search`,
    observed: 'none of them shows it',
    effect: FREES,
    remedy:
      'Answer success only after the instances are kept durably; answer 409, or list them as failed, when they are not.',
  }),
  'stored-not-found': ({ name, waitedMs }, seen) => ({
    headline: `${seen.request} does not find ${name}, which was stored ${waitedMs} ms before.`,
    expected: `one result for ${name}`,
    observed: `no result for it after ${waitedMs} ms`,
    effect: 'Nobody finds the image by searching, and modalities that check by search take it for lost.',
    remedy: 'Put the instance into the search index before answering the store, or document how long it takes.',
  }),
  'stored-found-late': ({ elapsedMs, windowMs }, seen) => ({
    headline: `${seen.request} finds what was stored after ${elapsedMs} ms only; ${windowMs} ms were granted.`,
    expected: `found within ${windowMs} ms`,
    observed: `found after ${elapsedMs} ms`,
    effect: 'A sender that checks by search takes the images for lost and sends them again.',
    remedy: 'Put instances into the search index before answering the store, or document the delay.',
  }),
  'stored-not-described': ({ name, status }, seen) => ({
    headline:
      status === 200
        ? `${seen.request} does not describe ${name}, though the store acknowledged it.`
        : `${seen.request} is answered ${status} for ${name}, though the store acknowledged it.`,
    expected: `metadata of ${name}`,
    observed: status === 200 ? 'an answer without it' : `status ${seen.status ?? status}`,
    effect: 'Viewers read the metadata first; without it they cannot open the image.',
    remedy: 'Make metadata available for each instance before answering the store.',
  }),
  'stored-attribute-dropped': ({ tag }, seen) => ({
    headline: `${seen.request} leaves out ${attributeName(tag)}, which was stored.`,
    expected: attributeName(tag),
    observed: 'the attribute is left out',
    effect: 'What the modality recorded is missing for everybody who reads the metadata.',
    remedy: 'Keep every attribute that arrives, private ones included, and return it in metadata.',
  }),
  'partial-store-answered-success': ({ status, expected }, seen) => ({
    headline: `${seen.request} stored only a part of the instances and is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: FREES,
    remedy: 'Derive the status from the instances: something stored and something refused is 202.',
  }),
  'partial-store-answered-failure': ({ status, seenBy }, seen) => ({
    headline: `${seen.request} is answered ${status}, though a part of the instances was stored; 202 is due.`,
    expected: 'status 202, or nothing stored',
    observed: `status ${seen.status ?? status}, and ${seenBy === null ? 'the answer lists' : `${seenBy} shows`} what was stored`,
    effect: 'A sender takes the whole for refused and sends again what is there already.',
    remedy: 'Derive the status from the instances: something stored and something refused is 202.',
  }),
  'partial-store-refused-whole': ({ status, expected }, seen) => ({
    headline: `${seen.request} with one instance of another study refuses all of them: ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}, with what belongs to the study stored`,
    observed: `status ${seen.status ?? status}`,
    effect: 'One wrong instance keeps all the others of its batch out of the archive.',
    remedy: 'Judge each instance alone: store what belongs to the study, list the rest as failed, and answer 202.',
  }),
  'partial-store-status': ({ status, expected }, seen) => ({
    headline: `${seen.request} with one instance of another study is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: 'The sender cannot tell which instances are stored, and sends all of them again.',
    remedy: 'Judge each instance alone: store what belongs to the study, list the rest as failed, and answer 202.',
  }),
  'refused-store-answered-success': ({ status, expected }, seen) => ({
    headline: `${seen.request} stored nothing and is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: FREES,
    remedy: 'Answer 409 when not one instance was stored.',
  }),
  'refused-store-status': ({ status, expected }, seen) => ({
    headline: `${seen.request} with nothing that belongs to the study is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: 'The sender takes a conflict of UIDs for a fault of the request or of the server, and looks elsewhere.',
    remedy: 'Answer 409 when the request was well formed and not one instance was stored.',
  }),
  'refusal-unexplained': ({ type, bytes }, seen) => ({
    headline: `${seen.request} is answered 409 without saying which instances failed.`,
    expected: 'a response module with FailedSOPSequence',
    observed: bytes === 0 ? 'no body' : `${counted(bytes, 'byte')} of ${type ?? 'no media type'}`,
    effect: 'The operator cannot correct what was refused.',
    remedy: 'Return the response module with FailedSOPSequence together with 409.',
  }),
  'stray-instance-stored': ({ name, operation }) => ({
    headline: `The server stored ${name} though the URL of the request names another study: ${operation} shows it.`,
    expected: `${operation} without ${name}`,
    observed: 'it was stored',
    effect: 'Images filed under another study than the caller named may end up with the wrong patient.',
    remedy: 'Compare StudyInstanceUID with the study in the path before storing, and list the instance as failed.',
  }),
  'repeated-store-server-error': ({ status }, seen) => ({
    headline: `${seen.request} of an instance that is stored already is answered ${status}, a server error.`,
    expected: 'any status below 500',
    observed: `status ${seen.status ?? status}`,
    effect: 'A sender repeats after a lost answer; here it repeats for ever.',
    remedy: 'Look the SOPInstanceUID up before storing, and treat the repetition as done, replaced or refused.',
  }),
  'repeated-store-duplicated': ({ count }, seen) => ({
    headline: `${seen.request} finds ${counted(count, 'result')} for an instance that was stored twice; there is to be one.`,
    expected: 'one result, as before',
    observed: counted(count, 'result'),
    effect: 'Each image is on the screen more than once, and the counts are wrong.',
    remedy: 'Key the store by SOPInstanceUID.',
  }),
  'repeated-store-lost': (_, seen) => ({
    headline: `The server lost an instance when it was stored again: ${seen.request} finds none of it.`,
    expected: 'one result, as before',
    observed: 'no result',
    effect: 'A repetition, which any sender makes after a lost answer, removes the only copy.',
    remedy: 'Key the store by SOPInstanceUID, and keep the first copy until the second is kept.',
  }),
  'changed-content-lost': ({ operation }) => ({
    headline: `The server lost an instance when other content was sent under its UID: ${operation} does not show it.`,
    expected: `the first content or the second in ${operation}`,
    observed: 'neither of them',
    effect: 'Anybody who sends another object under the same UID removes the image that was there.',
    remedy: 'Keep the old version or take the new one, and remove nothing before the other is kept.',
  }),
  'changed-content-differs': ({ told }) => ({
    headline: `After other content was sent under the same UID, InstanceNumber is ${listed(told)}.`,
    expected: 'one InstanceNumber everywhere',
    observed: listed(told),
    effect: 'The list shows one version and the viewer another: reports refer to images that nobody sees.',
    remedy: 'Keep the old version, or take the new one, in search, metadata and retrieve in one step.',
  }),
  'unreadable-part-server-error': ({ status }, seen) => ({
    headline: `${seen.request} with a part that is no DICOM instance is answered ${status}, a server error.`,
    expected: 'any status below 500, with the part in OtherFailuresSequence',
    observed: `status ${seen.status ?? status}`,
    effect: 'One damaged file keeps the good ones beside it out of the archive, and the sender tries for ever.',
    remedy: 'Catch the error for each part, and add an item with FailureReason to OtherFailuresSequence.',
  }),
  'unreadable-part-concealed': ({ status, hasModule }, seen) => ({
    headline: `${seen.request} with a part that is no DICOM instance is answered ${status} without telling of it.`,
    expected: 'OtherFailuresSequence with an item',
    observed: hasModule ? 'a response module without one' : 'no response module',
    effect: 'A damaged file leaves no trace, and the sender counts it as stored.',
    remedy: 'Add an item with FailureReason to OtherFailuresSequence for each part that cannot be read.',
  }),
};
