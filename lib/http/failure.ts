import { BOUNDS } from '../bounds.ts';
import { ConnectionError, isTlsError, tlsError } from '../connection/connection-error.ts';
import { hintFor } from '../connection/hints.ts';
import type { ConnectionSettings } from '../connection/settings.ts';
import type { TransportFailure } from './exchange.ts';

/** How far an exchange had come when it failed. */
interface Progress {
  /** The TLS handshake included. */
  readonly connected: boolean;
  readonly bytesReceived: number;
  /** The peer had ended the connection in order. */
  readonly peerEnded: boolean;
}

interface SystemError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

/** What a connection that was not made is to an exchange. */
export function connectionFailure(error: ConnectionError, settings: ConnectionSettings): TransportFailure {
  return { code: error.stage, message: error.message, hint: hintFor(error.problem, settings) };
}

/** Errors by which Node's parser keeps a bound of ours, or of its own, where the answer may follow the grammar. */
const BOUND_OF: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: `the header section is larger than the limit of ${BOUNDS.headerSection.limit} bytes`,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'the chunk extensions are larger than the limit of 16384 bytes',
};

/** Names an error of an HTTP client of Node by what it means for the exchange. */
export function failureOf(error: SystemError, progress: Progress, settings: ConnectionSettings): TransportFailure {
  const code = error.code ?? '';
  if (error instanceof ConnectionError) return connectionFailure(error, settings);
  const bound = BOUND_OF[code];
  if (bound) return { code: 'too-large', message: bound };
  if (code.startsWith('HPE_')) return malformed(error, settings);
  // A server that speaks TLS 1.3 refuses a client only after the handshake.
  if (isTlsError(error)) return connectionFailure(tlsError(error), settings);
  if (!progress.connected) return { code: 'unreachable', message: firstLine(error.message) || code || 'no connection' };
  const seen =
    progress.bytesReceived === 0 ? 'before any byte of the response' : `after ${progress.bytesReceived} bytes`;
  if (progress.peerEnded) return { code: 'truncated', message: `the connection was closed ${seen}` };
  return { code: 'reset', message: `the connection broke ${seen} (${code || firstLine(error.message)})` };
}

function malformed(error: SystemError, settings: ConnectionSettings): TransportFailure {
  const packet = error.rawPacket;
  const excerpt = packet
    ? `; the packet begins with ${JSON.stringify(packet.subarray(0, 200).toString('latin1'))}`
    : '';
  const isHttp = packet?.toString('latin1', 0, 7) === 'HTTP/1.';
  const message = `${isHttp ? 'an HTTP response that breaks the grammar' : 'not an HTTP response'}: ${firstLine(error.message).replace(/^Parse Error: /, '')} (${error.code})${excerpt}`;
  const problem = packet && (isTls(packet) ? 'tls-port' : isHttp2(packet) ? 'http2-only' : null);
  return {
    code: 'malformed',
    message,
    ...(problem ? { hint: hintFor(problem, { ...settings, version: '1.1' }) } : {}),
  };
}

/** A record of TLS that is an alert, or one of a handshake (RFC 8446 §5.1). */
function isTls(packet: Buffer): boolean {
  return (packet[0] === 0x15 || packet[0] === 0x16) && packet[1] === 0x03;
}

/** A frame of HTTP/2 that is SETTINGS or GOAWAY on the connection itself (RFC 9113 §4.1). */
function isHttp2(packet: Buffer): boolean {
  return packet.length >= 9 && (packet[3] === 0x04 || packet[3] === 0x07) && packet.readUInt32BE(5) === 0;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
