import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: on a full disk an earlier one stays as it was, and no half of this one is left. */
export function writeWhole(path: string, text: string): void {
  const half = `${path}.partial`;
  try {
    writeFileSync(half, text);
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    // A full disk is reported without the name of the file.
    if (error instanceof Error && !error.message.includes(path)) error.message = `${path}: ${error.message}`;
    throw error;
  }
}
