import type { ResponseHead } from './response-head.ts';

/** Where a connection goes. */
export interface Origin {
  readonly secure: boolean;
  /** Name or address as in the URL, without brackets. */
  readonly host: string;
  readonly port: number;
  /** Address to dial in place of the host, from the option `hosts`. */
  readonly address?: string | undefined;
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

/** A connection of one version of HTTP, which carries one exchange at a time. */
export interface Carrier {
  /** False once the connection can carry no further exchange. */
  readonly usable: boolean;
  /** Exchanges begun on this connection. */
  readonly exchanges: number;
  /**
   * Sends a request; everything that follows is told to the listener, whose last call is `end` or `failed`. The body
   * must not change before that.
   * @param head request line and header lines with the empty line, as ISO 8859-1
   */
  exchange(method: string, head: string, body: Uint8Array | null, listener: ExchangeListener): void;
  /** Ends the connection at once; an exchange under way fails with `reason`, or in silence without one. */
  destroy(reason?: Error): void;
  readonly remoteAddress: string;
  readonly remotePort: number;
  /** The protocol of a secured connection as k6 names it (`tls1.3`), or an empty string. */
  readonly tlsVersion: string;
  readonly tlsCipherSuite: string;
}
