import { type ByteSource, memorySource, readAll, sliceSource } from '../../bytes/byte-source.ts';
import { Part10Error } from '../../dicom/part10.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import { transferSyntaxName } from '../../dicom/transfer-syntax-name.ts';
import { numbers } from '../../dicom/values.ts';
import { decodeFrame } from '../../pixels/decode-frame.ts';
import { decoderOf } from '../../pixels/decoders.ts';
import { type FrameReader, type FrameSize, frameSize, type Pixels, storedFrame } from './pixels.ts';
import { decodeRleFrame } from './rle.ts';

/**
 * Frames as native bytes, in the planar configuration asked for. Null where they are compressed and no codec decodes them:
 * RLE Lossless is decoded here, the others by codecs that may be installed. The reader throws Part10Error for a stream that
 * its codec fails on, and gives null for bytes that are no such stream.
 */
export function frameReader(pixels: Pixels, planar: boolean): FrameReader | null {
  const { element, decoded, transferSyntax } = pixels;
  if (!element.fragments) return (number) => storedFrame(pixels, number);
  const size = frameSize(pixels);
  if (!size) return null;
  const { rows, columns, samples, bytesPerSample } = size;
  const laidOut = (frame: Uint8Array | null | undefined) =>
    frame ? memorySource(planar ? inPlanes(frame, samples, bytesPerSample) : frame) : null;
  if (decoded) return (number) => laidOut(decoded[number - 1]);
  if (transferSyntax === TRANSFER_SYNTAX.rleLossless) {
    const shape = { pixels: rows * columns, samples, bytesPerSample, planar };
    return (number) => {
      const encoded = storedFrame(pixels, number);
      const frame = encoded && decodeRleFrame(encoded, shape);
      return frame && memorySource(frame);
    };
  }
  if (transferSyntax === ENCAPSULATED_UNCOMPRESSED) return (number) => unpacked(pixels, number, size, planar);
  const found = decoderOf(transferSyntax);
  if (!found.decoder) return null;
  return (number) => {
    const encoded = storedFrame(pixels, number);
    if (!encoded || !found.start.every((octet, at) => encoded.read(at, 1)[0] === octet)) return null;
    const frame = decodeFrame(found.decoder, readAll(encoded), size);
    // It may be a stream of a kind that this codec does not know.
    if (!frame) throw new Part10Error('bad-pixel-data', element.offset, `the codec here cannot decode frame ${number}`);
    return laidOut(frame);
  };
}

/** Encapsulated Uncompressed Explicit VR Little Endian: the native bytes of each frame, in fragments (PS3.5 §A.4.11). */
const ENCAPSULATED_UNCOMPRESSED = '1.2.840.10008.1.2.1.98';

/** A frame that is native in its fragments, without the byte that pads them; null where it is too short or laid out otherwise. */
function unpacked(pixels: Pixels, number: number, size: FrameSize, planar: boolean): ByteSource | null {
  const { rows, columns, samples, bytesPerSample } = size;
  const bytes = rows * columns * samples * bytesPerSample;
  const source = storedFrame(pixels, number);
  if (!source || source.length < bytes || source.length > bytes + 1) return null;
  const isPlanar = samples > 1 && Number(numbers(pixels.dataSet, '00280006')[0] ?? 0) === 1;
  const frame = sliceSource(source, 0, bytes);
  if (isPlanar === planar || samples === 1) return frame;
  return planar ? memorySource(inPlanes(readAll(frame), samples, bytesPerSample)) : null;
}

function inPlanes(frame: Uint8Array, samples: number, bytesPerSample: number): Uint8Array {
  if (samples === 1) return frame;
  const pixels = frame.length / (samples * bytesPerSample);
  const planes = new Uint8Array(frame.length);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let sample = 0; sample < samples; sample++) {
      const from = (pixel * samples + sample) * bytesPerSample;
      planes.set(frame.subarray(from, from + bytesPerSample), (sample * pixels + pixel) * bytesPerSample);
    }
  }
  return planes;
}

/** Why the pixels of two instances were not compared, and what has to be installed to compare them. */
export function whyUndecided(stored: Pixels, returned: Pixels): string {
  const [from, to] = [transferSyntaxName(stored.transferSyntax), transferSyntaxName(returned.transferSyntax)];
  const packages = [...new Set([stored, returned].flatMap(missingCodec))];
  const forms = `stored as ${from}, returned as ${to}${from === to ? ' with other bytes' : ''}`;
  const install = packages.length > 0 ? `; npm install ${packages.join(' ')} makes it possible` : '';
  return `pixel data were not compared: ${forms}${install}`;
}

function missingCodec({ element, transferSyntax, decoded }: Pixels): readonly string[] {
  if (!element.fragments || decoded) return [];
  const found = decoderOf(transferSyntax);
  return found.decoder === null && found.install !== null ? [found.install] : [];
}
