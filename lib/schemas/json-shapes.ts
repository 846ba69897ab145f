import type { ValueRepresentation } from '../dicom/vr.ts';

/** What one element of a Value array is in JSON (PS3.18 Table F.2.3-1). */
type JsonType = 'string' | 'number' | 'number-or-string' | 'name' | 'item' | 'binary';

export interface JsonShape {
  readonly type: JsonType;
  /** May be replaced by a BulkDataURI (PS3.18 §10.4.3.3.2). */
  readonly bulkData: boolean;
  /** Has one value and keeps backslashes as text (PS3.5 Table 6.2-1). */
  readonly single?: true;
  /** Format of a value that is a JSON string. */
  readonly pattern?: string;
  /** Most characters of one value; for PN of one component group. */
  readonly maxLength?: number;
  readonly integer?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Range of a value in decimal digits, where a double cannot hold the bounds. */
  readonly range?: readonly [bigint, bigint];
  /** InlineBinary decodes to a multiple of so many bytes. */
  readonly unit?: number;
}

const YEAR = '[0-9]{4}';
const MONTH = '(0[1-9]|1[0-2])';
const DAY = '(0[1-9]|[12][0-9]|3[01])';
const HOUR = '([01][0-9]|2[0-3])';
const MINUTES = '([0-5][0-9](([0-5][0-9]|60)(\\.[0-9]{1,6})?)?)?';
const LINE = '^[^\\\\\\x00-\\x1F\\x7F]*$';
const TEXT = '^[^\\x00-\\x08\\x0B\\x0E-\\x1F\\x7F]*$';

const line = (maxLength?: number): JsonShape => ({
  type: 'string',
  bulkData: false,
  pattern: LINE,
  ...(maxLength ? { maxLength } : {}),
});
const text = (maxLength?: number): JsonShape => ({
  type: 'string',
  bulkData: true,
  single: true,
  pattern: TEXT,
  ...(maxLength ? { maxLength } : {}),
});
const integer = (minimum: number, maximum: number): JsonShape => ({
  type: 'number',
  bulkData: true,
  integer: true,
  minimum,
  maximum,
});
const binary = (unit: number): JsonShape => ({ type: 'binary', bulkData: true, unit });
const string = (pattern: string, maxLength?: number): JsonShape => ({
  type: 'string',
  bulkData: false,
  pattern,
  ...(maxLength ? { maxLength } : {}),
});

/**
 * How each VR is written in DICOM JSON: JSON types by PS3.18 Table F.2.3-1, formats and lengths by PS3.5 Table 6.2-1,
 * bulk data by PS3.18 §10.4.3.3.2. The schemas are made from this table alone.
 */
export const JSON_SHAPES: Readonly<Record<ValueRepresentation, JsonShape>> = {
  AE: string('^(?! *$)[\\x20-\\x5B\\x5D-\\x7E]*$', 16),
  AS: string('^[0-9]{3}[DWMY]$'),
  AT: string('^[0-9A-F]{8}$'),
  CS: string('^[A-Z0-9_ ]*$', 16),
  DA: string(`^${YEAR}${MONTH}${DAY}$`),
  DS: {
    type: 'number-or-string',
    bulkData: true,
    pattern: '^ *[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)? *$',
    maxLength: 16,
  },
  DT: string(`^${YEAR}(${MONTH}(${DAY}(${HOUR}${MINUTES})?)?)?([+-][0-9]{4})? *$`, 26),
  FD: { type: 'number', bulkData: true },
  FL: { type: 'number', bulkData: true },
  IS: {
    type: 'number-or-string',
    bulkData: true,
    integer: true,
    pattern: '^ *[+-]?[0-9]{1,11} *$',
    maxLength: 12,
    minimum: -2147483648,
    maximum: 2147483647,
    range: [-2147483648n, 2147483647n],
  },
  LO: line(64),
  LT: text(10240),
  OB: binary(1),
  OD: binary(8),
  OF: binary(4),
  OL: binary(4),
  OV: binary(8),
  OW: binary(2),
  PN: {
    type: 'name',
    bulkData: false,
    pattern: '^[^\\\\^\\x00-\\x1F\\x7F]*(\\^[^\\\\^\\x00-\\x1F\\x7F]*){0,4}$',
    maxLength: 64,
  },
  SH: line(16),
  SL: integer(-2147483648, 2147483647),
  SQ: { type: 'item', bulkData: false },
  SS: integer(-32768, 32767),
  ST: text(1024),
  SV: {
    type: 'number-or-string',
    bulkData: true,
    integer: true,
    pattern: '^[+-]?[0-9]{1,19}$',
    range: [-(2n ** 63n), 2n ** 63n - 1n],
  },
  TM: string(`^${HOUR}${MINUTES} *$`, 16),
  UC: { ...line(), bulkData: true },
  UI: string('^[012](\\.(0|[1-9][0-9]*))+$', 64),
  UL: integer(0, 4294967295),
  UN: binary(1),
  UR: { type: 'string', bulkData: true, single: true, pattern: '^(?! )[^\\\\\\x00-\\x1F\\x7F]*$' },
  US: integer(0, 65535),
  UT: text(),
  UV: {
    type: 'number-or-string',
    bulkData: true,
    integer: true,
    pattern: '^[0-9]{1,20}$',
    range: [0n, 2n ** 64n - 1n],
  },
};
