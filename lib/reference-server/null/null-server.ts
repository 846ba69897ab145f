import type { IncomingMessage, ServerResponse } from 'node:http';

/** A server that looks at no request and keeps nothing: what it says about objects must never pass. */
export interface NullServer {
  /** In kebab case, named after what it answers. */
  readonly id: string;
  readonly title: string;
  /** Answers a request whose body was read to its end. */
  readonly answer: (request: IncomingMessage, body: Buffer, response: ServerResponse) => void;
}
