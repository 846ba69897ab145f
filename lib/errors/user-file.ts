import { readFileSync, statSync } from 'node:fs';
import { CommandError } from './exit-codes.ts';

/**
 * Text of a file of the user's. `what` names it in the message: `target file`.
 *
 * @throws CommandError that names the file when it cannot be read.
 */
export function readUserFile(path: string, what: string): string {
  try {
    // Editors on Windows put a byte order mark in front.
    return readNoPipe(path).replace(/^\uFEFF/, '');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new CommandError(`${what} ${path} ${error instanceof NamedPipe ? error.message : why}`);
  }
}

/** A named pipe where a file was meant. */
class NamedPipe extends Error {}

/**
 * Text of a file. A named pipe that nobody writes to would be waited for without end; those of a shell, as `<(command)`
 * gives them, lie below /dev or /proc and have a writer.
 *
 * @throws Error as the system does, and for a named pipe.
 */
export function readNoPipe(path: string): string {
  if (!/^\/(dev|proc)\//.test(path) && statSync(path).isFIFO()) throw new NamedPipe('is a named pipe, not a file');
  return readFileSync(path, 'utf8');
}
