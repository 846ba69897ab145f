import { Command } from 'commander';
import { CommandError } from '../../errors/exit-codes.ts';
import { readUserFile } from '../../errors/user-file.ts';
import { findTampering } from '../../results/manifest.ts';
import { signManifest, UnusableKey } from '../../results/signature.ts';
import { manifestOf, tamperingLines } from './run-manifest.ts';

/** `sign RUN --key FILE`: signs the manifest of a run, so that nobody else can change a file and its hash. */
export function signCommand(): Command {
  return new Command('sign')
    .description('sign the manifest of a run with a key of your own')
    .argument('<run>', 'folder of a run')
    .requiredOption('--key <file>', 'Ed25519 private key in PEM')
    .addHelpText(
      'after',
      `
Writes signature.json beside manifest.json. Give the printed fingerprint, or the public key, to whoever receives the
run by another way than the run itself. The private key is read and kept nowhere.

Examples:
  $ dicomweb-harness sign runs/20260302-090000-abcd --key key.pem
      where the key was made with
        openssl genpkey -algorithm ed25519 -out key.pem
      and its public half, for \`verify --key\`, with
        openssl pkey -in key.pem -pubout -out public.pem`,
    )
    .action((runFolder: string, { key }: { key: string }) => {
      const differences = tamperingLines(findTampering(runFolder, manifestOf(runFolder)));
      if (differences.length > 0) {
        throw new CommandError(
          `not signed: ${differences.length} files are not as they were written`,
          undefined,
          '`verify` lists them.',
        );
      }
      process.stdout.write(`Signed. Fingerprint of the key: ${signedWith(runFolder, key)}\n`);
    });
}

function signedWith(runFolder: string, keyFile: string): string {
  try {
    return signManifest(runFolder, readKey(keyFile));
  } catch (error) {
    if (!(error instanceof UnusableKey)) throw error;
    throw new CommandError(`--key ${keyFile}: ${error.message}`, undefined, '`sign --help` says how to make one.');
  }
}

/** The text of a key file. Throws a CommandError when it cannot be read. */
export function readKey(file: string): string {
  return readUserFile(file, '--key');
}
