import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type ProbeOutcome, type ProbeReady, probe } from '../../lib/probe/probe.ts';
import { resolveCredentials } from '../../lib/target/credentials.ts';
import { loadProfile } from '../../lib/target/profiles.ts';
import type { Target } from '../../lib/target/target.ts';
import { rawServer } from '../http/raw-server.ts';
import { targetAt, transportFor } from '../http/support.ts';

type Answer = readonly [status: number, headers?: Readonly<Record<string, string>>, body?: string | Buffer];
type Server = (method: string, path: string) => Answer;

/** No answer at all. */
const NEVER: Answer = [0];

async function serve(test: TestContext, server: Server): Promise<{ url: string; seen: string[] }> {
  const seen: string[] = [];
  const http = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume().on('end', () => {
      const path = request.url ?? '';
      seen.push(`${request.method} ${path}`);
      const [status, headers = {}, body = ''] = server(request.method ?? '', path.replace('/base', ''));
      if (status > 0) response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    http.closeAllConnections();
    http.close();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/base`, seen };
}

async function probed(test: TestContext, server: Server, changes: Partial<Target> = {}): Promise<ProbeOutcome> {
  const { url } = await serve(test, server);
  const target = targetAt(url, changes);
  return probe(target, transportFor(test, target));
}

const JSON_TYPE = { 'Content-Type': 'application/dicom+json' };
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const PAGE = '<!doctype html><title>Viewer</title>';
const isSearch = (path: string): boolean => /\/(studies|series|instances)(\?|$)/.test(path);

/** An ordinary server that holds nothing. */
const ordinary: Server = (method, path) => {
  if (method === 'DELETE') return [404];
  return isSearch(path) && method === 'GET' ? [204] : [404];
};

test('an ordinary server is ready, and is asked only for what cannot exist', async (t) => {
  const { url, seen } = await serve(t, (method, path) => {
    const [status] = ordinary(method, path);
    return [status, { Server: 'Orthanc 1.12', 'X-Powered-By': 'Express' }];
  });
  const target = targetAt(url);
  const outcome = await probe(target, transportFor(t, target));
  assert.equal(outcome.kind, 'ready');
  assert.deepEqual(outcome.kind === 'ready' && outcome.names, ['Server: Orthanc 1.12', 'X-Powered-By: Express']);
  assert.equal(outcome.exchanges.length, seen.length);
  assert.equal(seen.length, 2);
  const [uid] = /2\.25\.[0-9]+/.exec(seen.join(' ')) ?? [];
  assert.ok(uid);
  for (const request of seen) assert.ok(request.includes(uid), request);
});

const ready: readonly [string, Server][] = [
  ['200 with an empty list', (_, path) => (isSearch(path) ? [200, JSON_TYPE, '[]'] : [404])],
  ['200 with a list of others, its filter ignored', () => [200, { 'Content-Type': 'application/json' }, '[{}]']],
  ['204 to everything', () => [204]],
  ['200 [] to everything', () => [200, JSON_TYPE, '[]']],
  ['200 without content', () => [200]],
  [
    'multipart XML',
    () => [200, { 'Content-Type': 'multipart/related; type="application/dicom+xml"; boundary=b' }, '--b--'],
  ],
  [
    'JSON under a wrong label',
    () => [200, { 'Content-Type': 'application/octet-stream' }, ' [{"0020000D":{"vr":"UI"}}]'],
  ],
  ['JSON without a label, compressed', () => [200, { 'Content-Encoding': 'gzip' }, gzipSync('[]')]],
  ['400 to a search that it finds too broad', (_, path) => (isSearch(path) ? [400, HTML, PAGE] : [404, HTML, PAGE])],
  ['406', (_, path) => (isSearch(path) ? [406] : [404])],
  ['413', (_, path) => (isSearch(path) ? [413] : [404])],
  ['429', () => [429]],
  ['500 to every search', (_, path) => (isSearch(path) ? [500, HTML, PAGE] : [404, HTML, PAGE])],
  ['409 to everything', () => [409]],
  [
    '404 to a search without matches, yet 200 to a broad one',
    (_, path) => (path.includes('limit=1') ? [200, JSON_TYPE, '[]'] : [404]),
  ],
  ['404 to every search, as DICOM JSON', () => [404, JSON_TYPE, '{}']],
  ['404 to every search of an empty archive that can store', (method) => (method === 'POST' ? [400] : [404])],
  ['405 to searches: it only takes objects in', (method) => (method === 'POST' ? [415] : [405])],
  ['501 to searches, metadata 400', (method, path) => (isSearch(path) && method === 'GET' ? [501] : [400])],
  [
    '503 to searches, 404 to metadata, 409 to store',
    (method, path) => (method === 'POST' ? [409] : isSearch(path) ? [503] : [404]),
  ],
  [
    '403 to searches, but not to stores',
    (method, path) => (method === 'POST' ? [400] : isSearch(path) ? [403] : [404]),
  ],
];
for (const [name, server] of ready) {
  test(`a server that answers ${name} is judged, not turned away`, async (t) => {
    const outcome = await probed(t, server);
    assert.equal(outcome.kind, 'ready', outcome.kind === 'ready' ? '' : outcome.message);
  });
}

const other: readonly [string, Server, string, RegExp][] = [
  [
    'a plain web server',
    () => [404, HTML, PAGE],
    'not-dicomweb',
    /does not look like a DICOMweb server: .*404 Not Found \(text\/html\)/,
  ],
  ['404 to everything', () => [404], 'not-dicomweb', /404 Not Found/],
  [
    'an interface of its own below /studies',
    (_, path) =>
      path.includes('limit=1') ? [400] : [200, { 'Content-Type': 'application/json' }, '[\n  "0452a587-7c3a350e" ]'],
    'not-dicomweb',
    /its results are texts or numbers/,
  ],
  ['a single-page application', () => [200, HTML, PAGE], 'not-dicomweb', /200 OK \(text\/html\)/],
  [
    'a page, and 404 for the rest',
    (_, path) => (isSearch(path) ? [200, HTML, PAGE] : [404, HTML]),
    'not-dicomweb',
    /text\/html/,
  ],
  [
    'an echo of text',
    (method, path) => [200, { 'Content-Type': 'text/plain' }, `${method} ${path}`],
    'not-dicomweb',
    /text\/plain/,
  ],
  ['a file server', (method) => (method === 'GET' ? [404, HTML] : [501, HTML]), 'not-dicomweb', /501/],
  [
    'a redirect',
    () => [302, { Location: 'https://login.example/?next=x' }],
    'not-dicomweb',
    /redirects \(302 Found\) to https:\/\/login/,
  ],
  [
    'a redirect to a path of its own that wants credentials',
    (_, path) => (path.includes('/moved') ? [401] : [301, { Location: '/moved' }]),
    'refused',
    /wants credentials \(401/,
  ],
  ['TLS only', () => [400, HTML, 'The plain HTTP request was sent to HTTPS port'], 'not-dicomweb', /wants TLS/],
  ['a gateway with nothing behind it', () => [502, HTML, PAGE], 'unreachable', /gateway that answers 502/],
  ['401 to everything', () => [401, { 'WWW-Authenticate': 'Bearer' }], 'refused', /wants credentials \(401/],
  ['403 to everything', () => [403], 'refused', /wants credentials \(403/],
  ['407', () => [407], 'refused', /407/],
  [
    '403 to reading, 404 to the rest',
    (method, path) => (method === 'GET' && isSearch(path) ? [403] : [404]),
    'refused',
    /403/,
  ],
];
for (const [name, server, kind, message] of other) {
  test(`${name} is told to be ${kind}`, async (t) => {
    const outcome = await probed(t, server);
    assert.equal(outcome.kind, kind);
    if (outcome.kind === 'ready') return;
    assert.match(outcome.message, message);
    assert.ok(outcome.hint.length > 10);
    assert.ok(outcome.exchanges.length > 0);
  });
}

test('says which credentials were refused, and not what they are', async (t) => {
  const outcome = await probed(t, () => [401], { credentials: { kind: 'bearer', token: 'open-sesame' } });
  assert.ok(outcome.kind === 'refused');
  assert.match(outcome.message, /does not accept the bearer credentials/);
  assert.ok(!JSON.stringify(outcome).includes('open-sesame'));
});

test('an empty variable of a secret is told as empty', async (t) => {
  const credentials = resolveCredentials({ DICOMWEB_TOKEN: '' });
  const outcome = await probed(t, () => [401, { 'WWW-Authenticate': 'Bearer' }], { credentials });
  assert.ok(outcome.kind === 'refused');
  assert.match(outcome.hint, /^DICOMWEB_TOKEN is set, and empty/);
});

test('nothing that listens, and nothing that resolves, is unreachable', async (t) => {
  for (const [url, message] of [
    ['http://127.0.0.1:1/x', /cannot be reached: .*ECONNREFUSED/],
    ['http://no-such-host.invalid/x', /cannot be reached/],
  ] as const) {
    const target = targetAt(url);
    const outcome = await probe(target, transportFor(t, target));
    assert.equal(outcome.kind, 'unreachable');
    assert.match(outcome.kind === 'unreachable' ? outcome.message : '', message);
    assert.equal(outcome.exchanges.length, 1);
  }
});

const mute: readonly [string, string | null, string, RegExp][] = [
  ['a server that says nothing', null, 'unreachable', /cannot be reached: no byte for 150 ms/],
  ['a server that breaks off', '', 'unreachable', /completes no response/],
  [
    'a server that closes half-way',
    'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[',
    'unreachable',
    /completes no response/,
  ],
  ['a server that speaks another protocol', 'SSH-2.0-OpenSSH_9.2p1\r\n', 'not-dicomweb', /does not speak HTTP/],
];
for (const [name, answer, kind, message] of mute) {
  test(`${name} is ${kind}`, async (t) => {
    const server = await rawServer(t, ({ socket }) => {
      if (answer !== null) socket.end(answer);
    });
    const target = targetAt(server.url, { timeoutMs: 150 });
    const outcome = await probe(target, transportFor(t, target));
    assert.equal(outcome.kind, kind);
    if (outcome.kind !== 'ready') assert.match(outcome.message, message);
  });
}

test('a server whose searches break off, but which refuses a store, is judged', async (t) => {
  const server = await rawServer(t, ({ socket, text }) => {
    if (text().startsWith('POST')) socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    else
      socket.end(
        text().startsWith('DELETE')
          ? 'HTTP/1.1 404 N\r\nContent-Length: 0\r\n\r\n'
          : 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[',
      );
  });
  const target = targetAt(server.url);
  assert.equal((await probe(target, transportFor(t, target))).kind, 'ready');
});

async function readyWith(t: TestContext, server: Server, changes: Partial<Target> = {}): Promise<ProbeReady> {
  const outcome = await probed(t, server, changes);
  assert.ok(outcome.kind === 'ready');
  return outcome;
}

test('tells whether DELETE is offered, by what it says of a study that does not exist', async (t) => {
  for (const [status, claim] of [
    [405, 'no'],
    [501, 'no'],
    [403, 'no'],
    [404, 'unknown'],
    [410, 'unknown'],
    [204, 'unknown'],
    [200, 'unknown'],
    [400, 'unknown'],
    [500, 'unknown'],
  ] as const) {
    const outcome = await readyWith(t, (method, path) => (method === 'DELETE' ? [status] : ordinary(method, path)));
    assert.equal(outcome.delete, claim, String(status));
    assert.match(outcome.deleteEvidence, new RegExp(String(status)));
  }
});

test('a server of which only the searches lead away, or are never answered, is judged', async (t) => {
  const withoutSearch: Server = (method) => (method === 'POST' ? [400] : [404]);
  await readyWith(t, (method, path) =>
    isSearch(path) && method === 'GET' ? [302, { Location: 'http://127.0.0.1:1/x' }] : withoutSearch(method, path),
  );
  const { url } = await serve(t, (method, path) =>
    isSearch(path) && method === 'GET' ? NEVER : withoutSearch(method, path),
  );
  const target = targetAt(url, { timeoutMs: 200 });
  assert.equal((await probe(target, transportFor(t, target))).kind, 'ready');
});

test('does not try DELETE where the profile says that there is none', async (t) => {
  const standard = loadProfile('standard');
  const profile = { ...standard, features: { ...standard.features, deleteStudy: 'no' as const } };
  const outcome = await readyWith(t, ordinary, { profile });
  assert.equal(outcome.delete, 'unknown');
  assert.ok(outcome.exchanges.every(({ request }) => request.method !== 'DELETE'));
});

test('tells whether search answers', async (t) => {
  assert.equal((await readyWith(t, ordinary)).search, 'yes');
  assert.equal((await readyWith(t, (method) => (method === 'POST' ? [415] : [405]))).search, 'no');
  assert.equal((await readyWith(t, (_, path) => (isSearch(path) ? [500] : [404]))).search, 'unknown');
});

test('a redirect to another server that wants credentials is told as a redirect: it was not given any', async (t) => {
  const other = await rawServer(t, ({ socket }) =>
    socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n'),
  );
  const credentials = { kind: 'bearer', token: 'open-sesame' } as const;
  const outcome = await probed(t, () => [301, { Location: `${other.url}/dicom-web` }], { credentials });
  assert.ok(outcome.kind === 'not-dicomweb');
  assert.match(outcome.message, /redirects \(301 .*, which answers 401/);
  assert.doesNotMatch(other.received.join(''), /sesame/);
});

for (const resource of ['studies', 'series', 'instances', 'studies/1.2.3', 'studies/1.2.3/series/4/instances']) {
  test(`a target that ends in /${resource} is told the base URL above it`, async (t) => {
    // What follows /studies is taken for a UID, and "studies" is none.
    const server: Server = (method, path) =>
      /\/(studies|series|instances)\/.*studies/.test(path) ? [400] : ordinary(method, path);
    const { url, seen } = await serve(t, server);
    const target = targetAt(`${url}/${resource}`);
    const outcome = await probe(target, transportFor(t, target));
    assert.equal(outcome.kind, 'not-dicomweb');
    assert.match(`${outcome.message} ${outcome.hint}`, new RegExp(`is a resource .* ${url}$`));
    for (const request of seen) assert.match(request, /^GET .*StudyInstanceUID=2\.25\./);
  });
}

test('a base URL that ends in /studies is believed where it finds, and where nothing above is DICOMweb', async (t) => {
  for (const server of [ordinary, ((_, path) => (path.startsWith('/studies/') ? [400] : [404])) as Server]) {
    const { url } = await serve(t, (method, path) =>
      server === ordinary && path.startsWith('/studies?') ? [204] : server(method, path),
    );
    const target = targetAt(`${url}/studies`);
    assert.equal((await probe(target, transportFor(t, target))).kind, 'ready');
  }
});

const PLAIN_JSON = { 'Content-Type': 'application/json; charset=utf-8' };

/** Orthanc without a study, at its root: its own interface answers below /studies, and DICOMweb lies elsewhere. */
const emptyOrthanc: Server = (method, path) => {
  if (path.startsWith('/dicom-web')) return ordinary(method, path.replace('/dicom-web', ''));
  if (method === 'POST') return [405, { Allow: 'GET' }];
  if (path.includes('limit=')) return [400, PLAIN_JSON, '{ "HttpError" : "Bad Request" }'];
  return isSearch(path) ? [200, PLAIN_JSON, '[]\n'] : [404, PLAIN_JSON, '{ "HttpError" : "Not Found" }'];
};

test('an empty list of plain JSON is no DICOMweb where DICOMweb answers at a usual root, which is named', async (t) => {
  const { url, seen } = await serve(t, emptyOrthanc);
  for (const isReadOnly of [false, true] as const) {
    const target = targetAt(url, isReadOnly ? { isReadOnly } : {});
    const outcome = await probe(target, transportFor(t, target));
    assert.ok(outcome.kind === 'not-dicomweb');
    assert.match(outcome.message, new RegExp(`one answers at ${url}/dicom-web$`));
    assert.match(outcome.hint, new RegExp(`--target ${url}/dicom-web$`));
  }
  for (const request of seen) assert.match(request, /^GET /, 'nothing is written before it is looked for');
});

test('an empty list of plain JSON is no DICOMweb where a store is not taken either', async (t) => {
  const nowhere: Server = (method, path) => (path.startsWith('/dicom-web') ? [404] : emptyOrthanc(method, path));
  const outcome = await probed(t, nowhere);
  assert.equal(outcome.kind, 'not-dicomweb');
  assert.equal((await probed(t, nowhere, { isReadOnly: true })).kind, 'ready', 'nothing can be stored there to see');
  const takes = await probed(t, (method, path) => (method === 'POST' ? [400] : nowhere(method, path)));
  assert.equal(takes.kind, 'ready', 'an empty archive with a wrong label');
});

for (const [root, at] of [
  ['/rs', '/'],
  ['/dicomweb', '/base/'],
  ['/dcm4chee-arc/aets/DCM4CHEE/rs', '/'],
] as const) {
  test(`DICOMweb at ${root} is found from ${at}`, async (t) => {
    const { url } = await serve(t, (method, path) => {
      if (path === '/dcm4chee-arc/aets')
        return [200, PLAIN_JSON, '[{"dicomAETitle":"../x"},{"dicomAETitle":"DCM4CHEE"}]'];
      if (path.startsWith(root)) return ordinary(method, path.replace(root, ''));
      return [404, HTML, PAGE];
    });
    const target = targetAt(at === '/' ? url.replace('/base', '/ui') : url);
    const outcome = await probe(target, transportFor(t, target));
    assert.ok(outcome.kind === 'not-dicomweb');
    assert.match(outcome.hint, new RegExp(`${root}$`));
  });
}

test('a host whose every path is answered alike has no other root', async (t) => {
  const outcome = await probed(t, () => [200, HTML, PAGE]);
  assert.ok(outcome.kind === 'not-dicomweb');
  assert.match(outcome.message, /does not look like/);
});
