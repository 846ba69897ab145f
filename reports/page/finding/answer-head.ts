import type { Place } from '../../../lib/breaches/place.ts';
import type { AnswerNode } from '../../../lib/results/answer-view.ts';
import type { ExchangeRecord } from '../../../lib/results/results.ts';

const MOST_FIELDS = 40;

/** Status line and header fields of an answer with the place of a breach marked; null where it is neither of them. */
export function answerHead({ response }: ExchangeRecord, where: Place): AnswerNode | null {
  if (!response || (where.kind !== 'status' && where.kind !== 'header')) return null;
  if (where.kind === 'header' && where.part !== undefined) return null;
  const { httpVersion, status, reason, headers } = response;
  const name = where.kind === 'header' ? where.name.toLowerCase() : null;
  const fields = headers.slice(0, MOST_FIELDS).map(([label, text]): AnswerNode => {
    return { label, text, ...(label.toLowerCase() === name ? { marked: true as const } : {}) };
  });
  const isAbsent = where.kind === 'header' && !headers.some(([label]) => label.toLowerCase() === name);
  return {
    label: `HTTP/${httpVersion}`,
    text: `${status} ${reason}`.trim(),
    ...(where.kind === 'status' ? { marked: true as const } : {}),
    children: isAbsent ? [...fields, { label: where.name, text: '', marked: true, absent: true }] : fields,
    ...(headers.length > MOST_FIELDS ? { left: headers.length - MOST_FIELDS } : {}),
  };
}
