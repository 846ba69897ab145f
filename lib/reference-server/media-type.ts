/** A media type or media range: names in lower case, parameters by lower-case name. */
interface MediaType {
  readonly essence: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** An entry of Accept, or of the accept query parameter, with its weight from 0 to 1. */
export interface MediaRange extends MediaType {
  readonly quality: number;
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Splits at a separator that stands outside quoted strings (RFC 9110 §5.6.4). */
function splitOutsideQuotes(text: string, separator: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (quoted && character === '\\') piece += character + text.charAt(++index);
    else {
      if (character === '"') quoted = !quoted;
      if (character === separator && !quoted) {
        pieces.push(piece);
        piece = '';
      } else piece += character;
    }
  }
  return [...pieces, piece];
}

function unquote(value: string): string {
  return value.startsWith('"') && value.endsWith('"') && value.length > 1
    ? value.slice(1, -1).replace(/\\(.)/g, '$1')
    : value;
}

/**
 * Reads a media type (RFC 9110 §8.3.1); null when it is none. Unquoted parameter values may hold characters outside
 * token, such as the slash of `type=application/dicom`, which PS3.18 §8.7.1 has both ways.
 */
export function parseMediaType(text: string): MediaType | null {
  const [essence = '', ...fields] = splitOutsideQuotes(text, ';').map((piece) => piece.trim());
  const [type = '', subtype = '', ...rest] = essence.split('/');
  if (!TOKEN.test(type) || !TOKEN.test(subtype) || rest.length > 0) return null;
  const parameters = new Map<string, string>();
  for (const field of fields) {
    const equals = field.indexOf('=');
    if (equals < 1) continue;
    const name = field.slice(0, equals).trim().toLowerCase();
    if (!parameters.has(name)) parameters.set(name, unquote(field.slice(equals + 1).trim()));
  }
  return { essence: essence.toLowerCase(), parameters };
}

/** Reads a list of media ranges; entries that are none are skipped (PS3.18 §8.7.7). */
export function parseAccept(text: string): MediaRange[] {
  return splitOutsideQuotes(text, ',').flatMap((entry) => {
    const range = parseMediaType(entry);
    if (range === null) return [];
    const weight = range.parameters.get('q') ?? '1';
    return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? [{ ...range, quality: Number(weight) }] : [];
  });
}

/** Whether a type lies in a range: equal, of that type with any subtype, or of any type at all. */
export function rangeCovers(range: string, essence: string): boolean {
  if (range === '*/*' || range === essence) return true;
  return range.endsWith('/*') && essence.startsWith(range.slice(0, -1));
}
