import { lstatSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Results } from '../lib/results/results.ts';

/** Largest picture and largest sum of pictures in a report, in bytes. */
const LARGEST = 150_000;
const MOST = 500_000;

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The pictures of a run as data URIs by their file name. Only PNG files inside the run folder and of a fair size are
 * taken; the others stay where they are.
 */
export function readPictures(runFolder: string, { scenarios }: Results): ReadonlyMap<string, string> {
  const pictures = new Map<string, string>();
  let sum = 0;
  for (const { pictures: judged } of scenarios) {
    for (const file of judged.flatMap(({ actual, expected }) =>
      expected === undefined ? [actual] : [actual, expected],
    )) {
      const bytes = pictures.has(file) ? null : readPng(runFolder, file);
      if (bytes === null || sum + bytes.length > MOST) continue;
      sum += bytes.length;
      pictures.set(file, `data:image/png;base64,${bytes.toString('base64')}`);
    }
  }
  return pictures;
}

function readPng(runFolder: string, file: string): Buffer | null {
  if (normalize(file).startsWith('..')) return null;
  const path = join(runFolder, file);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > LARGEST) return null;
  const bytes = readFileSync(path);
  return bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE) ? bytes : null;
}
