import { excerpt, type JsonNode } from '../../answers/json/node.ts';
import { keywordOf } from '../../dicom/dictionary.ts';
import type { Branch } from './branch.ts';

/** A JSON value as a branch; the keys are those of a JSON pointer. */
export function jsonBranch(node: JsonNode, key = '', label = 'JSON'): Branch {
  return { key, label, text: excerpt(node), children: () => childrenOf(node) };
}

/** Keys of the pointer, with the escapes of RFC 6901 undone. */
export function pointerKeys(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function childrenOf(node: JsonNode): readonly Branch[] {
  if (node.kind === 'array') return node.items.map((item, index) => jsonBranch(item, String(index), `[${index}]`));
  if (node.kind !== 'object') return [];
  return node.members.map(({ name, value }) => jsonBranch(value, name, named(name)));
}

/** A tag with its keyword, any other name as it is. */
function named(name: string): string {
  const keyword = /^[0-9A-F]{8}$/.test(name) ? keywordOf(name) : null;
  return keyword === null ? name : `${name} ${keyword}`;
}
