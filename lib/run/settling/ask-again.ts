import type { DicomWebClient } from '../../dicomweb/operations.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { ServiceRoots } from '../../target/target.ts';

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
    const range = headerValue(request.headers, 'Range');
    const headers: [string, string][] = range === null ? [] : [['Range', range]];
    return client.request(service, 'GET', request.url.slice(root.length), { accept, headers });
  }
  return null;
}
