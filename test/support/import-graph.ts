import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One import of a source file, type-only ones included: they bind two files to each other as the others do. */
export interface Import {
  readonly file: string;
  /** Path from the root of the project, or the name of a package. */
  readonly target: string;
  readonly local: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\('([^']+)'\)/g;

/** What a file imports, Node's own modules left out. A file that is loaded by its URL, as a worker is, is no import. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(IMPORT)].flatMap((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    if (specifier.startsWith('node:')) return [];
    const local = specifier.startsWith('.');
    return { file, local, target: local ? normalize(join(dirname(file), specifier)) : specifier };
  });
}

/** Nodes, and where each leads. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** One way round from each node that leads back to itself; of nodes that lie on the same way, the first only. */
export function cyclesIn(graph: Graph): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  for (const start of graph.keys()) {
    if (seen.has(start)) continue;
    const way = wayBack(graph, start);
    for (const node of way) seen.add(node);
    if (way.length > 0) found.push([...way, start].join(' → '));
  }
  return found;
}

/** The shortest way from a node back to itself, without its end; empty where there is none. */
function wayBack(graph: Graph, start: string): readonly string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) return unwound(cameFrom, node);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return [];
}

function unwound(cameFrom: ReadonlyMap<string, string>, end: string): readonly string[] {
  const way = [end];
  for (let node = cameFrom.get(end); node !== undefined; node = cameFrom.get(node)) way.unshift(node);
  return way;
}
