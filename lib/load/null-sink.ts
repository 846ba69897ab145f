import { type AddressInfo, createServer, type Socket } from 'node:net';
import { parentPort } from 'node:worker_threads';

/** Boundary of what `/multipart/N` answers with. */
const BOUNDARY = 'null-sink';
const JSON_ANSWER = answer('application/dicom+json', Buffer.from('{"sink":true}'));
const END_OF_HEADER = Buffer.from('\r\n\r\n');
/** Longest header of a request, in bytes; a longer one closes the connection. */
const MOST_HEADER = 65_536;

/**
 * A server that does as little as possible: it reads and forgets every body. `GET /multipart/N` is answered with one
 * part of N bytes, every other request with a few bytes of JSON. It listens on this machine only, for our own
 * generators.
 */
function startNullSink(): Promise<{ readonly url: string; close(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    serve(socket);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}`,
        close() {
          for (const socket of sockets) socket.destroy();
          server.close();
        },
      });
    });
  });
}

/** Answers the requests of a connection one after another; of a body it only counts the bytes. */
function serve(socket: Socket): void {
  let head: Buffer = Buffer.alloc(0);
  let bodyLeft = 0;
  let pending: Buffer = JSON_ANSWER;
  socket.on('data', (chunk: Buffer) => {
    let rest = chunk;
    while (rest.length > 0) {
      if (bodyLeft > 0) {
        const taken = Math.min(bodyLeft, rest.length);
        bodyLeft -= taken;
        rest = rest.subarray(taken);
        if (bodyLeft === 0) socket.write(pending);
        continue;
      }
      head = head.length === 0 ? rest : Buffer.concat([head, rest]);
      const end = head.indexOf(END_OF_HEADER);
      if (end < 0) {
        if (head.length > MOST_HEADER) socket.destroy();
        return;
      }
      const text = head.toString('latin1', 0, end);
      rest = head.subarray(end + END_OF_HEADER.length);
      head = Buffer.alloc(0);
      bodyLeft = Number(/\r\ncontent-length:[ \t]*([0-9]+)/i.exec(text)?.[1] ?? 0);
      pending = answerTo(text);
      if (bodyLeft === 0) socket.write(pending);
    }
  });
}

const multipart = new Map<number, Buffer>();

function answerTo(head: string): Buffer {
  const size = Number(/^GET \/multipart\/([0-9]{1,10}) /.exec(head)?.[1] ?? 0);
  if (size === 0) return JSON_ANSWER;
  let known = multipart.get(size);
  if (known === undefined) {
    const start = Buffer.from(`--${BOUNDARY}\r\nContent-Type: application/dicom\r\n\r\n`);
    const content = Buffer.alloc(size, 0x2a);
    const body = Buffer.concat([start, content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
    known = answer(`multipart/related; boundary=${BOUNDARY}`, body);
    multipart.set(size, known);
  }
  return known;
}

function answer(type: string, body: Buffer): Buffer {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

// Run as a worker thread, so that it takes no time from the thread of the generator.
if (parentPort) {
  const port = parentPort;
  const sink = await startNullSink();
  port.once('message', () => {
    sink.close();
    port.close();
  });
  port.postMessage(sink.url);
}
