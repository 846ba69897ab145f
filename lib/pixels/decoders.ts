import type { Decoder } from './decoded-samples.ts';
import { type EmscriptenCodec, emscriptenDecoder } from './emscripten-decoders.ts';
import { decodeJpeg, LOSSLESS_JPEG_PACKAGE, losslessJpegDecoder } from './jpeg.ts';

interface Codec {
  /** Endings of the transfer syntaxes below 1.2.840.10008.1.2.4 that it decodes. */
  readonly endings: readonly string[];
  /** Bytes that every stream begins with. */
  readonly start: readonly number[];
  /** What has to be installed; null for what comes along. */
  readonly package: string | null;
  readonly load: () => Decoder | null;
}

const START_OF_IMAGE = [0xff, 0xd8];
const START_OF_CODESTREAM = [0xff, 0x4f, 0xff, 0x51];

const JPEG_LS = byEmscripten(['80', '81'], START_OF_IMAGE, {
  package: '@cornerstonejs/codec-charls',
  script: 'decodewasmjs',
  wasm: 'decodewasm',
  decoder: 'JpegLSDecoder',
});

const JPEG_2000 = byEmscripten(['90', '91'], START_OF_CODESTREAM, {
  package: '@cornerstonejs/codec-openjpeg',
  script: 'decodewasmjs',
  wasm: 'decodewasm',
  decoder: 'J2KDecoder',
});

const HTJ2K = byEmscripten(['201', '202', '203'], START_OF_CODESTREAM, {
  package: '@cornerstonejs/codec-openjph',
  script: 'wasmjs',
  wasm: 'wasm',
  decoder: 'HTJ2KDecoder',
});

function byEmscripten(endings: readonly string[], start: readonly number[], codec: EmscriptenCodec): Codec {
  return { endings, start, package: codec.package, load: () => emscriptenDecoder(codec) };
}

const CODECS: readonly Codec[] = [
  { endings: ['50'], start: START_OF_IMAGE, package: null, load: () => decodeJpeg },
  { endings: ['57', '70'], start: START_OF_IMAGE, package: LOSSLESS_JPEG_PACKAGE, load: losslessJpegDecoder },
  JPEG_LS,
  JPEG_2000,
  HTJ2K,
];

/** Packages that decode compressed pixels and are no dependencies, since few runs need them. */
export const CODEC_PACKAGES: readonly string[] = CODECS.flatMap((codec) => codec.package ?? []);

/** A decoder, or what has to be installed to have it (null where there is none to install). */
export type FoundDecoder =
  | { readonly decoder: Decoder; readonly start: readonly number[] }
  | { readonly decoder: null; readonly install: string | null };

const loaded = new Map<Codec, Decoder | null>();

/** What decodes frames of a compressed transfer syntax. Its codec is loaded when the first one is asked for. */
export function decoderOf(transferSyntax: string): FoundDecoder {
  const [, ending] = /^1\.2\.840\.10008\.1\.2\.4\.([0-9]+)$/.exec(transferSyntax) ?? [];
  const codec = CODECS.find(({ endings }) => ending !== undefined && endings.includes(ending));
  if (!codec) return { decoder: null, install: null };
  const decoder = loaded.get(codec) ?? codec.load();
  loaded.set(codec, decoder);
  return decoder ? { decoder, start: codec.start } : { decoder, install: codec.package };
}
