import { toBytes } from './bytes.ts';

type Alphabet = 'std' | 'rawstd' | 'url' | 'rawurl';

/** The module `k6/encoding`. */
export const encodingModule: object = {
  b64encode(input: unknown, alphabet: Alphabet = 'std'): string {
    const bytes = toBytes(input);
    switch (alphabet) {
      case 'url':
        return toUrlAlphabet(bytes.toString('base64'));
      case 'rawurl':
        return bytes.toString('base64url');
      case 'rawstd':
        return bytes.toString('base64').replace(/=+$/, '');
      default:
        return bytes.toString('base64');
    }
  },

  b64decode(input: string, _alphabet?: Alphabet, format?: string): ArrayBuffer | string {
    if (!/^[A-Za-z0-9+/_\-\s]*={0,2}\s*$/.test(input)) throw new Error('illegal base64 data');
    const bytes = Buffer.from(input, 'base64');
    return format === 's' ? bytes.toString('utf8') : new Uint8Array(bytes).buffer;
  },
};

function toUrlAlphabet(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
