import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type ByteSource, readAll } from '../../lib/bytes/byte-source.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { Transport, TransportOptions } from '../../lib/http/plain-transport.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { loadProfile } from '../../lib/target/profiles.ts';
import type { Target } from '../../lib/target/target.ts';

export function textOf(source: ByteSource | undefined): string {
  return source ? Buffer.from(readAll(source)).toString('latin1') : '';
}

export function targetAt(baseUrl: string, changes: Partial<Target> = {}): Target {
  return {
    baseUrl,
    roots: { store: baseUrl, retrieve: baseUrl, search: baseUrl, delete: baseUrl },
    credentials: { kind: 'none' },
    extraHeaders: [],
    timeoutMs: 2_000,
    profile: loadProfile('standard'),
    embedded: false,
    ...changes,
  };
}

export function folderFor(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'harness-http-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function transportFor(
  test: TestContext,
  target: Target,
  options: Partial<Omit<TransportOptions, 'target'>> = {},
): Transport {
  const transport = createTransport({ target, spoolFolder: folderFor(test), ...options });
  test.after(() => transport.close());
  return transport;
}

/** One GET with the transport of a target at `url`. */
export function get(
  transport: Transport,
  url: string,
  changes: Partial<Parameters<Transport['send']>[0]> = {},
): Promise<Exchange> {
  return transport.send({
    id: 'T00.1',
    operation: 'test',
    method: 'GET',
    url,
    headers: [['Accept', '*/*']],
    body: null,
    ...changes,
  });
}
