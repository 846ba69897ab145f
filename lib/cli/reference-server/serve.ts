import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nearest } from '../../errors/did-you-mean.ts';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { adminUrl } from '../../reference-server/admin/admin.ts';
import { isLoopback } from '../../reference-server/host.ts';
import {
  NoInstanceError,
  type SkippedFile,
  startReferenceServer,
  UnknownBehaviourError,
} from '../../reference-server/server.ts';
import { refuseOpenAdmin, requiredCredentials, serverCertificate } from './access.ts';
import { heldAtStart } from './held-at-start.ts';
import type { ServerFlags } from './options.ts';

/** The line of JSON that says where the server is. */
interface Said {
  readonly type: 'listening';
  readonly url: string;
  readonly adminUrl: string | null;
  /** File with the certificate that signs itself, for clients to trust; it is removed when the server ends. */
  readonly certificate: string | null;
  /** Files of --data and --store that the server cannot take. */
  readonly skipped: readonly SkippedFile[];
}

/**
 * Starts the server that the flags ask for. Which files it cannot take, and what is risky, is said on standard error.
 * @throws CommandError for flags, files, a host or a port that cannot be used.
 */
export async function serve(flags: ServerFlags): Promise<{ said: Said; close(): Promise<void> }> {
  const credentials = requiredCredentials(flags, process.env);
  refuseOpenAdmin(flags, credentials);
  const tls = serverCertificate(flags);
  const skipped: SkippedFile[] = [];
  const server = await start(flags, {
    ...(credentials ? { credentials } : {}),
    ...(tls ? { tls } : {}),
    onSkipped: (file) => skipped.push(file),
  });
  for (const { path, why } of skipped) process.stderr.write(`skipped: ${path} ${why}\n`);
  if (!isLoopback(flags.host) && !credentials)
    process.stderr.write('Anybody who reaches this machine can read, store and delete here: no token is wanted.\n');
  const written = tls && flags.tlsCert === undefined ? writeCertificate(tls.cert) : null;
  if (written)
    process.stderr.write(`The certificate signs itself. Clients trust it by NODE_EXTRA_CA_CERTS=${written.path}\n`);
  return {
    said: {
      type: 'listening',
      url: server.baseUrl,
      adminUrl: flags.admin ? adminUrl(server.baseUrl) : null,
      certificate: written?.path ?? null,
      skipped,
    },
    close: async () => {
      await server.close();
      written?.remove();
    },
  };
}

type Further = Pick<NonNullable<Parameters<typeof startReferenceServer>[0]>, 'credentials' | 'tls' | 'onSkipped'>;

async function start(flags: ServerFlags, further: Further) {
  const { host, port, cors, fault: faults, odd, data, store, admin = false } = flags;
  try {
    return await startReferenceServer({
      ...{ host, port, cors, faults, admin, ...further },
      ...(odd === undefined ? {} : { odd }),
      ...(data === undefined ? {} : await heldAtStart(data)),
      ...(store === undefined ? {} : { store }),
    });
  } catch (error) {
    throw explain(error, flags);
  }
}

/** Writes the certificate where only this account can have put it. */
function writeCertificate(cert: string): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-'));
  const path = join(folder, 'certificate.pem');
  writeFileSync(path, cert);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function explain(error: unknown, { host, port, data, store, tlsCert }: ServerFlags): unknown {
  if (error instanceof UnknownBehaviourError) {
    const suggestion = nearest(error.id, error.known);
    const hint = suggestion ? `did you mean ${suggestion}?` : 'see --list-faults and --list-odd';
    return new CommandError(error.message, EXIT_CODES.usage, hint);
  }
  if (error instanceof NoInstanceError)
    return new CommandError(`--data: ${error.message}`, EXIT_CODES.usage, 'give a folder with DICOM files (PS3.10)');
  const { code = '', syscall = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const message = error instanceof Error ? error.message : String(error);
  const usage = (what: string, hint: string) => new CommandError(what, EXIT_CODES.usage, hint);
  if (code === 'EADDRINUSE') return usage(`port ${port} is in use`, 'choose another, or --port 0 for a free one');
  if (code === 'EACCES' && syscall === 'listen')
    return usage(`port ${port} may not be used by this account`, 'choose one above 1023');
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code) && syscall !== 'open')
    return usage(`--host ${host} is no address of this machine (${code})`, 'use 127.0.0.1, or 0.0.0.0 for all');
  if (['scandir', 'mkdir'].includes(syscall))
    return usage(
      `the folder of --data or --store cannot be used: ${message}`,
      `given: ${[data, store].filter(Boolean).join(' and ')}`,
    );
  if (tlsCert !== undefined && /^ERR_(OSSL|TLS|SSL|CRYPTO)/.test(code))
    return usage(
      `--tls-cert and --tls-key cannot be used: ${message}`,
      'both are PEM, and the key is that of the certificate',
    );
  return error;
}
