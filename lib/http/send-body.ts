import type { Writable } from 'node:stream';
import { type ByteSource, chunks } from '../bytes/byte-source.ts';

/**
 * Writes a body with back-pressure and ends the request; between chunks the event loop may take in an early response.
 * Once `enough` says so, or the request is destroyed, nothing more is written and the request stays unfinished.
 */
export async function sendBody(
  outgoing: Writable,
  body: ByteSource | null,
  enough: () => boolean,
  onProgress: (bytes: number) => void,
): Promise<void> {
  if (body) {
    for (const chunk of chunks(body)) {
      if (enough() || outgoing.destroyed) return;
      if (!outgoing.write(chunk)) await drained(outgoing);
      onProgress(chunk.length);
      await new Promise((resume) => setImmediate(resume));
    }
    if (enough() || outgoing.destroyed) return;
  }
  outgoing.end();
}

function drained(outgoing: Writable): Promise<void> {
  return new Promise((resume) => {
    const done = (): void => {
      outgoing.off('drain', done).off('close', done);
      resume();
    };
    outgoing.on('drain', done).on('close', done);
  });
}
