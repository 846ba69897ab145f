/** What can be wrong with a file while it can still be read. */
export type Part10DefectCode =
  /** (0002,0000) is absent or does not count the bytes of the file meta information. */
  | 'group-length-missing'
  | 'group-length-wrong'
  /** A required element of the file meta information is absent, empty or has a value that is not allowed. */
  | 'meta-element-missing'
  | 'meta-value-wrong'
  | 'meta-not-explicit-little-endian'
  /** File meta information and data set name different SOP classes or instances. */
  | 'sop-class-mismatch'
  | 'sop-instance-mismatch'
  /** The data set is in another encoding than its transfer syntax says, and is read in that one. */
  | 'other-encoding'
  | 'odd-length'
  | 'wrong-value-length'
  | 'wrong-padding'
  | 'out-of-order'
  | 'duplicate-element'
  | 'forbidden-group'
  | 'group-length-element'
  | 'private-without-creator'
  /** Two letters that are no VR; the element is stepped over. */
  | 'unknown-vr'
  /** Bytes that cannot be a VR. */
  | 'bad-vr'
  | 'truncated'
  | 'trailing-bytes'
  | 'bad-delimiter'
  | 'bad-undefined-length'
  | 'bad-offset-table'
  /** Pixel data are encapsulated in a native transfer syntax, or native in one that encapsulates. */
  | 'wrong-encapsulation'
  /** Pixel data have a VR that their transfer syntax and Bits Allocated do not permit. */
  | 'wrong-pixel-vr'
  | 'unknown-character-set'
  | 'bad-deflate'
  /** A bound of this reader was reached: the rest was not read. */
  | 'limit-reached';

/** A deviation from PS3.10 or PS3.5 after which reading went on. `offset` counts in the source of the element. */
export interface Part10Defect {
  readonly code: Part10DefectCode;
  readonly offset: number;
  readonly message: string;
  /** The element of the file meta information in question. */
  readonly tag?: string;
}

export type ReportDefect = (code: Part10DefectCode, offset: number, message: string, tag?: string) => void;

/** Why bytes could not be read as DICOM at all, or a part of them could not be handed out. */
export type Part10ErrorCode =
  | 'too-short'
  | 'no-prefix'
  | 'no-transfer-syntax'
  | 'bad-deflate'
  | 'too-large'
  | 'missing-uid'
  | 'no-pixel-data'
  | 'no-such-frame'
  | 'bad-pixel-data';

/** The only error that the readers of this folder throw. */
export class Part10Error extends Error {
  override readonly name = 'Part10Error';
  readonly code: Part10ErrorCode;
  /** Byte offset in the source at which reading failed. */
  readonly offset: number;

  constructor(code: Part10ErrorCode, offset: number, message: string) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

const MOST_DEFECTS = 200;

/** A list of defects and the function that fills it, bounded: a hostile file must not make a million of them. */
export function defectList(): { readonly defects: readonly Part10Defect[]; readonly report: ReportDefect } {
  const defects: Part10Defect[] = [];
  const report: ReportDefect = (code, offset, message, tag) => {
    if (defects.length < MOST_DEFECTS) defects.push({ code, offset, message, ...(tag ? { tag } : {}) });
    else if (defects.length === MOST_DEFECTS) {
      defects.push({
        code: 'limit-reached',
        offset,
        message: `more than ${MOST_DEFECTS} defects: the rest is not listed`,
      });
    }
  };
  return { defects, report };
}
