import { below, type JsonNode, type JsonObject, member } from './node.ts';

/** A data set in DICOM JSON, read leniently: whatever shape its attributes have, they are listed. */
export interface JsonDataSet {
  readonly pointer: string;
  readonly node: JsonObject;
  readonly attributes: readonly JsonAttribute[];
}

/** An attribute as it stands in the text. Of repeated members the first one counts. */
export interface JsonAttribute {
  /** The member name, whether or not it is a tag. */
  readonly tag: string;
  readonly pointer: string;
  readonly node: JsonNode;
  /** The text of `vr`, null where there is none. */
  readonly vr: string | null;
  /** Elements of Value; a Value that is no array counts as its only element. */
  readonly values: readonly JsonNode[];
  readonly bulkDataUri: JsonNode | null;
  readonly inlineBinary: JsonNode | null;
  /** Items of a sequence, in step with `values`: one that is no object counts as a data set without attributes. */
  readonly items: readonly JsonDataSet[];
}

export function readDataSet(node: JsonObject, pointer: string): JsonDataSet {
  const attributes = node.members.map(({ name, value }) => readAttribute(name, value, below(pointer, name)));
  return { pointer, node, attributes };
}

function readAttribute(tag: string, node: JsonNode, pointer: string): JsonAttribute {
  const vr = member(node, 'vr');
  const value = member(node, 'Value');
  const values = value === null ? [] : value.kind === 'array' ? value.items : [value];
  const isSequence = vr?.kind === 'string' && vr.value === 'SQ';
  return {
    tag,
    pointer,
    node,
    vr: vr?.kind === 'string' ? vr.value : null,
    values,
    bulkDataUri: member(node, 'BulkDataURI'),
    inlineBinary: member(node, 'InlineBinary'),
    items: isSequence ? itemsOf(values, `${pointer}/Value`) : [],
  };
}

function itemsOf(values: readonly JsonNode[], pointer: string): readonly JsonDataSet[] {
  return values.map((item, index) => {
    const node: JsonObject = item.kind === 'object' ? item : { kind: 'object', offset: item.offset, members: [] };
    return readDataSet(node, below(pointer, index));
  });
}

/** Every data set of a list, the items of sequences included, outer before inner. */
export function* everyDataSet(dataSets: readonly JsonDataSet[]): Generator<JsonDataSet> {
  for (const dataSet of dataSets) {
    yield dataSet;
    for (const { items } of dataSet.attributes) yield* everyDataSet(items);
  }
}

/** Every attribute of the data sets, at every depth. */
export function* everyAttribute(dataSets: readonly JsonDataSet[]): Generator<JsonAttribute> {
  for (const dataSet of everyDataSet(dataSets)) yield* dataSet.attributes;
}

/** The attribute with that tag, or null. */
export function attributeOf(dataSet: JsonDataSet, tag: string): JsonAttribute | null {
  return dataSet.attributes.find((attribute) => attribute.tag === tag) ?? null;
}

/** The first value of an attribute as text without padding, null where there is no text. */
export function firstText(dataSet: JsonDataSet, tag: string): string | null {
  const [value] = attributeOf(dataSet, tag)?.values ?? [];
  return value?.kind === 'string' ? value.value.replace(/[ \0]+$/, '') : null;
}
