import type { HTTP } from '../../../lib/breaches/kinds/http.ts';
import { brief, counted, either, listed, quoted, quotedApart } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const CUT = 'A client gets no answer that it can use, or only the beginning of one.';
const REST = 'Clients on a kept connection read the rest as the next answer, and show the wrong data or fail.';
const UNTYPED = 'Browsers and viewers do not know what the bytes are, and refuse the answer or show it wrongly.';

/** How an exchange ended that brought no complete answer. */
const ENDS: Readonly<Record<string, string>> = {
  truncated: 'breaks off',
  reset: 'is not answered: the server closes the connection',
  malformed: 'cannot be read as one HTTP response',
  'redirect-loop': 'is redirected without an end',
};

/** What mends an answer that is not complete. */
const MENDED: Readonly<Record<string, string>> = {
  malformed: 'Send one well-formed response: its length given in one way, and nothing after its end.',
  'redirect-loop': 'Redirect to a URL that answers; a resource must not lead back to itself.',
};

export const HTTP_ENGLISH: WordsFor<typeof HTTP> = {
  'answer-incomplete': ({ failure, message }, seen) => ({
    headline: `${failure === 'malformed' || failure === 'truncated' ? 'The answer to ' : ''}${seen.request} ${ENDS[failure] ?? 'is not answered'}${message ? `: ${brief(message)}` : ''}.`,
    expected: 'a complete HTTP response',
    observed: failure === 'none' ? 'no response' : `${failure}: ${message}`,
    effect: CUT,
    remedy:
      MENDED[failure] ??
      'Send the response to the end that its Content-Length or its last chunk announces. The log of the server or of the proxy in front says why it stopped.',
  }),
  'status-out-of-range': ({ status }, seen) => ({
    headline: `${seen.request} is answered ${status}, which is no HTTP status.`,
    expected: 'a final status from 200 to 599',
    observed: `status ${seen.status ?? status}`,
    effect: 'HTTP libraries refuse the answer, or take it for an error.',
    remedy: 'Answer with a status of RFC 9110.',
  }),
  'body-without-content': ({ status, bytes }, seen) => ({
    headline: `${seen.request} is answered ${status} with a body of ${counted(bytes, 'byte')} instead of none.`,
    expected: `no body after ${status}`,
    observed: counted(bytes, 'byte'),
    effect: REST,
    remedy: `Send no body with ${status}, or answer 200.`,
  }),
  'no-content-announces-body': ({ header, value }, seen) => ({
    headline: `${seen.request} is answered 204, which has no body, with ${header}: ${value}.`,
    expected: '204 without Content-Length and Transfer-Encoding',
    observed: `${header}: ${quoted(value)}`,
    effect: 'A client may wait for a body that never comes.',
    remedy: `Leave ${header} out of answers with status 204.`,
  }),
  'content-length-wrong': ({ stated, bytes }, seen) => ({
    headline: `${seen.request} is answered with Content-Length ${quoted(stated)}, but its body has ${counted(bytes, 'byte')}.`,
    expected: `Content-Length ${bytes}`,
    observed: `Content-Length ${quoted(stated)}`,
    effect: REST,
    remedy: 'Take Content-Length from the bytes that are sent, after the body was changed or compressed.',
  }),
  'payload-framed-twice': (_, seen) => ({
    headline: `${seen.request} is answered with both Content-Length and Transfer-Encoding instead of one of them.`,
    expected: 'one of Content-Length and Transfer-Encoding',
    observed: 'both',
    effect: 'HTTP libraries refuse such an answer, since it can hide a second one (response splitting).',
    remedy: 'Leave Content-Length out where the body is sent in chunks; look at what a proxy in front adds.',
  }),
  'payload-without-length': (_, seen) => ({
    headline: `${seen.request} is answered with neither Content-Length nor Transfer-Encoding: only the closed connection ends the body.`,
    expected: 'Content-Length or Transfer-Encoding',
    observed: 'neither',
    effect: 'A client cannot tell an answer that broke off from a whole one.',
    remedy: 'Send Content-Length, or send the body in chunks.',
  }),
  'content-coding-not-accepted': ({ coding, accepted }, seen) => ({
    headline: `${seen.request} is answered with Content-Encoding ${quoted(coding)}, which the client did not accept.`,
    expected: `a coding that Accept-Encoding ${quoted(accepted)} admits`,
    observed: `Content-Encoding: ${quoted(coding)}`,
    effect: 'A client that does not know the coding reads compressed bytes as data and fails.',
    remedy: 'Compress only for clients whose Accept-Encoding names the coding.',
  }),
  'content-coding-corrupt': ({ codings, message }, seen) => ({
    headline: `${seen.request} is labelled Content-Encoding ${listed(codings)}, but its bytes are no such data.`,
    expected: `${listed(codings)} data`,
    observed: String(message),
    effect: 'The client cannot decompress the answer, so nothing in it can be opened.',
    remedy: 'Name only codings that were applied to the bytes, in the order in which they were applied.',
  }),
  'content-coding-undeclared': ({ coding }, seen) => ({
    headline: `${seen.request} is answered with ${coding} data, but Content-Encoding is missing.`,
    expected: 'bytes of the media type that Content-Type names',
    observed: `${coding} data without Content-Encoding`,
    effect: 'The client takes compressed bytes for the data itself, and can open nothing.',
    remedy: `Add Content-Encoding: ${coding}, and compress only for clients that accept it.`,
  }),
  'media-type-missing': (_, seen) => ({
    headline: `${seen.request} is answered without Content-Type.`,
    expected: 'one Content-Type field that names a media type',
    observed: 'none',
    effect: UNTYPED,
    remedy: 'Send Content-Type with every body.',
  }),
  'media-type-repeated': ({ values }, seen) => ({
    headline: `${seen.request} is answered with several Content-Type fields: ${listed((values ?? []).map(quoted))}.`,
    expected: 'one Content-Type field',
    observed: listed((values ?? []).map(quoted)),
    effect: 'Clients take the first, the last or none of them, and read the answer differently.',
    remedy: 'Send one Content-Type; look at what a proxy in front adds.',
  }),
  'media-type-unreadable': ({ value }, seen) => ({
    headline: `${seen.request} is answered with a Content-Type that is no media type: ${quoted(value)}.`,
    expected: 'one Content-Type field that names a media type',
    observed: quoted(value),
    effect: UNTYPED,
    remedy: 'Write type/subtype; parameters as name=value, with quotation marks around special characters.',
  }),
  'media-type-malformed': ({ value, defects }, seen) => ({
    headline: `${seen.request} is answered with a malformed Content-Type: ${quoted(value)} (${listed(defects)}).`,
    expected: 'a media type by the grammar of RFC 9110 §8.3.1',
    observed: `${quoted(value)}: ${listed(defects)}`,
    effect: 'Strict clients refuse the answer, or miss the parameters that they need to read it.',
    remedy:
      'Write each parameter as name=value, separated by semicolons, with quotation marks around special characters.',
  }),
  'media-type-parameter-repeated': ({ parameter, values }, seen) => ({
    headline: `${seen.request} is answered with a Content-Type that has ${counted((values ?? []).length, 'parameter')} ${parameter}: ${listed((values ?? []).map(quoted))}.`,
    expected: `at most one ${parameter} parameter`,
    observed: listed((values ?? []).map(quoted)),
    effect: 'Clients that take another one of them read the bytes wrongly.',
    remedy: `Write ${parameter} once.`,
  }),
  'transfer-syntax-wildcard': (_, seen) => ({
    headline: `${seen.request} is answered with transfer-syntax=* in Content-Type, which only a request can say.`,
    expected: 'the transfer syntax of the bytes',
    observed: 'transfer-syntax=*',
    effect: 'A client does not learn how the pixels are encoded, and may not decode them.',
    remedy: 'Name the Transfer Syntax UID of the bytes that are sent, or leave the parameter out.',
  }),
  'transfer-syntax-untrue': ({ named, actual }, seen) => ({
    headline: `${seen.request} is labelled transfer-syntax=${named}, but the instance is in ${actual}.`,
    expected: `transfer-syntax=${actual}, as (0002,0010) of the instance has it`,
    observed: `transfer-syntax=${named}`,
    effect: 'A viewer that goes by the label decodes the pixels wrongly, or not at all.',
    remedy: 'Take the parameter from the file meta information of the instance that is sent.',
  }),
  'charset-untrue': ({ terms }, seen) => ({
    headline: terms
      ? `${seen.request} is labelled charset=utf-8, but the instance has SpecificCharacterSet ${listed(terms.map(quoted))}.`
      : `${seen.request} is labelled charset=utf-8, but its text is not UTF-8.`,
    expected: 'text in UTF-8',
    observed: terms ? `SpecificCharacterSet ${listed(terms.map(quoted))}` : 'bytes that are not UTF-8',
    effect: 'Names and other text beyond ASCII are shown as wrong characters.',
    remedy: 'Label with the character set that the text has, or leave the parameter out.',
  }),
  'resource-without-location': (_, seen) => ({
    headline: `${seen.request} is answered without Content-Location.`,
    expected: 'a Content-Location field',
    observed: 'none',
    effect: 'A client that keeps the answer does not know which resource it is.',
    remedy: 'Send the URL of the resource as Content-Location.',
  }),
  'location-of-another-resource': ({ location, asked }, seen) => {
    const [observed, expected] = quotedApart(location, asked);
    return {
      headline: `${seen.request} is answered with the Content-Location of another resource: ${observed} instead of ${expected}.`,
      expected,
      observed,
      effect: 'A client that keeps answers by their location shows the images of another patient.',
      remedy: 'Build Content-Location from the resource that is sent.',
    };
  },
  'head-with-body': (_, seen) => ({
    headline: `${seen.request} is answered with a body instead of the header fields alone.`,
    expected: 'no body after the header fields',
    observed: 'bytes follow them',
    effect: REST,
    remedy: 'Answer HEAD as GET and leave the body out.',
  }),
  'head-refused': ({ status, expected }, seen) => ({
    headline: `${seen.request} is answered ${status} instead of ${either(expected)}, as GET is.`,
    expected: `status ${either(expected)}, as for GET`,
    observed: `status ${seen.status ?? status}`,
    effect: 'A client that asks for the size or type first takes the resource for absent.',
    remedy: 'Answer HEAD wherever GET is answered, with the same status and fields.',
  }),
  'head-names-another-type': ({ type, expected }, seen) => ({
    headline: `${seen.request} is answered with Content-Type ${type} instead of ${expected}, which GET has.`,
    expected: `Content-Type ${expected}, as for GET`,
    observed: `Content-Type ${quoted(type)}`,
    effect: 'A client that asks by HEAD first expects another type than it gets.',
    remedy: 'Make the fields of HEAD by the same code as those of GET.',
  }),
  'head-names-another-length': ({ stated, bytes }, seen) => ({
    headline: `${seen.request} is answered with Content-Length ${quoted(stated)}, but GET has a body of ${counted(bytes, 'byte')}.`,
    expected: `Content-Length ${bytes}, or none`,
    observed: `Content-Length ${quoted(stated)}`,
    effect: 'A client that asks for the size first reserves or reads another number of bytes.',
    remedy: 'Send the length of the body of GET, or none where it is not known.',
  }),
  'etag-not-matched': ({ status, expected }, seen) => ({
    headline: `${seen.request} with If-None-Match and the ETag of the answer is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)} without a body`,
    observed: `status ${seen.status ?? status}`,
    effect: 'A viewer that has the answer already cannot go on using it: it loads all of it again, or fails.',
    remedy: 'Compare If-None-Match with the ETag of the resource, and answer 304 without a body where they match.',
  }),
  'search-status-undefined': ({ status }, seen) => ({
    headline: `${seen.request} is answered ${status}, which no table of the search transaction has.`,
    expected: 'a status that PS3.18 defines for searches',
    observed: `status ${seen.status ?? status}`,
    effect: 'A client that knows the statuses of the standard does not know what happened.',
    remedy: 'Answer searches with the statuses of Tables 8.5-1 and 10.6.3-1.',
  }),
  'store-status-undefined': ({ status }, seen) => ({
    headline: `${seen.request} is answered ${status}, which no table of the store transaction has.`,
    expected: 'a status that PS3.18 defines for stores',
    observed: `status ${seen.status ?? status}`,
    effect: 'A sender does not know whether its images were kept.',
    remedy: 'Answer stores with the statuses of Tables 8.5-1 and 10.5.3-1.',
  }),
  'partial-content-without-range': ({ status }, seen) => ({
    headline: `${seen.request} is answered ${status} instead of 200, although no Range was asked for.`,
    expected: 'no 206 without a Range request',
    observed: `status ${seen.status ?? status}`,
    effect: 'A client takes the answer for a part, and looks for the rest or refuses it.',
    remedy: 'Answer 200 where the request has no Range field.',
  }),
  'method-not-refused': ({ status, expected }, seen) => ({
    headline: `${seen.request}, a method that the resource does not have, is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect:
      status >= 200 && status < 300
        ? 'The client believes that its request was carried out.'
        : 'A client cannot tell a method that is not offered from another error.',
    remedy: 'Answer 405 with an Allow field to methods that a resource does not have.',
  }),
  'not-allowed-without-allow': ({ method }, seen) => ({
    headline: `${seen.request} is answered 405 without the Allow field.`,
    expected: 'an Allow field with the methods of the resource',
    observed: `405 to ${method} without Allow`,
    effect: 'A client does not learn which methods the resource has.',
    remedy: 'Send the methods of the resource in Allow with each 405.',
  }),
  'allow-lists-refused-method': ({ method, allow }, seen) => ({
    headline: `${seen.request} is answered 405, but Allow lists ${method}: ${quoted(allow)}.`,
    expected: `an Allow field without ${method}`,
    observed: quoted(allow),
    effect: 'A client that goes by Allow sends the same request again in vain.',
    remedy: `Leave ${method} out of Allow, or carry it out.`,
  }),
  'challenge-missing': ({ challenges }, seen) => ({
    headline:
      (challenges ?? []).length > 0
        ? `${seen.request} is answered 401 with a WWW-Authenticate field that names no scheme: ${quoted(listed(challenges))}.`
        : `${seen.request} is answered 401 without WWW-Authenticate.`,
    expected: 'a WWW-Authenticate field that names a scheme',
    observed: (challenges ?? []).length > 0 ? quoted(listed(challenges)) : 'none',
    effect: 'Clients and browsers do not know how to log in, and cannot get at the images.',
    remedy: 'Send WWW-Authenticate with the scheme, such as Bearer or Basic, with each 401.',
  }),
  'old-http-version': ({ version }, seen) => ({
    headline: `${seen.request} is answered in HTTP/${String(version).replace(/^HTTP\//i, '')} instead of HTTP/1.1 or HTTP/2.`,
    expected: 'HTTP/1.1 or HTTP/2',
    observed: quoted(version),
    effect: 'Each request needs a connection of its own, and answers cannot be streamed: viewers are slow.',
    remedy: 'Serve HTTP/1.1 or later; look at the settings of a proxy in front.',
  }),
};
