import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { USUAL_CONNECTION } from '../../lib/connection/settings.ts';
import { headerValue } from '../../lib/http/exchange.ts';
import type { TransportOptions } from '../../lib/http/plain-transport.ts';
import { get, targetAt, textOf, transportFor } from './support.ts';

type Act = (stream: ServerHttp2Stream, headers: Readonly<Record<string, unknown>>) => void;

/** A server of HTTP/2 in the clear that does as `act` says, and a transport that speaks it. */
async function speaking(t: TestContext, act: Act, options: Partial<Omit<TransportOptions, 'target'>> = {}) {
  const sessions = new Set<Http2Session>();
  const server = createServer({ maxSendHeaderBlockLength: 1 << 20 });
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => {});
  });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    act(stream, headers);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/studies`;
  const connection = { ...USUAL_CONNECTION, version: '2' } as const;
  const transport = transportFor(t, targetAt(url, { connection, timeoutMs: 500 }), options);
  return { url, sessions, ask: (changes = {}) => get(transport, url, changes) };
}

test('takes down what was on the wire: fields apart and in order, interim answers, trailers', async (t) => {
  const { ask } = await speaking(t, (stream) => {
    stream.additionalHeaders({ ':status': 103, link: '</a>' });
    stream.respond({ ':status': 200, 'x-one': ['1', '2'], 'content-type': 'text/plain' }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'x-sum': '42' }));
    stream.end('a body');
  });
  const { request, response, failure, timings } = await ask();
  assert.equal(failure, null);
  assert.equal(response?.httpVersion, '2');
  assert.equal(response?.status, 200);
  assert.equal(textOf(response?.body), 'a body');
  assert.deepEqual(
    response?.headers.filter(([name]) => name === 'x-one'),
    [
      ['x-one', '1'],
      ['x-one', '2'],
    ],
  );
  assert.deepEqual(
    response?.interim?.map(({ status }) => status),
    [103],
  );
  assert.deepEqual(response?.trailers, [['x-sum', '42']]);
  assert.deepEqual(request.headers, [['accept', '*/*']], 'as it was sent: nothing of a connection');
  assert.ok(timings.sent !== null && timings.firstByte !== null && timings.firstByte <= timings.end);
});

test('large bodies go both ways, and the path as it is written', async (t) => {
  const answer = randomBytes(3_000_000);
  const seen: { path: unknown; length: unknown; hash: string }[] = [];
  const { ask, url } = await speaking(t, (stream, headers) => {
    const hash = createHash('sha256');
    stream.on('data', (chunk) => hash.update(chunk));
    stream.on('end', () => {
      seen.push({ path: headers[':path'], length: headers['content-length'], hash: hash.digest('hex') });
      stream.respond({ ':status': 200 });
      stream.end(answer);
    });
  });
  const sent = randomBytes(2_500_000);
  const { response, failure } = await ask({ method: 'POST', url: `${url}/../x?a=%2F`, body: memorySource(sent) });
  assert.equal(failure, null);
  assert.ok(response && Buffer.from(readAll(response.body)).equals(answer));
  const hash = createHash('sha256').update(sent).digest('hex');
  assert.deepEqual(seen, [{ path: '/studies/../x?a=%2F', length: '2500000', hash }]);
});

test('safe requests share a session, and every other has its own', async (t) => {
  const { ask, sessions } = await speaking(t, (stream) => {
    stream.respond({ ':status': 204 }, { endStream: true });
  });
  await Promise.all([ask(), ask()]);
  await ask();
  const shared = sessions.size;
  assert.ok(shared <= 2);
  await ask({ method: 'DELETE' });
  await ask({ method: 'POST', body: memorySource(Buffer.from('x')) });
  assert.equal(sessions.size, shared + 2);
});

test('a session that was closed meanwhile is replaced', async (t) => {
  const { ask, sessions } = await speaking(t, (stream) => stream.respond({ ':status': 204 }, { endStream: true }));
  assert.equal((await ask()).failure, null);
  for (const session of sessions) session.destroy();
  assert.equal((await ask()).response?.status, 204);
  assert.equal(sessions.size, 2);
});

test('a HEAD has no body, whatever length is announced', async (t) => {
  const { ask } = await speaking(t, (stream) => {
    stream.respond({ ':status': 200, 'content-length': '700' }, { endStream: true });
  });
  const { response, failure } = await ask({ method: 'HEAD' });
  assert.equal(failure, null);
  assert.equal(headerValue(response?.headers ?? [], 'Content-Length'), '700');
  assert.equal(response?.body.length, 0);
});

test('a refusal that comes before the body was taken is the answer', async (t) => {
  const { ask } = await speaking(t, (stream) => {
    stream.respond({ ':status': 413, 'content-length': '5' });
    stream.end('large');
  });
  const { response } = await ask({ method: 'POST', body: memorySource(Buffer.alloc(8_000_000)) });
  assert.equal(response?.status, 413);
});

const failures: readonly [name: string, act: Act, code: string, message: RegExp][] = [
  [
    'a length that is not kept',
    (stream) => {
      stream.respond({ ':status': 200, 'content-length': '100' });
      stream.end('short');
    },
    'malformed',
    /PROTOCOL_ERROR/,
  ],
  [
    'an answer that is broken off',
    (stream) => {
      stream.respond({ ':status': 200 });
      stream.write('begun');
      setTimeout(() => stream.destroy(new Error('broken off')), 50);
    },
    'reset',
    /after 5 bytes/,
  ],
  ['a stream that is reset', (stream) => stream.close(2), 'reset', /INTERNAL_ERROR/],
  [
    'a connection that is dropped',
    (stream) => {
      stream.respond({ ':status': 200 });
      stream.write('begun');
      setTimeout(() => stream.session?.destroy(), 50);
    },
    'truncated',
    /after 5 bytes/,
  ],
  ['no answer', () => {}, 'timed-out', /no byte for 500 ms of the response/],
  [
    'an answer that stalls',
    (stream) => {
      stream.respond({ ':status': 200 });
      stream.write('begun');
    },
    'timed-out',
    /within the body, after 5 bytes/,
  ],
  [
    'an answer that is too large',
    (stream) => {
      stream.respond({ ':status': 200 });
      stream.end(Buffer.alloc(5_000));
    },
    'too-large',
    /limit of 1000 bytes/,
  ],
];
for (const [name, act, code, message] of failures) {
  test(`tells ${name}`, async (t) => {
    const { ask } = await speaking(t, act, { maximumBodyBytes: 1_000 });
    const { failure } = await ask({ method: 'POST', body: memorySource(Buffer.from('x')) });
    assert.equal(failure?.code, code, JSON.stringify(failure));
    assert.match(failure?.message ?? '', message);
  });
}

test('a run that is ended ends the exchange', async (t) => {
  const controller = new AbortController();
  const { ask } = await speaking(t, () => controller.abort(), { signal: controller.signal });
  assert.equal((await ask()).failure?.code, 'aborted');
});

test('two hundred header fields are read, and more than the bound is no breach', async (t) => {
  const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, '']));
  const { ask, url } = await speaking(t, (stream, { ':path': path }) => {
    stream.respond({ ':status': 200, ...fields(path === '/many' ? 10_001 : 200) });
    stream.end('a body');
  });
  const { response, failure } = await ask();
  assert.deepEqual([failure, response?.status, response?.headers.length], [null, 200, 201]);
  const many = await ask({ url: new URL('/many', url).href, timeoutMs: 20_000 });
  assert.equal(many.failure?.code, 'too-large', JSON.stringify(many.failure));
});

test('long header fields that the client does not read are no broken connection', async (t) => {
  const { ask } = await speaking(t, (stream) => {
    stream.respond({
      ':status': 200,
      ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`x-${index}`, 'x'.repeat(20_000)])),
    });
    stream.end('a body');
  });
  const { failure } = await ask({ timeoutMs: 20_000 });
  assert.equal(failure?.code, 'too-large', JSON.stringify(failure));
});
