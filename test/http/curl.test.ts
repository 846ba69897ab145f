import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { USUAL_CONNECTION } from '../../lib/connection/settings.ts';
import { curlLine, shellWord } from '../../lib/http/curl.ts';
import { credentialHeaders, redactorFor } from '../../lib/http/redaction.ts';
import type { Credentials } from '../../lib/target/target.ts';
import { skipWithout } from '../support/tools.ts';
import { rawServer } from './raw-server.ts';
import { folderFor, get, targetAt, transportFor } from './support.ts';

const run = promisify(execFile);
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok';

test('quotes a word for the shell', () => {
  assert.equal(shellWord('application/dicom'), 'application/dicom');
  assert.equal(shellWord(`it's $HOME`), `'it'\\''s $HOME'`);
  assert.equal(shellWord(''), `''`);
});

interface Case {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: Buffer;
  readonly credentials?: Credentials;
  readonly env?: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = [
  {
    name: 'a retrieve',
    path: '/studies/1.2',
    headers: [['Accept', 'multipart/related; type="application/dicom"; transfer-syntax=*']],
  },
  {
    name: 'a search with what shells expand',
    path: "/studies?PatientName=O'B*%5E&x=$HOME`id`;[1-3]{a,b}!",
    headers: [['Accept', '*/*']],
  },
  { name: 'a path with dots', path: '/studies/../x/./y', headers: [['Accept', '*/*']] },
  { name: 'a delete without Accept', method: 'DELETE', path: '/studies/1.2', headers: [] },
  {
    name: 'a HEAD',
    method: 'HEAD',
    path: '/studies',
    headers: [
      ['User-Agent', 'dicomweb-harness/1.0 (T1.1)'],
      ['Accept', 'application/dicom+json'],
    ],
  },
  {
    name: 'a store',
    method: 'POST',
    path: '/studies',
    headers: [
      ['Accept', 'application/dicom+json'],
      ['Content-Type', 'multipart/related; type="application/dicom"; boundary=b'],
    ],
    body: Buffer.from('--b\r\n\r\n\0\xff@\n\r\n--b--\r\n', 'latin1'),
  },
  {
    name: 'a body without type',
    method: 'PUT',
    path: '/x',
    headers: [
      ['Accept', '*/*'],
      ['X-Empty', ''],
    ],
    body: Buffer.alloc(2_000_000, 7),
  },
  {
    name: 'a bearer token',
    path: '/studies',
    headers: [['Accept', '*/*']],
    credentials: { kind: 'bearer', token: 'to$ken"with`signs' },
    env: { DICOMWEB_TOKEN: 'to$ken"with`signs' },
  },
  {
    name: 'a user and password',
    path: '/studies',
    headers: [['Accept', '*/*']],
    credentials: { kind: 'basic', user: 'me', password: 'pass word:$x' },
    env: { DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: 'pass word:$x' },
  },
  {
    name: 'a header of the target',
    path: '/studies',
    headers: [['Accept', '*/*']],
    credentials: { kind: 'headers', headers: [['X-Api-Key', 'k3y value']] },
    env: { DICOMWEB_HEADER_X_API_KEY: 'k3y value' },
  },
];

/** Request line and header fields as sets: curl writes them in an order of its own. */
function message(received: string): { readonly line: string; readonly fields: string[]; readonly body: string } {
  const end = received.indexOf('\r\n\r\n');
  const [line = '', ...fields] = received.slice(0, end).split('\r\n');
  const kept = fields.filter((field) => !/^(connection|content-length):/i.test(field));
  const body = createHash('sha256')
    .update(received.slice(end + 4), 'latin1')
    .digest('hex');
  return { line, fields: kept.map((field) => field.trimEnd()).sort(), body };
}

const NONE: Credentials = { kind: 'none' };
for (const { name, method = 'GET', path = '/', headers = [], body, credentials = NONE, env = {} } of cases) {
  test(`the line repeats ${name}`, { skip: skipWithout('curl', 'sh') }, async (t) => {
    const server = await rawServer(t, ({ socket, text }) => {
      const answer = (): void => {
        const received = text();
        const expected = received.indexOf('\r\n\r\n') + 4 + (body?.length ?? 0);
        if (received.length >= expected) socket.end(method === 'HEAD' ? OK.slice(0, -2) : OK);
        else setTimeout(answer, 2);
      };
      answer();
    });
    const target = targetAt(server.url, { credentials });
    const exchange = await get(transportFor(t, target), server.url + path, {
      method,
      headers: [...headers, ...credentialHeaders(credentials)],
      body: body ? memorySource(body) : null,
    });
    assert.equal(exchange.response?.status, 200, exchange.failure?.message);
    const bodyFile = join(folderFor(t), "it's the body");
    if (body) writeFileSync(bodyFile, body);
    const line = curlLine(exchange, redactorFor(target), bodyFile);
    for (const secret of Object.entries(env))
      if (secret[0] !== 'DICOMWEB_USER') assert.ok(!line.includes(secret[1]), line);
    const { stdout } = await run('sh', ['-c', `${line} --noproxy '*'`], { env: { PATH: process.env.PATH, ...env } });
    assert.match(stdout, /^HTTP\/1\.1 200 OK/);
    const [ours, theirs] = server.received;
    assert.deepEqual(message(theirs ?? ''), message(ours ?? ''));
  });
}

test('names a placeholder where the body is in no file', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.end(OK));
  const target = targetAt(server.url);
  const exchange = await get(transportFor(t, target), server.url, {
    method: 'POST',
    body: memorySource(Buffer.from('x')),
  });
  assert.match(curlLine(exchange, redactorFor(target)), / --data-binary @BODY$/);
});

test('says what curl has to be told of the connection', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.end(OK));
  const target = targetAt(server.url);
  const sent = await get(transportFor(t, target), server.url);
  const client = { certificate: 'c', key: 'k', passphrase: 'p', destinations: ['pacs.example:443'] };
  const tls = { authorities: null, client, verify: false };
  const line = (url: string, httpVersion: '1.1' | '2'): string =>
    curlLine(
      {
        ...sent,
        request: { ...sent.request, url },
        response: sent.response && { ...sent.response, httpVersion },
      },
      redactorFor(target),
      undefined,
      { ...USUAL_CONNECTION, version: httpVersion, tls },
    );
  assert.match(
    line('https://pacs.example/x', '1.1'),
    /^curl -sS -i --http1\.1 -k --cert "\$DICOMWEB_CLIENT_CERT" --key "\$DICOMWEB_CLIENT_KEY" https:/,
  );
  assert.match(line('https://other.example/x', '2'), /^curl -sS -i -k https:/);
  assert.match(line('http://pacs.example/x', '2'), /^curl -sS -i --http2-prior-knowledge http:/);
});
