import type { BodyRecord, ExchangeRecord, MessageRecord } from '../lib/results/results.ts';
import { visible, visibleLines } from './visible-text.ts';
import { type Language, type Say, speaking } from './words/language.ts';
import { sentenceOf } from './words/requirement.ts';

/** Most of a message that a report shows; the rest lies in the evidence. */
const MOST_HEADERS = 60;
const LONGEST_VALUE = 400;
const LONGEST_EXCERPT = 1_500;

/** An exchange as text: request and response with headers, bodies as far as they are text, what was cut said. */
export function exchangeText(exchange: ExchangeRecord, language: Language = 'en'): string {
  return `${requestText(exchange, language)}\n\n${responseText(exchange, language)}`;
}

/** What was answered on the way to the response, a line each. */
function earlierLines({ earlier = [] }: ExchangeRecord, say: Say): string[] {
  return earlier.map(({ status, reason, headers, url }) => {
    const asks = headers.filter(([name]) => /^(location|retry-after)$/i.test(name));
    const fields = asks.map(([name, value]) => `; ${visible(name, 20)}: ${visible(value, LONGEST_VALUE)}`).join('');
    const answer = `${status} ${visible(reason, 120)}`;
    return say(
      `(first ${answer} from ${visible(url, 800)}${fields})`,
      `（最初は ${visible(url, 800)} から ${answer}${fields}）`,
    );
  });
}

/** Request line, headers and body. */
export function requestText({ request }: ExchangeRecord, language: Language = 'en'): string {
  const lines = messageLines(request, speaking(language));
  return [`${visible(request.method, 40)} ${visible(request.url, 800)}`, ...lines].join('\n');
}

/** Status line, headers and body, after what was answered on the way; or how the exchange ended without one. */
export function responseText(exchange: ExchangeRecord, language: Language = 'en'): string {
  const { response, failure } = exchange;
  const say = speaking(language);
  const lines = response
    ? [
        `HTTP/${visible(response.httpVersion, 8)} ${response.status} ${visible(response.reason, 120)}`,
        ...messageLines(response, say),
      ]
    : [say('(no response)', '（応答なし）')];
  if (failure) lines.push('', `(${failure.code}: ${visible(say(...sentenceOf(failure.message)), 300)})`);
  return [...earlierLines(exchange, say), ...lines].join('\n');
}

function messageLines({ headers, body }: MessageRecord, say: Say): string[] {
  const lines = headers
    .slice(0, MOST_HEADERS)
    .map(([name, value]) => `${visible(name, 120)}: ${visible(value, LONGEST_VALUE)}`);
  const more = headers.length - MOST_HEADERS;
  if (more > 0) lines.push(say(`(and ${more} more header fields)`, `（ほかにヘッダー ${more} 個）`));
  return body ? [...lines, '', bodyText(body, say)] : lines;
}

function bodyText({ length, sha256, file, excerpt }: BodyRecord, say: Say): string {
  const figure = length.toLocaleString('en');
  const size = say(`${figure} bytes`, `${figure} バイト`);
  const kept = file === null ? '' : `, ${visible(file, 200)}`;
  if (excerpt === undefined) return `(${size}, SHA-256 ${visible(sha256, 64)}${kept})`;
  const shown = visibleLines(excerpt.slice(0, LONGEST_EXCERPT), LONGEST_EXCERPT);
  const cut = excerpt.length < length || excerpt.length > LONGEST_EXCERPT;
  return cut ? `${shown}…\n${say(`(cut: ${size} in all${kept})`, `（以下省略、全 ${size}${kept}）`)}` : shown;
}
