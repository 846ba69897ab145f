import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Archive } from './archive.ts';
import type { Answer, Reply, Request } from './message.ts';

/** Answers a request from an archive. */
export type Handler = (request: Request, archive: Archive) => Promise<Answer>;

/** Puts a reply on the wire. */
type Sender = (reply: Reply, response: ServerResponse) => Promise<void>;

/**
 * A way in which a server departs from the plain one: a fault, or a liberty of the standard. Each hook wraps what lies
 * inside it, and may change what goes in, what comes out, or not call it at all.
 */
export interface Behaviour {
  /** Lets a request in whatever credentials it shows, before anything of it is read. */
  readonly admits?: (incoming: Pick<IncomingMessage, 'method' | 'url' | 'headers'>) => boolean;
  /** Around the handling: what is asked, what the archive keeps, what is said. */
  readonly handle?: (request: Request, archive: Archive, next: Handler) => Promise<Answer>;
  /** After writing: header fields and body bytes as they are about to be sent. */
  readonly reply?: (reply: Reply, request: Request) => Reply;
  /** Around the sending: pace, and whether all of it goes out. */
  readonly send?: (reply: Reply, response: ServerResponse, request: Request, next: Sender) => Promise<void>;
}

/** The handler with every behaviour around it, the first one outermost. */
export function wrapHandler(behaviours: readonly Behaviour[], handler: Handler): Handler {
  return behaviours.reduceRight<Handler>((next, { handle }) => {
    return handle ? (request, archive) => handle(request, archive, next) : next;
  }, handler);
}

/** The sender with every behaviour around it, the first one outermost. */
export function wrapSender(behaviours: readonly Behaviour[], request: Request, sender: Sender): Sender {
  return behaviours.reduceRight<Sender>((next, { send }) => {
    return send ? (reply, response) => send(reply, response, request, next) : next;
  }, sender);
}
