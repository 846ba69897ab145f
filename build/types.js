// @ts-check
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Declarations of what the package exports: the entries, by their names in the package. */
const ENTRIES = ['lib/library/index.d.ts', 'lib/library/playwright.d.ts'];
const IMPORTED = /((?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"]+?)\.tsx?(['"])/g;

/**
 * Writes the declarations of the library into a folder: those that an entry leads to, and no others. Imports name the
 * files that they would have as JavaScript, so that every module resolution finds them. `npm run check` checks the
 * sources: the compiler does no more here than the declarations need, which takes a third of the time.
 *
 * @param {string} checkout
 * @param {string} folder `dist/types`, as types.tsconfig.json has it
 * @returns {void}
 * @throws Error with what the compiler says when a source cannot be parsed or a type cannot be declared
 */
export function writeTypes(checkout, folder) {
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  try {
    execFileSync(process.execPath, [compiler, '-p', join(checkout, 'build/types.tsconfig.json')], { encoding: 'utf8' });
  } catch (error) {
    throw new Error(`the declarations cannot be made:\n${/** @type {{ stdout?: string }} */ (error).stdout}`);
  }
  const needed = new Set(ENTRIES.map((entry) => join(folder, entry)));
  for (const path of needed) {
    const text = readFileSync(path, 'utf8');
    for (const [, , target] of text.matchAll(IMPORTED)) needed.add(`${resolve(dirname(path), String(target))}.d.ts`);
    writeFileSync(path, text.replace(IMPORTED, '$1$2.js$3'));
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !needed.has(path)) rmSync(path);
  }
}
