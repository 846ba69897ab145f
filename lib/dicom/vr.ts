/** Encoding facts of a value representation (PS3.5 Table 6.2-1, Tables 7.1-1 and 7.1-2). */
export interface VrFacts {
  readonly vr: ValueRepresentation;
  /** Explicit VR headers hold a 32-bit length after two reserved bytes. */
  readonly longLength: boolean;
  /** Bytes of one value of a VR of fixed-size values; 1 for text and byte strings. */
  readonly valueSize: number;
  /** Byte that pads a value to even length; null where a value cannot be odd. */
  readonly padding: number | null;
}

type Encoding = Omit<VrFacts, 'vr'>;
/** Bits of the length field in an explicit VR header. */
type LengthField = 'L16' | 'L32';

function text(length: LengthField): Encoding {
  return { longLength: length === 'L32', valueSize: 1, padding: 0x20 };
}

function bytes(length: LengthField): Encoding {
  return { longLength: length === 'L32', valueSize: 1, padding: 0x00 };
}

function fixed(valueSize: number, length: LengthField): Encoding {
  return { longLength: length === 'L32', valueSize, padding: null };
}

const ENCODINGS = {
  AE: text('L16'),
  AS: text('L16'),
  AT: fixed(4, 'L16'),
  CS: text('L16'),
  DA: text('L16'),
  DS: text('L16'),
  DT: text('L16'),
  FD: fixed(8, 'L16'),
  FL: fixed(4, 'L16'),
  IS: text('L16'),
  LO: text('L16'),
  LT: text('L16'),
  OB: bytes('L32'),
  OD: fixed(8, 'L32'),
  OF: fixed(4, 'L32'),
  OL: fixed(4, 'L32'),
  OV: fixed(8, 'L32'),
  OW: fixed(2, 'L32'),
  PN: text('L16'),
  SH: text('L16'),
  SL: fixed(4, 'L16'),
  SQ: { longLength: true, valueSize: 1, padding: null },
  SS: fixed(2, 'L16'),
  ST: text('L16'),
  SV: fixed(8, 'L32'),
  TM: text('L16'),
  UC: text('L32'),
  UI: bytes('L16'),
  UL: fixed(4, 'L16'),
  UN: bytes('L32'),
  UR: text('L32'),
  US: fixed(2, 'L16'),
  UT: text('L32'),
  UV: fixed(8, 'L32'),
} as const satisfies Readonly<Record<string, Encoding>>;

/** One of the value representations of PS3.5 Table 6.2-1. */
export type ValueRepresentation = keyof typeof ENCODINGS;
export const VALUE_REPRESENTATIONS = Object.keys(ENCODINGS) as readonly ValueRepresentation[];

const FACTS = Object.fromEntries(VALUE_REPRESENTATIONS.map((vr) => [vr, { vr, ...ENCODINGS[vr] }])) as Readonly<
  Record<ValueRepresentation, VrFacts>
>;
const BY_CODE = new Map(VALUE_REPRESENTATIONS.map((vr) => [vr.charCodeAt(0) * 256 + vr.charCodeAt(1), FACTS[vr]]));

export function vrFacts(vr: ValueRepresentation): VrFacts {
  return FACTS[vr];
}

/** Facts of the VR whose two letters are the big-endian number `code`; undefined for anything else. */
export function vrFactsByCode(code: number): VrFacts | undefined {
  return BY_CODE.get(code);
}

/** VRs whose value field is bytes, not values: InlineBinary in DICOM JSON. */
export const BINARY_VRS: ReadonlySet<ValueRepresentation> = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN']);
