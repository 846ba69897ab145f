import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const MAIN = ['bin.js'];

/** Faults of different harms, so that a report of them has every part. */
export const TEN_FAULTS: readonly string[] = [
  'store-answers-202',
  'retrieve-answers-206',
  'part-without-location',
  'delimiters-with-bare-lf',
  'part10-group-length-wrong',
  'patient-name-upper-cased',
  'pixel-bit-flipped',
  'frame-bit-flipped',
  'metadata-labelled-as-plain-json',
  'metadata-bare-object',
];

/**
 * Plays a conformance run as its user does, in processes of its own, against a reference server with faults. Writes the
 * folder, which must not exist; returns the exit code of the run.
 */
export async function playAgainstFaults(
  folder: string,
  faults: readonly string[],
  flags: readonly string[] = [],
): Promise<number | null> {
  const server = spawn(process.execPath, [...MAIN, 'reference-server', ...faults.flatMap((one) => ['--fault', one])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const baseUrl = await firstLineOf(server);
    const run = spawnSync(process.execPath, [...MAIN, 'conformance', ...flags, '--target', baseUrl, '--out', folder], {
      encoding: 'utf8',
      timeout: 240_000,
    });
    return run.status;
  } finally {
    server.kill();
  }
}

async function firstLineOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the server has no standard output');
  const [line] = (await once(createInterface(stdout), 'line')) as [string];
  return line;
}
