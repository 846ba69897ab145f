import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { type RunningServer, startReferenceServer, UnknownBehaviourError } from '../../lib/reference-server/server.ts';
import { FILES, OTHER_STUDY, RED, SERIES_GR, STORE_TYPE, STUDY, storeBody } from './corpus.ts';
import { RawClient } from './raw-client.ts';

type Options = Parameters<typeof startReferenceServer>[0];

async function withServer(
  options: Options,
  use: (client: RawClient, server: RunningServer) => Promise<void>,
): Promise<void> {
  const server = await startReferenceServer(options);
  const client = new RawClient(server.baseUrl);
  try {
    await use(client, server);
  } finally {
    await client.close();
    await server.close();
  }
}

function store(client: RawClient, ...files: readonly Uint8Array[]) {
  return client.send('/studies', {
    method: 'POST',
    headers: { 'content-type': STORE_TYPE },
    body: storeBody(...files),
  });
}

/** The file under other UIDs of the same length. */
function stamped(file: Uint8Array, number: number): Buffer {
  const uid = (suffix: string): string => `${RED.slice(0, -5)}${suffix}`;
  return Buffer.from(
    Buffer.from(file)
      .toString('latin1')
      .replaceAll(RED, uid(String(10_000 + number))),
    'latin1',
  );
}

/** Sends bytes as they are and returns what comes back before the connection ends. */
function raw({ baseUrl }: RunningServer, request: string): Promise<string> {
  const { hostname, port, pathname } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request.replaceAll('BASE', pathname)));
    let answer = '';
    socket.setTimeout(3000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

test('answers bad requests with 4xx and lives on', () =>
  withServer({}, async (client, server) => {
    const tail = 'Host: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n';
    assert.match(await raw(server, 'this is no HTTP\r\n\r\n'), /^HTTP\/1\.1 400/);
    assert.match(await raw(server, `GET BASE/studies/%ff ${'HTTP/1.1'}\r\n${tail}`), /^HTTP\/1\.1 400/);
    assert.match(await raw(server, `GET BASE/studies?a=${'x'.repeat(20_000)} HTTP/1.1\r\n${tail}`), /^HTTP\/1\.1 4/);
    assert.match(await raw(server, `GET BASE/studies?%zz=1 HTTP/1.1\r\n${tail}`), /^HTTP\/1\.1 400/);
    assert.match(await raw(server, `GET /elsewhere HTTP/1.1\r\n${tail}`), /^HTTP\/1\.1 404/);
    assert.match(await raw(server, `GET BASE/studies HTTP/1.1\r\nAccept: ;;,"\r\n${tail}`), /^HTTP\/1\.1 406/);
    assert.equal((await client.send('/studies')).status, 200);
  }));

test('outlives damaged files: every byte of the header changed, every length cut', () =>
  withServer({}, async (client) => {
    const files: Buffer[] = [];
    for (let at = 132; at < FILES.red.length; at += 5) {
      const copy = Buffer.from(FILES.red);
      copy[at] = (copy[at] ?? 0) ^ 0xff;
      files.push(copy, Buffer.from(FILES.red.subarray(0, at)));
    }
    const answer = await store(client, ...files);
    assert.ok([200, 202, 409].includes(answer.status), `${answer.status} ${answer.body}`);
    for (const path of ['/studies', '/series', '/instances?includefield=all'])
      assert.equal((await client.send(path)).status, 200);
    const studies = (await client.json('/studies')) as Record<string, { Value: string[] }>[];
    for (const study of studies) {
      const uid = study['0020000D']?.Value[0];
      for (const rest of ['', '/metadata', '/rendered', '/bulkdata', '/thumbnail']) {
        const accept = rest === '/rendered' ? 'multipart/related; type="image/png"' : '*/*';
        const { status, body } = await client.send(`/studies/${uid}${rest}`, { accept });
        assert.ok(status < 500, `${rest}: ${status} ${body}`);
      }
    }
  }));

test('faults belong to one server: another beside it is clean', () =>
  withServer({ faults: ['search-answers-500'] }, (broken) =>
    withServer({}, async (clean) => {
      assert.equal((await broken.send('/studies')).status, 500);
      assert.equal((await clean.send('/studies')).status, 200);
    }),
  ));

test('several faults act together', () =>
  withServer({ faults: ['search-answers-206', 'search-labelled-as-text'] }, async (client) => {
    assert.equal((await client.send('/studies')).status, 206);
    await store(client, FILES.red);
  }));

test('a fault or odd server that nobody knows is refused by name', () => {
  assert.throws(() => startReferenceServer({ faults: ['fake-stroe'] }), UnknownBehaviourError);
  assert.throws(() => startReferenceServer({ odd: 'chunky' }), UnknownBehaviourError);
});

test('loses-one-in-a-thousand acknowledges a thousand instances and keeps all but one', () =>
  withServer({ faults: ['loses-one-in-a-thousand'] }, async (client) => {
    const files = Array.from({ length: 1000 }, (_, number) => stamped(FILES.red, number));
    const answer = await store(client, ...files);
    assert.equal(answer.status, 200);
    assert.equal(((await client.json('/instances')) as unknown[]).length, 999);
  }));

test('changes-one-in-a-thousand keeps a thousand instances and damages one', () =>
  withServer({ faults: ['changes-one-in-a-thousand'] }, async (client) => {
    const files = Array.from({ length: 1000 }, (_, number) => stamped(FILES.red, number));
    await store(client, ...files);
    const { body } = await client.send(`/studies/${STUDY}/series/${SERIES_GR}`, {
      accept: 'multipart/related; type="application/dicom"',
    });
    const text = body.toString('latin1');
    const unchanged = files.filter((file) => text.includes(file.toString('latin1')));
    assert.equal(unchanged.length, 999);
  }));

test('slow waits, and stalls never ends', async () => {
  await withServer({ faults: ['slow'] }, async (client) => {
    const start = performance.now();
    await client.send('/studies');
    assert.ok(performance.now() - start > 1400);
  });
  await withServer({ faults: ['stalls'] }, async (client) => {
    const answer = client.send('/studies').then(
      () => 'whole',
      () => 'cut',
    );
    assert.equal(
      await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 300, 'waiting'))]),
      'waiting',
    );
    await client.close();
    assert.equal(await answer, 'cut');
  });
});

test('challenge-missing refuses without saying what it wants', () =>
  withServer({ faults: ['challenge-missing'], credentials: { kind: 'bearer', token: 't' } }, async (client) => {
    const answer = await client.send('/studies');
    assert.deepEqual([answer.status, answer.headers['www-authenticate']], [401, undefined]);
  }));

test('visible-after-a-while finds an instance only later, and retrieves it at once', () =>
  withServer({ odd: 'visible-after-a-while' }, async (client) => {
    await store(client, FILES.multiFrame);
    assert.deepEqual(await client.json('/studies'), []);
    assert.equal((await client.send(`/studies/${OTHER_STUDY}`)).status, 200);
    await new Promise((resolve) => setTimeout(resolve, 350));
    assert.equal(((await client.json('/studies')) as unknown[]).length, 1);
  }));

test('gzip-on-request compresses only for those who accept it, and header names come in small letters', async () => {
  await withServer({ odd: 'gzip-on-request' }, async (client) => {
    const gzip = await client.send('/studies', { headers: { 'accept-encoding': 'br, gzip' } });
    assert.equal(gzip.headers['content-encoding'], 'gzip');
    const plain = await client.send('/studies', { headers: { 'accept-encoding': 'gzip;q=0, identity' } });
    assert.equal(plain.headers['content-encoding'], undefined);
  });
  await withServer({ odd: 'header-names-in-lower-case' }, async (_, server) => {
    const answer = await raw(
      server,
      'GET BASE/studies HTTP/1.1\r\nHost: x\r\nAccept: */*\r\nConnection: close\r\n\r\n',
    );
    assert.match(answer, /\r\ncontent-type: application\/dicom\+json\r\n/);
  });
});
