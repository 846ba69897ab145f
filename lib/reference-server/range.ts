import { type Answer, type Request, textAnswer } from './message.ts';

/**
 * Cuts a single-part answer to the range that a GET asks for (RFC 9110 §14): one range of bytes; anything else that
 * Range may hold is ignored, as it may be. A range beyond the end is refused with 416.
 */
export function applyRange(answer: Answer, request: Request): Answer {
  const { content, status } = answer;
  if (status !== 200 || content.kind !== 'bytes' || request.method !== 'GET') return answer;
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  if (first === '' && last === '') return answer;
  const { length } = content.bytes;
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? length - 1 : Math.min(length - 1, Number(last));
  if (start >= length)
    return textAnswer(416, 'the range lies beyond the end', [['Content-Range', `bytes */${length}`]]);
  if (end < start) return answer;
  return {
    status: 206,
    headers: [...answer.headers, ['Content-Range', `bytes ${start}-${end}/${length}`]],
    content: { ...content, bytes: content.bytes.subarray(start, end + 1) },
  };
}
