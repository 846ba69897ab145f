import { readFileSync } from 'node:fs';
import { CommandError } from './exit-codes.ts';

/**
 * Text of a file of the user's. `what` names it in the message: `target file`.
 *
 * @throws CommandError that names the file when it cannot be read.
 */
export function readUserFile(path: string, what: string): string {
  try {
    // Editors on Windows put a byte order mark in front.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new CommandError(`${what} ${path} ${why}`);
  }
}
