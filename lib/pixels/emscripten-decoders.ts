import type { DecodedSamples, Decoder } from './decoded-samples.ts';
import { emscriptenPackage } from './optional-package.ts';

/** A decoder of the packages `@cornerstonejs/codec-…`, which viewers use. */
interface EmscriptenDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): FrameInfo;
  /** Frees the memory of the decoder, which no garbage collector sees. */
  delete(): void;
}

interface FrameInfo {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
}

/** Where a decoder of that kind comes from. */
export interface EmscriptenCodec {
  readonly package: string;
  /** Names of the script and of the WebAssembly among the exports of the package. */
  readonly script: string;
  readonly wasm: string;
  readonly decoder: string;
}

/** What decodes with a codec; null where its package is not installed. */
export function emscriptenDecoder({ package: name, script, wasm, decoder }: EmscriptenCodec): Decoder | null {
  const classes = emscriptenPackage(`${name}/${script}`, `${name}/${wasm}`);
  if (!classes) return null;
  const Class = classes[decoder] as new () => EmscriptenDecoder;
  return (encoded) => decodeWith(new Class(), encoded);
}

function decodeWith(decoder: EmscriptenDecoder, encoded: Uint8Array): DecodedSamples {
  try {
    decoder.getEncodedBuffer(encoded.length).set(encoded);
    decoder.decode();
    const { width, height, bitsPerSample, componentCount } = decoder.getFrameInfo();
    return {
      rows: height,
      columns: width,
      samples: componentCount,
      bytesPerSample: bitsPerSample > 8 ? 2 : 1,
      // A view of the memory of the decoder, which the next picture overwrites.
      bytes: Uint8Array.from(decoder.getDecodedBuffer()),
    };
  } finally {
    decoder.delete();
  }
}
