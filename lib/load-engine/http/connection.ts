import { connect as connectTcp, type Socket } from 'node:net';
import { type CipherNameAndProtocol, connect as connectTls, type TLSSocket } from 'node:tls';
import type { ResponseHead } from './response-head.ts';
import { ResponseParser, type ResponseSink } from './response-parser.ts';

/** Where a connection goes. */
interface Origin {
  readonly secure: boolean;
  /** Name or address as in the URL, without brackets. */
  readonly host: string;
  readonly port: number;
  /** Address to dial in place of the host, from the option `hosts`. */
  readonly address?: string | undefined;
  readonly verifyCertificate: boolean;
}

/** Hears what happens to one exchange on a connection. Times are of `performance.now()`. */
export interface ExchangeListener {
  connected(): void;
  secured(): void;
  /** The whole request has been handed to the kernel. */
  sent(at: number): void;
  firstByte(at: number): void;
  head(head: ResponseHead): void;
  bodyBytes(bytes: Uint8Array): void;
  /** Memory that the next bytes of the body may be read into directly, or null. They are given to `bodyBytes` as well. */
  bodyRoom(): Buffer | null;
  /** @param wireBytes bytes of the response with its head */
  end(at: number, wireBytes: number): void;
  failed(error: Error, at: number): void;
}

/**
 * One buffer for what all sockets of a thread read: libuv fills it and the callback empties it before any other socket
 * is read. A fresh buffer for every read is what makes the stock clients slow on large bodies.
 */
const READ_BUFFER = Buffer.allocUnsafeSlow(128 * 1024);
/** For the first read of an answer: little of a body then comes with the head and has to be copied. */
const HEAD_BUFFER = READ_BUFFER.subarray(0, 16 * 1024);
/** Requests up to this size are sent in one piece with their head. */
const SMALL_REQUEST = 64 * 1024;
let scratch = Buffer.allocUnsafeSlow(SMALL_REQUEST);

/** How long the rest of a request may take after the answer is complete, as k6 has it. */
const EARLY_ANSWER_GRACE_MS = 50;

/** One HTTP/1.1 connection that carries one exchange at a time. */
export class Connection implements ResponseSink {
  /** False once the connection can carry no further exchange. */
  usable = true;
  /** Exchanges begun on this connection. */
  exchanges = 0;
  private readonly socket: Socket;
  private readonly parser = new ResponseParser();
  private readonly origin: Origin;
  private listener: ExchangeListener | null = null;
  private ready = false;
  private pending: { readonly head: string; readonly body: Uint8Array | null } | null = null;
  /** What the socket reads into. */
  private readBuffer: Buffer = HEAD_BUFFER;
  private wireBytes = 0;
  private isSent = false;
  private keepAlive = false;
  private readonly onIdleClose: (connection: Connection) => void;

  /** @param onIdleClose called when the connection ends between two exchanges */
  constructor(origin: Origin, onIdleClose: (connection: Connection) => void) {
    this.origin = origin;
    this.onIdleClose = onIdleClose;
    this.socket = this.open();
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('end', () => this.ended());
    this.socket.on('close', () => this.ended());
  }

  /**
   * Sends a request; everything that follows is told to the listener, whose last call is `end` or `failed`. The body
   * must not change before that.
   * @param head request line and header lines with the empty line, as ISO 8859-1
   */
  exchange(method: string, head: string, body: Uint8Array | null, listener: ExchangeListener): void {
    this.exchanges++;
    this.listener = listener;
    this.wireBytes = 0;
    this.isSent = false;
    this.parser.expect(method, this);
    if (this.ready) this.write(head, body);
    else this.pending = { head, body };
  }

  /** Ends the connection at once; an exchange under way fails with `reason`, or in silence without one. */
  destroy(reason?: Error): void {
    if (reason !== undefined) this.fail(reason);
    this.listener = null;
    this.usable = false;
    this.socket.destroy();
  }

  get remoteAddress(): string {
    return this.socket.remoteAddress ?? '';
  }

  get remotePort(): number {
    return this.socket.remotePort ?? 0;
  }

  /** The protocol of a secured connection as k6 names it (`tls1.3`), or an empty string. */
  get tlsVersion(): string {
    const protocol = this.origin.secure ? (this.socket as TLSSocket).getProtocol() : null;
    return protocol === null ? '' : protocol.replace('TLSv', 'tls').replace(/^tls1$/, 'tls1.0');
  }

  get tlsCipherSuite(): string {
    if (!this.origin.secure) return '';
    // Null before the handshake is done, whatever its type says.
    const cipher = (this.socket as TLSSocket).getCipher() as CipherNameAndProtocol | null;
    return cipher?.standardName ?? '';
  }

  head(head: ResponseHead): void {
    this.keepAlive = head.keepAlive;
    this.listener?.head(head);
  }

  body(bytes: Uint8Array): void {
    this.listener?.bodyBytes(bytes);
  }

  end(excess: boolean): void {
    const listener = this.listener;
    this.listener = null;
    this.usable = this.usable && this.keepAlive && !excess && this.isSent;
    const at = performance.now();
    if (this.usable || this.isSent) {
      if (!this.usable) this.socket.destroy();
      listener?.end(at, this.wireBytes);
      return;
    }
    // Answered before the whole request was taken: what is left of the body may change once the caller goes on.
    setTimeout(() => {
      this.socket.destroy();
      listener?.end(at, this.wireBytes);
    }, EARLY_ANSWER_GRACE_MS);
  }

  private open(): Socket {
    const { origin } = this;
    const onread = { buffer: () => this.nextBuffer(), callback: (size: number) => this.received(size) };
    const place = { host: origin.address ?? origin.host, port: origin.port, noDelay: true, onread };
    if (!origin.secure) {
      return connectTcp(place, () => {
        this.listener?.connected();
        this.opened();
      });
    }
    const isAddress = /^[\d.]+$|:/.test(origin.host);
    const socket = connectTls({
      ...place,
      ...(isAddress ? {} : { servername: origin.host }),
      rejectUnauthorized: origin.verifyCertificate,
      ALPNProtocols: ['http/1.1'],
    });
    socket.once('connect', () => this.listener?.connected());
    socket.once('secureConnect', () => {
      this.listener?.secured();
      this.opened();
    });
    return socket;
  }

  private opened(): void {
    this.ready = true;
    const { pending } = this;
    this.pending = null;
    if (pending !== null) this.write(pending.head, pending.body);
  }

  private write(head: string, body: Uint8Array | null): void {
    const { socket } = this;
    const size = head.length + (body?.byteLength ?? 0);
    if (size <= SMALL_REQUEST) {
      scratch.write(head, 0, 'latin1');
      if (body !== null) scratch.set(body, head.length);
      socket.write(scratch.subarray(0, size));
    } else {
      const headBytes = Buffer.from(head, 'latin1');
      socket.cork();
      socket.write(headBytes);
      if (body !== null) socket.write(body);
      socket.uncork();
    }
    if (socket.writableLength === 0) {
      this.sent();
      return;
    }
    // The kernel did not take it all, so the socket still refers to the bytes: they must stay as they are.
    if (size <= SMALL_REQUEST) scratch = Buffer.allocUnsafeSlow(SMALL_REQUEST);
    const exchange = this.exchanges;
    socket.write('', () => {
      if (this.exchanges === exchange) this.sent();
    });
  }

  private sent(): void {
    this.isSent = true;
    this.listener?.sent(performance.now());
  }

  private received(size: number): boolean {
    if (this.wireBytes === 0) this.listener?.firstByte(performance.now());
    this.wireBytes += size;
    try {
      this.parser.feed(this.readBuffer.subarray(0, size));
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
    return true;
  }

  /** What the next read goes into; called once before the first and then after each. */
  private nextBuffer(): Buffer {
    if (this.listener === null || this.wireBytes === 0) this.readBuffer = HEAD_BUFFER;
    else this.readBuffer = this.listener.bodyRoom() ?? READ_BUFFER;
    return this.readBuffer;
  }

  private ended(): void {
    const wasIdle = this.listener === null;
    this.usable = false;
    try {
      this.parser.close();
      // A parser that waits for nothing says nothing: the close came while the request was still on its way.
      if (this.listener !== null && this.exchanges > 0) this.fail(new Error('the server closed the connection'));
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)));
    }
    this.socket.destroy();
    if (wasIdle) this.onIdleClose(this);
  }

  private fail(error: Error): void {
    const { listener } = this;
    this.listener = null;
    this.usable = false;
    listener?.failed(error, performance.now());
  }
}
