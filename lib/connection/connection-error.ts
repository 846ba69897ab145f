/** What is wrong with a connection, so far that each has another remedy. */
export type ConnectionProblem =
  | 'name-unknown'
  | 'connection-refused'
  | 'no-route'
  | 'plain-http-port'
  | 'tls-port'
  | 'authority-unknown'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-of-another-host'
  | 'client-certificate-wanted'
  | 'client-certificate-refused'
  | 'tls-version'
  | 'tls-broken-off'
  | 'http2-only'
  | 'http1-only'
  | 'proxy-unreachable'
  | 'proxy-without-tls'
  | 'proxy-certificate'
  | 'proxy-broke-off'
  | 'proxy-other-scheme'
  | 'proxy-wants-password'
  | 'proxy-refuses-password'
  | 'proxy-forbids'
  | 'proxy-failed'
  | 'other';

/** Whose doing it is: no connection, the TLS handshake, or a proxy on the way. */
export type ConnectionStage = 'unreachable' | 'tls' | 'proxy';

/** A connection that was not made. The message tells what was seen, and holds no secret. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly stage: ConnectionStage;
  readonly problem: ConnectionProblem;

  constructor(stage: ConnectionStage, problem: ConnectionProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.stage = stage;
    this.problem = problem;
  }
}

interface SystemError extends Error {
  readonly code?: string;
  readonly reason?: string;
}

/** Names an error of a socket that was not connected. Node tries every address of a name: the first error speaks. */
export function connectError(error: SystemError): ConnectionError {
  const all = error instanceof AggregateError ? (error.errors as SystemError[]) : [error];
  const code = all[0]?.code ?? error.code ?? '';
  const lines = all.map((each) => firstLine(each.message)).filter((line) => line !== '');
  const message = lines.join('; ') || code || 'no connection';
  return new ConnectionError('unreachable', CONNECT_PROBLEMS[code] ?? 'other', message, error);
}

const CONNECT_PROBLEMS: Readonly<Record<string, ConnectionProblem>> = {
  ENOTFOUND: 'name-unknown',
  EAI_AGAIN: 'name-unknown',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  ETIMEDOUT: 'no-route',
};

/** Names of OpenSSL and Node for what a TLS handshake ended with, and what is wrong then. The first that matches. */
const TLS_PROBLEMS: readonly (readonly [RegExp, ConnectionProblem])[] = [
  [/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LENGTH/, 'plain-http-port'],
  [/NO_APPLICATION_PROTOCOL/, 'http2-only'],
  [/^CERT_HAS_EXPIRED/, 'certificate-expired'],
  [/^CERT_NOT_YET_VALID/, 'certificate-not-yet-valid'],
  [/ALTNAME_INVALID/, 'certificate-of-another-host'],
  [/^(UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE|INVALID_CA)/, 'authority-unknown'],
  [/ALERT_CERTIFICATE_REQUIRED|ALERT_HANDSHAKE_FAILURE/, 'client-certificate-wanted'],
  [
    /ALERT_(BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_\w+|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED)/,
    'client-certificate-refused',
  ],
  [/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS|NO_SHARED_CIPHER/, 'tls-version'],
];

/** Whether an error of a socket is one of TLS, which may also come after the handshake: TLS 1.3 refuses a client then. */
export function isTlsError({ code = '' }: SystemError): boolean {
  return /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|ERR_TLS_|ERR_SSL_|EPROTO)/.test(code);
}

/** Names an error of the TLS handshake. */
export function tlsError(error: SystemError): ConnectionError {
  const code = error.code ?? '';
  if (!isTlsError(error)) {
    const why = `the TLS handshake did not finish: ${firstLine(error.message)}`;
    return new ConnectionError('tls', 'tls-broken-off', why, error);
  }
  const name = code === 'EPROTO' ? error.message.toUpperCase().replaceAll(' ', '_') : code;
  const problem = TLS_PROBLEMS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
  // OpenSSL writes `803C…:error:0A000460:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:../deps/…`.
  const reason = /:SSL routines:[^:]*:([^:]+)/.exec(error.message)?.[1] ?? firstLine(error.message);
  return new ConnectionError('tls', problem, `${code}: ${reason}`, error);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
