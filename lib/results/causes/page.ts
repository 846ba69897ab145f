import type { Breach } from '../../breaches/breach.ts';
import { kindOf } from '../../breaches/catalogue.ts';
import type { MessageRecord } from '../results.ts';

/** The value of a header field of a message; null where it has none. */
export function headerOf({ headers }: MessageRecord, wanted: string): string | null {
  return headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1] ?? null;
}

/** Types for people, in which no service answers with success. */
export const FOR_PEOPLE = /^(text\/html|application\/xhtml\+xml|text\/plain)\b/i;

/** Whether an answer is for people to read. */
export function isForPeople(message: MessageRecord): boolean {
  return FOR_PEOPLE.test(headerOf(message, 'Content-Type') ?? '');
}

/** Whether it is a page, as applications answer for every path that they do not know. */
export function isPage(message: MessageRecord): boolean {
  return /^(text\/html|application\/xhtml\+xml)\b/i.test(headerOf(message, 'Content-Type') ?? '');
}

/** An object that begins with what went wrong, as services write it in JSON: a data set begins with a tag. */
const OF_ERROR =
  /^\uFEFF?\s*\{\s*"(error|errors|message|msg|detail|title|reason|exception|fault|code|status|statusCode)"\s*:/i;

/** Whether an answer says what went wrong instead of giving what was asked for, whatever its status. */
export function isErrorMessage({ body }: MessageRecord): boolean {
  return OF_ERROR.test(body?.excerpt ?? '');
}

/**
 * Exchanges whose answers have nothing but a wrong label: what they hold was read, so that it is no page, whatever the label says.
 */
export function mislabelled(breaches: readonly Breach[]): ReadonlySet<string> {
  return new Set(
    breaches.flatMap(({ code, where, exchange }) => {
      const isOfLabel = where.kind === 'header' && where.name === 'Content-Type' && kindOf(code).unread === 'as text';
      return isOfLabel && exchange ? [exchange] : [];
    }),
  );
}
