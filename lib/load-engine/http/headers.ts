import { trimWhiteSpace } from './response-head.ts';

/** Names that are remembered: a script that makes them up must not fill the memory. */
const NAMES_LIMIT = 1000;
const canonicalNames = new Map<string, string>();

/** `content-type` as k6 writes it: `Content-Type`. */
export function canonicalName(name: string): string {
  let canonical = canonicalNames.get(name);
  if (canonical === undefined) {
    canonical = name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
    if (canonicalNames.size < NAMES_LIMIT) canonicalNames.set(name, canonical);
  }
  return canonical;
}

/** All headers of an answer; those that come more than once are joined with `, `. */
export function headerMap(headerText: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of headerLines(headerText)) {
    const key = canonicalName(name);
    const before = Object.hasOwn(headers, key) ? headers[key] : undefined;
    Object.defineProperty(headers, key, {
      value: before === undefined ? value : `${before}, ${value}`,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return headers;
}

/** The values of one header in the order of their lines. */
export function headerValues(headerText: string, name: string): string[] {
  if (!headerText.toLowerCase().includes(name)) return [];
  return headerLines(headerText)
    .filter(([key]) => key.toLowerCase() === name)
    .map(([, value]) => value);
}

function headerLines(headerText: string): [name: string, value: string][] {
  if (headerText === '') return [];
  return headerText.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), trimWhiteSpace(line.slice(colon + 1))];
  });
}

/** The last line made for each name: most requests of a run say the same. */
const lastLines = new Map<string, { readonly value: string; readonly line: string }>();

/**
 * One header line for a request.
 * @throws Error for a name or value that would break the request
 */
export function headerLine(name: string, value: string): string {
  const last = lastLines.get(name);
  if (last !== undefined && last.value === value) return last.line;
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) throw new Error(`invalid header field name "${name}"`);
  if (/[\0\r\n]/.test(value)) throw new Error(`invalid header field value for "${name}"`);
  // k6 puts UTF-8 on the wire; the head is written as ISO 8859-1, so each byte becomes one character.
  const wire = /^[\t\x20-\x7e]*$/.test(value) ? value : Buffer.from(value, 'utf8').toString('latin1');
  const line = `${name}: ${wire}\r\n`;
  if (lastLines.size < NAMES_LIMIT || last !== undefined) lastLines.set(name, { value, line });
  return line;
}
