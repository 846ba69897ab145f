import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from '../harness.ts';

/** The load scripts that a person can run, and what each does. */
export const SCRIPTS = {
  stow: 'stores unique synthetic instances',
  wado: 'retrieves instances, series, studies, frames and metadata of what it stored beforehand',
  qido: 'searches for what it stored beforehand, with paging',
  mixed: 'a day in an archive: stores, retrieves and searches in stated proportions',
  durability: 'stores, waits, and reads back and compares everything that was acknowledged',
  delete: 'deletes the studies that an earlier run stored',
} as const;
export type ScriptName = keyof typeof SCRIPTS;

/** Measures what the generator itself can do; not for people. */
export type AnyScript = ScriptName | 'ceiling';

/** Folder of the scripts, in the sources and in the package alike. */
export const SCRIPT_FOLDER = join(PACKAGE_FOLDER, 'load');

/** Path of a script. Throws an Error when the package is not whole. */
export function scriptPath(name: AnyScript): string {
  const path = join(SCRIPT_FOLDER, `${name}.ts`);
  if (!existsSync(path)) throw new Error(`${path} is missing: the package is not whole`);
  return path;
}
