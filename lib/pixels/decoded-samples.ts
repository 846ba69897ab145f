/** A picture as a codec gives it: samples pixel by pixel, of one byte or of two in little endian. */
export interface DecodedSamples {
  readonly rows: number;
  readonly columns: number;
  readonly samples: number;
  readonly bytesPerSample: 1 | 2;
  readonly bytes: Uint8Array;
}

/** Makes samples of a picture out of the bytes of an encoded one. Throws what the codec throws. */
export type Decoder = (encoded: Uint8Array) => DecodedSamples;
