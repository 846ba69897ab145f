import { Readable } from 'node:stream';
import { Agent, request } from 'undici';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface RawRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly headers?: Record<string, string>;
  /** Left out, `*` of anything; null sends no Accept at all. */
  readonly accept?: string | null;
  readonly body?: Buffer;
  /** Sends the body in chunked transfer coding. */
  readonly isChunked?: boolean;
}

/** A client that adds nothing of its own. `close` ends its connections. */
export class RawClient {
  readonly #agent = new Agent({ headersTimeout: 5000, bodyTimeout: 5000 });
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  async send(path: string, options: RawRequest = {}): Promise<RawAnswer> {
    const { accept = '*/*' } = options;
    const url = path.startsWith('http') ? path : this.#base + path;
    const answer = await request(url, {
      dispatcher: this.#agent,
      method: options.method ?? 'GET',
      headers: { ...(accept === null ? {} : { accept }), ...options.headers },
      ...(options.body ? { body: options.isChunked ? Readable.from([options.body]) : options.body } : {}),
    });
    return { status: answer.statusCode, headers: answer.headers, body: Buffer.from(await answer.body.arrayBuffer()) };
  }

  async json(path: string, options: RawRequest = {}): Promise<unknown> {
    return JSON.parse((await this.send(path, options)).body.toString());
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}
