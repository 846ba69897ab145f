import type { StoredInstance } from '../dicom/instance.ts';
import type { ResourcePath } from '../dicomweb/operations.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import type { Profile } from '../target/profile.ts';
import { type Assessment, assess } from './assess.ts';
import { compareValues } from './compare-values.ts';
import { documentedDeviation } from './deviations.ts';
import { type ExpectedMatch, type ExpectedSearch, modalitiesOf, seriesCount } from './expected-search.ts';
import { at } from './json-body.ts';
import { attributeOf, type JsonAttribute, type JsonDataSet } from './json-data-set.ts';
import { below, excerpt } from './json-node.ts';
import { assessRetrieveUrl } from './retrieve-url-value.ts';
import { isRelational, resultsAreDicomJson, resultsAreOneArray, searchFindsExactly } from './search.ts';
import {
  IF_KNOWN,
  INSTANCE_AVAILABILITY,
  REQUIRED,
  RETRIEVE_URL,
  type ReturnAttribute,
  type SearchLevel,
  TIMEZONE_OFFSET,
  UID_TAGS,
} from './search-attributes.ts';
import { foundMatches } from './search-results.ts';
import { attributesOfEach, type StoredAttribute } from './stored-attributes.ts';
import { tagName } from './wording.ts';

/** What a returned attribute has to be: the stored alternatives, or the values that the server computes. */
type Wanted =
  | { readonly kind: 'stored'; readonly alternatives: readonly StoredAttribute[] }
  | { readonly kind: 'computed'; readonly values: readonly string[] };

function wantedOf(
  { tag, source }: ReturnAttribute,
  { ofStudy, ofSeries }: ExpectedMatch,
  of: readonly StoredInstance[],
): Wanted {
  switch (source) {
    case 'stored':
      return { kind: 'stored', alternatives: attributesOfEach(of).flatMap((attributes) => attributes.get(tag) ?? []) };
    case 'series-of-study':
      return { kind: 'computed', values: [String(seriesCount(ofStudy))] };
    case 'instances-of-study':
      return { kind: 'computed', values: [String(ofStudy.length)] };
    case 'instances-of-series':
      return { kind: 'computed', values: [String(ofSeries.length)] };
    case 'modalities':
      return { kind: 'computed', values: modalitiesOf(ofStudy) };
  }
}

/** Whether anything is known that the attribute would have to say. */
function isKnown(wanted: Wanted): boolean {
  return wanted.kind === 'computed' ? wanted.values.length > 0 : wanted.alternatives.some(({ isEmpty }) => !isEmpty);
}

/** How absence is graded where a value is known. */
type Absence = 'must' | 'should';

/** Judges the attributes of one result that come from one level. `excused` collects what the profile lets be absent. */
function assessAttributes(
  dataSet: JsonDataSet,
  match: ExpectedMatch,
  level: SearchLevel,
  attributes: readonly ReturnAttribute[],
  absence: (attribute: ReturnAttribute) => Absence,
  excused: string[] | null,
  a: Assessment,
): void {
  const of = level === 'study' ? match.ofStudy : level === 'series' ? match.ofSeries : match.instances;
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

function assessStoredValue(attribute: JsonAttribute, alternatives: readonly StoredAttribute[], a: Assessment): void {
  const absent: StoredAttribute = {
    ...{ tag: attribute.tag, vr: attribute.vr ?? 'UN', values: [], items: [], isEmpty: true },
    bytes: { length: 0, read: () => new Uint8Array() },
  };
  const differences = (alternatives.length > 0 ? alternatives : [absent]).map((stored) =>
    compareValues(attribute, stored),
  );
  const [difference] = differences;
  const agrees = differences.some((one) => one === null || one.kind === 'precision');
  a.must(agrees, () => ({
    expected: `${tagName(attribute.tag)} ${difference?.expected}`,
    actual: difference?.actual ?? '',
    where: at(difference?.pointer ?? attribute.pointer),
  }));
}

function assessComputed(attribute: JsonAttribute, expected: readonly string[], a: Assessment): void {
  const actual = attribute.values.map((value) =>
    value.kind === 'string' ? value.value.trim() : value.kind === 'number' ? value.text : excerpt(value),
  );
  a.must([...actual].sort().join() === expected.join(), () => ({
    expected: `${tagName(attribute.tag)} ${expected.join(', ')}`,
    actual: actual.length === 0 ? 'no value' : actual.join(', '),
    where: at(attribute.pointer),
  }));
}

/** Judges each result about a known entity, and notes what a documented deviation excuses. */
function judgeResults(
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

const OWN_LEVEL = { study: 'QIDO-020', series: 'QIDO-025', instance: 'QIDO-027' } as const;
const always = (): Absence => 'must';

/** QIDO-020, -025 or -027 by the level of the search: the required attributes of the level, with the stored values. */
export function resultsHaveRequiredAttributes(
  exchange: Exchange,
  expected: ExpectedSearch,
  profile?: Profile,
): Finding {
  const { level } = expected;
  const claim = `returns the required attributes of each ${level} with the stored values`;
  return judgeResults(OWN_LEVEL[level], claim, exchange, expected, profile, (dataSet, match, a, excused) => {
    assessAttributes(dataSet, match, level, REQUIRED[level], always, excused, a);
  });
}

/** QIDO-029: relational results have the attributes of the levels that the path leaves open. */
export function resultsHaveParentAttributes(exchange: Exchange, expected: ExpectedSearch, profile?: Profile): Finding {
  const claim = 'returns the attributes of the levels above in relational results';
  return judgeResults('QIDO-029', claim, exchange, expected, profile, (dataSet, match, a, excused) => {
    if (!isRelational(expected)) return;
    const { resource, level } = expected;
    const parents: SearchLevel[] = 'study' in resource && resource.study !== undefined ? [] : ['study'];
    if (level === 'instance') parents.push('series');
    for (const parent of parents) {
      const absence = ({ tag }: ReturnAttribute): Absence => (tag === UID_TAGS[parent] ? 'must' : 'should');
      assessAttributes(dataSet, match, parent, REQUIRED[parent], absence, excused, a);
    }
  });
}

const CONDITIONAL = { series: 'QIDO-026', instance: 'QIDO-028' } as const;

/** QIDO-026 or -028: attributes that are returned when they are known; their absence is a warning. */
export function resultsHaveKnownAttributes(exchange: Exchange, expected: ExpectedSearch, profile?: Profile): Finding {
  const level = expected.level === 'instance' ? 'instance' : 'series';
  const claim = `returns further attributes of each ${level} that are known`;
  return judgeResults(CONDITIONAL[level], claim, exchange, expected, profile, (dataSet, match, a, excused) => {
    if (match.level !== level) return;
    const of = level === 'series' ? match.ofSeries : match.instances;
    const known = IF_KNOWN[level].filter((attribute) => isKnown(wantedOf(attribute, match, of)));
    assessAttributes(dataSet, match, level, known, () => 'should', excused, a);
    if (level === 'series') assessRequestIds(dataSet, of, a);
  });
}

const REQUEST_ATTRIBUTES = '00400275';

/** The two IDs in the items of Request Attributes Sequence. */
function assessRequestIds(dataSet: JsonDataSet, ofSeries: readonly StoredInstance[], a: Assessment): void {
  const sequence = attributeOf(dataSet, REQUEST_ATTRIBUTES);
  const [stored] = attributesOfEach(ofSeries).flatMap((attributes) => attributes.get(REQUEST_ATTRIBUTES) ?? []);
  for (const [index, item] of sequence?.items.entries() ?? []) {
    for (const tag of ['00400009', '00401001']) {
      const source = stored?.items[index]?.get(tag);
      if (!source || source.isEmpty) continue;
      const attribute = attributeOf(item, tag);
      if (attribute) assessStoredValue(attribute, [source], a);
      else {
        a.should(false, () => ({
          expected: `${tagName(tag)} in the item`,
          actual: 'the attribute is left out',
          where: at(item.pointer),
        }));
      }
    }
  }
}

/** QIDO-024: counts and ModalitiesInStudy are those of what is stored at that moment. */
export function countsAreRight(exchange: Exchange, expected: ExpectedSearch, profile?: Profile): Finding {
  const claim = 'counts the series, instances and modalities of each study';
  return judgeResults('QIDO-024', claim, exchange, expected, profile, (dataSet, match, a) => {
    for (const required of REQUIRED.study) {
      const attribute = required.source === 'stored' ? null : attributeOf(dataSet, required.tag);
      const wanted = wantedOf(required, match, match.ofStudy);
      if (attribute && wanted.kind === 'computed') assessComputed(attribute, wanted.values, a);
    }
  });
}

/** QIDO-021: each result has the URL of its entity; at study level its absence is a warning. */
export function resultsHaveRetrieveUrl(exchange: Exchange, expected: ExpectedSearch, profile?: Profile): Finding {
  const claim = `returns the RetrieveURL of each ${expected.level}`;
  return judgeResults('QIDO-021', claim, exchange, expected, profile, (dataSet, match, a, excused) => {
    const attribute = attributeOf(dataSet, RETRIEVE_URL);
    const hasValue = attribute !== null && attribute.values.length > 0;
    if (!hasValue && excused) {
      excused.push(tagName(RETRIEVE_URL));
      return;
    }
    const grade = match.level === 'study' ? a.should : a.must;
    grade(hasValue, () => ({
      expected: `${tagName(RETRIEVE_URL)} of the ${match.level}`,
      actual: attribute ? 'no value' : 'the attribute is left out',
      where: at(below(dataSet.pointer, RETRIEVE_URL)),
    }));
    if (attribute && hasValue) assessRetrieveUrl(attribute, pathOf(match), exchange.request.url, a);
  });
}

function pathOf({ level, uid, study, series = '' }: ExpectedMatch): ResourcePath {
  if (level === 'study') return { study };
  return level === 'series' ? { study, series } : { study, series, instance: uid };
}

const AVAILABILITIES = ['ONLINE', 'NEARLINE', 'OFFLINE', 'UNAVAILABLE'];

/** QIDO-022: InstanceAvailability, where it is returned, is a defined term. */
export function availabilityIsDefined(exchange: Exchange, expected: ExpectedSearch): Finding {
  const claim = 'returns InstanceAvailability as a defined term';
  return judgeResults('QIDO-022', claim, exchange, expected, undefined, (dataSet, _match, a) => {
    const attribute = attributeOf(dataSet, INSTANCE_AVAILABILITY);
    const [value] = attribute?.values ?? [];
    if (!attribute || !value) {
      a.note(`${tagName(INSTANCE_AVAILABILITY)} is not returned`);
      return;
    }
    a.must(value.kind === 'string' && AVAILABILITIES.includes(value.value.trim()), () => ({
      expected: AVAILABILITIES.join(', '),
      actual: excerpt(value),
      where: at(attribute.pointer),
    }));
  });
}

/** QIDO-023: TimezoneOffsetFromUTC is returned when it is stored, as sign and four digits. */
export function timezoneIsReturned(exchange: Exchange, expected: ExpectedSearch): Finding {
  const claim = 'returns TimezoneOffsetFromUTC when it is known';
  return judgeResults('QIDO-023', claim, exchange, expected, undefined, (dataSet, match, a) => {
    const attribute = attributeOf(dataSet, TIMEZONE_OFFSET);
    const [value] = attribute?.values ?? [];
    const of = match.level === 'study' ? match.ofStudy : match.level === 'series' ? match.ofSeries : match.instances;
    const isStored = isKnown(wantedOf({ tag: TIMEZONE_OFFSET, source: 'stored' }, match, of));
    if (isStored) {
      a.should(value !== undefined, () => ({
        expected: tagName(TIMEZONE_OFFSET),
        actual: 'the attribute is left out',
        where: at(below(dataSet.pointer, TIMEZONE_OFFSET)),
      }));
    }
    if (!attribute || !value) return;
    a.must(value.kind === 'string' && /^[+-][0-9]{4} *$/.test(value.value), () => ({
      expected: 'a sign and four digits',
      actual: excerpt(value),
      where: at(attribute.pointer),
    }));
  });
}

/** What a search with matches shows of QIDO-001 to -005 and of the returned attributes, QIDO-020 to -029. */
export function searchIsRight(exchange: Exchange, expected: ExpectedSearch, profile?: Profile): readonly Finding[] {
  return [
    searchFindsExactly(exchange, expected, profile),
    resultsAreDicomJson(exchange),
    resultsAreOneArray(exchange, expected),
    resultsHaveRequiredAttributes(exchange, expected, profile),
    resultsHaveRetrieveUrl(exchange, expected, profile),
    ...(expected.level === 'study' ? [countsAreRight(exchange, expected, profile)] : []),
    ...(expected.level === 'study' ? [] : [resultsHaveKnownAttributes(exchange, expected, profile)]),
    ...(isRelational(expected) ? [resultsHaveParentAttributes(exchange, expected, profile)] : []),
  ];
}
