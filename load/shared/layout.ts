/** An instance to stamp copies from: its bytes, and where in them what changes lies. */
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

export interface InstanceTemplate {
  readonly modality: string;
  readonly transferSyntax: string;
  /** Share of the instances, relative to the other templates. */
  readonly weight: number;
  readonly bytes: Uint8Array;
  readonly layout: Layout;
  /** Bytes of one native frame; 0 when frames are compressed. */
  readonly frameBytes: number;
}
