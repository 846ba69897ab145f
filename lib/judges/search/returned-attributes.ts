import { at } from '../../answers/json/body.ts';
import { attributeOf, type JsonDataSet } from '../../answers/json/data-set.ts';
import { type SearchLevel, UID_TAGS } from '../../answers/levels.ts';
import { attributesOfEach } from '../../answers/stored/stored-attributes.ts';
import { breach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import type { Assessment } from '../assess.ts';
import { IF_KNOWN, REQUIRED, type ReturnAttribute } from './attributes.ts';
import { assessComputed, assessStoredValue } from './compared-values.ts';
import type { ExpectedSearch } from './expected.ts';
import {
  type Absence,
  assessAttributes,
  instancesOfLevel,
  isKnown,
  judgeResults,
  type Required,
  wantedOf,
} from './expected-attributes.ts';
import { isRelational } from './matches.ts';

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
    assessAttributes(dataSet, match, { level, attributes: REQUIRED[level], absence: always }, excused, a);
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
      const attributes = REQUIRED[parent];
      const missing = lacksAll(dataSet, parent)
        ? (tag: string, where: Place) =>
            tag === UID_TAGS[parent]
              ? breach('search-attribute-missing', where, { tag, level: parent })
              : breach('search-lacks-parent-attributes', where, { tag, level, parent })
        : undefined;
      const required: Required = { level: parent, attributes, absence, ...(missing ? { missing } : {}) };
      assessAttributes(dataSet, match, required, excused, a);
    }
  });
}

/** Whether a result has none of the stored attributes of the level above but its UID: then it was not joined with it. */
function lacksAll(dataSet: JsonDataSet, parent: SearchLevel): boolean {
  return REQUIRED[parent].every(
    ({ tag, source }) => source !== 'stored' || tag === UID_TAGS[parent] || attributeOf(dataSet, tag) === null,
  );
}

const CONDITIONAL = { series: 'QIDO-026', instance: 'QIDO-028' } as const;

/** QIDO-026 or -028: attributes that are returned when they are known; their absence is a warning. */
export function resultsHaveKnownAttributes(exchange: Exchange, expected: ExpectedSearch, profile?: Profile): Finding {
  const level = expected.level === 'instance' ? 'instance' : 'series';
  const claim = `returns further attributes of each ${level} that are known`;
  return judgeResults(CONDITIONAL[level], claim, exchange, expected, profile, (dataSet, match, a, excused) => {
    if (match.level !== level) return;
    const of = instancesOfLevel(match, level);
    const known = IF_KNOWN[level].filter((attribute) => isKnown(wantedOf(attribute, match, of)));
    assessAttributes(dataSet, match, { level, attributes: known, absence: () => 'should' }, excused, a);
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
      if (attribute) assessStoredValue(attribute, [source], 'series', a);
      else a.should(false, () => breach('search-attribute-missing', at(item.pointer), { tag, level: 'series' }));
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
      if (attribute && wanted.kind === 'computed') {
        assessComputed(attribute, wanted.values, 'study', a, {
          ...(wanted.allows ? { allows: wanted.allows } : {}),
          of: [match.study],
        });
      }
    }
  });
}
