import { at } from '../../answers/json/body.ts';
import { attributeOf, type JsonAttribute, type JsonDataSet } from '../../answers/json/data-set.ts';
import { below } from '../../answers/json/node.ts';
import { type SearchLevel, UID_TAGS } from '../../answers/levels.ts';
import { attributesOfEach, type StoredAttribute } from '../../answers/stored/stored-attributes.ts';
import { tagName } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { documentedDeviation } from '../deviations.ts';
import type { ReturnAttribute } from './attributes.ts';
import { absent, assessComputed, assessStoredValue } from './compared-values.ts';
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

/** Attributes of one level that each result has to return, and how their absence is graded. */
export interface Required {
  readonly level: SearchLevel;
  readonly attributes: readonly ReturnAttribute[];
  readonly absence: (attribute: ReturnAttribute) => Absence;
  /** The breach that it is to leave out an attribute of which a value is known. */
  readonly missing?: (tag: string, where: Place) => SeenBreach;
}

/** Judges the attributes of one result that come from one level. `excused` collects what the profile lets be absent. */
export function assessAttributes(
  dataSet: JsonDataSet,
  match: ExpectedMatch,
  { level, attributes, absence, missing }: Required,
  excused: string[] | null,
  a: Assessment,
): void {
  const of = instancesOfLevel(match, level);
  for (const required of attributes) {
    const { tag } = required;
    const wanted = wantedOf(required, match, of);
    const attribute = attributeOf(dataSet, tag);
    const where = at(below(dataSet.pointer, tag));
    if (attribute) assessValue(attribute, wanted, required, level, [match.series ?? match.study, match.study], a);
    else if (excused && tag !== UID_TAGS[level]) excused.push(tagName(tag));
    else if (!isKnown(wanted)) {
      a.should(false, () => missing?.(tag, where) ?? breach('search-empty-attribute-missing', where, { tag, level }));
    } else
      a[absence(required)](
        false,
        () => missing?.(tag, where) ?? breach('search-attribute-missing', where, { tag, level }),
      );
  }
}

function assessValue(
  attribute: JsonAttribute,
  wanted: Wanted,
  { tag, source }: ReturnAttribute,
  level: SearchLevel,
  of: readonly string[],
  a: Assessment,
): void {
  if (wanted.kind === 'stored') assessStoredValue(attribute, wanted.alternatives, level, a);
  else if (source === 'instances-of-series') assessComputed(attribute, wanted.values, level, a, { of });
  else {
    // The values of counts and modalities of a study are QIDO-024's; here they have to be there.
    a.must(attribute.values.length > 0 || wanted.values.length === 0, () =>
      breach('search-attribute-without-value', at(attribute.pointer), {
        tag,
        level,
        expected: wanted.values.join(', '),
      }),
    );
  }
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
