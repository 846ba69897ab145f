import type { TransportFailure } from './exchange.ts';

/** How far an exchange had come when it failed. */
interface Progress {
  readonly connected: boolean;
  /** True where the scheme is http, or the TLS handshake is done. */
  readonly secured: boolean;
  readonly bytesReceived: number;
  /** The peer had ended the connection in order. */
  readonly peerEnded: boolean;
}

interface SystemError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

/** Codes with which Node reports a certificate that it does not trust or that is not for this host. */
const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_|EPROTO)/;

/** Names an error of Node's HTTP client by what it means for the exchange. */
export function failureOf(error: SystemError, progress: Progress): TransportFailure {
  const code = error.code ?? '';
  if (code.startsWith('HPE_')) return { code: 'malformed', message: malformed(error) };
  if (CERTIFICATE.test(code)) return { code: 'tls', message: `${code}: ${firstLine(error.message)}` };
  if (!progress.connected) return { code: 'unreachable', message: unreachable(error) };
  if (!progress.secured)
    return { code: 'tls', message: `the TLS handshake did not finish: ${firstLine(error.message)}` };
  const seen =
    progress.bytesReceived === 0 ? 'before any byte of the response' : `after ${progress.bytesReceived} bytes`;
  if (progress.peerEnded) return { code: 'truncated', message: `the connection was closed ${seen}` };
  return { code: 'reset', message: `the connection broke ${seen} (${code || firstLine(error.message)})` };
}

function malformed(error: SystemError): string {
  const packet = error.rawPacket;
  const excerpt = packet
    ? `; the packet begins with ${JSON.stringify(packet.subarray(0, 200).toString('latin1'))}`
    : '';
  return `not an HTTP response: ${firstLine(error.message).replace(/^Parse Error: /, '')} (${error.code})${excerpt}`;
}

/** Node tries every address of a name and then speaks of none of them in the message. */
function unreachable(error: SystemError): string {
  const tried =
    error instanceof AggregateError ? error.errors.map((each) => firstLine(String(each?.message ?? each))) : [];
  return tried.length > 0 ? tried.join('; ') : firstLine(error.message) || (error.code ?? 'no connection');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
