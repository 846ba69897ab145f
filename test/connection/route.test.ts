import assert from 'node:assert/strict';
import { test } from 'node:test';
import { destinationOf, proxyFor } from '../../lib/connection/route.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';

const cases: readonly [noProxy: string, url: string, isDirect: boolean][] = [
  ['', 'https://pacs.example/', false],
  ['*', 'https://pacs.example/', true],
  ['pacs.example', 'https://pacs.example/', true],
  ['PACS.example', 'https://pacs.example/', true],
  ['example', 'https://pacs.example/', true],
  ['.example', 'https://pacs.example/', true],
  ['*.example', 'https://pacs.example/', true],
  ['acs.example', 'https://pacs.example/', false],
  ['a.example, pacs.example', 'https://pacs.example/', true],
  ['pacs.example:443', 'https://pacs.example/', true],
  ['pacs.example:443', 'https://pacs.example:8443/', false],
  ['10.0.0.0/8', 'https://10.1.2.3/', true],
  ['10.0.0.0/8', 'https://11.1.2.3/', false],
  ['10.0.0.0/99', 'https://10.1.2.3/', false],
  ['127.0.0.1', 'https://127.0.0.1:8042/', true],
  ['127.0.0.1:8042', 'https://127.0.0.1:8042/', true],
  ['127.0.0.1', 'https://localhost/', false],
  ['::1', 'https://[::1]:8042/', true],
  ['[::1]', 'https://[::1]:8042/', true],
  ['[::1]:8042', 'https://[::1]:8042/', true],
  ['[::1]:8043', 'https://[::1]:8042/', false],
  ['fe80::/10', 'https://[fe80::1]/', true],
  ['fd00::1', 'https://[fd00::2]/', false],
];
for (const [noProxy, url, isDirect] of cases) {
  test(`NO_PROXY=${noProxy} and ${url}`, () => {
    const env = { HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: noProxy };
    const { connection } = resolveTarget({ target: url, embedded: false }, env);
    assert.ok(connection);
    assert.equal(proxyFor(destinationOf(new URL(url)), connection) === null, isDirect);
  });
}

test('the embedded server is reached directly, and a CGI program takes no proxy from a header field', () => {
  const env = { HTTP_PROXY: 'http://proxy.example:3128' };
  const proxies = (embedded: boolean, more: object) =>
    resolveTarget({ target: 'http://127.0.0.1/', embedded }, { ...env, ...more }).connection?.proxies.http;
  assert.equal(proxies(true, {}), null);
  assert.equal(proxies(false, { REQUEST_METHOD: 'GET' }), null);
  assert.equal(proxies(false, {})?.host, 'proxy.example');
});
