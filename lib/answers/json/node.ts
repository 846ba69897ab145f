/** A JSON value with what JSON.parse hides: member order, repeated names, the text of numbers. Offsets are in bytes. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonLiteral;

export interface JsonMember {
  readonly name: string;
  readonly value: JsonNode;
}
export interface JsonObject {
  readonly kind: 'object';
  readonly offset: number;
  /** In the order of the text, repeated names included. */
  readonly members: readonly JsonMember[];
}
interface JsonArray {
  readonly kind: 'array';
  readonly offset: number;
  readonly items: readonly JsonNode[];
}
interface JsonString {
  readonly kind: 'string';
  readonly offset: number;
  readonly value: string;
}
interface JsonNumber {
  readonly kind: 'number';
  readonly offset: number;
  /** As written: a 64-bit integer or `1.10` is not rounded. */
  readonly text: string;
}
interface JsonLiteral {
  readonly kind: 'literal';
  readonly offset: number;
  readonly value: boolean | null;
}

/** The pointer of a member or item below `pointer` (RFC 6901 §3). */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${typeof key === 'number' ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The first member of that name, or null. */
export function member(node: JsonNode | null | undefined, name: string): JsonNode | null {
  if (node?.kind !== 'object') return null;
  return node.members.find((candidate) => candidate.name === name)?.value ?? null;
}

/** The value to which a pointer leads, or null (RFC 6901 §4). */
export function nodeAt(root: JsonNode | null, pointer: string): JsonNode | null {
  let node = root;
  for (const token of pointer.split('/').slice(1)) {
    node =
      node?.kind === 'array'
        ? (node.items[Number(token)] ?? null)
        : member(node, token.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return node;
}

/** The value as JSON.parse would give it, the first of repeated members winning. Objects have no prototype. */
export function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object': {
      const object: Record<string, unknown> = Object.create(null);
      for (const { name, value } of node.members) if (!(name in object)) object[name] = plain(value);
      return object;
    }
    case 'array':
      return node.items.map(plain);
    case 'number':
      return Number(node.text);
    default:
      return node.value;
  }
}

const LONGEST_EXCERPT = 120;

/** The value as compact JSON, cut to a readable length: for the words of a finding. */
export function excerpt(node: JsonNode | null): string {
  if (node === null) return 'nothing';
  const text = written(node, LONGEST_EXCERPT);
  return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text;
}

/** Compact JSON of at least `enough` characters where there are so many; work does not grow with the value. */
function written(node: JsonNode, enough: number): string {
  if (node.kind === 'number') return node.text;
  if (node.kind === 'literal') return String(node.value);
  if (node.kind === 'string') return JSON.stringify(node.value.slice(0, enough + 1));
  let text = '';
  const open = node.kind === 'array' ? '[' : '{';
  const parts =
    node.kind === 'array'
      ? node.items.map((item) => ({ lead: '', value: item }))
      : node.members.map(({ name, value }) => ({ lead: `${JSON.stringify(name)}:`, value }));
  for (const { lead, value } of parts) {
    if (text.length > enough) break;
    text += `${text === '' ? '' : ','}${lead}${written(value, enough)}`;
  }
  return `${open}${text}${node.kind === 'array' ? ']' : '}'}`;
}
