import { CommandError } from '../../errors/exit-codes.ts';
import { readUserFile } from '../../errors/user-file.ts';
import { isLoopback } from '../../reference-server/host.ts';
import type { RequiredCredentials, ServerCertificate } from '../../reference-server/server.ts';
import { selfSignedCertificate } from '../../reference-server/tls/self-signed.ts';
import type { ServerFlags } from './options.ts';

/** What a bearer token may hold (RFC 6750 §2.1), loosely: nothing that ends a header field. */
const TOKEN = /^[\x21-\x7e]+$/;

/**
 * The token that clients have to show, from an environment variable or a file: a command line is read by other users.
 * @throws CommandError that never repeats a value.
 */
export function requiredCredentials(
  { tokenEnv, tokenFile }: ServerFlags,
  environment: NodeJS.ProcessEnv,
): RequiredCredentials | undefined {
  if (tokenEnv === undefined && tokenFile === undefined) return undefined;
  if (tokenEnv !== undefined && tokenFile !== undefined)
    throw new CommandError(
      '--token-env and --token-file are two ways to give one token',
      undefined,
      'give one of them',
    );
  const token = tokenFile === undefined ? environment[tokenEnv ?? ''] : readUserFile(tokenFile, '--token-file:').trim();
  const where = tokenFile === undefined ? `the environment variable ${tokenEnv}` : `the file ${tokenFile}`;
  if (!token) throw new CommandError(`${where} holds no token`, undefined, 'set it, or leave the flag out');
  if (!TOKEN.test(token))
    throw new CommandError(`the token in ${where} has a character that no header field can carry`);
  return { kind: 'bearer', token };
}

/** The certificate to serve HTTPS with; undefined for plain HTTP. @throws CommandError for half a pair or no file. */
export function serverCertificate({ tls, tlsCert, tlsKey, host }: ServerFlags): ServerCertificate | undefined {
  if (tlsCert !== undefined && tlsKey !== undefined)
    return { cert: readUserFile(tlsCert, '--tls-cert:'), key: readUserFile(tlsKey, '--tls-key:') };
  if (tlsCert !== undefined || tlsKey !== undefined)
    throw new CommandError('--tls-cert and --tls-key belong together', undefined, 'give both, or --tls alone');
  return tls ? selfSignedCertificate(host) : undefined;
}

/** Who can switch faults must be on this machine or hold the token. @throws CommandError when anybody could. */
export function refuseOpenAdmin({ admin, host }: ServerFlags, credentials: RequiredCredentials | undefined): void {
  if (!admin || isLoopback(host) || credentials) return;
  throw new CommandError(
    `--admin with --host ${host} would let anybody on the network change the server`,
    undefined,
    'give a token by --token-env or --token-file, or listen on 127.0.0.1',
  );
}
