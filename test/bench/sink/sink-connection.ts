import type { Socket } from 'node:net';
import { answerTo } from './sink-answers.ts';
import { StoredBody } from './stored-body.ts';

export interface SinkCounters {
  requests: number;
  instances: number;
  bytesReceived: number;
  bytesSent: number;
}

/** Reads requests from one connection and answers each as soon as it is complete. */
export class SinkConnection {
  private readonly socket: Socket;
  private readonly counters: SinkCounters;
  private head: Buffer | null = null;
  private body: StoredBody | null = null;
  private remaining = 0;
  private requestLine = '';

  constructor(socket: Socket, counters: SinkCounters) {
    this.socket = socket;
    this.counters = counters;
    socket.on('data', (bytes) => this.take(bytes));
    socket.on('error', () => socket.destroy());
  }

  private take(bytes: Buffer): void {
    this.counters.bytesReceived += bytes.length;
    let rest = bytes;
    while (rest.length > 0) rest = this.body === null ? this.takeHead(rest) : this.takeBody(rest, this.body);
  }

  private takeHead(bytes: Buffer): Buffer {
    const data = this.head === null ? bytes : Buffer.concat([this.head, bytes]);
    const end = data.indexOf('\r\n\r\n', 0, 'latin1');
    if (end < 0) {
      this.head = Buffer.from(data);
      return data.subarray(data.length);
    }
    this.head = null;
    const head = data.toString('latin1', 0, end);
    this.requestLine = head.slice(0, head.indexOf('\r\n'));
    this.remaining = Number(/\r\ncontent-length:\s*(\d+)/i.exec(head)?.[1] ?? 0);
    this.body = new StoredBody(/\r\ncontent-type:\s*multipart\/related/i.test(head));
    if (this.remaining === 0) this.answer(this.body);
    return data.subarray(end + 4);
  }

  private takeBody(bytes: Buffer, body: StoredBody): Buffer {
    const piece = bytes.length > this.remaining ? bytes.subarray(0, this.remaining) : bytes;
    body.add(piece);
    this.remaining -= piece.length;
    if (this.remaining === 0) this.answer(body);
    return bytes.subarray(piece.length);
  }

  private answer(body: StoredBody): void {
    this.body = null;
    this.counters.requests++;
    this.counters.instances += body.sopInstanceUIDs.length;
    const answer = answerTo(this.requestLine, body.sopInstanceUIDs);
    this.counters.bytesSent += answer.length;
    this.socket.write(answer);
  }
}
