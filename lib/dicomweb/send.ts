import type { ByteSource } from '../bytes/byte-source.ts';
import { HARNESS } from '../harness.ts';
import type { Exchange, Header } from '../http/exchange.ts';
import type { Transport, TransportRequest } from '../http/plain-transport.ts';
import { credentialHeaders } from '../http/redaction.ts';
import type { Target } from '../target/target.ts';
import type { RequestOptions } from './operations.ts';

/** What requests to a target are made with. */
export interface SendingOptions {
  readonly target: Target;
  readonly transport: Transport;
  /** A new id for each exchange, such as `T04.1`. */
  readonly nextExchangeId: () => string;
}

export interface Request {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly accept: string | null;
  readonly options: RequestOptions | undefined;
  readonly headers?: readonly Header[];
  readonly body?: ByteSource;
  readonly mayRepeat?: TransportRequest['mayRepeat'];
}

export const ANYTHING = '*/*';

/** Sends requests with the fields that an ordinary client sends, credentials to the target's own origins only. */
export function requestSender({ target, transport, nextExchangeId }: SendingOptions) {
  const origins = new Set(Object.values(target.roots).map((root) => new URL(root).origin));
  return ({ operation, method, url, accept, options, headers = [], body, mayRepeat }: Request): Promise<Exchange> => {
    const own = origins.has(new URL(url).origin);
    const isAuthorized = own && !options?.isAnonymous;
    const accepted = options?.accept === undefined ? accept : options.accept;
    const id = nextExchangeId();
    return transport.send({
      id,
      operation,
      method,
      url,
      headers: merged(
        [
          // With the id, so that a vendor finds the request in the server's log.
          ['User-Agent', `${HARNESS.name}/${HARNESS.version} (${id})`],
          ...(accepted === null ? [] : [['Accept', accepted] as const]),
          // Without this field every content coding would be acceptable, and none could be held against a server.
          ['Accept-Encoding', 'identity'],
          ...headers,
          ...(isAuthorized ? credentialHeaders(target.credentials) : []),
          ...(own ? target.extraHeaders : []),
        ],
        options?.headers ?? [],
      ),
      body: body ?? null,
      isAuthorized,
      ...(mayRepeat ? { mayRepeat } : {}),
    });
  };
}

/** Fields given for a request replace the ones that it would have had by the same name. */
function merged(usual: readonly Header[], given: readonly Header[]): Header[] {
  const replaced = new Set(given.map(([name]) => name.toLowerCase()));
  return [...usual.filter(([name]) => !replaced.has(name.toLowerCase())), ...given];
}
