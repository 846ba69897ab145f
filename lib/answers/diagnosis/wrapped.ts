import type { JsonNode } from '../json/node.ts';

const TAG = /^[0-9A-Fa-f]{8}$/;

/**
 * Where the list of data sets stands that is not at the top: the name of the member that holds it, or `[]` where it is a
 * list in a list; null where it stands at the top, or nowhere.
 */
export function wrapperOf(root: JsonNode): string | null {
  if (root.kind === 'array') {
    const [only] = root.items;
    return root.items.length === 1 && only?.kind === 'array' && only.items.every(isDataSet) ? '[]' : null;
  }
  if (root.kind !== 'object' || root.members.some(({ name }) => TAG.test(name))) return null;
  for (const { name, value } of root.members) {
    if (value.kind === 'array' && value.items.length > 0 && value.items.every(isDataSet)) return name.slice(0, 60);
    const inner = value.kind === 'object' ? wrapperOf(value) : null;
    if (inner !== null) return `${name.slice(0, 60)}.${inner}`;
    if (isDataSet(value)) return name.slice(0, 60);
  }
  return null;
}

function isDataSet(node: JsonNode): boolean {
  return node.kind === 'object' && node.members.some(({ name }) => TAG.test(name));
}
