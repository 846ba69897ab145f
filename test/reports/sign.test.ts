import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { signCommand } from '../../lib/cli/proof/sign.ts';
import { verifyCommand } from '../../lib/cli/proof/verify.ts';
import { reportCommand } from '../../lib/cli/report.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { writeManifest } from '../../lib/results/manifest.ts';
import { emptyFolder, outcomeOf, runFolder } from './command.ts';
import { cleanRun } from './runs.ts';

interface KeyFiles {
  readonly key: string;
  readonly publicKey: string;
}

function keyFiles(): KeyFiles {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const folder = emptyFolder();
  const files = { key: join(folder, 'key.pem'), publicKey: join(folder, 'public.pem') };
  writeFileSync(files.key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(files.publicKey, publicKey.export({ type: 'spki', format: 'pem' }));
  return files;
}

function fingerprintIn(text: string): string {
  return /SHA256:[A-Za-z0-9+/]{43}/.exec(text)?.[0] ?? 'none';
}

async function signedRun(key: string): Promise<string> {
  const folder = runFolder(cleanRun());
  assert.equal((await outcomeOf(signCommand(), folder, '--key', key)).exitCode, EXIT_CODES.conformant);
  return folder;
}

test('a signed run is verified with the key of its signer', async () => {
  const { key, publicKey } = keyFiles();
  const folder = runFolder(cleanRun());
  const signed = await outcomeOf(signCommand(), folder, '--key', key);
  const bare = await outcomeOf(verifyCommand(), folder);
  assert.equal(bare.exitCode, EXIT_CODES.conformant);
  assert.equal(fingerprintIn(bare.output), fingerprintIn(signed.output));
  const { exitCode, output } = await outcomeOf(verifyCommand(), folder, '--key', publicKey);
  assert.equal(exitCode, EXIT_CODES.conformant);
  assert.match(output, /Signed with the key that was given/);
  const privateText = readFileSync(key, 'utf8').split('\n')[1] ?? '';
  assert.ok(!readFileSync(join(folder, 'signature.json'), 'utf8').includes(privateText));
});

test('without a signature verify says what that means, and a key that was asked for is missed', async () => {
  const folder = runFolder(cleanRun());
  const { exitCode, output } = await outcomeOf(verifyCommand(), folder);
  assert.equal(exitCode, EXIT_CODES.conformant);
  assert.match(output, /Not signed: whoever can change a file can change the manifest\./);
  const missed = await outcomeOf(verifyCommand(), folder, '--key', keyFiles().publicKey);
  assert.equal(missed.exitCode, EXIT_CODES.findings);
  assert.match(missed.output, /the run is not signed/);
});

test('a file and its manifest that were changed together do not fit the signature', async () => {
  const { key } = keyFiles();
  const folder = await signedRun(key);
  const signature = readFileSync(join(folder, 'signature.json'));
  writeFileSync(join(folder, 'summary.md'), 'all is well');
  writeManifest(folder);
  assert.equal(existsSync(join(folder, 'signature.json')), false);
  writeFileSync(join(folder, 'signature.json'), signature);
  const { exitCode, output } = await outcomeOf(verifyCommand(), folder);
  assert.equal(exitCode, EXIT_CODES.findings);
  assert.match(output, /signature\.json does not fit manifest\.json/);
});

test('a signature by another key is a finding', async () => {
  const folder = await signedRun(keyFiles().key);
  const { exitCode, output } = await outcomeOf(verifyCommand(), folder, '--key', keyFiles().publicKey);
  assert.equal(exitCode, EXIT_CODES.findings);
  assert.match(output, /signed with SHA256:.*, not with SHA256:/);
});

test('a run that was changed is not signed', async () => {
  const folder = runFolder(cleanRun());
  rmSync(join(folder, 'summary.md'));
  const { exitCode, error } = await outcomeOf(signCommand(), folder, '--key', keyFiles().key);
  assert.equal(exitCode, EXIT_CODES.usage);
  assert.match(error, /not signed/);
});

test('keys that cannot be used are refused, and no part of them is repeated', async () => {
  const folder = runFolder(cleanRun());
  const broken = join(emptyFolder(), 'key.pem');
  writeFileSync(broken, '-----BEGIN PRIVATE KEY-----\nc2VzYW1lb3Blbg==\n-----END PRIVATE KEY-----\n');
  const rsa = join(emptyFolder(), 'rsa.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(rsa, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  for (const [file, says] of [
    [broken, /no private key/],
    [rsa, /type rsa, not Ed25519/],
    ['/no/such/key', /does not exist/],
  ] as const) {
    const { exitCode, error } = await outcomeOf(signCommand(), folder, '--key', file);
    assert.equal(exitCode, EXIT_CODES.usage);
    assert.match(error, says);
    assert.doesNotMatch(error, /c2VzYW1l/);
  }
  writeFileSync(join(folder, 'signature.json'), '{"schema":"other"}');
  assert.equal((await outcomeOf(verifyCommand(), folder)).exitCode, EXIT_CODES.usage);
});

test('reports that are made again say that the signature went', async () => {
  const folder = await signedRun(keyFiles().key);
  const { output } = await outcomeOf(reportCommand(), folder);
  assert.match(output, /signature was removed/);
  assert.equal((await outcomeOf(verifyCommand(), folder)).exitCode, EXIT_CODES.conformant);
});
