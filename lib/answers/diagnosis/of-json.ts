import { breach } from '../../breaches/breach.ts';
import { readAll } from '../../bytes/byte-source.ts';
import type { ExchangeResponse } from '../../http/exchange.ts';
import { readJson } from '../json/text.ts';
import { isBeginningOf, roundSize } from './cut-off.ts';
import type { Diagnosis, Known } from './diagnosis.ts';
import { errorIn } from './error-message.ts';
import { formatOf } from './format.ts';
import { jsonFormOf } from './json-form.ts';
import { wrapperOf } from './wrapped.ts';

const WHERE = { kind: 'exchange' } as const;
/** Larger bodies are not looked at again, in bytes. */
const MOST_READ = 4 * 2 ** 20;

/** What a body is that should be DICOM JSON: an error, a wrapped list, JSON in another form, or the beginning of it. */
export function ofJson({ body, status }: ExchangeResponse, expected: string, { earlier }: Known): Diagnosis | null {
  if (body.length > MOST_READ) return null;
  const bytes = readAll(body);
  const { root } = readJson(bytes);
  if (root && root.kind !== 'string') {
    const message = errorIn(root);
    if (message !== null) return errorAnswered(status, message, expected);
    const wrapper = wrapperOf(root);
    return wrapper === null ? null : whole(breach('answer-wrapped', WHERE, { wrapper, expected }));
  }
  const format = formatOf(body);
  if (format !== null && format !== 'application/json') return null;
  const found = jsonFormOf(bytes);
  if (found === null) return null;
  const { form, around } = found;
  if (form !== 'cut-off') return whole(breach('answer-in-another-form', WHERE, { form, around, expected }));
  const entire = earlier.find(({ response }) => response && isBeginningOf(body, response.body));
  return whole(
    breach('answer-cut-off', WHERE, {
      bytes: body.length,
      of: entire?.response?.body.length ?? null,
      round: roundSize(body.length),
    }),
  );
}

/** An error message in an answer of success. */
export function errorAnswered(status: number, message: string, expected: string): Diagnosis {
  return { ...whole(breach('answer-is-error', WHERE, { status, message, expected })), explainsStatus: true };
}

/** A diagnosis of the whole answer. */
export function whole(seen: Diagnosis['seen']): Diagnosis {
  return { seen, part: null };
}
