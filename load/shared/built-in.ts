/**
 * Makes an instance, so that a plain `k6 run` needs no pool: a Secondary Capture image of any size, in Explicit VR
 * Little Endian. The runner prepares richer instances.
 */
import { ACCESSION_BYTES, asciiBytes, NAME_BYTES, type Name, PATIENT_ID_BYTES } from '../../lib/portable/identity.ts';
import { UID_LENGTH } from '../../lib/portable/uid.ts';
import type { PoolTemplate } from './pool-template.ts';

const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';
const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const PLACEHOLDER = '0'.repeat(UID_LENGTH);
const LONG_FORM = ['OB', 'OW'];

const NAMES = [
  'Andersson^Astrid',
  'Baker^Thomas',
  'Costa^Marta',
  'Dubois^Luc',
  'Eriksen^Jonas',
  'Ferrari^Giulia',
  'Garcia^Elena',
  'Hughes^Owen',
  'Ivanova^Olga',
  'Jansen^Pieter',
  'Kowalski^Adam',
  'Lindholm^Ebba',
  'Meyer^Hanna',
  'Novak^Petr',
  'Okafor^Chidi',
  'Rossi^Paolo',
];

export const builtInNames: readonly Name[] = NAMES.map((text) => ({ text, bytes: asciiBytes(text, NAME_BYTES) }));

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function unsigned(value: number, bytes: 2 | 4): Uint8Array {
  const written = new Uint8Array(bytes);
  for (let index = 0; index < bytes; index++) written[index] = Math.floor(value / 2 ** (8 * index)) % 256;
  return written;
}

/** Writes a header element by element, and tells the offset of each value. */
class HeaderWriter {
  private readonly parts: Uint8Array[];
  length: number;

  constructor(start: Uint8Array) {
    this.parts = [start];
    this.length = start.length;
  }

  /** Tag, VR and length; returns where the value has to go. */
  begin(tag: number, vr: string, length: number): number {
    const long = LONG_FORM.indexOf(vr) >= 0;
    this.push(unsigned(Math.floor(tag / 65_536), 2));
    this.push(unsigned(tag % 65_536, 2));
    this.push(asciiBytes(vr, 2));
    if (long) this.push(new Uint8Array(2));
    this.push(unsigned(length, long ? 4 : 2));
    return this.length;
  }

  bytes(tag: number, vr: string, value: Uint8Array): number {
    const at = this.begin(tag, vr, value.length);
    this.push(value);
    return at;
  }

  text(tag: number, vr: string, value: string): number {
    const bytes = asciiBytes(value, value.length + (value.length % 2));
    if (vr === 'UI' && value.length % 2 === 1) bytes[value.length] = 0;
    return this.bytes(tag, vr, bytes);
  }

  unsigned(tag: number, value: number): void {
    this.bytes(tag, 'US', unsigned(value, 2));
  }

  done(): Uint8Array {
    return join(this.parts);
  }

  private push(part: Uint8Array): void {
    this.parts.push(part);
    this.length += part.length;
  }
}

function fileMeta(): { readonly bytes: Uint8Array; readonly sopInstanceUID: number } {
  const elements = new HeaderWriter(new Uint8Array(0));
  elements.bytes(0x00020001, 'OB', new Uint8Array([0, 1]));
  elements.text(0x00020002, 'UI', SECONDARY_CAPTURE);
  const sopInstanceUID = elements.text(0x00020003, 'UI', PLACEHOLDER);
  elements.text(0x00020010, 'UI', EXPLICIT_LITTLE_ENDIAN);
  elements.text(0x00020012, 'UI', '2.25.273318498224803137297480431905866411539');
  elements.text(0x00020013, 'SH', 'DICOMWEB_HARNESS');
  const body = elements.done();
  const whole = new HeaderWriter(join([new Uint8Array(128), asciiBytes('DICM', 4)]));
  whole.bytes(0x00020000, 'UL', unsigned(body.length, 4));
  const start = whole.length;
  return { bytes: join([whole.done(), body]), sopInstanceUID: start + sopInstanceUID };
}

/** The built-in instance, `size` bytes long or a little less. */
export function builtInTemplate(size: number): PoolTemplate {
  const meta = fileMeta();
  const header = new HeaderWriter(meta.bytes);
  header.text(0x00080005, 'CS', 'ISO_IR 192');
  header.text(0x00080008, 'CS', 'DERIVED\\SECONDARY');
  header.text(0x00080016, 'UI', SECONDARY_CAPTURE);
  const sopInstanceUID = header.text(0x00080018, 'UI', PLACEHOLDER);
  const studyDate = header.text(0x00080020, 'DA', '20240101');
  header.text(0x00080030, 'TM', '120000');
  const accessionNumber = header.bytes(0x00080050, 'SH', asciiBytes('', ACCESSION_BYTES));
  header.text(0x00080060, 'CS', 'OT');
  header.text(0x00080064, 'CS', 'SYN');
  header.text(0x00080090, 'PN', '');
  const patientName = header.bytes(0x00100010, 'PN', asciiBytes('', NAME_BYTES));
  const patientID = header.bytes(0x00100020, 'LO', asciiBytes('', PATIENT_ID_BYTES));
  header.text(0x00100030, 'DA', '');
  header.text(0x00100040, 'CS', '');
  const studyInstanceUID = header.text(0x0020000d, 'UI', PLACEHOLDER);
  const seriesInstanceUID = header.text(0x0020000e, 'UI', PLACEHOLDER);
  header.text(0x00200010, 'SH', '1');
  header.text(0x00200011, 'IS', '1');
  header.text(0x00200013, 'IS', '1');
  header.text(0x00200020, 'CS', '');
  header.text(0x00200060, 'CS', '');
  // 120 bytes are kept for the elements that follow before the pixels.
  const samples = Math.max(16, Math.floor((size - header.length - 120) / 2));
  const columns = Math.min(65_535, Math.max(4, Math.floor(Math.sqrt(samples))));
  const rows = Math.min(65_535, Math.max(4, Math.floor(samples / columns)));
  header.unsigned(0x00280002, 1);
  header.text(0x00280004, 'CS', 'MONOCHROME2');
  header.unsigned(0x00280010, rows);
  header.unsigned(0x00280011, columns);
  header.unsigned(0x00280100, 16);
  header.unsigned(0x00280101, 12);
  header.unsigned(0x00280102, 11);
  header.unsigned(0x00280103, 0);
  const frameBytes = rows * columns * 2;
  const pixels = header.begin(0x7fe00010, 'OW', frameBytes);
  const bytes = new Uint8Array(pixels + frameBytes);
  bytes.set(header.done(), 0);
  paint(bytes.subarray(pixels));
  return {
    modality: 'OT',
    transferSyntax: EXPLICIT_LITTLE_ENDIAN,
    weight: 1,
    bytes,
    frameBytes,
    layout: {
      studyInstanceUID: [studyInstanceUID],
      seriesInstanceUID: [seriesInstanceUID],
      sopInstanceUID: [meta.sopInstanceUID, sopInstanceUID],
      otherUID: [],
      dates: [studyDate],
      accessionNumber,
      patientName,
      patientID,
      pixels,
      bytesPerSample: 2,
    },
  };
}

/** Draws twelve-bit grey with noise. A pattern is drawn once and copied: k6 would loop over all bytes for seconds. */
function paint(pixels: Uint8Array): void {
  const drawn = Math.min(pixels.length, 16_384);
  let noise = 1;
  for (let at = 0; at + 1 < drawn; at += 2) {
    noise = (noise * 1103 + 12_345) % 65_521;
    const value = 1200 + (noise % 64) + Math.round(600 * Math.sin(at / 900));
    pixels[at] = value % 256;
    pixels[at + 1] = value >> 8;
  }
  for (let filled = drawn; filled < pixels.length; filled *= 2) pixels.copyWithin(filled, 0, filled);
}
