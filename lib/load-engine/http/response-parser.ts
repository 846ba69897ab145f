import { BOUNDS } from '../../bounds.ts';
import {
  FIELD_LINE,
  MalformedResponse,
  parseResponseHead,
  type ResponseHead,
  TooManyInterimResponses,
} from './response-head.ts';

/** Where a parsed response goes. The bytes given to `body` are only valid during the call. */
export interface ResponseSink {
  head(head: ResponseHead): void;
  body(bytes: Uint8Array): void;
  /** @param excess whether the server sent bytes after the response: the connection cannot be used again */
  end(excess: boolean): void;
}

/** A head larger than this is refused: a server must not make the generator hold what it likes. */
const HEAD_LIMIT = 256 * 1024;
/** Chunk extensions and trailer lines are bounded by this. */
const LINE_LIMIT = 16 * 1024;

/** Size in hexadecimal, with extensions, which mean nothing to us. */
const CHUNK_SIZE_LINE = /^([0-9A-Fa-f]{1,12})[\t ]*(?:;[!#$%&'*+\-.^_`|~0-9A-Za-z="\t ;]+)?$/;

type State = 'head' | 'length' | 'close' | 'chunk-size' | 'chunk-data' | 'chunk-end' | 'trailer' | 'done';

/**
 * Reads one HTTP/1.x response after the other from the bytes of a connection, without copying bodies. Interim (1xx)
 * responses are skipped, up to their bound. Strict where leniency would make the end of a body doubtful.
 */
export class ResponseParser {
  private state: State = 'done';
  private method = 'GET';
  private sink: ResponseSink | null = null;
  /** Bytes of the current body or chunk still to come. */
  private remaining = 0;
  /** The start of a head or line whose end has not come yet. */
  private carry: Buffer | null = null;
  private trailerBytes = 0;
  private interim = 0;
  private last: { readonly text: string; readonly method: string; readonly head: ResponseHead } | null = null;

  /** Makes ready for the response to a request with this method. */
  expect(method: string, sink: ResponseSink): void {
    this.state = 'head';
    this.method = method;
    this.sink = sink;
    this.carry = null;
    this.interim = 0;
  }

  /**
   * Takes the next bytes from the wire.
   * @throws MalformedResponse or TooManyInterimResponses; the connection is then of no further use
   */
  feed(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.sink === null || this.state === 'done') throw new MalformedResponse('bytes came that nobody asked for');
      at = this.step(bytes, at, this.sink);
      if (this.isDone()) {
        this.finish(at < bytes.length);
        return;
      }
    }
  }

  /**
   * Takes the end of the connection. A body that ends with the connection is then complete.
   * @throws MalformedResponse when the response was not complete
   */
  close(): void {
    if (this.isDone() || this.sink === null) return;
    if (this.state === 'close') {
      this.state = 'done';
      this.finish(false);
      return;
    }
    const where = this.state === 'head' ? 'before the answer was complete' : 'in the middle of the body';
    throw new MalformedResponse(`the server closed the connection ${where}`);
  }

  private isDone(): boolean {
    return this.state === 'done';
  }

  private finish(excess: boolean): void {
    const sink = this.sink;
    this.sink = null;
    sink?.end(excess);
  }

  private step(bytes: Buffer, at: number, sink: ResponseSink): number {
    switch (this.state) {
      case 'head':
        return this.readHead(bytes, at, sink);
      case 'length':
      case 'chunk-data': {
        const end = Math.min(bytes.length, at + this.remaining);
        sink.body(bytes.subarray(at, end));
        this.remaining -= end - at;
        if (this.remaining === 0) this.state = this.state === 'length' ? 'done' : 'chunk-end';
        return end;
      }
      case 'close':
        sink.body(bytes.subarray(at));
        return bytes.length;
      default:
        return this.readLine(bytes, at);
    }
  }

  private readHead(bytes: Buffer, at: number, sink: ResponseSink): number {
    const carried = this.carry?.length ?? 0;
    const data = this.carry === null ? bytes : Buffer.concat([this.carry, bytes.subarray(at)]);
    const from = this.carry === null ? at : 0;
    const end = data.indexOf('\r\n\r\n', Math.max(from, carried - 3), 'latin1');
    if (end < 0) {
      if (data.length - from > HEAD_LIMIT) throw new MalformedResponse('the head of the answer is too long');
      this.carry = Buffer.from(data.subarray(from));
      return bytes.length;
    }
    this.carry = null;
    const head = this.parse(data.toString('latin1', from, end));
    const next = at + (end + 4 - from) - carried;
    if (head.status < 200 && head.status !== 101) {
      this.interim++;
      if (this.interim > BOUNDS.interimResponses.limit) throw new TooManyInterimResponses();
      return next;
    }
    sink.head(head);
    this.startBody(head);
    return next;
  }

  /** Most heads are the last one again, until the Date of the next second. */
  private parse(text: string): ResponseHead {
    const last = this.last;
    if (last !== null && last.text === text && last.method === this.method) return last.head;
    const head = parseResponseHead(text, this.method);
    this.last = { text, method: this.method, head };
    return head;
  }

  private startBody(head: ResponseHead): void {
    this.trailerBytes = 0;
    switch (head.framing.by) {
      case 'nothing':
        this.state = 'done';
        break;
      case 'length':
        this.remaining = head.framing.length;
        this.state = this.remaining === 0 ? 'done' : 'length';
        break;
      case 'chunks':
        this.state = 'chunk-size';
        break;
      case 'close':
        this.state = 'close';
    }
  }

  private readLine(bytes: Buffer, at: number): number {
    const newline = bytes.indexOf(10, at);
    const end = newline < 0 ? bytes.length : newline + 1;
    const piece = bytes.subarray(at, end);
    const line = this.carry === null ? piece : Buffer.concat([this.carry, piece]);
    if (line.length > LINE_LIMIT) throw new MalformedResponse('a line between chunks is too long');
    if (newline < 0) {
      this.carry = Buffer.from(line);
      return end;
    }
    this.carry = null;
    if (line[line.length - 2] !== 13) throw new MalformedResponse('a line does not end with CR LF');
    this.takeLine(line.toString('latin1', 0, line.length - 2));
    return end;
  }

  private takeLine(line: string): void {
    if (this.state === 'chunk-size') {
      const size = CHUNK_SIZE_LINE.exec(line)?.[1];
      if (size === undefined) throw new MalformedResponse('a chunk does not start with its size');
      this.remaining = Number.parseInt(size, 16);
      this.state = this.remaining === 0 ? 'trailer' : 'chunk-data';
    } else if (this.state === 'chunk-end') {
      if (line !== '') throw new MalformedResponse('a chunk is longer than its size');
      this.state = 'chunk-size';
    } else if (line === '') {
      this.state = 'done';
    } else {
      this.trailerBytes += line.length;
      if (this.trailerBytes > HEAD_LIMIT) throw new MalformedResponse('the trailer of the answer is too long');
      if (!FIELD_LINE.test(line)) throw new MalformedResponse('a trailer line is not "name: value"');
    }
  }
}
