import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { findTampering, MANIFEST_FILE, manifestHash, readManifest, type Tampering } from '../results/manifest.ts';
import { RESULTS_FILE } from '../results/read-results.ts';

/** `verify RUN`: proves offline that no file of a run was changed, removed or added since the run. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('prove offline that nothing in a run folder was changed since it was written')
    .argument('<run>', 'folder of a run')
    .option('--expect <sha256>', 'hash of the manifest as it was printed or quoted when the run was handed over')
    .addHelpText(
      'after',
      `
Every file is compared with manifest.json. The manifest vouches for the files; who doubts the manifest itself
compares its hash, which is printed, with the one that was quoted when the run was handed over.

Exit codes: 0 nothing was changed, 1 something was, 2 there is no run to verify.

Examples:
  $ dicomweb-harness verify runs/20260302-090000-abcd
  $ dicomweb-harness verify runs/20260302-090000-abcd --expect 9f86d081884c7d65…`,
    )
    .action((runFolder: string, { expect }: { expect?: string }) => {
      process.exitCode = verify(runFolder, expect);
    });
}

function verify(runFolder: string, expected: string | undefined): number {
  const manifest = manifestOf(runFolder);
  if (expected !== undefined && !/^[0-9a-f]{64}$/i.test(expected)) {
    throw new CommandError(`--expect ${expected} is not a SHA-256`, EXIT_CODES.usage, 'It has 64 hexadecimal digits.');
  }
  if (!manifest.files.some(({ path }) => path === RESULTS_FILE)) {
    throw new CommandError(`${MANIFEST_FILE} does not vouch for ${RESULTS_FILE}`, EXIT_CODES.findings);
  }
  const hash = manifestHash(runFolder);
  const lines = [
    ...tamperingLines(findTampering(runFolder, manifest)),
    ...(expected !== undefined && expected.toLowerCase() !== hash
      ? [`changed  ${MANIFEST_FILE} (expected ${expected})`]
      : []),
  ];
  if (lines.length > 0) {
    process.stdout.write(`${lines.join('\n')}\nThis run is not as it was written.\n`);
    return EXIT_CODES.findings;
  }
  process.stdout.write(`${manifest.files.length} files are as they were written.\nSHA-256 of the manifest: ${hash}\n`);
  return EXIT_CODES.conformant;
}

function manifestOf(runFolder: string) {
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
    throw new CommandError(
      `${MANIFEST_FILE} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function tamperingLines({ changed, missing, added }: Tampering): string[] {
  return [
    ...changed.map((path) => `changed  ${path}`),
    ...missing.map((path) => `missing  ${path}`),
    ...added.map((path) => `added    ${path}`),
  ];
}
