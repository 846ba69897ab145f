import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { skipWithout } from '../support/tools.ts';
import { onBoth } from './both-engines.ts';

describe('TLS', { skip: skipWithout('openssl') }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'load-engine-tls-'));
  const body = Buffer.alloc(300_000, 'pixels');
  let url = '';
  let close = () => {};

  before(async () => {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
        ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate],
      ],
      { stdio: 'ignore' },
    );
    const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
      let length = 0;
      request.on('data', (bytes: Buffer) => {
        length += bytes.length;
      });
      request.on('end', () => (request.method === 'POST' ? response.end(`took ${length}`) : response.end(body)));
    });
    server.on('tlsClientError', () => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    close = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  after(() => {
    close();
    rmSync(folder, { recursive: true, force: true });
  });

  onBoth(
    'large bodies go both ways, and only a new connection shakes hands',
    () => ({
      script: `
        const http = require('k6/http'), crypto = require('k6/crypto');
        exports.options = { vus: 1, iterations: 1, insecureSkipTLSVerify: true, thresholds: { 'http_reqs{tls_version:tls1.3}': ['count==4'] } };
        exports.default = async () => {
          const first = await http.get(__ENV.URL, { responseType: 'binary' });
          const again = await http.get(__ENV.URL, { responseType: 'binary' });
          const unread = await http.get(__ENV.URL, { responseType: 'none' });
          const sent = await http.post(__ENV.URL, new Uint8Array(700000).fill(7));
          console.log('SEEN ' + [first.status, first.tls_version, crypto.md5(first.body, 'hex') === crypto.md5(again.body, 'hex'), first.body.byteLength,
            first.timings.tls_handshaking > 0, again.timings.tls_handshaking, unread.body, sent.body].join(' | ') + ' END');
        };`,
      env: { URL: url },
    }),
    (run) => {
      assert.equal(run.exitCode, 0, run.log);
      const seen = /SEEN (.*) END/.exec(run.log)?.[1];
      assert.equal(seen, '200 | tls1.3 | true | 300000 | true | 0 |  | took 700000');
    },
  );

  onBoth(
    'a certificate that nobody vouches for is refused',
    () => ({
      script: `
        const http = require('k6/http');
        exports.default = async () => { const answer = await http.get(__ENV.URL); console.log('SEEN ' + [answer.status, answer.error_code].join(' ') + ' END'); };`,
      env: { URL: url },
    }),
    (run) => assert.match(run.log, /SEEN 0 1310 END/),
  );
});
