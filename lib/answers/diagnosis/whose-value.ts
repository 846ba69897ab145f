import { alterationKeys } from '../../breaches/alterations/alterations.ts';
import type { Breach } from '../../breaches/breach.ts';
import { kindOf } from '../../breaches/catalogue.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { elementTexts } from '../../dicom/values.ts';
import type { Finding } from '../../results/finding.ts';

/** Shorter values are alike by chance. */
const LEAST_TELLING = 6;
/** Of one answer one value is alike by chance; two from one instance are not. */
const LEAST_VALUES = 2;

/**
 * Names the stored instance whose values stand in an answer in the place of others. Values of one instance that are
 * returned for another have one reason, whatever the attributes are: a join, a cache or a variable that mixes them up.
 */
export function withOwners(findings: readonly Finding[], stored: (exchange: string) => readonly StoredInstance[]) {
  const wrong = new Map<string, Breach[]>();
  for (const one of findings.flatMap(({ breaches }) => breaches)) {
    if (one.exchange === null || actualOf(one) === null) continue;
    wrong.set(one.exchange, [...(wrong.get(one.exchange) ?? []), one]);
  }
  const owners = new Map<Breach, string>();
  for (const [exchange, breaches] of wrong) {
    const instances = stored(exchange);
    const owned = [...exchangedBetween(breaches, instances), ...ownedBy(breaches, instances)];
    for (const found of owned) for (const one of found.breaches) owners.set(one, found.name);
  }
  if (owners.size === 0) return findings;
  return findings.map((finding) => ({
    ...finding,
    breaches: finding.breaches.map((one) => {
      const belongsTo = owners.get(one);
      return belongsTo === undefined ? one : { ...one, belongsTo };
    }),
  }));
}

/**
 * The instances whose values were exchanged: each stands for another one in the answer, so that all values of the attribute are
 * there, in other places. However short they are, that is no chance.
 */
function exchangedBetween(breaches: readonly Breach[], instances: readonly StoredInstance[]): readonly Owned[] {
  const tags = new Set(breaches.map(({ parameters: { tag } }) => String(tag)));
  return [...tags].flatMap((tag) => {
    const all = breaches.filter(({ parameters }) => parameters.tag === tag);
    const [expected, actual] = [all.map(expectedOf), all.map(actualOf)];
    const isExchange = expected.toSorted().join('\n') === actual.toSorted().join('\n');
    if (!isExchange || new Set(actual).size < LEAST_VALUES) return [];
    return all.flatMap((one) => {
      const owner = instances.find((instance) => storedText(instance, tag) === actualOf(one));
      return owner ? [{ name: owner.name, breaches: [one] }] : [];
    });
  });
}

/** Values that belong to another instance. */
interface Owned {
  readonly name: string;
  readonly breaches: readonly Breach[];
}

function storedText({ dataSet }: StoredInstance, tag: string): string | null {
  const element = dataSet.elements.get(tag);
  return element === undefined ? null : elementTexts(element, dataSet).join('\\');
}

/** The right value, as an element has it. */
function expectedOf({ parameters: { expected, stored } }: Breach): string {
  if (typeof stored === 'string') return stored;
  return typeof expected === 'string' ? (textIn(expected) ?? expected) : '';
}

/** The instance that has most of the values, with the breaches that show them; none where they may be alike by chance. */
function ownedBy(breaches: readonly Breach[], instances: readonly StoredInstance[]): readonly Owned[] {
  let best: { readonly name: string; readonly breaches: readonly Breach[]; readonly count: number } | null = null;
  for (const instance of instances) {
    const { name } = instance;
    const matching = breaches.filter((one) => storedText(instance, String(one.parameters.tag)) === actualOf(one));
    const count = new Set(matching.map(({ parameters: { tag } }) => tag)).size;
    const isTelling = count >= LEAST_VALUES || matching.some((one) => (actualOf(one) ?? '').length >= LEAST_TELLING);
    if (isTelling && count > (best?.count ?? 0)) best = { name, breaches: matching, count };
  }
  return best === null ? [] : [best];
}

/**
 * The value that stands in the place of another one, as an element has it; null where a breach is of something else, or where
 * the value shows how it was made of the right one.
 */
function actualOf(one: Breach): string | null {
  const { tag, actual, returned } = one.parameters;
  if (kindOf(one.code).says !== 'altered' || typeof tag !== 'string' || alterationKeys(one).length > 0) return null;
  if (typeof returned === 'string') return returned;
  return typeof actual === 'string' ? textIn(actual) : null;
}

/** A list of values in JSON with commas between them as an element has it; null for anything else. */
function textIn(values: string): string | null {
  try {
    const parsed: unknown = JSON.parse(`[${values}]`);
    return Array.isArray(parsed) ? parsed.flat().map(wordsOf).join('\\') : null;
  } catch {
    return null;
  }
}

function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  const groups = value as Readonly<Record<string, unknown>>;
  return ['Alphabetic', 'Ideographic', 'Phonetic']
    .map((group) => (typeof groups[group] === 'string' ? groups[group] : ''))
    .join('=')
    .replace(/=+$/, '');
}
