import { existsSync, mkdtempSync, rmdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findK6 } from '../load/k6-binary.ts';
import { formatBytes } from '../portable/size.ts';
import { bad, type Finding, look, ok } from './finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Less free than a run of the tutorial may keep as evidence, and less than a long load run may. */
const TOO_LITTLE = 512 * 2 ** 20;
const LITTLE = 4 * 2 ** 30;

/** Whether Node is one that the package takes: `range` as `^20.19.0 || >=22.13`. */
export function nodeFinding(range: string, version: string = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isTaken = range.split('||').some((part) => {
    const [, sign, least, patch] = /(\^|>=)\s*(\d+)(?:\.(\d+))?/.exec(part) ?? [];
    if (major === Number(least)) return minor >= Number(patch ?? 0);
    return sign === '>=' && major > Number(least);
  });
  if (isTaken) return ok('node', `Node ${version}`);
  return bad('node', `Node ${version} is not one that this version runs on`, `Install one that is ${range}.`);
}

/** Whether results can be written: tried, and removed again, in the nearest folder that is there. */
export function folderFinding(folder: string): Finding {
  const there = nearestFolder(folder);
  try {
    rmdirSync(mkdtempSync(join(there, '.dicomweb-harness-')));
    return ok('results', `${folder} can be written to`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return bad(
      'results',
      `${folder} cannot be written to: ${why}`,
      'Name another folder with --out, or start from one that this account may write to.',
    );
  }
}

export function diskFinding(folder: string): Finding {
  const { bavail, bsize } = statfsSync(nearestFolder(folder));
  const free = bavail * bsize;
  const says = `${formatBytes(free)} free in ${folder}`;
  if (free < TOO_LITTLE)
    return bad(
      'disk',
      says,
      'Make room, or name another folder with --out: evidence takes up to 256 MiB, and large answers pass through the disk.',
    );
  return free < LITTLE
    ? look('disk', says, 'Enough for conformance; a long load run may keep more.')
    : ok('disk', says);
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

export async function k6Finding(env: Environment): Promise<Finding> {
  try {
    const k6 = await findK6(env);
    return ok(
      'k6',
      k6 ? `k6 ${k6.version} (${k6.path}) runs load scripts` : 'not found: the embedded engine runs load scripts',
    );
  } catch (error) {
    return look(
      'k6',
      error instanceof Error ? error.message : String(error),
      'Check K6_BIN and PATH, or use load --engine embedded.',
    );
  }
}
