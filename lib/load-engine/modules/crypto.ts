import { createHash, createHmac, type Hash, type Hmac, randomBytes } from 'node:crypto';
import { NotInEngine } from '../not-in-engine.ts';
import { toBytes } from './bytes.ts';

type Output = 'hex' | 'base64' | 'base64url' | 'base64rawurl' | 'binary';

/** k6's names of the hashes, with Node's. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  sha512_224: 'sha512-224',
  sha512_256: 'sha512-256',
  ripemd160: 'ripemd160',
};

/** The module `k6/crypto`. */
export const cryptoModule: object = {
  ...Object.fromEntries(
    Object.keys(ALGORITHMS).map((name) => [
      name,
      (input: unknown, output: Output) => encode(hash(name).update(toBytes(input)).digest(), output),
    ]),
  ),

  createHash: (name: string) => new Hasher(hash(name)),
  createHMAC: (name: string, key: unknown) => new Hasher(hmac(name, key)),
  hmac: (name: string, key: unknown, input: unknown, output: Output) =>
    encode(hmac(name, key).update(toBytes(input)).digest(), output),
  hexEncode: (input: unknown) => toBytes(input).toString('hex'),

  randomBytes(size: number): ArrayBuffer {
    if (!Number.isInteger(size) || size < 1) throw new Error('invalid size');
    return new Uint8Array(randomBytes(size)).buffer;
  },
};

/** A hash that takes its input piece by piece. */
class Hasher {
  readonly #state: Hash | Hmac;

  constructor(state: Hash | Hmac) {
    this.#state = state;
  }

  update(input: unknown): void {
    this.#state.update(toBytes(input));
  }

  digest(output: Output): string | ArrayBuffer {
    return encode(this.#state.digest(), output);
  }
}

function hash(name: string): Hash {
  return createHash(algorithm(name));
}

function hmac(name: string, key: unknown): Hmac {
  return createHmac(algorithm(name), toBytes(key));
}

function algorithm(name: string): string {
  const known = ALGORITHMS[name];
  if (known === undefined) throw new NotInEngine(`the hash '${name}'`);
  return known;
}

function encode(digest: Buffer, output: Output): string | ArrayBuffer {
  switch (output) {
    case 'hex':
      return digest.toString('hex');
    case 'base64':
      return digest.toString('base64');
    case 'base64url':
      return digest.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
    case 'base64rawurl':
      return digest.toString('base64url');
    case 'binary':
      return new Uint8Array(digest).buffer;
    default:
      throw new Error(`Invalid output encoding: ${String(output)}`);
  }
}
