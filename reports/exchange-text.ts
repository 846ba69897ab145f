import type { BodyRecord, ExchangeRecord, MessageRecord } from '../lib/results/results.ts';
import { visible, visibleLines } from './visible-text.ts';

/** Most of a message that a report shows; the rest lies in the evidence. */
const MOST_HEADERS = 60;
const LONGEST_VALUE = 400;
const LONGEST_EXCERPT = 1_500;

/** An exchange as text: request and response with headers, bodies as far as they are text, what was cut said. */
export function exchangeText(exchange: ExchangeRecord): string {
  return `${requestText(exchange)}\n\n${responseText(exchange)}`;
}

/** What was answered on the way to the response, a line each. */
function earlierLines({ earlier = [] }: ExchangeRecord): string[] {
  return earlier.map(({ status, reason, headers, url }) => {
    const asks = headers.filter(([name]) => /^(location|retry-after)$/i.test(name));
    const fields = asks.map(([name, value]) => `; ${visible(name, 20)}: ${visible(value, LONGEST_VALUE)}`).join('');
    return `(first ${status} ${visible(reason, 120)} from ${visible(url, 800)}${fields})`;
  });
}

/** Request line, headers and body. */
export function requestText({ request }: ExchangeRecord): string {
  return [`${visible(request.method, 40)} ${visible(request.url, 800)}`, ...messageLines(request)].join('\n');
}

/** Status line, headers and body, after what was answered on the way; or how the exchange ended without one. */
export function responseText(exchange: ExchangeRecord): string {
  const { response, failure } = exchange;
  const lines = response
    ? [
        `HTTP/${visible(response.httpVersion, 8)} ${response.status} ${visible(response.reason, 120)}`,
        ...messageLines(response),
      ]
    : ['(no response)'];
  if (failure) lines.push('', `(${failure.code}: ${visible(failure.message, 300)})`);
  return [...earlierLines(exchange), ...lines].join('\n');
}

function messageLines({ headers, body }: MessageRecord): string[] {
  const lines = headers
    .slice(0, MOST_HEADERS)
    .map(([name, value]) => `${visible(name, 120)}: ${visible(value, LONGEST_VALUE)}`);
  if (headers.length > MOST_HEADERS) lines.push(`(and ${headers.length - MOST_HEADERS} more header fields)`);
  return body ? [...lines, '', bodyText(body)] : lines;
}

function bodyText({ length, sha256, file, excerpt }: BodyRecord): string {
  const size = `${length.toLocaleString('en')} bytes`;
  const kept = file === null ? '' : `, ${visible(file, 200)}`;
  if (excerpt === undefined) return `(${size}, SHA-256 ${visible(sha256, 64)}${kept})`;
  const shown = visibleLines(excerpt.slice(0, LONGEST_EXCERPT), LONGEST_EXCERPT);
  const cut = excerpt.length < length || excerpt.length > LONGEST_EXCERPT;
  return cut ? `${shown}…\n(cut: ${size} in all${kept})` : shown;
}
