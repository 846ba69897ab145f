import { Command } from 'commander';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { findTampering, MANIFEST_FILE, manifestHash, SIGNATURE_FILE } from '../../results/manifest.ts';
import { RESULTS_FILE } from '../../results/read-results.ts';
import { type CheckedSignature, checkSignature, publicKeyFingerprint, UnusableKey } from '../../results/signature.ts';
import { manifestOf, tamperingLines } from './run-manifest.ts';
import { readKey } from './sign.ts';

/** `verify RUN`: proves offline that no file of a run was changed, removed or added since the run. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('prove offline that nothing in a run folder was changed since it was written')
    .argument('<run>', 'folder of a run')
    .option('--expect <sha256>', 'hash of the manifest as it was printed or quoted when the run was handed over')
    .option('--key <file>', 'public key of the signer in PEM: a signature by another key, or none, is a finding')
    .addHelpText(
      'after',
      `
Every file is compared with manifest.json. The manifest vouches for the files; who doubts the manifest itself
compares its hash, which is printed, with the one that was quoted when the run was handed over, or has the run signed
with \`sign\` and gives the public key of the signer.

Exit codes: 0 nothing was changed, 1 something was, 2 there is no run to verify.

Examples:
  $ dicomweb-harness verify runs/20260302-090000-abcd
  $ dicomweb-harness verify runs/20260302-090000-abcd --expect 9f86d081884c7d65…
  $ dicomweb-harness verify runs/20260302-090000-abcd --key public.pem`,
    )
    .action((runFolder: string, options: VerifyOptions) => {
      process.exitCode = verify(runFolder, options);
    });
}

interface VerifyOptions {
  readonly expect?: string;
  readonly key?: string;
}

function verify(runFolder: string, { expect: expected, key }: VerifyOptions): number {
  const manifest = manifestOf(runFolder);
  if (expected !== undefined && !/^[0-9a-f]{64}$/i.test(expected)) {
    throw new CommandError(`--expect ${expected} is not a SHA-256`, EXIT_CODES.usage, 'It has 64 hexadecimal digits.');
  }
  if (!manifest.files.some(({ path }) => path === RESULTS_FILE)) {
    throw new CommandError(`${MANIFEST_FILE} does not vouch for ${RESULTS_FILE}`, EXIT_CODES.findings);
  }
  const hash = manifestHash(runFolder);
  const signer = key === undefined ? null : usable(`--key ${key}`, () => publicKeyFingerprint(readKey(key)));
  const signature = usable(runFolder, () => checkSignature(runFolder));
  const lines = [
    ...tamperingLines(findTampering(runFolder, manifest)),
    ...(expected !== undefined && expected.toLowerCase() !== hash
      ? [`changed  ${MANIFEST_FILE} (expected ${expected})`]
      : []),
    ...signatureFaults(signature, signer),
  ];
  if (lines.length > 0) {
    process.stdout.write(`${lines.join('\n')}\nThis run is not as it was written.\n`);
    return EXIT_CODES.findings;
  }
  process.stdout.write(
    `${manifest.files.length} files are as they were written.\nSHA-256 of the manifest: ${hash}\n${signedSentence(signature, signer)}\n`,
  );
  return EXIT_CODES.conformant;
}

function signatureFaults(signature: CheckedSignature | null, signer: string | null): string[] {
  if (signature === null) return signer === null ? [] : [`missing  ${SIGNATURE_FILE}: the run is not signed`];
  if (!signature.fits) return [`changed  ${SIGNATURE_FILE} does not fit ${MANIFEST_FILE}`];
  if (signer === null || signer === signature.fingerprint) return [];
  return [`changed  ${SIGNATURE_FILE}: signed with ${signature.fingerprint}, not with ${signer}`];
}

/** How far the result can be relied on. */
function signedSentence(signature: CheckedSignature | null, signer: string | null): string {
  if (signature === null) {
    return 'Not signed: whoever can change a file can change the manifest. Compare its hash with the one that was quoted to you.';
  }
  if (signer !== null) return `Signed with the key that was given, ${signer}.`;
  return `Signed with the key ${signature.fingerprint}. Compare it with the fingerprint that the signer gave you: whoever can change a file can sign with another key.`;
}

/** Runs what may meet a key or signature that cannot be used, and says of which. */
function usable<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnusableKey) throw new CommandError(`${what}: ${error.message}`, EXIT_CODES.usage);
    throw error;
  }
}
