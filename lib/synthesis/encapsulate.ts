import type { PixelData } from './pixel-data.ts';

const ITEM = 0xe000fffe;
const SEQUENCE_DELIMITATION = 0xe0ddfffe;

/**
 * Pixel data in fragments, one a frame, with an empty Basic Offset Table (PS3.5 section A.4). `distinctFrames` says
 * after how many frames the native pictures repeat: each is encoded once and its bytes are shared.
 */
export function encapsulate(frames: number, distinctFrames: number, encode: (frame: number) => Uint8Array): PixelData {
  const encoded: Uint8Array[] = [];
  const segments: Uint8Array[] = [delimiter(ITEM, 0)];
  for (let frame = 0; frame < frames; frame++) {
    let item = encoded[frame % distinctFrames];
    if (item === undefined) {
      item = fragment(encode(frame));
      encoded.push(item);
    }
    segments.push(item);
  }
  segments.push(delimiter(SEQUENCE_DELIMITATION, 0));
  return { segments, length: segments.reduce((sum, segment) => sum + segment.length, 0) };
}

function fragment(bytes: Uint8Array): Uint8Array {
  const padded = bytes.length + (bytes.length & 1);
  const item = Buffer.alloc(8 + padded);
  item.writeUInt32LE(ITEM, 0);
  item.writeUInt32LE(padded, 4);
  item.set(bytes, 8);
  return item;
}

function delimiter(tag: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(tag, 0);
  bytes.writeUInt32LE(length, 4);
  return bytes;
}
