import { at } from '../../answers/json/body.ts';
import type { JsonAttribute } from '../../answers/json/data-set.ts';
import { excerpt } from '../../answers/json/node.ts';
import type { SearchLevel } from '../../answers/levels.ts';
import { compareValues } from '../../answers/stored/compare-values.ts';
import type { StoredAttribute } from '../../answers/stored/stored-attributes.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import type { Assessment } from '../assess.ts';

/** An attribute that a server has no value of. */
export function absent(tag: string, vr = 'UN'): StoredAttribute {
  return {
    ...{ tag, vr, values: [], items: [], isEmpty: true },
    bytes: { length: 0, read: () => new Uint8Array() },
  };
}

/** How a value that differs is a breach: of what is returned by default, or of what was asked for beside. */
type ValueBreach = (
  where: Place,
  facts: { tag: string; level: string; expected: string; actual: string },
) => SeenBreach;

const byDefault: ValueBreach = (where, facts) => breach('search-value-differs', where, facts);

/** Judges a returned value beside what is stored: each of the alternatives is right, and so is a number that was rounded. */
export function assessStoredValue(
  attribute: JsonAttribute,
  alternatives: readonly StoredAttribute[],
  level: SearchLevel,
  a: Assessment,
  differs: ValueBreach = byDefault,
): void {
  const { tag } = attribute;
  const all = alternatives.length > 0 ? alternatives : [absent(tag, attribute.vr ?? 'UN')];
  const differences = all.map((stored) => compareValues(attribute, stored));
  const [difference] = differences;
  const agrees = differences.some((one) => one === null || one.kind === 'precision');
  a.must(agrees, () => {
    const where = at(difference?.pointer ?? attribute.pointer);
    const [stored] = all;
    if (stored?.vr === 'SQ') {
      const facts = { tag, level, expected: stored.items.length, actual: attribute.values.length };
      return breach('search-sequence-items-differ', where, facts);
    }
    const expected = difference?.kind === 'invented' ? '' : (difference?.expected ?? '');
    if (difference?.kind === 'lost') return breach('search-attribute-without-value', where, { tag, level, expected });
    return differs(where, { tag, level, expected, actual: difference?.actual ?? '' });
  });
}

const MODALITIES = '00080061';

/** Which other values than the usual ones are allowed, and the UID of the entity that is counted. */
interface Computed {
  readonly allows?: (actual: readonly string[]) => boolean;
  readonly of?: readonly string[];
}

/** Judges a count or the modalities of a study, in any order. */
export function assessComputed(
  attribute: JsonAttribute,
  expected: readonly string[],
  level: SearchLevel,
  a: Assessment,
  { allows = () => false, of = [] }: Computed = {},
): void {
  const { tag } = attribute;
  const where = at(attribute.pointer);
  const actual = attribute.values.map((value) =>
    value.kind === 'string'
      ? plainNumber(value.value.trim())
      : value.kind === 'number'
        ? String(Number(value.text))
        : excerpt(value),
  );
  a.must([...actual].sort().join() === expected.join() || allows(actual), () => {
    if (actual.length === 0)
      return breach('search-attribute-without-value', where, { tag, level, expected: expected.join(', ') });
    if (tag === MODALITIES) return breach('search-modalities-differ', where, { expected, actual });
    const facts = { tag, level, expected: expected.join(', '), actual: actual.join(', ') };
    const isSmaller = Number(facts.actual) < Number(facts.expected);
    if (!isSmaller) return breach('search-count-differs', where, facts);
    const tooSmall = breach('search-count-too-small', where, facts);
    return of.length > 0 ? { ...tooSmall, subjects: of } : tooSmall;
  });
}

/** An IS without the sign and the leading zeros that it may have (PS3.5 §6.2); other text as it is. */
function plainNumber(value: string): string {
  return /^[+-]?[0-9]{1,11}$/.test(value) ? String(Number(value)) : value;
}
