import { at } from '../../answers/json/body.ts';
import {
  attributeOf,
  everyAttribute,
  everyDataSet,
  type JsonAttribute,
  type JsonDataSet,
} from '../../answers/json/data-set.ts';
import { excerpt, type JsonNode, nodeAt } from '../../answers/json/node.ts';
import { kindOfUri } from '../../answers/resource-url.ts';
import { counterparts, instancesOf } from '../../answers/stored/counterparts.ts';
import type { StoredAttribute } from '../../answers/stored/stored-attributes.ts';
import { breach } from '../../breaches/breach.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { creatorOf, isPrivateCreator, vrOf } from '../../dicom/dictionary.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { texts } from '../../dicom/values.ts';
import { answeredUrl, type Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { breaches } from '../../schemas/validate.ts';
import type { Assessment } from '../assess.ts';
import { assessJson } from './assess-json.ts';
import { isJoined } from './content.ts';
import { assessShape, breachesOf } from './shape.ts';
import { shapeBreach } from './shape-breach.ts';

const TAG = /^[0-9A-F]{8}$/;
const VR = /^[A-Z]{2}$/;
const PIXEL_DATA = '7FE00010';
const BITS_ALLOCATED = '00280100';
const BYTES_OR_WORDS = new Set(['OB', 'OW']);

/** JSON-007: the vr is that of the dictionary, or the stored one where the dictionary has a choice. */
export function vrsAreRight(exchange: Exchange, stored: readonly StoredInstance[] = []): Finding {
  return assessJson('JSON-007', 'gives each attribute its right vr', exchange, ({ attributes, dataSets }, a) => {
    const known = new Map([...counterparts(dataSets, stored)].map((pair) => [pair.attribute, pair.stored]));
    const eightBit = new Set(dataSets.filter(hasPixelsOfBytes).map((dataSet) => attributeOf(dataSet, PIXEL_DATA)));
    for (const attribute of attributes) {
      if (TAG.test(attribute.tag) && attribute.vr !== null && VR.test(attribute.vr)) {
        assessVr(attribute, attribute.vr, eightBit.has(attribute) ? undefined : known.get(attribute), a);
      }
    }
  });
}

/** Pixels of up to eight bits are OB or OW, as whoever encodes them likes (PS3.5 §A.2); the stored VR settles nothing. */
function hasPixelsOfBytes(dataSet: JsonDataSet): boolean {
  const bits = attributeOf(dataSet, BITS_ALLOCATED)?.values[0];
  return bits?.kind === 'number' && Number(bits.text) <= 8;
}

function assessVr({ tag, pointer }: JsonAttribute, vr: string, stored: StoredAttribute | undefined, a: Assessment) {
  const wrong = wrongVr(tag, vr, stored);
  if (wrong === 'unknown') return;
  const grade = wrong?.isTolerable ? a.should : a.must;
  grade(wrong === null, () =>
    breach('json-vr-wrong', at(`${pointer}/vr`), { tag, vr, expected: wrong?.expected ?? [] }),
  );
}

interface WrongVr {
  readonly expected: readonly string[];
  /** It loses the type, or names the other of two that hold the same bytes, but the value can be had. */
  readonly isTolerable: boolean;
}

/** What the vr of an attribute should be, where it is another; null where it is right, `unknown` where nobody can say. */
export function wrongVr(tag: string, vr: string, stored: StoredAttribute | undefined): WrongVr | null | 'unknown' {
  const dictionary = vrOf(tag).filter((candidate) => candidate !== 'UN');
  const isSettled =
    stored !== undefined && stored.vr !== 'UN' && !(dictionary.length === 1 && dictionary[0] !== stored.vr);
  const right: readonly string[] = isSettled ? [stored.vr] : dictionary;
  if (right.length === 0) return 'unknown';
  if (right.includes(vr)) return null;
  const isOtherOfPair = BYTES_OR_WORDS.has(vr) && right.some((candidate) => BYTES_OR_WORDS.has(candidate));
  return { expected: right, isTolerable: vr === 'UN' || isOtherOfPair || (tag === '00081190' && vr === 'UT') };
}

/** JSON-021: BulkDataURI is an absolute http or https URI; a relative reference is tolerated. */
export function bulkDataUrisAreUsable(exchange: Exchange): Finding {
  return assessJson('JSON-021', 'gives usable URIs of bulk data', exchange, (body, a) => {
    assessShape('JSON-021', body, a, () => false);
    for (const { tag, bulkDataUri, pointer } of body.attributes) {
      if (bulkDataUri?.kind !== 'string' || bulkDataUri.value === '') continue;
      const uri = bulkDataUri.value;
      const kind = kindOfUri(uri, answeredUrl(exchange));
      const grade = kind === 'relative' ? a.should : a.must;
      const code = kind === 'relative' ? 'json-bulk-data-uri-relative' : 'json-bulk-data-uri-unusable';
      grade(kind === 'absolute', () => breach(code, at(`${pointer}/BulkDataURI`), { tag, uri }));
    }
  });
}

/**
 * JSON-022: values keep to the format of their VR wherever the stored value did. In a data set about something that is
 * not known, a wrong value may have been stored by somebody else and is recorded. Of values that are joined to one string
 * JSON-018 says so.
 */
export function valuesKeepTheirFormat(exchange: Exchange, stored: readonly StoredInstance[] = []): Finding {
  return assessJson('JSON-022', 'keeps values in the format of their vr', exchange, (body, a) => {
    const known = new Map([...counterparts(body.dataSets, stored)].map((pair) => [pair.attribute, pair.stored]));
    const ours = body.dataSets.filter((dataSet) => instancesOf(dataSet, stored).length > 0);
    const judged = new Set(everyAttribute(ours));
    for (const attribute of body.attributes) {
      const source = known.get(attribute);
      const joined = attribute.values.some((value) => isJoined(attribute, value));
      for (const violation of joined ? [] : breachesOf(attribute, 'JSON-022', body)) {
        const isExcused = source ? isInvalid(source) : !judged.has(attribute);
        if (isExcused) {
          const { expected, pointer } = violation;
          const actual = excerpt(nodeAt(body.text.root, pointer));
          a.note(`${actual} at ${pointer} is not ${expected}, ${source ? 'as stored' : 'source unknown'}`);
        } else a.must(false, () => shapeBreach(attribute, violation, body));
      }
      const isSound = breachesOf(attribute, 'JSON-022', body).length === 0;
      if (isSound && attribute.values.length > 0 && attribute.vr !== 'SQ') a.holds();
    }
  });
}

function isInvalid({ vr, values }: StoredAttribute): boolean {
  return breaches('attribute', { vr, Value: values }).some(({ requirement }) => requirement === 'JSON-022');
}

/** JSON-023: no string holds the NUL that pads a UID; trailing spaces are recorded. */
export function paddingStaysBehind(exchange: Exchange): Finding {
  return assessJson('JSON-023', 'keeps padding out of JSON strings', exchange, ({ attributes }, a) => {
    let padded: string | null = null;
    for (const { tag, values, pointer } of attributes) {
      for (const [index, value] of values.entries()) {
        for (const string of stringsOf(value)) {
          a.must(!string.includes('\0'), () =>
            breach('json-value-with-nul', at(`${pointer}/Value/${index}`), { tag, value: string }),
          );
          if (string.endsWith(' ')) padded ??= `${pointer}/Value/${index}`;
        }
      }
    }
    if (padded !== null) a.note(`strings keep trailing spaces, first at ${padded}`);
  });
}

/** The strings in a value: itself, or the groups of a name. Items of sequences have attributes of their own. */
function stringsOf(value: JsonNode): readonly string[] {
  if (value.kind === 'string') return [value.value];
  if (value.kind !== 'object') return [];
  return value.members.flatMap((group) => (group.value.kind === 'string' ? [group.value.value] : []));
}

function isStoredWithoutCreator({ elements }: DataSet, tag: string): boolean {
  if (elements.has(tag) && !elements.has(creatorOf(tag) ?? tag)) return true;
  return [...elements.values()].some(({ items = [] }) => items.some((item) => isStoredWithoutCreator(item, tag)));
}

/** JSON-024: a private attribute has its creator beside it, unless it was stored without one. */
export function privateAttributesHaveCreators(exchange: Exchange, stored: readonly StoredInstance[] = []): Finding {
  return assessJson('JSON-024', 'sends private attributes with their creator', exchange, ({ dataSets }, a) => {
    for (const dataSet of everyDataSet(dataSets)) {
      const creators = new Set<string>();
      for (const { tag, values } of dataSet.attributes) {
        const [value] = values;
        if (isPrivateCreator(tag) && value?.kind === 'string' && value.value !== '') creators.add(tag);
      }
      for (const { tag, pointer } of dataSet.attributes) {
        const creator = TAG.test(tag) ? creatorOf(tag) : null;
        if (creator === null) continue;
        const isOwned = creators.has(creator);
        if (!isOwned && stored.some((instance) => isStoredWithoutCreator(instance.dataSet, tag))) continue;
        a.must(isOwned, () => breach('json-private-without-creator', at(pointer), { tag, creator }));
      }
    }
  });
}

/**
 * JSON-025: Specific Character Set says nothing about the encoding of the JSON text. Editions to 2024e do not say which
 * value it has, so that is recorded: the stored one, ISO_IR 192, another one or none.
 */
export function characterSetIsRecorded(exchange: Exchange, stored: readonly StoredInstance[] = []): Finding {
  return assessJson('JSON-025', 'tells which SpecificCharacterSet it sends', exchange, ({ dataSets }, a) => {
    const seen = new Set<string>();
    for (const dataSet of dataSets) {
      const attribute = attributeOf(dataSet, '00080005');
      const terms = attribute?.values.map((value) => (value.kind === 'string' ? value.value.trim() : '')) ?? [];
      const actual = terms.join('\\');
      const sources = instancesOf(dataSet, stored).map((instance) => texts(instance.dataSet, '00080005').join('\\'));
      const isOther = attribute && sources.length > 0 && actual !== 'ISO_IR 192' && !sources.includes(actual);
      const value = attribute ? actual || 'empty' : 'absent';
      seen.add(isOther ? `${value} where ${sources[0] || 'none'} was stored` : value);
    }
    if (seen.size > 0) a.note(`SpecificCharacterSet is ${[...seen].join(', ')}`);
  });
}
