import { breach } from '../../breaches/breach.ts';
import { decodedBody } from '../../http/content.ts';
import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import { multipartOf, representationsOf } from '../multipart.ts';
import { isSuccess, mediaTypeOf } from '../response.ts';
import { cutAnswer } from './cut-answer.ts';
import type { Diagnosis, Known } from './diagnosis.ts';
import { errorInText } from './error-message.ts';
import { type ExpectedType, expectedType, isJsonType, typeInWords } from './expected-type.ts';
import { beginningOf, formatOf, isSameFormat } from './format.ts';
import { fromCache } from './from-cache.ts';
import { errorAnswered, ofJson, whole } from './of-json.ts';
import { ofParts } from './of-parts.ts';
import { pageIn } from './page.ts';
import { askedFor, ofAnother } from './somebody-elses.ts';
import { lackingSinceBefore } from './thinner.ts';
import { ofAnotherPicture } from './whose-picture.ts';

const WHERE = { kind: 'exchange' } as const;
/** Lists, whose results are judged one by one. */
const SEARCHES = /\/(studies|series|instances)(\?.*)?$/;
/** Larger answers are decoded by no more than their judges, in bytes. */
const MOST_DECODED = 64 * 2 ** 20;

/**
 * What an answer is as a whole, or its parts are, instead of what was asked for: empty, a page, an error, another type, in
 * another form, cut off, somebody else's or from a cache. Nothing where the answer is what it should be, or where it does not
 * show what it is. The judge that fails first on such an answer seldom is the one that knows.
 */
export function diagnose(exchange: Exchange, known: Known): readonly Diagnosis[] {
  const { request, response: received, failure } = exchange;
  const asked = expectedType(exchange);
  if (received?.status === 414) return [tooLong(exchange, known)];
  if (!received || failure || request.method === 'HEAD' || !isSuccess(received) || !asked) return [];
  if (received.status === 204 || received.status === 202) return [];
  const expected = typeInWords(asked);
  if (received.body.length === 0)
    return request.method === 'GET'
      ? [whole(breach('answer-empty', WHERE, { expected, status: received.status }))]
      : [];
  const decoded = decodedBody(received, MOST_DECODED);
  if (!decoded.ok) return [];
  const response = decoded.codings.length === 0 ? received : { ...received, body: decoded.body };
  const found = [ofBytes(response, asked, decoded.codings) ?? ofContent(exchange, response, asked, known)].flat();
  // What was stored in spite of an answer that tells nothing, or was not, the judges of stores tell.
  return request.method === 'GET' ? found : found.filter(({ explainsStatus }) => explainsStatus !== true);
}

/** What the first bytes show: a page, an error in plain text or XML, another type than the label, or compressed bytes. */
function ofBytes(response: ExchangeResponse, asked: ExpectedType, codings: readonly string[]): Diagnosis | null {
  const { body, status } = response;
  const expected = typeInWords(asked);
  const page = pageIn(body);
  if (page && asked.essence !== 'text/html') {
    const { sort, title } = page;
    const server = headerValue(response.headers, 'Server');
    const seen =
      sort === 'login'
        ? breach('answer-is-login', WHERE, { title, expected, server })
        : breach('answer-is-page', WHERE, { sort, title, expected, server });
    return { ...whole(seen), explainsStatus: true };
  }
  const found = formatOf(body);
  const label = mediaTypeOf(response)?.essence ?? null;
  // Who forgot to say so is told by COMMON-019.
  if (found === 'application/gzip')
    return codings.length > 0
      ? whole(breach('answer-in-another-form', WHERE, { form: 'gzip', around: null, expected }))
      : null;
  const isText = found === null && /^[\t\r\n\x20-\x7e\x80-\xff]+$/.test(beginningOf(body));
  if (isText || found === 'application/xml') {
    const message =
      asked.essence.endsWith('xml') || (asked.ofParts ?? '').endsWith('xml') ? null : errorInText(beginningOf(body));
    if (message !== null && representationsOf(response).length < 2 && !multipartOf(response)?.parts.length)
      return errorAnswered(status, message, expected);
  }
  if (found === null || isWanted(found, asked) || (label !== null && isSameFormat(found, label))) return null;
  if (found === 'application/json' || found === 'multipart/related') return null;
  return whole(breach('answer-of-another-type', WHERE, { found, label, expected }));
}

/** A refusal that names the length of the URL, with the longest of the shorter ones that the run saw served. */
function tooLong({ request: { url } }: Exchange, { earlier }: Known): Diagnosis {
  const served = earlier.filter(({ response }) => response !== null && isSuccess(response));
  const length = lengthOf(url);
  const longest = Math.max(0, ...served.map(({ request }) => lengthOf(request.url)).filter((one) => one < length));
  const seen = breach('long-url-refused', { kind: 'status' }, { length, longest, status: 414 });
  return { ...whole(seen), explainsStatus: true };
}

/** Characters of the path and the query, which is what a server is sent. */
function lengthOf(url: string): number {
  return URL.canParse(url) ? url.length - new URL(url).origin.length : url.length;
}

function thinner(lacking: readonly [string, ...string[]]): Diagnosis {
  const seen = breach('answer-thinner-than-before', WHERE, { attributes: lacking.length, tag: lacking[0] });
  return { ...whole(seen), lacking: new Set(lacking) };
}

function isWanted(found: string, { essence, ofParts }: ExpectedType): boolean {
  return isSameFormat(found, essence) || (ofParts !== null && isSameFormat(found, ofParts)) || essence.endsWith('/*');
}

function ofContent(
  exchange: Exchange,
  response: ExchangeResponse,
  asked: ExpectedType,
  known: Known,
): readonly Diagnosis[] {
  const expected = typeInWords(asked);
  const cached = fromCache(exchange, response, known.earlier);
  if (cached) return [whole(breach('answer-from-cache', WHERE, { ...cached, expected }))];
  const earlier = known.earlier.filter(({ request }) => request.url === exchange.request.url);
  const label = mediaTypeOf(response);
  const found = formatOf(response.body);
  if (isJsonType(asked.essence) || isJsonType(label?.essence ?? '') || found === 'application/json') {
    const json = ofJson(response, expected, { ...known, earlier });
    if (json) return [json];
  }
  const { method, url } = exchange.request;
  const another = method === 'GET' && !SEARCHES.test(url) ? ofAnother(response, askedFor(url), known) : null;
  if (another) return [whole(breach('answer-of-another', WHERE, { ...another }))];
  const picture = method === 'GET' && /\/rendered$/.test(url) ? ofAnotherPicture(url, response, known.stored) : null;
  if (picture) return [picture];
  const lacking = url.includes('/metadata') ? lackingSinceBefore(exchange, known.earlier) : null;
  if (lacking) return [thinner(lacking)];
  if (asked.essence !== 'multipart/related') return [];
  const parts = ofParts(response, asked, url, known);
  const cut = cutAnswer(response, parts, known.stored);
  return cut ? [cut] : parts;
}
