import { keywordOf } from '../../lib/dicom/dictionary.ts';

/** Longest text of a server that a sentence holds. */
const LONGEST = 120;

/** Text of a server in quotation marks, with control characters escaped and cut to a readable length. */
export function quoted(text: string): string {
  const whole = String(text);
  return whole.length > LONGEST ? `${JSON.stringify(whole.slice(0, LONGEST))}…` : JSON.stringify(whole);
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
