import { at } from '../../answers/json/body.ts';
import { attributeOf, type JsonAttribute, type JsonDataSet } from '../../answers/json/data-set.ts';
import { below, excerpt } from '../../answers/json/node.ts';
import { type SearchLevel, UID_TAGS } from '../../answers/levels.ts';
import { compareValues } from '../../answers/stored/compare-values.ts';
import { attributesOfEach, type StoredAttribute } from '../../answers/stored/stored-attributes.ts';
import { tagName } from '../../answers/wording.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { documentedDeviation } from '../deviations.ts';
import type { ReturnAttribute } from './attributes.ts';
import { areModalitiesOf, type ExpectedMatch, type ExpectedSearch, modalitiesOf, seriesCount } from './expected.ts';
import { foundMatches } from './results.ts';

/** What a returned attribute has to be: the stored alternatives, or the values that the server computes. */
export type Wanted =
  | { readonly kind: 'stored'; readonly alternatives: readonly StoredAttribute[] }
  | {
      readonly kind: 'computed';
      readonly values: readonly string[];
      /** Other values than the usual ones that are right as well. */
      readonly allows?: (actual: readonly string[]) => boolean;
    };

export function wantedOf(
  { tag, source }: ReturnAttribute,
  { ofStudy, ofSeries }: ExpectedMatch,
  of: readonly StoredInstance[],
): Wanted {
  switch (source) {
    case 'stored':
      return { kind: 'stored', alternatives: storedAlternatives(tag, of) };
    case 'series-of-study':
      return { kind: 'computed', values: [String(seriesCount(ofStudy))] };
    case 'instances-of-study':
      return { kind: 'computed', values: [String(ofStudy.length)] };
    case 'instances-of-series':
      return { kind: 'computed', values: [String(ofSeries.length)] };
    case 'modalities':
      return {
        kind: 'computed',
        values: modalitiesOf(ofStudy),
        allows: (actual) => areModalitiesOf(actual, ofStudy),
      };
  }
}

/** What is stored of an attribute in each of the instances, or nothing where elements of one were discarded. */
export function storedAlternatives(tag: string, of: readonly StoredInstance[]): readonly StoredAttribute[] {
  return [
    ...attributesOfEach(of).flatMap((attributes) => attributes.get(tag) ?? []),
    ...(of.some(({ isReduced }) => isReduced) ? [absent(tag)] : []),
  ];
}

/** Whether anything is known that the attribute would have to say. */
export function isKnown(wanted: Wanted): boolean {
  return wanted.kind === 'computed' ? wanted.values.length > 0 : wanted.alternatives.some(({ isEmpty }) => !isEmpty);
}

/** How absence is graded where a value is known. */
export type Absence = 'must' | 'should';

/** Judges the attributes of one result that come from one level. `excused` collects what the profile lets be absent. */
export function assessAttributes(
  dataSet: JsonDataSet,
  match: ExpectedMatch,
  level: SearchLevel,
  attributes: readonly ReturnAttribute[],
  absence: (attribute: ReturnAttribute) => Absence,
  excused: string[] | null,
  a: Assessment,
): void {
  const of = instancesOfLevel(match, level);
  for (const required of attributes) {
    const wanted = wantedOf(required, match, of);
    const attribute = attributeOf(dataSet, required.tag);
    if (attribute) assessValue(attribute, wanted, required, a);
    else if (excused && required.tag !== UID_TAGS[level]) excused.push(tagName(required.tag));
    else {
      const grade = isKnown(wanted) ? absence(required) : 'should';
      a[grade](false, () => ({
        expected: `${tagName(required.tag)}${isKnown(wanted) ? '' : ', with its vr alone'}`,
        actual: 'the attribute is left out',
        where: at(below(dataSet.pointer, required.tag)),
      }));
    }
  }
}

function assessValue(attribute: JsonAttribute, wanted: Wanted, { tag, source }: ReturnAttribute, a: Assessment): void {
  if (wanted.kind === 'stored') assessStoredValue(attribute, wanted.alternatives, a);
  else if (source === 'instances-of-series') assessComputed(attribute, wanted.values, a);
  else {
    // The values of counts and modalities of a study are QIDO-024's; here they have to be there.
    a.must(attribute.values.length > 0 || wanted.values.length === 0, () => ({
      expected: `a value for ${tagName(tag)}`,
      actual: excerpt(attribute.node),
      where: at(attribute.pointer),
    }));
  }
}

/** An attribute that a server has no value of. */
function absent(tag: string, vr = 'UN'): StoredAttribute {
  return {
    ...{ tag, vr, values: [], items: [], isEmpty: true },
    bytes: { length: 0, read: () => new Uint8Array() },
  };
}

export function assessStoredValue(
  attribute: JsonAttribute,
  alternatives: readonly StoredAttribute[],
  a: Assessment,
): void {
  const differences = (alternatives.length > 0 ? alternatives : [absent(attribute.tag, attribute.vr ?? 'UN')]).map(
    (stored) => compareValues(attribute, stored),
  );
  const [difference] = differences;
  const agrees = differences.some((one) => one === null || one.kind === 'precision');
  a.must(agrees, () => ({
    expected: `${tagName(attribute.tag)} ${difference?.expected}`,
    actual: difference?.actual ?? '',
    where: at(difference?.pointer ?? attribute.pointer),
  }));
}

export function assessComputed(
  attribute: JsonAttribute,
  expected: readonly string[],
  a: Assessment,
  allows: (actual: readonly string[]) => boolean = () => false,
): void {
  const actual = attribute.values.map((value) =>
    value.kind === 'string'
      ? plainNumber(value.value.trim())
      : value.kind === 'number'
        ? String(Number(value.text))
        : excerpt(value),
  );
  a.must([...actual].sort().join() === expected.join() || allows(actual), () => ({
    expected: `${tagName(attribute.tag)} ${expected.join(', ')}`,
    actual: actual.length === 0 ? 'no value' : actual.join(', '),
    where: at(attribute.pointer),
  }));
}

/** An IS without the sign and the leading zeros that it may have (PS3.5 §6.2); other text as it is. */
function plainNumber(value: string): string {
  return /^[+-]?[0-9]{1,11}$/.test(value) ? String(Number(value)) : value;
}

/** Judges each result about a known entity, and notes what a documented deviation excuses. */
export function judgeResults(
  requirement: string,
  claim: string,
  exchange: Exchange,
  expected: ExpectedSearch,
  profile: Profile | undefined,
  judge: (dataSet: JsonDataSet, match: ExpectedMatch, a: Assessment, excused: string[] | null) => void,
): Finding {
  return assess(requirement, claim, [exchange], (a) => {
    const documented = documentedDeviation(profile, requirement);
    const excused: string[] | null = documented === null ? null : [];
    for (const { dataSet, match } of foundMatches(exchange, expected, a)) judge(dataSet, match, a, excused);
    if (excused && excused.length > 0) a.note(`${documented} Left out: ${[...new Set(excused)].join(', ')}`);
  });
}

/** The instances from which the attributes of a level come. */
export function instancesOfLevel({ ofStudy, ofSeries, instances }: ExpectedMatch, level: SearchLevel) {
  return level === 'study' ? ofStudy : level === 'series' ? ofSeries : instances;
}
