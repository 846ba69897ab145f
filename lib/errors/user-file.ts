import { BOUNDS } from '../bounds.ts';
import { CommandError } from './exit-codes.ts';
import { readRegularFile, UnusableFile } from './regular-file.ts';

/**
 * Text of a file of the user's. `what` names it in the message: `target file`.
 *
 * @throws CommandError that names the file when it cannot be read.
 */
export function readUserFile(path: string, what: string): string {
  try {
    // Editors on Windows put a byte order mark in front.
    return readRegularFile(path, { most: BOUNDS.userFile.limit })
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof UnusableFile) throw new CommandError(`${what} ${error.message}`);
    throw error;
  }
}
