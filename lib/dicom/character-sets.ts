/** A coded character set in G0 (bytes below 80H) or G1 (bytes from 80H on) of ISO 2022. */
interface CodedSet {
  readonly area: 'G0' | 'G1';
  readonly bytesPerCharacter: 1 | 2;
  decode(code: Uint8Array): string;
}

const UNDECODABLE = '\ufffd';
const ESCAPE = 0x1b;

const decoders = new Map<string, TextDecoder>();
function decodeAs(label: string, bytes: Uint8Array): string {
  let decoder = decoders.get(label);
  if (!decoder) {
    decoder = new TextDecoder(label, { ignoreBOM: true });
    decoders.set(label, decoder);
  }
  return decoder.decode(bytes);
}

const ascii: CodedSet = { area: 'G0', bytesPerCharacter: 1, decode: (code) => String.fromCharCode(code[0] ?? 0) };

/** JIS X 0201 romaji. Its yen sign stands where the backslash does and delimits values all the same (PS3.5 §6.1.2.3). */
const romaji: CodedSet = { ...ascii, decode: (code) => (code[0] === 0x7e ? '\u203e' : ascii.decode(code)) };

/** The right half of an ISO 8859 part; the Encoding Standard's labels differ from it only in C1 controls. */
function rightHalf(label: string): CodedSet {
  return {
    area: 'G1',
    bytesPerCharacter: 1,
    decode: (code) => ((code[0] ?? 0) < 0xa0 ? UNDECODABLE : decodeAs(label, code)),
  };
}

const katakana: CodedSet = {
  area: 'G1',
  bytesPerCharacter: 1,
  decode: ([code = 0]) => (code > 0xa0 && code < 0xe0 ? String.fromCharCode(0xff61 + code - 0xa1) : UNDECODABLE),
};

function twoBytes(area: 'G0' | 'G1', label: string, prefix: readonly number[] = []): CodedSet {
  return {
    area,
    bytesPerCharacter: 2,
    decode: (code) => decodeAs(label, Uint8Array.of(...prefix, ...Array.from(code, (octet) => octet | 0x80))),
  };
}

const jisX0208 = twoBytes('G0', 'euc-jp');
const jisX0212 = twoBytes('G0', 'euc-jp', [0x8f]);
const ksX1001 = twoBytes('G1', 'euc-kr');
const gb2312 = twoBytes('G1', 'gbk');

const LATIN: Readonly<Record<string, CodedSet>> = {
  '100': rightHalf('iso-8859-1'),
  '101': rightHalf('iso-8859-2'),
  '109': rightHalf('iso-8859-3'),
  '110': rightHalf('iso-8859-4'),
  '126': rightHalf('iso-8859-7'),
  '127': rightHalf('iso-8859-6'),
  '138': rightHalf('iso-8859-8'),
  '144': rightHalf('iso-8859-5'),
  '148': rightHalf('windows-1254'),
  '166': rightHalf('windows-874'),
  '203': rightHalf('iso-8859-15'),
};

/** Escape sequences of PS3.3 Tables C.12-3 and C.12-4, without the escape itself. */
const ESCAPES: readonly (readonly [sequence: string, set: CodedSet])[] = [
  ['(B', ascii],
  ['(J', romaji],
  [')I', katakana],
  ['$B', jisX0208],
  ['$@', jisX0208],
  ['$(D', jisX0212],
  ['$)C', ksX1001],
  ['$)A', gb2312],
  ...Object.entries({
    100: 'A',
    101: 'B',
    109: 'C',
    110: 'D',
    126: 'F',
    127: 'G',
    138: 'H',
    144: 'L',
    148: 'M',
    166: 'T',
    203: 'b',
  }).map(([term, final]): [string, CodedSet] => [`-${final}`, LATIN[term] ?? ascii]),
];

const ENTIRE: Readonly<Record<string, string>> = { 'ISO_IR 192': 'utf-8', GB18030: 'gb18030', GBK: 'gbk' };
const G1_OF_TERM: Readonly<Record<string, CodedSet>> = { ...LATIN, '13': katakana, '149': ksX1001, '58': gb2312 };

interface State {
  G0: CodedSet;
  G1: CodedSet | null;
}

function initialState(term: string): State {
  const number = /^ISO(?:_IR| 2022 IR) ([0-9]+)$/.exec(term)?.[1] ?? '6';
  return { G0: number === '13' ? romaji : ascii, G1: G1_OF_TERM[number] ?? null };
}

/**
 * A delimiter returns to the initial sets (PS3.5 §6.1.2.5.3). Where none was initially in G1, the present one stays: no
 * correct text can tell the difference, and writers that forget to repeat the escape sequence are understood.
 */
function afterDelimiter(state: State, term: string): State {
  const { G0, G1 } = initialState(term);
  return { G0, G1: G1 ?? state.G1 };
}

/** Whether a Defined Term of Specific Character Set is one of PS3.3 §C.12.1.1.2. */
export function isCharacterSet(term: string): boolean {
  if (term === '' || term in ENTIRE) return true;
  const [, number] = /^ISO(?:_IR| 2022 IR) ([0-9]+)$/.exec(term) ?? [];
  return (
    number !== undefined &&
    (number === '6' || number in G1_OF_TERM || (['87', '159'].includes(number) && term.startsWith('ISO 2022')))
  );
}

/**
 * Text in the character sets of (0008,0005), ISO 2022 escape sequences followed (PS3.5 §6.1.2). `delimiters` are the
 * characters that return to the initial sets. Bytes that mean nothing become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, characterSets: readonly string[], delimiters: string): string {
  const [first = ''] = characterSets;
  const entire = ENTIRE[first];
  if (entire) return decodeAs(entire, bytes);
  if (first === 'ISO_IR 13' || !bytes.every((octet) => octet < 0x80 && octet !== ESCAPE)) {
    return decodeIso2022(bytes, first, `\r\n\f\t${delimiters}`);
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function decodeIso2022(bytes: Uint8Array, term: string, delimiters: string): string {
  let state = initialState(term);
  let decoded = '';
  let at = 0;
  while (at < bytes.length) {
    const octet = bytes[at] ?? 0;
    if (octet === ESCAPE) {
      const found = ESCAPES.find(([sequence]) => matches(bytes, at + 1, sequence));
      if (found) state = { ...state, [found[1].area]: found[1] };
      else decoded += UNDECODABLE;
      at += 1 + (found?.[0].length ?? 0);
      continue;
    }
    const set = octet < 0x80 ? state.G0 : state.G1;
    if (octet <= 0x20 || set?.bytesPerCharacter !== 2) {
      const character =
        octet <= 0x20 ? String.fromCharCode(octet) : (set?.decode(bytes.subarray(at, at + 1)) ?? UNDECODABLE);
      if (delimiters.includes(character)) state = afterDelimiter(state, term);
      decoded += character;
      at++;
    } else {
      decoded += at + 2 <= bytes.length ? set.decode(bytes.subarray(at, at + 2)) : UNDECODABLE;
      at += 2;
    }
  }
  return decoded;
}

function matches(bytes: Uint8Array, at: number, sequence: string): boolean {
  for (let index = 0; index < sequence.length; index++)
    if (bytes[at + index] !== sequence.charCodeAt(index)) return false;
  return true;
}
