import { NotInEngine } from '../not-in-engine.ts';

/**
 * Picks a value out of JSON by the plain part of k6's selector syntax: keys and indexes joined with dots, `#` for the
 * length of a list or, before a dot, for each of its items, and `\.` for a dot inside a key.
 * @returns undefined when nothing is there
 * @throws NotInEngine for wildcards, queries and modifiers
 */
export function selectJson(value: unknown, selector: string): unknown {
  if (/[*?|@]|#\(/.test(selector)) throw new NotInEngine(`the selector '${selector}' of response.json()`);
  const steps = selector.split(/(?<!\\)\./).map((step) => step.replaceAll('\\.', '.'));
  return select(value, steps);
}

function select(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    if (step === '#' && rest.length === 0) return value.length;
    if (step === '#') return value.map((item) => select(item, rest)).filter((item) => item !== undefined);
    return /^\d+$/.test(step) ? select(value[Number(step)], rest) : undefined;
  }
  return Object.hasOwn(value, step) ? select((value as Record<string, unknown>)[step], rest) : undefined;
}
