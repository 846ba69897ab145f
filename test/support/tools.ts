import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Full path of a program on the PATH, or null. */
export function findTool(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/**
 * Reason to skip a test that needs a program, or false when it is there. In CI every program has to be there, so its
 * absence throws: a test that was skipped in silence is a test that nobody runs.
 */
export function skipWithout(...tools: readonly string[]): string | false {
  const missing = tools.filter((tool) => findTool(tool) === null);
  if (missing.length === 0) return false;
  const reason = `needs ${missing.join(', ')}, which is not installed`;
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}
