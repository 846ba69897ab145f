import { writeFileSync } from 'node:fs';
import { CommandError } from '../errors/exit-codes.ts';

/**
 * Writes a file that the user named with a flag.
 *
 * @throws CommandError that names flag and file when it cannot be written.
 */
export function writeUserFile(flag: string, path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `${flag}: ${path || '(no name)'} cannot be written: ${why}`,
      undefined,
      'Name a file in a folder that is there.',
    );
  }
}
