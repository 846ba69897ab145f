import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isUid } from '../../dicom/uid.ts';
import { type Keeper, KeepingError } from '../archive.ts';
import type { Instance } from '../instance.ts';

/** Ends the name of a file that is not whole yet; what a crash leaves under such a name was never acknowledged. */
const UNFINISHED = '.unfinished';

export function isUnfinished(name: string): boolean {
  return name.endsWith(UNFINISHED);
}

/**
 * Keeps each instance as a file `study/series/instance.dcm` in a folder. `paths` names the files of the instances that
 * are there already, wherever they lie, by SOP Instance UID; an instance that has no file is forgotten without one.
 */
export function keeperIn(folder: string, paths: Map<string, string>): Keeper {
  return {
    keep: (instance) => {
      const path = pathOf(folder, instance);
      trying(path, 'written', () => writeWhole(path, instance.bytes));
      paths.set(instance.instance, path);
    },
    forget: ({ instance }) => {
      const path = paths.get(instance);
      if (path === undefined) return;
      trying(path, 'removed', () => rmSync(path, { force: true }));
      paths.delete(instance);
      removeEmpty(folder, dirname(path));
    },
  };
}

function pathOf(folder: string, { study, series, instance }: Instance): string {
  if (![study, series, instance].every(isUid)) throw new KeepingError('an instance without valid UIDs is not kept');
  return join(folder, study, series, `${instance}.dcm`);
}

function trying(path: string, done: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new KeepingError(`${path} cannot be ${done}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The file appears under its name when all of it is on the disk. */
function writeWhole(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = path + UNFINISHED;
  try {
    const file = openSync(unfinished, 'w');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Removes the folders of a series and a study that are empty now. */
function removeEmpty(top: string, folder: string): void {
  const below = relative(top, folder);
  if (below === '' || below.startsWith('..')) return;
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in it.
    return;
  }
  removeEmpty(top, dirname(folder));
}
