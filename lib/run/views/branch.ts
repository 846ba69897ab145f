import type { AnswerNode } from '../../results/answer-view.ts';

/** A node of a parsed answer whose children are read only when they are asked for: an answer may be of any size. */
export interface Branch {
  /** What a path to this node is made of. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
  children(): readonly Branch[];
}

const LONGEST_LABEL = 80;
const LONGEST_TEXT = 300;
/** Longest path that is followed. */
const LONGEST_PATH = 24;
/** Children listed below the marked node, on each level. */
const BELOW = 12;

/** How much is shown around the path: siblings on each side of a node, and levels below the marked one. */
interface Extent {
  readonly beside: number;
  readonly levels: number;
}

/** From the largest to the smallest: the first that keeps a tree to its size is taken. */
const EXTENTS: readonly Extent[] = [
  { beside: 3, levels: 2 },
  { beside: 3, levels: 1 },
  { beside: 1, levels: 0 },
];
const SMALLEST: Extent = { beside: 0, levels: 0 };
/** Characters of a tree as JSON. */
const LARGEST_TREE = 6_000;

/** A bounded tree of a branch, open along a path and marked at its end; a node that is not there is shown as absent. */
export function openTo(branch: Branch, path: readonly string[]): AnswerNode {
  const followed = path.slice(0, LONGEST_PATH);
  for (const extent of EXTENTS) {
    const tree = opened(branch, followed, extent);
    if (JSON.stringify(tree).length <= LARGEST_TREE) return tree;
  }
  return opened(branch, followed, SMALLEST);
}

function opened(branch: Branch, [key, ...rest]: readonly string[], extent: Extent): AnswerNode {
  if (key === undefined) return { ...unfolded(branch, extent.levels), marked: true };
  const children = branch.children();
  const found = children.findIndex((child) => child.key === key);
  const at = found >= 0 ? found : placeOf(key, children);
  const from = Math.max(0, at - extent.beside);
  const to = at + extent.beside + (found >= 0 ? 1 : 0);
  const around = children.slice(from, to);
  const shown = around.map((child, index) => (from + index === found ? opened(child, rest, extent) : leaf(child)));
  if (found < 0)
    shown.splice(at - from, 0, { label: key.slice(0, LONGEST_LABEL), text: '', marked: true, absent: true });
  return { ...leaf(branch), children: shown, ...leftOf(children.length, around.length) };
}

/** Where a missing node would stand: names of data elements are in order. */
function placeOf(key: string, children: readonly Branch[]): number {
  const after = children.findIndex((child) => child.key > key);
  return after >= 0 ? after : children.length;
}

function unfolded(branch: Branch, depth: number): AnswerNode {
  if (depth === 0) return leaf(branch);
  const children = branch.children();
  if (children.length === 0) return leaf(branch);
  const shown = children.slice(0, BELOW).map((child) => unfolded(child, depth - 1));
  return { ...leaf(branch), children: shown, ...leftOf(children.length, shown.length) };
}

function leaf({ label, text }: Branch): AnswerNode {
  return { label: cut(label, LONGEST_LABEL), text: cut(text, LONGEST_TEXT) };
}

function leftOf(all: number, shown: number): { readonly left?: number } {
  return all > shown ? { left: all - shown } : {};
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
