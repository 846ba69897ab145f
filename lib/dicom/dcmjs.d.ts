/** What this project uses of dcmjs, which ships no types. */
declare module 'dcmjs/dictionary' {
  export const dictionary: Readonly<
    Record<
      string,
      {
        readonly tag: string;
        readonly vr?: string;
        readonly name: string;
        readonly vm?: string;
        readonly version?: string;
      }
    >
  >;
}

declare module 'dcmjs' {
  interface DcmjsElement {
    vr: string;
    Value: readonly unknown[];
  }
  type DcmjsDict = Record<string, DcmjsElement>;

  interface DcmjsWriteOptions {
    /** False keeps each frame in one fragment; dcmjs cuts frames into pieces of 20 KiB otherwise. */
    fragmentMultiframe?: boolean;
  }

  class DicomDict {
    constructor(meta: DcmjsDict);
    meta: DcmjsDict;
    dict: DcmjsDict;
    write(options?: DcmjsWriteOptions): ArrayBuffer;
  }

  interface DcmjsReadOptions {
    ignoreErrors?: boolean;
  }

  export const data: {
    readonly DicomDict: typeof DicomDict;
    readonly DicomMessage: { readFile(bytes: ArrayBuffer, options?: DcmjsReadOptions): DicomDict };
  };
  export const log: { setLevel(level: string): void };
}
