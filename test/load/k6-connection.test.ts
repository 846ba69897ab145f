import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { USUAL_CONNECTION } from '../../lib/connection/settings.ts';
import { connectionVariables, whyNotByK6 } from '../../lib/load/k6-connection.ts';
import { targetAt } from '../http/support.ts';

const client = { certificate: 'c', key: 'k', passphrase: null, destinations: [] };

test('k6 is given what its variables can say', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k6-connection-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  // Without a proxy the variables are empty, so that a proxy of this process does not count.
  const usual = connectionVariables({ folder });
  assert.deepEqual(
    Object.entries(usual).filter(([name, value]) => value !== '' || !/proxy$/i.test(name)),
    [],
  );
  assert.equal(usual.HTTPS_PROXY, '');
  const tls = { authorities: 'PEM of the authority', client: null, verify: false };
  const given = connectionVariables({ connection: { ...USUAL_CONNECTION, version: '1.1', tls }, folder });
  assert.equal(given.K6_INSECURE_SKIP_TLS_VERIFY, 'true');
  assert.match(given.GODEBUG ?? '', /http2client=0/);
  const authorities = readFileSync(given.SSL_CERT_FILE ?? '', 'utf8');
  assert.match(authorities, /-----BEGIN CERTIFICATE-----[\s\S]*PEM of the authority$/, 'the well-known ones stay');
});

test('k6 is not used for what it cannot do', () => {
  const tls = { ...USUAL_CONNECTION.tls, client };
  const why = (url: string, changes: object) =>
    whyNotByK6(targetAt(url, { connection: { ...USUAL_CONNECTION, ...changes } }));
  assert.equal(why('https://host', {}), null);
  assert.equal(why('https://host', { version: '2' }), null);
  assert.match(why('http://host', { version: '2' }) ?? '', /HTTP\/2 over TLS only/);
  assert.match(why('https://host', { tls }) ?? '', /client certificate/);
});
