import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { type ConnectionSettings, USUAL_CONNECTION } from '../../lib/connection/settings.ts';
import { Authority } from '../connection/authority.ts';
import { type Started, startDicomWeb, startProxy } from '../connection/servers.ts';
import { skipWithout } from '../support/tools.ts';
import { runEmbedded } from './both-engines.ts';

const SCRIPT = `
  const http = require('k6/http');
  exports.options = { vus: 1, iterations: 1 };
  exports.default = async () => {
    const said = [];
    for (let count = 0; count < Number(__ENV.COUNT || 3); count++) {
      const answer = await http.request(__ENV.METHOD || 'POST', __ENV.URL, new Uint8Array(Number(__ENV.SIZE || 200000)),
        { headers: __ENV.TOKEN ? { Authorization: __ENV.TOKEN } : {}, responseType: 'text' });
      said.push([answer.status, answer.proto, answer.body, answer.error].join(' '));
    }
    console.log('SEEN ' + said.join(' | ') + ' END');
  };`;

describe('connections of the engine', { skip: skipWithout('openssl') }, () => {
  let authority: Authority;
  const servers: Record<string, Started> = {};
  let settings: ConnectionSettings;

  before(async () => {
    authority = new Authority();
    const { certificate: cert, key } = authority.issue();
    const client = authority.issue({ names: 'DNS:client' });
    const ca = readFileSync(authority.file, 'utf8');
    const mutual = { cert, key, ca, requestCert: true, rejectUnauthorized: true };
    Object.assign(servers, {
      plain: await startDicomWeb({}),
      plain2: await startDicomWeb({ speaks: 'http2' }),
      mutual: await startDicomWeb({ tls: mutual }),
      mutual2: await startDicomWeb({ tls: mutual, speaks: 'http2' }),
      proxy: await startProxy('porter:secret'),
    });
    const ports = [servers.mutual?.port, servers.mutual2?.port];
    const destinations = ports.map((port) => `127.0.0.1:${port}`);
    const credentials = { certificate: client.certificate, key: client.key, passphrase: null, destinations };
    settings = { ...USUAL_CONNECTION, tls: { authorities: ca, client: credentials, verify: true } };
  });
  after(() => {
    for (const server of Object.values(servers)) server.close();
    rmSync(authority.folder, { recursive: true, force: true });
  });

  const proxied = (): ConnectionSettings => {
    const authorization = `Basic ${Buffer.from('porter:secret').toString('base64')}`;
    const proxy = { secure: false, host: '127.0.0.1', port: servers.proxy?.port ?? 0, authorization, variable: 'P' };
    return { ...settings, proxies: { http: proxy, https: proxy, bypass: [] } };
  };
  const cases: readonly [
    name: string,
    server: string,
    scheme: string,
    connection: () => ConnectionSettings,
    seen: RegExp,
  ][] = [
    ['a client certificate', 'mutual', 'https', () => settings, /^(200 HTTP\/1\.1 \[\][ |]*){3}$/],
    [
      'a client certificate that is not for this host',
      'mutual',
      'https',
      () => withoutDestinations(settings),
      /^0 .*certificate/,
    ],
    ['an authority that is not known', 'mutual', 'https', () => USUAL_CONNECTION, /^0 .*(self-signed|unable to)/],
    ['HTTP/2 over TLS', 'mutual2', 'https', () => ({ ...settings, version: '2' }), /^(200 HTTP\/2\.0 \[\][ |]*){3}$/],
    ['HTTP/2 in the clear', 'plain2', 'http', () => ({ ...settings, version: '2' }), /^(200 HTTP\/2\.0 \[\][ |]*){3}$/],
    [
      'HTTP/2 that is not spoken',
      'mutual',
      'https',
      () => ({ ...settings, version: '2' }),
      /^0 .*no application protocol/,
    ],
    ['a proxy, plain', 'plain', 'http', proxied, /^(200 HTTP\/1\.1 \[\][ |]*){3}$/],
    ['a proxy, TLS', 'mutual', 'https', proxied, /^(200 HTTP\/1\.1 \[\][ |]*){3}$/],
    ['a proxy, HTTP/2', 'mutual2', 'https', () => ({ ...proxied(), version: '2' }), /^(200 HTTP\/2\.0 \[\][ |]*){3}$/],
  ];
  for (const [name, server, scheme, connection, seen] of cases) {
    test(name, async () => {
      const env = { URL: `${scheme}://127.0.0.1:${servers[server]?.port}/studies` };
      const run = await runEmbedded({ script: SCRIPT, env }, { connection: connection() });
      assert.match(/SEEN (.*) END/s.exec(run.log)?.[1] ?? run.log, seen);
    });
  }
});

function withoutDestinations(settings: ConnectionSettings): ConnectionSettings {
  const { client } = settings.tls;
  return { ...settings, tls: { ...settings.tls, client: client && { ...client, destinations: [] } } };
}

for (const [method, statuses] of [
  ['POST', '200 200 200'],
  ['DELETE', '200 401 200'],
] as const) {
  test(`a token that is refused is renewed, and the request repeated unless it is a DELETE: ${method}`, async (t) => {
    let accepted = 'Bearer one';
    let count = 0;
    const server = await startDicomWeb({
      admits: ({ authorization }) => {
        if (++count === 2) accepted = 'Bearer two';
        return authorization === accepted;
      },
      deleteStatus: 200,
    });
    t.after(() => server.close());
    const env = { URL: `http://127.0.0.1:${server.port}/studies`, TOKEN: 'Bearer one', METHOD: method, SIZE: '10' };
    const asked: string[] = [];
    const authorization = {
      initial: 'Bearer one',
      current: async () => 'Bearer one',
      async renewed(refused: string) {
        asked.push(refused);
        return 'Bearer two';
      },
    };
    const run = await runEmbedded({ script: SCRIPT, env }, { authorization });
    const seen = [...run.log.matchAll(/(\d{3}) HTTP/g)].map(([, status]) => status).join(' ');
    assert.equal(seen, statuses, run.log);
    assert.deepEqual(asked, ['Bearer one']);
  });
}

test('a token that ends while the threads are made is not sent', async (t) => {
  const server = await startDicomWeb({ admits: ({ authorization }) => authorization === 'Bearer two' });
  t.after(() => server.close());
  const env = { URL: `http://127.0.0.1:${server.port}/studies`, TOKEN: 'Bearer one', SIZE: '10' };
  // The thread knows of no run yet when it evaluates the script first.
  const slow = `
    if (!globalThis.hasWaited) for (const until = Date.now() + 1200; Date.now() < until; );
    globalThis.hasWaited = true;
    ${SCRIPT}`;
  const authorization = { initial: 'Bearer one', current: async () => 'Bearer two', renewed: async () => null };
  const run = await runEmbedded({ script: slow, env }, { authorization });
  assert.equal(run.log.match(/200 HTTP/g)?.length, 3, run.log);
  assert.ok(server.seen.every(({ headers }) => headers.authorization === 'Bearer two'));
});
