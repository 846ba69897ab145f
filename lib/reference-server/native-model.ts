import { isPrivate, keywordOf } from '../dicom/dictionary.ts';
import type { DicomJsonAttribute, DicomJsonDataSet, DicomJsonPersonName, DicomJsonValue } from '../dicom/json.ts';
import type { Part } from './message.ts';

const NAMESPACE = 'http://dicom.nema.org/PS3.19/models/NativeDICOM';
const NAME_PARTS = ['FamilyName', 'GivenName', 'MiddleName', 'NamePrefix', 'NameSuffix'];

/** Escapes text; characters that XML 1.0 cannot hold become the replacement character. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replace(/[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '\uFFFD');
}

function personName(name: DicomJsonPersonName, number: number): string {
  const groups = (['Alphabetic', 'Ideographic', 'Phonetic'] as const).flatMap((group) => {
    const text = name[group];
    if (text === undefined) return [];
    const components = text.split('^').map((component, index) => {
      const element = NAME_PARTS[index];
      return element && component !== '' ? `<${element}>${escapeXml(component)}</${element}>` : '';
    });
    return [`<${group}>${components.join('')}</${group}>`];
  });
  return `<PersonName number="${number}">${groups.join('')}</PersonName>`;
}

function value(vr: string, one: DicomJsonValue, number: number): string {
  if (vr === 'SQ') return `<Item number="${number}">${attributes((one ?? {}) as DicomJsonDataSet)}</Item>`;
  if (one === null) return vr === 'PN' ? `<PersonName number="${number}"/>` : `<Value number="${number}"/>`;
  if (vr === 'PN') return personName(one as DicomJsonPersonName, number);
  return `<Value number="${number}">${escapeXml(String(one))}</Value>`;
}

function content({ vr, Value, BulkDataURI, InlineBinary }: DicomJsonAttribute): string {
  if (BulkDataURI !== undefined) return `<BulkData uri="${escapeXml(BulkDataURI)}"/>`;
  if (InlineBinary !== undefined) return `<InlineBinary>${InlineBinary}</InlineBinary>`;
  return (Value ?? []).map((one, index) => value(vr, one, index + 1)).join('');
}

function attributes(dataSet: DicomJsonDataSet): string {
  return Object.keys(dataSet)
    .sort()
    .map((tag) => {
      const attribute = dataSet[tag];
      if (attribute === undefined) return '';
      const keyword = keywordOf(tag);
      const creator = isPrivate(tag) ? dataSet[`${tag.slice(0, 4)}00${tag.slice(4, 6)}`]?.Value?.[0] : undefined;
      const names = [
        `tag="${tag}" vr="${attribute.vr}"`,
        ...(keyword ? [`keyword="${keyword}"`] : []),
        ...(typeof creator === 'string' ? [`privateCreator="${escapeXml(creator)}"`] : []),
      ];
      return `<DicomAttribute ${names.join(' ')}>${content(attribute)}</DicomAttribute>`;
    })
    .join('');
}

/** A data set as a Native DICOM Model document (PS3.19 §A.1), in UTF-8. */
export function nativeModel(dataSet: DicomJsonDataSet): Uint8Array {
  const root = `<NativeDicomModel xmlns="${NAMESPACE}" xml:space="preserve">${attributes(dataSet)}</NativeDicomModel>`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`);
}

/** Data sets as parts of a multipart payload, one document each. */
export function xmlParts(dataSets: readonly DicomJsonDataSet[]): Part[] {
  return dataSets.map((dataSet) => ({
    headers: [['Content-Type', 'application/dicom+xml']],
    body: nativeModel(dataSet),
  }));
}
