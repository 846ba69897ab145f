import type { JsonNode } from '../json/node.ts';

/** Members in which services put what went wrong. */
const TELLING = /^(error|errors|message|msg|detail|details|title|description|reason|exception|fault|faultstring)$/i;
const OF_ERRORS = /^(error|errors|exception|fault|stack|stacktrace|trace|code|status|statuscode|type|path|timestamp)$/i;
const TAG = /^[0-9A-Fa-f]{8}$/;
const LONGEST = 120;

/** The message of an object that tells of an error instead of being a data set; null for anything else. */
export function errorIn(root: JsonNode): string | null {
  const object = root.kind === 'array' && root.items.length === 1 ? root.items[0] : root;
  if (object?.kind !== 'object' || object.members.length === 0) return null;
  const names = object.members.map(({ name }) => name);
  if (names.some((name) => TAG.test(name))) return null;
  const telling = object.members.find(({ name }) => TELLING.test(name));
  if (!telling || !names.every((name) => TELLING.test(name) || OF_ERRORS.test(name))) return null;
  return textOf(telling.value) ?? names.join(', ');
}

function textOf(node: JsonNode): string | null {
  if (node.kind === 'string') return node.value.slice(0, LONGEST);
  if (node.kind !== 'object') return null;
  const inner = node.members.find(({ name, value }) => TELLING.test(name) && value.kind === 'string');
  return inner?.value.kind === 'string' ? inner.value.value.slice(0, LONGEST) : null;
}

/** What plain text or XML says that tells of an error; null for anything else. `text` is the beginning of a body. */
export function errorInText(text: string): string | null {
  const plain = text
    .replace(/<\?[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const isError =
    /\b(errors?|exceptions?|failed|failure|not found|denied|forbidden|unauthori[sz]ed|unavailable|time(d )?-?out|invalid|no such|traceback|fault)\b/i;
  return plain !== '' && isError.test(plain) ? plain.slice(0, LONGEST) : null;
}
