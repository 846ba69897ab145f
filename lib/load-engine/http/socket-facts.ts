import type { Socket } from 'node:net';
import type { CipherNameAndProtocol, TLSSocket } from 'node:tls';

/** The protocol of a secured socket as k6 names it (`tls1.3`), or an empty string. */
export function tlsVersionOf(socket: Socket | null): string {
  const protocol = socket && isSecured(socket) ? socket.getProtocol() : null;
  return protocol === null ? '' : protocol.replace('TLSv', 'tls').replace(/^tls1$/, 'tls1.0');
}

export function tlsCipherSuiteOf(socket: Socket | null): string {
  if (socket === null || !isSecured(socket)) return '';
  // Null before the handshake is done, whatever its type says.
  const cipher = socket.getCipher() as CipherNameAndProtocol | null;
  return cipher?.standardName ?? '';
}

function isSecured(socket: Socket): socket is TLSSocket {
  return 'getCipher' in socket;
}
