import { at, type JsonBody } from '../../answers/json/body.ts';
import type { JsonAttribute } from '../../answers/json/data-set.ts';
import { excerpt, type JsonNode } from '../../answers/json/node.ts';
import { compareValues, type DifferenceKind } from '../../answers/stored/compare-values.ts';
import { type Counterpart, counterparts, missingAttributes } from '../../answers/stored/counterparts.ts';
import { breach } from '../../breaches/breach.ts';
import type { BreachCode } from '../../breaches/catalogue.ts';
import { isPrivate } from '../../dicom/dictionary.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { BINARY_VRS } from '../../dicom/vr.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Assessment } from '../assess.ts';
import { assessJson } from './assess-json.ts';
import { assessShape } from './shape.ts';

type Stored = readonly StoredInstance[];

/** Differences of these kinds are graded; an attribute with another one, or none, counts as kept. */
interface Grades {
  readonly must?: readonly DifferenceKind[];
  readonly should?: readonly DifferenceKind[];
  /** A difference by which nothing can be told, and which another requirement grades. */
  readonly elsewhere?: { readonly kind: DifferenceKind; readonly remark: string };
}

/** What each kind of difference is a breach of. */
const CODES = {
  lost: 'value-lost',
  invented: 'value-invented',
  joined: 'values-joined',
  gaps: 'values-without-gaps',
  count: 'value-count-differs',
  order: 'sequence-items-reordered',
  precision: 'number-rounded',
  groups: 'name-groups-differ',
  value: 'value-differs',
  characters: 'value-characters-differ',
} as const satisfies Record<Exclude<DifferenceKind, 'bytes'>, BreachCode>;

const UNKNOWN_BYTES = { how: 'some', same: 0, stored: 0, returned: 0 };

/** Compares every attribute that has a stored counterpart of the kind in question. */
function assessContent(
  { dataSets }: JsonBody,
  stored: Stored,
  a: Assessment,
  covers: (pair: Counterpart) => boolean,
  { must = [], should = [], elsewhere }: Grades,
): void {
  for (const pair of counterparts(dataSets, stored)) {
    if (!covers(pair)) continue;
    const difference = compareValues(pair.attribute, pair.stored);
    if (elsewhere && difference?.kind === elsewhere.kind) {
      a.cannot('prerequisite-failed', elsewhere.remark);
      continue;
    }
    if (difference === null || ![...must, ...should].includes(difference.kind)) {
      a.holds();
      continue;
    }
    const { kind, pointer, expected, actual, bytes } = difference;
    const grade = should.includes(kind) ? a.should : a.must;
    const of = { tag: pair.stored.tag, expected, actual };
    grade(false, () =>
      kind === 'bytes'
        ? breach('inline-bytes-differ', at(pointer), { ...of, ...(bytes ?? UNKNOWN_BYTES) })
        : breach(CODES[kind], at(pointer), of),
    );
  }
}

const always = (): boolean => true;

/** Requests of whole data sets, where an attribute that is not there was dropped. */
export function isMetadataRequest({ request }: Exchange): boolean {
  return /\/metadata\/?$/.test(URL.canParse(request.url) ? new URL(request.url).pathname : '');
}

const DECIMAL_VRS = ['DS', 'IS', 'SV', 'UV'];

/** JSON-011: DS, IS, SV and UV are JSON numbers or strings of the stored number. */
export function decimalsKeepTheirNumber(exchange: Exchange, stored: Stored = []): Finding {
  return assessJson('JSON-011', 'keeps the numbers of DS, IS, SV and UV', exchange, (body, a) => {
    const covers = ({ vr, values }: JsonAttribute) => DECIMAL_VRS.includes(vr ?? '') && values.length > 0;
    assessShape('JSON-011', body, a, covers);
    assessContent(body, stored, a, (pair) => DECIMAL_VRS.includes(pair.stored.vr), {
      must: ['value'],
      should: ['precision'],
    });
  });
}

/** JSON-014: names have exactly their component groups that are not empty. */
export function namesKeepTheirGroups(exchange: Exchange, stored: Stored = []): Finding {
  return assessJson('JSON-014', 'keeps component groups of names apart', exchange, (body, a) => {
    assessShape('JSON-014', body, a, ({ vr, values }) => vr === 'PN' && values.some(({ kind }) => kind === 'object'));
    for (const pair of counterparts(body.dataSets, stored)) {
      if (pair.stored.vr !== 'PN') continue;
      for (const [index, value] of pair.attribute.values.entries()) {
        const name = pair.stored.values[index];
        if (value.kind !== 'object' || typeof name !== 'object' || name === null) continue;
        const groups = value.members.filter((group) => group.value.kind === 'string' && group.value.value !== '');
        const actual = groups.map((group) => group.name).sort();
        const expected = Object.keys(name);
        a.must(actual.join() === expected.join(), () =>
          breach('name-groups-differ', at(`${pair.attribute.pointer}/Value/${index}`), {
            tag: pair.stored.tag,
            expected: JSON.stringify(name),
            actual: excerpt(value),
          }),
        );
      }
    }
  });
}

/** JSON-015: sequences are arrays of data sets, one an item. */
export function sequencesKeepTheirItems(exchange: Exchange, stored: Stored = []): Finding {
  return assessJson('JSON-015', 'writes sequences as arrays of their items', exchange, (body, a) => {
    assessShape('JSON-015', body, a, ({ vr, values }) => vr === 'SQ' && values.length > 0);
    const covers = (pair: Counterpart) => pair.stored.items.length > 0;
    assessContent(body, stored, a, covers, { must: ['lost', 'count'] });
  });
}

/** JSON-016: an attribute without value keeps its place and nothing but its vr. */
export function emptyAttributesStayEmpty(exchange: Exchange, stored: Stored = []): Finding {
  return assessJson('JSON-016', 'keeps attributes without value', exchange, (body, a) => {
    assessShape('JSON-016', body, a, ({ values, bulkDataUri, inlineBinary, vr }) => {
      return vr !== null && values.length === 0 && !bulkDataUri && !inlineBinary;
    });
    assessContent(body, stored, a, (pair) => pair.stored.isEmpty, { must: ['invented'] });
    if (!isMetadataRequest(exchange)) return;
    const missing = [...missingAttributes(body.dataSets, stored)];
    // Where private attributes with values are left out as well, it is not that this one is empty.
    const arePrivateLeftOut = missing.some(({ attribute: { tag, isEmpty } }) => isPrivate(tag) && !isEmpty);
    for (const { pointer, attribute } of missing) {
      const { tag, vr, isEmpty } = attribute;
      if (!isEmpty || BINARY_VRS.has(vr as never)) continue;
      a.must(false, () =>
        isPrivate(tag) && arePrivateLeftOut
          ? breach('metadata-lacks-private-attribute', at(pointer), { tag, vr, isEmpty })
          : breach('empty-attribute-left-out', at(pointer), { tag }),
      );
    }
  });
}

/** JSON-017: an empty value among several is null in its place. */
export function gapsAreNull(exchange: Exchange, stored: Stored = []): Finding {
  return assessJson('JSON-017', 'writes null for an empty value among several', exchange, (body, a) => {
    assessShape('JSON-017', body, a, ({ values }) => values.length > 1 && values.some(isNull));
    const covers = (pair: Counterpart) => pair.stored.values.includes(null);
    assessContent(body, stored, a, covers, {
      must: ['gaps', 'count'],
      elsewhere: { kind: 'joined', remark: 'the values are joined to one, as JSON-018 tells' },
    });
  });
}

function isNull(node: JsonAttribute['node']): boolean {
  return node.kind === 'literal' && node.value === null;
}

const ONE_TEXT = new Set(['LT', 'ST', 'UT', 'UR']);

/** A string in which a backslash parts several values; texts of one value may have any backslash. */
export function isJoined({ vr }: JsonAttribute, value: JsonNode): value is JsonNode & { readonly kind: 'string' } {
  return value.kind === 'string' && value.value.includes('\\') && !ONE_TEXT.has(vr ?? '');
}

/** JSON-018: several values are several elements of Value. */
export function valuesAreNotJoined(exchange: Exchange, stored: Stored = []): Finding {
  return assessJson('JSON-018', 'writes several values as several array elements', exchange, (body, a) => {
    assessShape('JSON-018', body, a, ({ vr, values }) => vr !== 'SQ' && values.length > 1);
    for (const attribute of body.attributes) {
      const { tag, values, pointer } = attribute;
      for (const [index, value] of values.entries()) {
        if (!isJoined(attribute, value)) continue;
        a.must(false, () =>
          breach('values-joined', at(`${pointer}/Value/${index}`), {
            tag,
            expected: JSON.stringify(value.value.split('\\')),
            actual: JSON.stringify(value.value),
          }),
        );
      }
    }
    const covers = (pair: Counterpart) => pair.stored.values.length > 1 && pair.stored.vr !== 'SQ';
    assessContent(body, stored, a, covers, { must: ['count'] });
  });
}

/** JSON-020: inline bytes are the stored value field in little-endian order. */
export function inlineBytesAreKept(exchange: Exchange, stored: Stored = []): Finding {
  return assessJson('JSON-020', 'sends inline bytes as they are stored', exchange, (body, a) => {
    assessContent(body, stored, a, ({ attribute }) => attribute.inlineBinary !== null, { must: ['bytes'] });
  });
}

/** Text beyond ASCII against the stored one: what JSON-002 says of characters. */
export function assessCharacters(body: JsonBody, stored: Stored, a: Assessment): void {
  const covers = (pair: Counterpart) => /[^ -~]/.test(JSON.stringify(pair.stored.values));
  assessContent(body, stored, a, covers, { must: ['characters'] });
}

/**
 * Every value against the stored one, for the judges of metadata and search results. Values that are all there,
 * joined to one string, are the matter of JSON-018 alone.
 */
export function assessEveryValue(body: JsonBody, stored: Stored, a: Assessment): void {
  const must = ['lost', 'invented', 'gaps', 'count', 'order', 'groups', 'value', 'characters', 'bytes'] as const;
  assessContent(body, stored, a, always, { must, should: ['precision'] });
}
