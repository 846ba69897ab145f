import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance } from '../instance.ts';
import { FAILURE_REASON } from '../store/outcome.ts';
import { readFile } from '../store/read-file.ts';
import { isUnfinished } from './keeper.ts';

/** A file that the server does not hold, and why, as the end of a sentence about the file. */
export interface SkippedFile {
  readonly path: string;
  readonly why: string;
}

export interface InstanceFile {
  readonly path: string;
  readonly instance: Instance;
}

const REASONS: Readonly<Record<number, string>> = {
  [FAILURE_REASON.cannotUnderstand]: 'is no DICOM file (PS3.10), or a damaged one',
  [FAILURE_REASON.transferSyntaxNotSupported]: 'has a transfer syntax that this server does not know',
  [FAILURE_REASON.doesNotMatchSopClass]: 'lacks the UID of its study, series, instance or SOP Class',
};

/**
 * Reads the DICOM files in a folder and those below it, in the order of their names; links to folders are not followed.
 * @throws the system's own error for a folder that cannot be read.
 */
export function* readFolder(folder: string): Generator<SkippedFile | InstanceFile> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* readFolder(path);
    else if (!isUnfinished(entry.name)) yield read(path);
  }
}

function read(path: string): SkippedFile | InstanceFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { path, why: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
  const outcome = readFile(bytes);
  if (!('kind' in outcome)) return { path, instance: outcome };
  return { path, why: REASONS[outcome.reason] ?? 'cannot be taken' };
}
