import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { probe } from '../../lib/probe/probe.ts';
import { skipWithout } from '../support/tools.ts';
import { folderFor, get, targetAt, transportFor } from './support.ts';

const CLIENT = new URL('./tls-client.ts', import.meta.url).pathname;

test('TLS with a private authority fails as such, and works with NODE_EXTRA_CA_CERTS', {
  skip: skipWithout('openssl'),
}, async (t) => {
  const folder = folderFor(t);
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate],
    ],
    { stdio: 'ignore' },
  );
  const connections = new Set<unknown>();
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    connections.add(request.socket);
    request.resume().on('end', () => response.writeHead(200, { 'X-Method': request.method ?? '' }).end('secure'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const target = targetAt(url);
  const transport = transportFor(t, target);

  const { failure } = await get(transport, url);
  assert.equal(failure?.code, 'tls');
  assert.match(failure?.message ?? '', /DEPTH_ZERO_SELF_SIGNED_CERT/);
  const outcome = await probe(target, transport);
  assert.equal(outcome.kind, 'unreachable');
  assert.match(outcome.kind === 'unreachable' ? outcome.hint : '', /NODE_EXTRA_CA_CERTS/);
  assert.equal(connections.size, 0);

  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', CLIENT, url, folder], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
  });
  assert.deepEqual(JSON.parse(stdout), [
    { method: 'GET', status: 200, failure: null, body: 'secure' },
    { method: 'GET', status: 200, failure: null, body: 'secure' },
    { method: 'POST', status: 200, failure: null, body: 'secure' },
  ]);
  assert.equal(connections.size, 2, 'the GETs share a connection');
});
