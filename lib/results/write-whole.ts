import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: on a full disk an earlier one stays as it was, and no half of this one is left. */
export function writeWhole(path: string, text: string): void {
  const half = `${path}.partial`;
  try {
    writeFileSync(half, text);
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}
