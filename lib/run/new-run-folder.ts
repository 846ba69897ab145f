import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { CommandError } from '../errors/exit-codes.ts';

/**
 * Makes the folder that a run's results go to: the one asked for, which has to be new or empty, or a new one under
 * `runs/` named for the moment. No two runs are ever given the same one.
 *
 * @throws CommandError naming the folder when it cannot be used.
 */
export function newRunFolder(out: string | undefined, now: Date = new Date()): string {
  if (out === undefined) return freshFolder(resolve('runs'), now);
  return newFolder('--out', out);
}

/** A run folder as people name it from where they are. */
export function nameOfFolder(folder: string): string {
  return relative(process.cwd(), folder) || '.';
}

/** Makes the folder that a flag names, which has to be new or empty. @throws CommandError when it cannot be used. */
export function newFolder(flag: string, path: string): string {
  if (path === '') throw new CommandError(`${flag}: no folder is named`);
  const folder = resolve(path);
  refuseFull(flag, folder);
  makeWithParents(folder);
  return folder;
}

/** Removes the folder of a run that did not begin. */
export function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

function freshFolder(parent: string, now: Date): string {
  makeWithParents(parent);
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  for (let count = 1; ; count++) {
    const folder = join(parent, count === 1 ? stamp : `${stamp}-${count}`);
    if (make(folder)) return folder;
  }
}

function refuseFull(flag: string, folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new CommandError(`${flag}: ${folder} is a file, not a folder`);
  if (readdirSync(folder).length > 0) {
    throw new CommandError(`${flag}: ${folder} is not empty`, undefined, 'name a new folder: results are never mixed');
  }
}

/** One by one: mkdir's own recursion never ends below /proc, where no folder can be made. */
function makeWithParents(folder: string): void {
  if (existsSync(folder)) return;
  makeWithParents(dirname(folder));
  if (make(folder) || existsSync(folder)) return;
  throw new CommandError(
    `${folder} is a link that leads to no folder`,
    undefined,
    'name a new folder with --out, or mend the link',
  );
}

/** Returns false when the folder was there before. */
function make(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new CommandError(
      `${folder} cannot be made: ${error instanceof Error ? error.message : error}`,
      undefined,
      'name a folder that this account may write to with --out',
    );
  }
}
