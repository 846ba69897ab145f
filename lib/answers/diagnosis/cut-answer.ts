import { breach } from '../../breaches/breach.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { ExchangeResponse } from '../../http/exchange.ts';
import { multipartOf } from '../multipart.ts';
import { isBeginningOf, roundSize } from './cut-off.ts';
import type { Diagnosis } from './diagnosis.ts';

/**
 * A multipart body that ends before its last part does: `parts` has what is known of the parts. Where that part is whole, and
 * the closing delimiter alone is missing, nothing was cut.
 */
export function cutAnswer(
  response: ExchangeResponse,
  parts: readonly Diagnosis[],
  stored: readonly StoredInstance[],
): Diagnosis | null {
  const multipart = multipartOf(response);
  const isOpen = multipart?.defects.some(({ code }) => code === 'missing-closing-delimiter') ?? false;
  const index = (multipart?.parts.length ?? 0) - 1;
  const last = multipart?.parts[index];
  if (!isOpen || !last) return null;
  const { length } = response.body;
  const cut = parts.find(({ seen, part }) => seen.code === 'part-cut-off' && part === index);
  const isWithinDelimiter =
    last.body.length === 0 || stored.some(({ source }) => isFollowedByDelimiter(last.body, source));
  if (!cut && !isWithinDelimiter) return null;
  const of = cut ? length + Number(cut.seen.parameters.of) - Number(cut.seen.parameters.bytes) : null;
  const seen = breach('answer-cut-off', { kind: 'exchange' }, { bytes: length, of, round: roundSize(length) });
  return { seen, part: null };
}

/** Whether a part is a stored file and the beginning of a delimiter, at which the next part would have begun. */
function isFollowedByDelimiter(part: ByteSource, source: ByteSource): boolean {
  if (!isBeginningOf(source, part)) return false;
  return /^\r\n--/.test(Buffer.from(part.read(source.length, 4)).toString('latin1'));
}
