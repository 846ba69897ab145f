/** `pool.json`: the instances that a run stamps its own from. The runner writes it, the scripts read it. */
export interface PoolFile {
  readonly templates: readonly {
    /** Name of the Part 10 file, which lies beside `pool.json`. */
    readonly file: string;
    readonly modality: string;
    readonly transferSyntax: string;
    readonly weight: number;
    readonly frameBytes: number;
    readonly layout: Layout;
  }[];
  /** `bytes` are base 64 of `NAME_BYTES` bytes: the name in the character set of the instances, padded with spaces. */
  readonly names: readonly { readonly text: string; readonly bytes: string }[];
}

/** Where in the bytes of an instance the values are that differ from copy to copy: offsets from the start of the file. */
export interface Layout {
  readonly studyInstanceUID: readonly number[];
  readonly seriesInstanceUID: readonly number[];
  /** In the file meta information and in the data set. */
  readonly sopInstanceUID: readonly number[];
  /** UIDs that only have to be unique for a series: Frame of Reference. */
  readonly otherUID: readonly number[];
  /** DA values, and the first eight characters of DT values. */
  readonly dates: readonly number[];
  readonly accessionNumber: number;
  readonly patientName: number;
  readonly patientID: number;
  /** Where to write the count into the pixels, one digit a sample, so that no two pictures are the same; -1: nowhere. */
  readonly pixels: number;
  readonly bytesPerSample: number;
}
