import type { ByteSource } from '../../bytes/byte-source.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { type DicomJsonAttribute, type DicomJsonDataSet, littleEndianValue, toDicomJson } from '../../dicom/json.ts';
import { BINARY_VRS } from '../../dicom/vr.ts';

/** An attribute of a stored instance, in our own reading of the DICOM JSON model. */
export interface StoredAttribute {
  readonly tag: string;
  readonly vr: string;
  /** Values as DICOM JSON has them; none for an empty attribute and for binary VRs. */
  readonly values: NonNullable<DicomJsonAttribute['Value']>;
  /** The value field in little-endian order, padding included. */
  readonly bytes: ByteSource;
  readonly isEmpty: boolean;
  /** Items of a sequence. */
  readonly items: readonly StoredAttributes[];
}
/** Attributes by tag, without group lengths and padding. */
export type StoredAttributes = ReadonlyMap<string, StoredAttribute>;

/** Data Set Trailing Padding: without significance, and ignored by whoever reads it (PS3.10 §7.2). */
const TRAILING_PADDING = 'FFFCFFFC';

const known = new WeakMap<DataSet, StoredAttributes>();

/** The attributes of a stored data set. Binary values stay where they are and are not turned into text. */
export function storedAttributes(dataSet: DataSet): StoredAttributes {
  const before = known.get(dataSet);
  if (before) return before;
  const json = toDicomJson(dataSet, { bulkDataUri: ({ vr }) => (BINARY_VRS.has(vr) ? 'stored' : null) });
  const attributes = attributesOf(dataSet, json);
  known.set(dataSet, attributes);
  return attributes;
}

/** The data set with other attributes in the place of those that it has, for the judges only: its elements stay. */
export function withAttributes(dataSet: DataSet, others: StoredAttributes): DataSet {
  const changed = { ...dataSet };
  known.set(changed, new Map([...storedAttributes(dataSet), ...others]));
  return changed;
}

function attributesOf(dataSet: DataSet, json: DicomJsonDataSet): StoredAttributes {
  const attributes = new Map<string, StoredAttribute>();
  for (const [tag, attribute] of Object.entries(json)) {
    const element = dataSet.elements.get(tag);
    if (element && tag !== TRAILING_PADDING) attributes.set(tag, attributeOf(element, dataSet, attribute));
  }
  return attributes;
}

function attributeOf(element: DataElement, dataSet: DataSet, json: DicomJsonAttribute): StoredAttribute {
  const { tag, vr, items = [] } = element;
  const values = json.Value ?? [];
  return {
    tag,
    vr,
    values,
    bytes: littleEndianValue(element, dataSet),
    isEmpty: json.Value === undefined && json.BulkDataURI === undefined,
    items: items.map((item, index) => attributesOf(item, (values[index] ?? {}) as DicomJsonDataSet)),
  };
}

/** The attributes of the instances, one map an instance. */
export function attributesOfEach(instances: readonly StoredInstance[]): readonly StoredAttributes[] {
  return instances.map(({ dataSet }) => storedAttributes(dataSet));
}
