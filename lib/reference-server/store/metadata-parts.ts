import { memorySource } from '../../bytes/byte-source.ts';
import type { DataElement } from '../../dicom/data-set.ts';
import type { DicomJsonAttribute, DicomJsonDataSet } from '../../dicom/json.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import { isUid } from '../../dicom/uid.ts';
import type { Instance } from '../instance.ts';
import { parseMediaType } from '../media-type.ts';
import { Refusal, type Request } from '../message.ts';
import type { ReceivedPart } from '../multipart-reader.ts';
import { encodeFileMeta } from '../retrieve/encode.ts';
import { type BulkPart, bulkElement, readBulkPart } from './bulk-parts.ts';
import { encodeJson, UnwritableError } from './encode-json.ts';
import { FAILURE_REASON, type Outcome } from './outcome.ts';
import { readFile } from './read-file.ts';
import { readNativeModel } from './read-native-model.ts';

const JSON_TYPE = 'application/dicom+json';
const XML_TYPE = 'application/dicom+xml';
const IMPLEMENTATION_CLASS_UID = '2.25.160423581271931163532405270338714227';
const UTF8: DicomJsonAttribute = { vr: 'CS', Value: ['ISO_IR 192'] };

function isDataSet(value: unknown): value is DicomJsonDataSet {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Data sets of a metadata part. @throws Refusal 400 for text that is no JSON or XML of data sets. */
function dataSetsOf(part: ReceivedPart): DicomJsonDataSet[] {
  const text = part.body.toString('utf8');
  if (essenceOf(part) === XML_TYPE) return [readNativeModel(text)];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'a metadata part is no JSON');
  }
  const list = Array.isArray(json) ? json : [json];
  if (!list.every(isDataSet)) throw new Refusal(400, 'a metadata part is no array of data sets');
  return list;
}

function essenceOf({ headers }: ReceivedPart): string {
  return parseMediaType(headers.get('content-type') ?? '')?.essence ?? '';
}

function uid(dataSet: DicomJsonDataSet, tag: string): string {
  const value = dataSet[tag]?.Value?.[0];
  return typeof value === 'string' ? value : '';
}

function fileMeta(sopClass: string, instance: string, transferSyntax: string): Uint8Array[] {
  const element = (tag: string, vr: 'OB' | 'UI', value: Uint8Array): [string, DataElement] => [
    tag,
    { tag, vr, offset: 0, value: memorySource(value) },
  ];
  const elements = new Map([
    element('00020001', 'OB', Uint8Array.of(0, 1)),
    element('00020002', 'UI', Buffer.from(sopClass)),
    element('00020003', 'UI', Buffer.from(instance)),
    element('00020010', 'UI', Buffer.from(transferSyntax)),
    element('00020012', 'UI', Buffer.from(IMPLEMENTATION_CLASS_UID)),
  ]);
  return encodeFileMeta(new Uint8Array(128), elements, transferSyntax);
}

function assemble(dataSet: DicomJsonDataSet, parts: readonly BulkPart[], base: string): ReturnType<typeof readFile> {
  const [sopClass, instance] = [uid(dataSet, '00080016'), uid(dataSet, '00080018')];
  if (!isUid(sopClass) || !isUid(instance)) return { kind: 'unidentified', reason: FAILURE_REASON.cannotUnderstand };
  let transferSyntax: string = TRANSFER_SYNTAX.explicitLittleEndian;
  const resolve = (uri: string): string => (URL.canParse(uri, base) ? new URL(uri, base).href : uri);
  try {
    const encoded = encodeJson({ ...dataSet, '00080005': UTF8 }, (uri, tag, vr) => {
      const part = parts.find(({ location }) => location === uri || resolve(location) === resolve(uri));
      if (part === undefined) return null;
      transferSyntax = part.transferSyntax ?? transferSyntax;
      return bulkElement(part, tag, vr, dataSet);
    });
    return readFile(Buffer.concat([...fileMeta(sopClass, instance, transferSyntax), ...encoded]));
  } catch (error) {
    if (!(error instanceof UnwritableError || error instanceof RangeError || error instanceof SyntaxError)) throw error;
    return { kind: 'failed', sopClass, instance, reason: FAILURE_REASON.cannotUnderstand };
  }
}

/**
 * Instances from metadata parts and the bulk data parts that they refer to by Content-Location (PS3.18 §10.5.1.4).
 * @throws Refusal 400 for metadata that cannot be parsed, or when there is none.
 */
export function readMetadataParts(
  parts: readonly ReceivedPart[],
  request: Request,
): (Instance | Exclude<Outcome, { kind: 'stored' }>)[] {
  const isMetadata = (part: ReceivedPart): boolean => [JSON_TYPE, XML_TYPE].includes(essenceOf(part));
  const metadata = parts.filter(isMetadata).flatMap(dataSetsOf);
  if (metadata.length === 0) throw new Refusal(400, 'the request has no metadata part');
  const bulkParts = parts.filter((part) => !isMetadata(part)).map(readBulkPart);
  return metadata.map((dataSet) => assemble(dataSet, bulkParts, `${request.base}${request.path}`));
}
