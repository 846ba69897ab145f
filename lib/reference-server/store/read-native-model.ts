import type { DicomJsonAttribute, DicomJsonDataSet, DicomJsonPersonName, DicomJsonValue } from '../../dicom/json.ts';
import { Refusal } from '../message.ts';
import { parseXml, type XmlElement } from './xml.ts';

const NUMERIC = new Set(['FD', 'FL', 'SL', 'SS', 'UL', 'US']);
const GROUPS = ['Alphabetic', 'Ideographic', 'Phonetic'] as const;
const COMPONENTS = ['FamilyName', 'GivenName', 'MiddleName', 'NamePrefix', 'NameSuffix'];

function named(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Children in the order of their number attribute; numbers that are left out are empty values. */
function numbered<Value>(children: readonly XmlElement[], read: (child: XmlElement) => Value): (Value | null)[] {
  const values: (Value | null)[] = [];
  for (const child of children) {
    const number = Number(child.attributes.number);
    if (!Number.isSafeInteger(number) || number < 1 || number > 65_536)
      throw new Refusal(400, 'a value has no number from 1');
    while (values.length < number) values.push(null);
    values[number - 1] = read(child);
  }
  return values;
}

function personName(element: XmlElement): DicomJsonPersonName {
  const groups = GROUPS.flatMap((group) => {
    const [found] = named(element, group);
    if (found === undefined) return [];
    const components = COMPONENTS.map((component) => named(found, component)[0]?.text ?? '');
    return [[group, components.join('^').replace(/\^+$/, '')] as const];
  });
  return Object.fromEntries(groups);
}

function attribute(element: XmlElement): DicomJsonAttribute {
  const vr = element.attributes.vr ?? '';
  const [bulk] = named(element, 'BulkData');
  if (bulk) return { vr, BulkDataURI: bulk.attributes.uri ?? '' };
  const [inline] = named(element, 'InlineBinary');
  if (inline) return { vr, InlineBinary: inline.text.replaceAll(/\s/g, '') };
  const values: (DicomJsonValue | null)[] = [
    ...numbered(named(element, 'Item'), dataSetOf),
    ...numbered(named(element, 'PersonName'), personName),
    ...numbered(named(element, 'Value'), ({ text }) => (text === '' ? null : NUMERIC.has(vr) ? Number(text) : text)),
  ];
  return values.length > 0 ? { vr, Value: values } : { vr };
}

function dataSetOf(element: XmlElement): DicomJsonDataSet {
  const attributes = named(element, 'DicomAttribute').map((child) => [
    (child.attributes.tag ?? '').toUpperCase(),
    attribute(child),
  ]);
  return Object.fromEntries(attributes);
}

/** Reads a Native DICOM Model document (PS3.19 §A.1) as DICOM JSON. @throws Refusal 400 when it is none. */
export function readNativeModel(text: string): DicomJsonDataSet {
  const root = parseXml(text);
  if (root.name.replace(/^.*:/, '') !== 'NativeDicomModel')
    throw new Refusal(400, `the XML is a ${root.name}, no NativeDicomModel`);
  return dataSetOf(root);
}
