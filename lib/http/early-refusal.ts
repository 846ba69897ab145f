import type { Duplex } from 'node:stream';

type Done = (error?: Error | null) => void;

/** Longest wait for what a peer had sent before it reset the connection. */
const LONGEST_MS = 1_000;

/**
 * Has a write that fails wait until what the peer had sent before is read. A server that refuses a request early and
 * closes resets the connection (RFC 9112 §9.6), and Node drops a socket at its first failed write: the refusal, already
 * received, would be taken for a broken connection.
 */
export function readBeforeFailing(socket: Duplex): void {
  const { _write: write, _writev: writev } = socket;
  const holding =
    (done: Done): Done =>
    (error) => {
      if (!error || socket.readableEnded) return done(error);
      const fail = (): void => {
        clearTimeout(timer);
        done(error);
      };
      const timer = setTimeout(fail, LONGEST_MS);
      socket.prependOnceListener('end', fail).once('close', () => clearTimeout(timer));
    };
  socket._write = (chunk, encoding, done) => write.call(socket, chunk, encoding, holding(done));
  if (writev) socket._writev = (chunks, done) => writev.call(socket, chunks, holding(done));
}
