import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate with its key: the paths of their PEM files, and the texts. */
export interface Issued {
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly certificate: string;
  readonly key: string;
}

interface Wish {
  readonly names?: string;
  /** Days from now; negative for a certificate that has ended. */
  readonly days?: number;
  /** Encrypts the key. */
  readonly passphrase?: string;
}

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];

/** An authority of the tests, which makes certificates with openssl in a temporary folder. */
export class Authority {
  readonly folder = mkdtempSync(join(tmpdir(), 'harness-authority-'));
  readonly file = join(this.folder, 'ca.pem');
  #count = 0;

  constructor(name = 'Authority of the tests') {
    const key = join(this.folder, 'ca.key');
    openssl([
      'req',
      '-x509',
      ...CURVE,
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      key,
      '-out',
      this.file,
    ]);
  }

  /** By default a certificate of this machine: localhost, 127.0.0.1 and ::1. */
  issue({ names = 'DNS:localhost,IP:127.0.0.1,IP:::1', days = 2, passphrase }: Wish = {}): Issued {
    const place = join(this.folder, `c${++this.#count}`);
    const [key, request, certificate] = [`${place}.key`, `${place}.csr`, `${place}.pem`];
    const secrecy = passphrase === undefined ? ['-nodes'] : ['-passout', 'env:PASSPHRASE'];
    const of = ['-subj', '/CN=of the tests', '-addext', `subjectAltName=${names}`];
    openssl(['req', ...CURVE, ...secrecy, ...of, '-keyout', key, '-out', request], passphrase);
    const by = ['-CA', this.file, '-CAkey', join(this.folder, 'ca.key'), '-CAcreateserial'];
    openssl([
      'x509',
      '-req',
      '-in',
      request,
      ...by,
      '-copy_extensions',
      'copy',
      '-days',
      String(days),
      '-out',
      certificate,
    ]);
    return {
      certificateFile: certificate,
      keyFile: key,
      certificate: readFileSync(certificate, 'utf8'),
      key: readFileSync(key, 'utf8'),
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function openssl(words: readonly string[], passphrase = ''): void {
  execFileSync('openssl', words, { stdio: 'ignore', env: { ...process.env, PASSPHRASE: passphrase } });
}
