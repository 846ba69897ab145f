import { VALUE_REPRESENTATIONS, type ValueRepresentation } from './data-set.ts';

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

const LONG_LENGTH = new Set<ValueRepresentation>([
  'OB',
  'OD',
  'OF',
  'OL',
  'OV',
  'OW',
  'SQ',
  'SV',
  'UC',
  'UN',
  'UR',
  'UT',
  'UV',
]);
const VALUE_SIZE: Partial<Record<ValueRepresentation, number>> = {
  AT: 4,
  FD: 8,
  FL: 4,
  OD: 8,
  OF: 4,
  OL: 4,
  OV: 8,
  OW: 2,
  SL: 4,
  SS: 2,
  SV: 8,
  UL: 4,
  US: 2,
  UV: 8,
};
const BYTE_STRINGS = new Set<ValueRepresentation>(['OB', 'UI', 'UN']);

function factsOf(vr: ValueRepresentation): VrFacts {
  const valueSize = VALUE_SIZE[vr] ?? 1;
  const padding = valueSize > 1 || vr === 'SQ' ? null : BYTE_STRINGS.has(vr) ? 0x00 : 0x20;
  return { vr, longLength: LONG_LENGTH.has(vr), valueSize, padding };
}

const FACTS = new Map(VALUE_REPRESENTATIONS.map((vr) => [vr, factsOf(vr)]));
const BY_CODE = new Map(VALUE_REPRESENTATIONS.map((vr) => [vr.charCodeAt(0) * 256 + vr.charCodeAt(1), factsOf(vr)]));

export function vrFacts(vr: ValueRepresentation): VrFacts {
  return FACTS.get(vr) ?? factsOf(vr);
}

/** Facts of the VR whose two letters are the big-endian number `code`; undefined for anything else. */
export function vrFactsByCode(code: number): VrFacts | undefined {
  return BY_CODE.get(code);
}

/** VRs whose value field is bytes, not values: InlineBinary in DICOM JSON. */
export const BINARY_VRS: ReadonlySet<ValueRepresentation> = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN']);
