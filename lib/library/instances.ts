import { representationsOf } from '../answers/multipart.ts';
import { type ByteSource, memorySource, readAll } from '../bytes/byte-source.ts';
import { frame, frameCount } from '../dicom/frames.ts';
import { openInstance as open, type StoredInstance } from '../dicom/instance.ts';
import type { Exchange, Header } from '../http/exchange.ts';
import { decodedResponseOf } from './bodies.ts';

/** A part of a multipart answer, or the whole body of another. */
export interface Part {
  readonly headers: readonly Header[];
  /** Content-Type of the part as it was sent; null where it has none. */
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

/**
 * The parts of an answer: one for an answer that is not multipart, none for an empty one. Frames and bulk data come so.
 *
 * @throws UnreadableBody as `bytesOf` does.
 */
export function partsOf(exchange: Exchange): readonly Part[] {
  const response = decodedResponseOf(exchange);
  return representationsOf(response).map(({ headers, body }) => ({
    headers,
    contentType: headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null,
    bytes: readAll(body),
  }));
}

/**
 * The DICOM files in an answer to a retrieve, read as instances.
 *
 * @throws UnreadableBody as `bytesOf` does; Part10Error for a part that is no DICOM file.
 */
export function instancesOf(exchange: Exchange): readonly StoredInstance[] {
  return partsOf(exchange).map(({ bytes }, index) => openInstance(bytes, `part ${index + 1}`));
}

/**
 * Reads a DICOM file (PS3.10) as an instance. `name` is what people read of it.
 *
 * @throws Part10Error for what is no DICOM file, or lacks a UID.
 */
export function openInstance(file: Uint8Array | ByteSource, name = 'instance'): StoredInstance {
  return open(file instanceof Uint8Array ? memorySource(file) : file, name);
}

/**
 * The frames of an instance: native pixels in little-endian byte order, or the encoded bit stream of each compressed
 * frame; none where it has no pixel data.
 *
 * @throws Part10Error where the pixel data do not tell where a frame lies.
 */
export function framesOf({ dataSet }: StoredInstance): readonly Uint8Array[] {
  return Array.from({ length: frameCount(dataSet) }, (_, index) => readAll(frame(dataSet, index + 1)));
}
