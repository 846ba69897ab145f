import type { StoredInstance } from '../../dicom/instance.ts';
import type { DicomJsonValue } from '../../dicom/json.ts';
import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import { holdsDicomJson, jsonBodyOf } from '../json/body.ts';
import { attributeOf, firstText, type JsonAttribute, type JsonDataSet } from '../json/data-set.ts';
import { plain } from '../json/node.ts';
import { MOST_BYTES } from '../json/text.ts';
import { compareValues } from './compare-values.ts';
import { type StoredAttribute, type StoredAttributes, storedAttributes, withAttributes } from './stored-attributes.ts';

const ORIGINAL_ATTRIBUTES = '04000561';
const MODIFIED_ATTRIBUTES = '04000550';

/**
 * Whether Original Attributes Sequence of a data set keeps the stored value of an attribute, so that another value in
 * its place, or none, is a coercion that left its trace (PS3.18 §10.5.2). Of a sequence it is enough that it was kept.
 */
export function keepsOriginal(dataSet: JsonDataSet, stored: StoredAttribute): boolean {
  const originals = attributeOf(dataSet, ORIGINAL_ATTRIBUTES)?.items ?? [];
  return originals
    .flatMap((item) => attributeOf(item, MODIFIED_ATTRIBUTES)?.items ?? [])
    .some((modified) => {
      const original = attributeOf(modified, stored.tag);
      return original !== null && (stored.vr === 'SQ' || compareValues(original, stored) === null);
    });
}

/** Whether an attribute has another value than the stored one, which its data set keeps as the original. */
export function isCoerced(attribute: JsonAttribute, stored: StoredAttribute, dataSet: JsonDataSet): boolean {
  return keepsOriginal(dataSet, stored) && (stored.vr === 'SQ' || compareValues(attribute, stored) !== null);
}

/** Tags of the attributes of a stored instance that a data set has with another value, or no more, and says so. */
export function coercedTags(dataSet: JsonDataSet, { dataSet: stored }: StoredInstance): readonly string[] {
  return [...storedAttributes(stored).values()].flatMap((original) => {
    const attribute = attributeOf(dataSet, original.tag);
    const coerced = attribute ? isCoerced(attribute, original, dataSet) : keepsOriginal(dataSet, original);
    return coerced ? [original.tag] : [];
  });
}

/**
 * The instances as the server holds them: where its metadata has another value than the stored one, and the stored one
 * in Original Attributes Sequence, the other value is what a search has to return.
 */
export function asCoerced(stored: readonly StoredInstance[], metadata: readonly Exchange[]): readonly StoredInstance[] {
  const described = new Map<string | null, JsonDataSet>();
  for (const { response, failure } of metadata) {
    if (!response || failure || response.status >= 300 || !mayBeCoerced(response)) continue;
    for (const dataSet of jsonBodyOf(response).dataSets) {
      if (attributeOf(dataSet, ORIGINAL_ATTRIBUTES)) described.set(firstText(dataSet, '00080018'), dataSet);
    }
  }
  return stored.map((instance) => {
    const dataSet = described.get(instance.instance);
    if (!dataSet) return instance;
    const coerced = coercedAttributes(dataSet, storedAttributes(instance.dataSet));
    return { ...instance, dataSet: withAttributes(instance.dataSet, coerced) };
  });
}

/** Looked for in the bytes first: the metadata of a large study is not read again for nothing. */
function mayBeCoerced(response: ExchangeResponse): boolean {
  if (!holdsDicomJson(response)) return false;
  const isCoded = headerValue(response.headers, 'Content-Encoding') !== null;
  return isCoded || Buffer.from(response.body.read(0, MOST_BYTES)).includes(ORIGINAL_ATTRIBUTES);
}

function coercedAttributes(dataSet: JsonDataSet, stored: StoredAttributes): StoredAttributes {
  const coerced = new Map<string, StoredAttribute>();
  for (const attribute of dataSet.attributes) {
    const original = stored.get(attribute.tag);
    if (original && isCoerced(attribute, original, dataSet))
      coerced.set(attribute.tag, attributeIn(attribute, original));
  }
  return coerced;
}

/** The coerced attribute: binary values cannot be told from JSON alone and stay what they were. */
function attributeIn(attribute: JsonAttribute, { vr, bytes }: Pick<StoredAttribute, 'vr' | 'bytes'>): StoredAttribute {
  return {
    tag: attribute.tag,
    vr,
    values: attribute.values.map((node) => plain(node) as DicomJsonValue),
    bytes,
    isEmpty: attribute.values.length === 0,
    items: attribute.items.map((item) => coercedItem(item)),
  };
}

const NOTHING = { length: 0, read: () => new Uint8Array() };

function coercedItem(dataSet: JsonDataSet): StoredAttributes {
  return new Map(
    dataSet.attributes.map((attribute) => {
      const unread = { vr: attribute.vr ?? 'UN', bytes: NOTHING };
      return [attribute.tag, attributeIn(attribute, unread)];
    }),
  );
}
