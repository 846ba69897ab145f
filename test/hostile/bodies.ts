import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** Writes the body of an answer whose head says 200 and the type that was asked for. */
type Body = (response: ServerResponse, head: Readonly<Record<string, string>>) => void;

const BLANKS = Buffer.alloc(1 << 16, ' ');

/** Bodies that cost whoever reads them to their end. */
export const HOSTILE_BODIES = {
  /** Comes for as long as it is read. */
  endless(response, head) {
    response.writeHead(200, head);
    const pump = (): void => {
      while (!response.destroyed && response.write(BLANKS));
    };
    response.on('drain', pump);
    pump();
  },
  /** A few kilobytes on the wire, 64 MiB when the coding is undone. */
  bomb(response, head) {
    response.writeHead(200, { ...head, 'Content-Encoding': 'gzip', 'Content-Length': bomb().length });
    response.end(bomb());
  },
} as const satisfies Readonly<Record<string, Body>>;

let made: Buffer | null = null;

function bomb(): Buffer {
  made ??= gzipSync(Buffer.alloc(64 << 20, ' '));
  return made;
}

/** A server that answers everything with one of these bodies, after it has taken the request. */
export function answering(name: keyof typeof HOSTILE_BODIES) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const isJson = /json/.test(request.headers.accept ?? '');
    const type = isJson ? 'application/dicom+json' : 'multipart/related; type="application/dicom"; boundary=b';
    request.resume().on('end', () => HOSTILE_BODIES[name](response, { 'Content-Type': type }));
  };
}
