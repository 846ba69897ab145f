import { memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { get, targetAt } from './support.ts';

/** Run by tls.test.ts in a process of its own: Node reads NODE_EXTRA_CA_CERTS when it starts. */
const [url = '', spoolFolder = ''] = process.argv.slice(2);
const transport = createTransport({ target: targetAt(url), spoolFolder });
const seen: unknown[] = [];
for (const method of ['GET', 'GET', 'POST']) {
  const body = method === 'POST' ? memorySource(Buffer.alloc(3_000_000)) : null;
  const { response, failure } = await get(transport, url, { method, body });
  seen.push({
    method,
    status: response?.status,
    failure,
    body: response && Buffer.from(readAll(response.body)).toString(),
  });
}
transport.close();
process.stdout.write(JSON.stringify(seen));
