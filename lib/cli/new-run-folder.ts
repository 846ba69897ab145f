import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError } from './exit-codes.ts';

/**
 * Makes the folder that a run's results go to: the one asked for, which has to be new or empty, or a new one under
 * `runs/` named for the moment.
 *
 * @throws CommandError naming the folder when it cannot be used.
 */
export function newRunFolder(out: string | undefined, now: Date = new Date()): string {
  return out === undefined ? make(freeName(now)) : make(emptyFolder(resolve(out)));
}

function freeName(now: Date): string {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  for (let count = 1; ; count++) {
    const folder = resolve('runs', count === 1 ? stamp : `${stamp}-${count}`);
    if (!existsSync(folder)) return folder;
  }
}

function emptyFolder(folder: string): string {
  if (!existsSync(folder)) return folder;
  if (!statSync(folder).isDirectory()) throw new CommandError(`--out: ${folder} is a file, not a folder`);
  if (readdirSync(folder).length > 0) {
    throw new CommandError(`--out: ${folder} is not empty`, undefined, 'name a new folder: results are never mixed');
  }
  return folder;
}

function make(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CommandError(`--out: ${folder} cannot be made: ${error instanceof Error ? error.message : error}`);
  }
  return folder;
}
