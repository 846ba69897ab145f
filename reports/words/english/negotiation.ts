import type { NEGOTIATION } from '../../../lib/breaches/kinds/negotiation.ts';
import { either } from '../quote.ts';
import type { SeenIn, Telling, WordsFor } from '../telling.ts';

const RARE = 'Clients that ask in this way get an error instead of the data.';
const WRONG_TYPE = 'A client gets a type that it did not ask for, or cannot read.';

type Status = { readonly status: number; readonly expected: readonly string[] };

/** A status that is wrong, with what the request asked for. */
function refused(what: string, effect: string, remedy: string) {
  return ({ status, expected }: Status, seen: SeenIn): Telling => ({
    headline: `${seen.request}${what} is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect,
    remedy,
  });
}

/** A media type that is wrong, with what the request asked for. */
function otherType(what: string, effect: string, remedy: string) {
  return ({ type, expected }: { readonly type: string; readonly expected: string }, seen: SeenIn): Telling => ({
    headline: `${seen.request}${what} is answered with ${type} instead of ${expected}.`,
    expected: String(expected),
    observed: String(type),
    effect,
    remedy,
  });
}

/** Faulty input that was not refused: served, or answered as an error of the server. */
function faulty(what: string, served: string, remedy: string) {
  return ({ status, expected }: Status, seen: SeenIn): Telling => ({
    headline: `${requestOf(seen)}${what} is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect:
      status >= 500
        ? 'The client takes its own mistake for a failure of the server, and tries again.'
        : status < 300
          ? served
          : 'A client that goes by the status does not learn what was wrong with its request.',
    remedy,
  });
}

function requestOf({ request, query }: SeenIn): string {
  return query === '' ? request : `${request}?${query}`;
}

export const NEGOTIATION_ENGLISH: WordsFor<typeof NEGOTIATION> = {
  'other-type-served': otherType('', WRONG_TYPE, 'Serve the media type that Accept asks for, or answer 406.'),
  'stored-not-shown': ({ readable }, seen) => ({
    headline: `${seen.request} is answered ${readable ? 'without what is stored' : 'with something that cannot be read as what is stored'}.`,
    expected: 'what is stored, as the usual request shows it',
    observed: readable ? 'an answer without it' : 'nothing that can be read as it',
    effect: 'A client that asks in this way does not get the data, and may take them for lost.',
    remedy: 'Answer this request with the same content as the usual one.',
  }),
  'missing-accept-served': refused(
    ' without an Accept field',
    'A client that forgot Accept gets a type by chance, which may change with the version of the server.',
    'Answer 406 where the request has no Accept field and no accept parameter.',
  ),
  'unacceptable-type-not-refused': refused(
    ' with an Accept field that the server cannot satisfy',
    'A client that reads only the types it asked for fails on the answer, or takes it for an error of the server.',
    'Answer 406 where no type of Accept can be produced.',
  ),
  'unknown-accept-entry-refused': refused(
    ' with an entry in Accept that no server knows',
    'Browsers and newer clients list types that an older server does not know; they get nothing.',
    'Skip entries of Accept that are not known, and serve the best of the others.',
  ),
  'unknown-accept-entry-changes-type': otherType(
    ' with an entry in Accept that no server knows',
    WRONG_TYPE,
    'Skip entries of Accept that are not known, and serve the best of the others.',
  ),
  'accept-range-refused': refused(
    ' with Accept: application/*',
    RARE,
    'Match application/* with each application type.',
  ),
  'accept-range-ignored': otherType(
    ' with Accept: application/*',
    WRONG_TYPE,
    'Match application/* with each application type.',
  ),
  'excluded-type-sent': ({ type }, seen) => ({
    headline: `${seen.request} is answered with ${type}, which Accept excludes by q=0.`,
    expected: 'another type, or 406',
    observed: String(type),
    effect: WRONG_TYPE,
    remedy: 'Never send a type whose quality is 0; answer 406 where nothing else is left.',
  }),
  'exclusion-not-understood': refused(
    ' with a type excluded by q=0',
    RARE,
    'Read the q parameter of each entry of Accept; send another type, or answer 406.',
  ),
  'type-in-capitals-refused': refused(
    ' with the media type in capital letters',
    RARE,
    'Compare media types without regard to case (RFC 9110 §8.3.1).',
  ),
  'type-in-capitals-ignored': otherType(
    ' with the media type in capital letters',
    WRONG_TYPE,
    'Compare media types without regard to case (RFC 9110 §8.3.1).',
  ),
  'quality-not-understood': refused(
    ' with q values in Accept',
    RARE,
    'Read the q parameter of each entry of Accept, and serve the type of the highest quality.',
  ),
  'quality-ignored': otherType(
    ' with q values in Accept',
    'The client gets a type that it rated lower; it is slower for it, or loses what only the other one has.',
    'Serve the acceptable type of the highest q value; the order of the list decides nothing.',
  ),
  'accept-parameter-refused': refused(
    ' with an accept query parameter',
    'Links in web pages cannot set header fields: they get an error instead of the image.',
    'Read the accept query parameter, and let it win over the Accept field (PS3.18 §8.3.3).',
  ),
  'accept-parameter-ignored': otherType(
    ' with an accept query parameter',
    'Links in web pages cannot set header fields: they get another type than they name.',
    'Let the accept query parameter win over the Accept field (PS3.18 §8.3.3).',
  ),
  'unquoted-type-refused': refused(
    ' with a type parameter that has no quotation marks',
    'Clients whose library leaves the quotation marks out can neither store nor retrieve.',
    'Read the type parameter with and without quotation marks.',
  ),
  'unquoted-type-changes-type': otherType(
    ' with a type parameter that has no quotation marks',
    WRONG_TYPE,
    'Read the type parameter with and without quotation marks.',
  ),
  'unquoted-type-loses-store': (_, seen) => ({
    headline: `The server lost the instance of a store whose type parameter has no quotation marks: ${seen.request} does not show it.`,
    expected: 'the instance, as after a store with quotation marks',
    observed: `an answer without it: ${seen.status ?? 'none'}`,
    effect: 'A sender that is told of success frees its own copy: the image exists nowhere then.',
    remedy: 'Read the type parameter with and without quotation marks; never answer success without having stored.',
  }),
  'bad-parameter-not-refused': faulty(
    ', a value that is no number,',
    'The client believes that its limit or offset was taken, and shows an incomplete list.',
    'Check limit and offset before they are used: digits only, and 400 for anything else.',
  ),
  'bad-key-not-refused': faulty(
    ', an impossible value,',
    'The list looks as if the value had been searched for: the user believes that it was.',
    'Check the values of keys against their VR, and answer 400 where they cannot be right.',
  ),
  'bad-uid-not-refused': faulty(
    ', a path that names no UID,',
    'A client with a damaged link takes the resource for empty.',
    'Check UIDs of the path before they are used, and answer 400 or 404 where they are none.',
  ),
  'unreadable-store-not-refused': faulty(
    ' with a body that cannot be read',
    'The sender takes its images for stored, although nothing could be read, and frees its own copy.',
    'Answer 400 where the multipart body cannot be read.',
  ),
  'unsupported-store-not-refused': faulty(
    ' of an unsupported media type',
    'The sender takes its images for stored, although the server does not know the type, and frees its own copy.',
    'Answer 415 to a store of a media type that is not supported.',
  ),
  'faulty-input-server-error': ({ status }, seen) => ({
    headline: `${requestOf(seen)}, faulty input, is answered ${status} instead of a 4xx status.`,
    expected: 'a 4xx status',
    observed: `status ${seen.status ?? status}`,
    effect: 'The client takes its own mistake for a failure of the server, and tries again.',
    remedy: 'Check the request before it is used, and answer 400 or 404; the log of the server has the exception.',
  }),
};
