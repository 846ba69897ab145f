import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { MANIFEST_FILE, type Manifest, readManifest, type Tampering } from '../../results/manifest.ts';

/** The manifest of a run folder. Throws a CommandError when there is none or it cannot be read. */
export function manifestOf(runFolder: string): Manifest {
  if (!existsSync(join(runFolder, MANIFEST_FILE))) {
    throw new CommandError(
      `${runFolder} has no ${MANIFEST_FILE}`,
      EXIT_CODES.usage,
      'Give the folder of a finished run.',
    );
  }
  try {
    return readManifest(runFolder);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(
      `${MANIFEST_FILE} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** What differs from the manifest, one file a line. */
export function tamperingLines({ changed, missing, added }: Tampering): string[] {
  return [
    ...changed.map((path) => `changed  ${path}`),
    ...missing.map((path) => `missing  ${path}`),
    ...added.map((path) => `added    ${path}`),
  ];
}
