import { type ClientHttp2Session, type ClientHttp2Stream, connect as connectHttp2 } from 'node:http2';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { BOUNDS } from '../../bounds.ts';
import { ConnectionError } from '../../connection/connection-error.ts';
import { dial } from '../../connection/dial.ts';
import { authorityOf } from '../../connection/route.ts';
import type { ConnectionSettings } from '../../connection/settings.ts';
import type { Carrier, ExchangeListener, Origin } from './carrier.ts';
import { type ResponseHead, TooManyInterimResponses } from './response-head.ts';
import { tlsCipherSuiteOf, tlsVersionOf } from './socket-facts.ts';

interface Request {
  readonly head: string;
  readonly body: Uint8Array | null;
}

const WINDOW_BYTES = 1 << 20;

/** One HTTP/2 connection that carries one exchange at a time, as a virtual user sends them. */
export class Http2Connection implements Carrier {
  usable = true;
  exchanges = 0;
  private readonly origin: Origin;
  private readonly settings: ConnectionSettings;
  private readonly onIdleClose: (carrier: Carrier) => void;
  private socket: Socket | null = null;
  private session: ClientHttp2Session | null = null;
  private stream: ClientHttp2Stream | null = null;
  private listener: ExchangeListener | null = null;

  constructor(origin: Origin, settings: ConnectionSettings, onIdleClose: (carrier: Carrier) => void) {
    this.origin = origin;
    this.settings = settings;
    this.onIdleClose = onIdleClose;
  }

  exchange(_method: string, head: string, body: Uint8Array | null, listener: ExchangeListener): void {
    this.exchanges++;
    this.listener = listener;
    const request = { head, body };
    if (this.session !== null) this.send(this.session, request);
    else
      this.open().then(
        (session) => this.send(session, request),
        (error: Error) => this.fail(error),
      );
  }

  destroy(reason?: Error): void {
    if (reason !== undefined) this.fail(reason);
    this.listener = null;
    this.usable = false;
    this.session?.destroy();
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

  private async open(): Promise<ClientHttp2Session> {
    const { origin, settings } = this;
    const onSocket = (socket: Socket): void => {
      this.socket = socket;
      socket.once('connect', () => this.listener?.connected());
      if (!this.usable) socket.destroy();
    };
    const destination = { ...origin, ...(origin.address === undefined ? {} : { host: origin.address }) };
    const socket = await dial(destination, { settings, protocols: ['h2'], onSocket, servername: origin.host });
    if (origin.secure && (socket as TLSSocket).alpnProtocol !== 'h2') {
      socket.destroy();
      throw new ConnectionError('tls', 'http1-only', 'the server did not agree to HTTP/2');
    }
    this.listener?.secured();
    const session = connectHttp2(`${origin.secure ? 'https' : 'http'}://${authorityOf(origin)}`, {
      createConnection: () => socket,
      maxHeaderListPairs: BOUNDS.headerFields.limit,
      settings: { enablePush: false, initialWindowSize: WINDOW_BYTES },
    });
    session.once('connect', () => session.setLocalWindowSize(WINDOW_BYTES));
    session.on('error', (error) => this.fail(error));
    session.on('goaway', () => this.ended());
    session.on('close', () => this.ended());
    this.session = session;
    return session;
  }

  private send(session: ClientHttp2Session, { head, body }: Request): void {
    if (this.listener === null) return;
    let wireBytes = 0;
    let interim = 0;
    let answered: ResponseHead | null = null;
    let stream: ClientHttp2Stream;
    try {
      stream = session.request(fieldsOf(head, this.origin.secure), { endStream: body === null });
    } catch (error) {
      this.fail(error as Error);
      return;
    }
    const { listener } = this;
    const isCurrent = (): boolean => this.listener === listener;
    this.stream = stream;
    stream.on('headers', () => {
      interim++;
      if (isCurrent() && interim > BOUNDS.interimResponses.limit) this.destroy(new TooManyInterimResponses());
    });
    stream.on('response', (headers, _flags, raw?: readonly string[]) => {
      if (!isCurrent()) return;
      listener.firstByte(performance.now());
      answered = headOf(Number(headers[':status']), raw ?? []);
      wireBytes += answered.headerText.length;
      listener.head(answered);
    });
    stream.on('data', (chunk: Buffer) => {
      if (!isCurrent()) return;
      wireBytes += chunk.length;
      try {
        listener.bodyBytes(chunk);
      } catch (error) {
        this.destroy(error as Error);
      }
    });
    stream.on('error', (error) => {
      if (isCurrent()) this.fail(error);
    });
    stream.on('close', () => {
      if (!isCurrent()) return;
      if (answered === null || stream.rstCode !== 0) {
        this.fail(new Error(`the server closed the stream with code ${stream.rstCode}`));
        return;
      }
      this.listener = null;
      this.stream = null;
      listener.end(performance.now(), wireBytes);
    });
    stream.once('finish', () => listener.sent(performance.now()));
    if (body === null) listener.sent(performance.now());
    else stream.end(body);
  }

  private ended(): void {
    const wasIdle = this.listener === null;
    this.usable = false;
    if (wasIdle) this.onIdleClose(this);
  }

  private fail(error: Error): void {
    const { listener } = this;
    this.listener = null;
    this.usable = false;
    this.stream?.close(8);
    this.session?.destroy();
    listener?.failed(error, performance.now());
  }
}

/** The fields of a request head of HTTP/1.1 for HTTP/2 (RFC 9113 §8.3.1). */
function fieldsOf(head: string, secure: boolean): Record<string, string> {
  const [line = '', ...lines] = head.trimEnd().split('\r\n');
  const [method = '', path = ''] = line.split(' ');
  const fields: Record<string, string> = { ':method': method, ':scheme': secure ? 'https' : 'http', ':path': path };
  for (const each of lines) {
    const colon = each.indexOf(':');
    const name = each.slice(0, colon).toLowerCase();
    const value = each.slice(colon + 2);
    if (name === 'connection') continue;
    fields[name === 'host' ? ':authority' : name] = value;
  }
  return fields;
}

function headOf(status: number, raw: readonly string[]): ResponseHead {
  const lines: string[] = [];
  let length: number | null = null;
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [name = '', value = ''] = [raw[index], raw[index + 1]];
    if (name.startsWith(':')) continue;
    if (name === 'content-length' && /^\d{1,15}$/.test(value)) length = Number(value);
    lines.push(`${name}: ${value}`);
  }
  return {
    proto: 'HTTP/2.0',
    status,
    reason: '',
    headerText: lines.join('\r\n'),
    framing: length === null ? { by: 'close' } : { by: 'length', length },
    keepAlive: true,
  };
}
