import { encodingOf } from '../dicom/transfer-syntax.ts';
import { writePart10 } from '../dicom/write-part10.ts';
import { customaryAttributes, OPEN, requiredAttributes } from './common-attributes.ts';
import { encapsulate } from './encapsulate.ts';
import { geometryFor } from './geometry.ts';
import type { Attributes, Modality } from './modality/modality.ts';
import { small } from './modality/small.ts';
import { bytesPerPixel, drawPixelData, type Geometry, type PixelData } from './pixel-data.ts';
import { append, type Template, templateOf } from './template.ts';
import type { WritableTransferSyntax } from './transfer-syntax.ts';

/** A template with the pixel data that all instances stamped from it share. */
export interface InstanceTemplate {
  readonly modality: Modality;
  readonly transferSyntax: WritableTransferSyntax;
  readonly geometry: Geometry;
  readonly template: Template;
  /** What follows the stamped header in the file. */
  readonly pixelData: PixelData;
}

/** A file that leaves less than this to its pixels is a Secondary Capture image with what an image must have, instead. */
const LEAST_PIXEL_BYTES = 2048;
/** Slot values of a stamped instance take about this many bytes: UIDs, a name, dates and numbers. */
const SLOT_BYTES = 380;

/**
 * Builds the template of a modality, by dcmjs, once. `size` is that of the whole file in bytes with native pixel
 * data; without it the modality's usual size is taken. The same seed gives the same pixels.
 */
export function instanceTemplate(
  wanted: Modality,
  transferSyntax: WritableTransferSyntax,
  size: number | null,
  seed: number,
): InstanceTemplate {
  const isSmall = size !== null && size - headerLength(everyAttribute(wanted, wanted.usual)) < LEAST_PIXEL_BYTES;
  const modality = isSmall ? small(wanted) : wanted;
  const attributes = isSmall ? requiredAttributes : everyAttribute;
  const header = headerLength(attributes(modality, modality.usual));
  const geometry = size === null ? modality.usual : geometryFor(modality, size - header);
  const native = drawPixelData(modality.scene, modality.format, geometry, seed);
  const pixelData = encode(native, modality, geometry, transferSyntax);
  const written = writePart10({
    transferSyntax: transferSyntax.uid,
    dataSet: attributes(modality, geometry),
    ...(transferSyntax.encode ? { encodedFrames: [new Uint8Array(2)] } : {}),
  });
  const length = transferSyntax.encode ? 0xffffffff : pixelData.length;
  const template = append(
    templateOf(written, openTags(modality, isSmall)),
    pixelDataHeader(modality, transferSyntax, length),
  );
  return { modality, transferSyntax, geometry, template, pixelData };
}

function everyAttribute(modality: Modality, geometry: Geometry): Attributes {
  return { ...customaryAttributes(modality), ...requiredAttributes(modality, geometry) };
}

/** Bytes of a stamped file before its pixels, nearly. */
function headerLength(attributes: Attributes): number {
  return writePart10({ dataSet: attributes }).length + SLOT_BYTES;
}

function openTags(modality: Modality, isSmall: boolean): readonly string[] {
  return [
    ...OPEN.study,
    ...OPEN.series,
    ...OPEN.instance,
    ...(modality.frameOfReference ? OPEN.frameOfReference : []),
    ...(modality.sliced ? OPEN.slice : []),
    ...(isSmall ? [] : OPEN.moment),
  ];
}

function encode(
  native: PixelData,
  modality: Modality,
  geometry: Geometry,
  { encode }: WritableTransferSyntax,
): PixelData {
  if (!encode) {
    const padding = native.length & 1;
    return padding ? { segments: [...native.segments, new Uint8Array(1)], length: native.length + 1 } : native;
  }
  const frameLength = geometry.rows * geometry.columns * bytesPerPixel(modality.format);
  const drawn = native.segments[0]?.length ?? frameLength;
  return encapsulate(geometry.frames, Math.max(1, Math.floor(drawn / frameLength)), (frame) =>
    encode(frameBytes(native, frame * frameLength, frameLength), geometry, modality.format),
  );
}

/** Part of the pixel data, gathered from its segments. */
function frameBytes({ segments }: PixelData, start: number, length: number): Uint8Array {
  const gathered: Uint8Array[] = [];
  let at = 0;
  for (const segment of segments) {
    const from = Math.max(0, start - at);
    const to = Math.min(segment.length, start + length - at);
    if (from < to) gathered.push(segment.subarray(from, to));
    at += segment.length;
  }
  return gathered.length === 1 && gathered[0] ? gathered[0] : Buffer.concat(gathered);
}

/** Tag, VR and length of Pixel Data (PS3.5 section 7.1; VR as in Annex A). */
function pixelDataHeader(modality: Modality, transferSyntax: WritableTransferSyntax, length: number): Uint8Array {
  const explicit = encodingOf(transferSyntax.uid).explicitVr;
  const header = Buffer.alloc(explicit ? 12 : 8);
  header.writeUInt16LE(0x7fe0, 0);
  header.writeUInt16LE(0x0010, 2);
  if (explicit) header.write(transferSyntax.encode || modality.format.bitsAllocated === 8 ? 'OB' : 'OW', 4, 'latin1');
  header.writeUInt32LE(length, header.length - 4);
  return header;
}
