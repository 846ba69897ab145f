import { join } from 'node:path';
import { PACKAGE_FOLDER } from '../harness.ts';

/** The load scripts that a person can run, and what each of them does. */
export const SCRIPTS = {
  stow: 'stores unique synthetic instances',
  wado: 'stores a corpus, then retrieves its instances, series, studies, frames and metadata',
  qido: 'stores a corpus, then searches for it, with paging',
  mixed: 'stores a corpus, then stores, retrieves and searches at once, in given proportions',
  durability: 'stores, waits, then reads back everything that was acknowledged and compares it',
  delete: 'deletes the studies that an earlier run stored',
} as const;
export type ScriptName = keyof typeof SCRIPTS;

/** Scripts that can read what is on the target in place of what they stored. */
export const READING_SCRIPTS: readonly ScriptName[] = ['wado', 'qido'];

/** `ceiling` measures the most that the generator can do. The runner starts it, never a person. */
export type AnyScript = ScriptName | 'ceiling';

/** Path of the source of a script, in a checkout. */
export function scriptPath(name: AnyScript): string {
  return join(PACKAGE_FOLDER, 'load', `${name}.ts`);
}
