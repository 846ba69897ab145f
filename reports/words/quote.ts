import { keywordOf } from '../../lib/dicom/dictionary.ts';

/** Longest text of a server that a sentence holds. */
const LONGEST = 120;

/** Text of a server in quotation marks, with control characters escaped and cut to a readable length. */
export function quoted(text: string): string {
  const whole = String(text);
  return whole.length > LONGEST ? `${JSON.stringify(whole.slice(0, LONGEST))}…` : JSON.stringify(whole);
}

/** What the harness says of a failure, cut to a readable length: it may quote the server. */
export function brief(message: string): string {
  const whole = String(message);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
}

/** Text of a server in quotation marks, of which the end is shown: URLs of one server begin alike. */
export function quotedEnd(text: string): string {
  const whole = String(text);
  if (whole.length <= LONGEST) return quoted(whole);
  const end = whole.slice(-LONGEST);
  return `…${JSON.stringify(end.slice(Math.max(end.indexOf('/'), 0)))}`;
}

/** Two URLs in quotation marks, each from the segment on in which they differ. */
export function quotedApart(one: string, other: string): readonly [string, string] {
  const [left, right] = [String(one), String(other)];
  let same = 0;
  while (same < left.length && left[same] === right[same]) same++;
  const start = Math.max(left.lastIndexOf('/', same - 1), 0);
  const from = (text: string) => (start === 0 ? quoted(text) : `…${quoted(text.slice(start))}`);
  return [from(left), from(right)];
}

/** An English count with its noun in the right number. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** Alternatives in English: `200 or 204`. */
export function either(items: readonly string[]): string {
  return [items ?? []].flat().join(' or ');
}

/** An attribute by its keyword, or by its tag as `(0029,1001)` where it has none; what is no tag in quotation marks. */
export function attributeName(tag: string): string {
  const text = String(tag);
  if (!/^[0-9A-Fa-f]{8}$/.test(text)) return quoted(text);
  return keywordOf(text) ?? `(${text.slice(0, 4)},${text.slice(4)})`;
}

/** Several things in one English phrase: `a, b and c`. */
export function listed(things: readonly string[]): string {
  const all = [things ?? []].flat();
  return all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** Alternatives in Japanese: `200 または 204`. */
export function alternatives(items: readonly string[]): string {
  return [items ?? []].flat().join(' または ');
}
