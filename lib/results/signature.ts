import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BOUNDS } from '../bounds.ts';
import { readRegularFile, UnusableFile } from '../errors/regular-file.ts';
import { manifestBytes, SIGNATURE_FILE } from './manifest.ts';
import { writeWhole } from './write-whole.ts';

const SIGNATURE_SCHEMA = 'dicomweb-harness/signature/1';

/** A signature over the bytes of `manifest.json`, and through its hashes over every file of the run. */
interface Signature {
  readonly schema: typeof SIGNATURE_SCHEMA;
  readonly algorithm: 'Ed25519';
  /** Public key in PEM. */
  readonly publicKey: string;
  /** Base64. */
  readonly signature: string;
}

/** A key or signature that cannot be used, and why. The message never holds a part of the key. */
export class UnusableKey extends Error {
  override readonly name = 'UnusableKey';
}

/**
 * Signs the manifest of a run folder with an Ed25519 private key in PEM, writes `signature.json`, and returns the
 * fingerprint of the key. Throws UnusableKey when the text is no such key.
 */
export function signManifest(runFolder: string, privatePem: string): string {
  const key = ed25519(() => createPrivateKey(privatePem), 'private');
  const publicKey = createPublicKey(key);
  const signature: Signature = {
    schema: SIGNATURE_SCHEMA,
    algorithm: 'Ed25519',
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    signature: sign(null, manifestBytes(runFolder), key).toString('base64'),
  };
  writeWhole(join(runFolder, SIGNATURE_FILE), `${JSON.stringify(signature, null, 1)}\n`);
  return fingerprintOf(publicKey);
}

/** What a signature shows: whether it fits the manifest, and by which key it was made. */
export interface CheckedSignature {
  readonly fits: boolean;
  readonly fingerprint: string;
}

/** Checks the signature of a run folder; null where it has none. Throws UnusableKey when it is no signature. */
export function checkSignature(runFolder: string): CheckedSignature | null {
  if (!existsSync(join(runFolder, SIGNATURE_FILE))) return null;
  const { publicKey, signature } = readSignature(runFolder);
  const key = ed25519(() => createPublicKey(publicKey), 'public');
  const fits = verify(null, manifestBytes(runFolder), key, Buffer.from(signature, 'base64'));
  return { fits, fingerprint: fingerprintOf(key) };
}

/** Fingerprint of an Ed25519 public key in PEM. Throws UnusableKey when the text is none. */
export function publicKeyFingerprint(publicPem: string): string {
  return fingerprintOf(ed25519(() => createPublicKey(publicPem), 'public'));
}

function readSignature(runFolder: string): Signature {
  let value: unknown;
  try {
    const limits = { most: BOUNDS.userFile.limit, within: runFolder };
    value = JSON.parse(readRegularFile(join(runFolder, SIGNATURE_FILE), limits).toString('utf8'));
  } catch (error) {
    if (error instanceof UnusableFile) throw new UnusableKey(error.message);
    throw new UnusableKey(
      `${SIGNATURE_FILE} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (!isSignature(value)) throw new UnusableKey(`${SIGNATURE_FILE} is not of the form ${SIGNATURE_SCHEMA}`);
  return value;
}

function isSignature(value: unknown): value is Signature {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, algorithm, publicKey, signature } = value as Partial<Record<keyof Signature, unknown>>;
  const isKnown = schema === SIGNATURE_SCHEMA && algorithm === 'Ed25519';
  return isKnown && typeof publicKey === 'string' && typeof signature === 'string';
}

function ed25519(read: () => KeyObject, kind: 'private' | 'public'): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch {
    throw new UnusableKey(`it is no ${kind} key in PEM, or it is encrypted`);
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new UnusableKey(`it is a key of the type ${key.asymmetricKeyType ?? 'unknown'}, not Ed25519`);
  }
  return key;
}

function fingerprintOf(key: KeyObject): string {
  const bytes = key.export({ type: 'spki', format: 'der' });
  return `SHA256:${createHash('sha256').update(bytes).digest('base64').replace(/=+$/, '')}`;
}
