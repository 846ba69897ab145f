import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A k6 on this machine. */
export interface K6 {
  readonly path: string;
  readonly version: string;
}

/**
 * Finds k6: by `K6_BIN` of the environment, or where that is unset or empty the first on the PATH. Null when there is
 * none. Throws an Error when the program that was found does not say that it is k6.
 */
export async function findK6(env: Readonly<Record<string, string | undefined>>): Promise<K6 | null> {
  const path = env.K6_BIN || onPath(env.PATH ?? '');
  if (path === null) return null;
  return { path, version: await versionOf(path) };
}

function onPath(path: string): string | null {
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, process.platform === 'win32' ? 'k6.exe' : 'k6');
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // k6 is not in this folder.
    }
  }
  return null;
}

async function versionOf(path: string): Promise<string> {
  let output: string;
  try {
    output = (await promisify(execFile)(path, ['version'], { timeout: 20_000 })).stdout;
  } catch (error) {
    throw new Error(`${path} does not run: ${error instanceof Error ? error.message : error}`);
  }
  // k6 prints the name of its file, which may be k6-v2.2.0 or k6.exe.
  const version = /k6\S* v?([0-9][^\s(]*)/.exec(output)?.[1];
  if (version === undefined) throw new Error(`${path} does not say that it is k6`);
  return version;
}
