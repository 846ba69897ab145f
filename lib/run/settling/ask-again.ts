import type { DicomWebClient } from '../../dicomweb/operations.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { ServiceRoots } from '../../target/target.ts';

/** Fields beside Accept by which a request asks for another answer. */
export const ASKING = ['Accept-Charset', 'Accept-Encoding', 'If-None-Match', 'Origin', 'Range'];

/** The same request once more, or with another Accept; null where it went elsewhere than to the server. */
export async function askAgain(
  { request }: Exchange,
  roots: ServiceRoots,
  client: DicomWebClient,
  accept: string | null = headerValue(request.headers, 'Accept'),
): Promise<Exchange | null> {
  for (const service of ['search', 'retrieve'] as const) {
    const root = roots[service];
    if (!request.url.startsWith(`${root}/`)) continue;
    const headers = ASKING.flatMap((name): [string, string][] => {
      const value = headerValue(request.headers, name);
      return value === null ? [] : [[name, value]];
    });
    return client.request(service, 'GET', request.url.slice(root.length), { accept, headers });
  }
  return null;
}
