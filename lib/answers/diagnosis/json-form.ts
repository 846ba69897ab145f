/** In which form JSON lies in a body that is no JSON as it stands. */
export type JsonForm =
  | 'utf-16'
  | 'json-string'
  | 'base64'
  | 'html-escaped'
  | 'percent-encoded'
  | 'jsonp'
  | 'text-before'
  | 'text-after'
  | 'chunk-sizes'
  | 'several-texts'
  | 'single-quotes'
  | 'cut-off';

/** What is found out about a body that should be JSON: its form, and what stands around the JSON. */
export interface FoundForm {
  readonly form: JsonForm;
  /** What stands before or behind it, cut to a readable length; null where nothing does. */
  readonly around: string | null;
}

const LONGEST = 80;
/** Parsing as a whole is for bodies up to this size, in bytes. */
const MOST_PARSED = 4 * 2 ** 20;

/**
 * How the JSON in a body was disguised; null where it shows in no known way. `bytes` are those of a whole body that cannot
 * be read as a list or an object.
 */
export function jsonFormOf(bytes: Uint8Array): FoundForm | null {
  if (bytes.length > MOST_PARSED) return null;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = utf16(body);
  if (wide !== null) return opensJson(wide) ? { form: 'utf-16', around: null } : null;
  const text = body
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
  return whole(text) ?? surrounded(text) ?? unfinished(text);
}

function utf16(body: Buffer): string | null {
  const [first, second] = [body[0], body[1]];
  if (body.length < 4) return null;
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0))
    return body
      .toString('utf16le')
      .replace(/^\ufeff/, '')
      .trim();
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) {
    const even = body.subarray(0, body.length - (body.length % 2));
    return Buffer.from(even)
      .swap16()
      .toString('utf16le')
      .replace(/^\ufeff/, '')
      .trim();
  }
  return null;
}

function opensJson(text: string): boolean {
  return /^[[{]/.test(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isJson(text: string): boolean {
  return opensJson(text) && parsed(text) !== undefined;
}

/** All of it is JSON once it is decoded. */
function whole(text: string): FoundForm | null {
  const string = text.startsWith('"') ? parsed(text) : undefined;
  if (typeof string === 'string')
    return isJson(string.trim()) ? { form: 'json-string', around: null } : fromBase64(string);
  if (/^(\[|\{|%5B|%7B)/i.test(text) && text.includes('%22')) {
    const decoded = percentDecoded(text);
    if (decoded !== null && isJson(decoded)) return { form: 'percent-encoded', around: null };
  }
  if (/&(quot|#34|#x22);/i.test(text) && isJson(unescaped(text))) return { form: 'html-escaped', around: null };
  if (opensJson(text) && !text.includes('"') && isJson(text.replaceAll("'", '"')))
    return { form: 'single-quotes', around: null };
  return fromBase64(text);
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function unescaped(text: string): string {
  return text
    .replace(/&(quot|#34|#x22);/gi, '"')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&(#39|apos);/gi, "'")
    .replace(/&amp;/gi, '&');
}

function fromBase64(text: string): FoundForm | null {
  const plain = text.replace(/[\r\n]/g, '');
  if (plain.length < 4 || !/^[A-Za-z0-9+/_-]+=*$/.test(plain)) return null;
  return isJson(Buffer.from(plain, 'base64').toString('utf8').trim()) ? { form: 'base64', around: null } : null;
}

/** JSON with something before or behind it. */
function surrounded(text: string): FoundForm | null {
  const call = /^(\/\*\*\/\s*)?([A-Za-z_$][\w$.]{0,60})\s*\(([\s\S]*)\)\s*;?$/.exec(text);
  if (call && isJson((call[3] ?? '').trim())) return { form: 'jsonp', around: `${call[2]}(…)` };
  const unchunked = text.replace(/(^|\r\n)[0-9a-f]{1,8}(\r\n|$)/gi, '');
  if (unchunked !== text && isJson(unchunked.trim()))
    return { form: 'chunk-sizes', around: text.split('\r\n')[0] ?? null };
  const end = endOfJson(text);
  if (end !== null) {
    const rest = text.slice(end).trim();
    if (rest !== '') return { form: isSequence(rest) ? 'several-texts' : 'text-after', around: rest.slice(0, LONGEST) };
  }
  for (const match of [text.indexOf('['), text.indexOf('{')].filter((at) => at > 0).sort((one, other) => one - other)) {
    const found = endOfJson(text.slice(match));
    if (found !== null && text.slice(match + found).trim() === '')
      return { form: 'text-before', around: text.slice(0, match).trim().slice(0, LONGEST) };
  }
  return null;
}

function isSequence(text: string): boolean {
  const end = endOfJson(text.replace(/^,\s*/, ''));
  return end !== null;
}

/** Where the list or object ends that a text begins with; null where it does not end, or is no JSON. */
function endOfJson(text: string): number | null {
  if (!opensJson(text)) return null;
  const closed = closingOf(text);
  return closed.depth === 0 && parsed(text.slice(0, closed.end)) !== undefined ? closed.end : null;
}

/** How deep a text is open where it ends, or where its first list or object does. */
function closingOf(text: string): { readonly depth: number; readonly end: number } {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && --depth === 0) return { depth, end: at + 1 };
  }
  return { depth, end: text.length };
}

/** A text that ends while a list, an object or a string is open. */
function unfinished(text: string): FoundForm | null {
  return opensJson(text) && closingOf(text).depth > 0 ? { form: 'cut-off', around: text.slice(-LONGEST) } : null;
}
