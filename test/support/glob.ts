import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files below a folder whose name ends so, sorted. */
export function globSync(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path))
    .sort();
}
