import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from '../errors/exit-codes.ts';
import type { InitFile } from './file.ts';

/**
 * Writes files into a folder: all of them, or none where one is there already and may not be replaced. Returns the
 * paths of those that were replaced.
 *
 * @throws CommandError that names what is there, or what cannot be written.
 */
export function writeInitFiles(folder: string, files: readonly InitFile[], mayReplace: boolean): readonly string[] {
  const there = files.map(({ path }) => path).filter((path) => isThere(join(folder, path)));
  if (there.length > 0 && !mayReplace) {
    throw new CommandError(
      `${there.join(', ')} ${there.length === 1 ? 'is' : 'are'} there already; nothing was written`,
      undefined,
      'Move away what is there, or give --force to replace it.',
    );
  }
  for (const { path, text } of files) {
    const target = join(folder, path);
    try {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text, { mode: path.endsWith('.sh') ? 0o755 : 0o644 });
    } catch (error) {
      throw new CommandError(`${path} cannot be written: ${error instanceof Error ? error.message : error}`);
    }
  }
  return there;
}

/** Also a link that leads nowhere is there. What cannot be looked at is told when it is written. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
