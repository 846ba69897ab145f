import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { dial } from '../../connection/dial.ts';
import { authorityOf, proxyFor } from '../../connection/route.ts';
import { secureContextOf } from '../../connection/secure-context.ts';
import type { ConnectionSettings, ProxyServer } from '../../connection/settings.ts';
import type { Carrier, ExchangeListener, Origin } from './carrier.ts';
import type { ResponseHead } from './response-head.ts';
import { ResponseParser, type ResponseSink } from './response-parser.ts';
import { tlsCipherSuiteOf, tlsVersionOf } from './socket-facts.ts';

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
export class Connection implements Carrier, ResponseSink {
  usable = true;
  exchanges = 0;
  private socket: Socket | null;
  private readonly parser = new ResponseParser();
  private readonly origin: Origin;
  private readonly settings: ConnectionSettings;
  private readonly proxy: ProxyServer | null;
  private listener: ExchangeListener | null = null;
  private ready = false;
  private pending: { readonly head: string; readonly body: Uint8Array | null } | null = null;
  /** What the socket reads into. */
  private readBuffer: Buffer = HEAD_BUFFER;
  private wireBytes = 0;
  private isSent = false;
  private keepAlive = false;
  private readonly onIdleClose: (carrier: Carrier) => void;

  constructor(origin: Origin, settings: ConnectionSettings, onIdleClose: (carrier: Carrier) => void) {
    this.origin = origin;
    this.settings = settings;
    this.proxy = proxyFor(origin, settings);
    this.onIdleClose = onIdleClose;
    this.socket = this.proxy === null ? this.watched(this.open()) : null;
    if (this.proxy !== null) this.dialThrough();
  }

  exchange(method: string, ownHead: string, body: Uint8Array | null, listener: ExchangeListener): void {
    const head = this.proxy === null || this.origin.secure ? ownHead : forProxy(ownHead, this.origin, this.proxy);
    this.exchanges++;
    this.listener = listener;
    this.wireBytes = 0;
    this.isSent = false;
    this.parser.expect(method, this);
    if (this.ready) this.write(head, body);
    else this.pending = { head, body };
  }

  destroy(reason?: Error): void {
    if (reason !== undefined) this.fail(reason);
    this.listener = null;
    this.usable = false;
    this.socket?.destroy();
  }

  get remoteAddress(): string {
    return this.socket?.remoteAddress ?? '';
  }

  get remotePort(): number {
    return this.socket?.remotePort ?? 0;
  }

  get tlsVersion(): string {
    return tlsVersionOf(this.socket);
  }

  get tlsCipherSuite(): string {
    return tlsCipherSuiteOf(this.socket);
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
      if (!this.usable) this.socket?.destroy();
      listener?.end(at, this.wireBytes);
      return;
    }
    // Answered before the whole request was taken: what is left of the body may change once the caller goes on.
    setTimeout(() => {
      this.socket?.destroy();
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
      secureContext: secureContextOf(this.settings.tls, authorityOf(origin)),
      rejectUnauthorized: this.settings.tls.verify,
      ALPNProtocols: ['http/1.1'],
    });
    socket.once('connect', () => this.listener?.connected());
    socket.once('secureConnect', () => {
      this.listener?.secured();
      this.opened();
    });
    return socket;
  }

  /** Through a proxy each read has a buffer of its own: Node lets no other be given for a socket that is dialled already. */
  private dialThrough(): void {
    const { origin, settings } = this;
    const onSocket = (socket: Socket): void => {
      this.socket = socket;
      socket.once('connect', () => this.listener?.connected());
      if (!this.usable) socket.destroy();
    };
    const protocols = ['http/1.1'];
    dial(origin, { settings, protocols, onSocket }).then(
      (socket) => {
        this.socket = this.watched(socket);
        socket.on('data', (chunk: Buffer) => this.took(chunk));
        if (origin.secure) this.listener?.secured();
        this.opened();
      },
      (error: Error) => this.fail(error),
    );
  }

  private watched(socket: Socket): Socket {
    socket.on('error', (error) => this.fail(error));
    socket.on('end', () => this.ended());
    socket.on('close', () => this.ended());
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
    if (socket === null) return;
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
    this.took(this.readBuffer.subarray(0, size));
    return true;
  }

  private took(bytes: Buffer): void {
    if (this.wireBytes === 0) this.listener?.firstByte(performance.now());
    this.wireBytes += bytes.length;
    try {
      this.parser.feed(bytes);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
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
    this.socket?.destroy();
    if (wasIdle) this.onIdleClose(this);
  }

  private fail(error: Error): void {
    const { listener } = this;
    this.listener = null;
    this.usable = false;
    listener?.failed(error, performance.now());
  }
}

/** A plain request as a proxy is asked it: with the whole URL, and with the password for the proxy. */
function forProxy(head: string, origin: Origin, { authorization }: ProxyServer): string {
  const target = head.indexOf(' ') + 1;
  const field = authorization === null ? '' : `Proxy-Authorization: ${authorization}\r\n`;
  return `${head.slice(0, target)}http://${authorityOf(origin)}${head.slice(target, -2)}${field}\r\n`;
}
