import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ByteSource, memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { createDicomWebClient } from '../../lib/dicomweb/client.ts';
import type { DicomWebClient } from '../../lib/dicomweb/operations.ts';
import { HARNESS } from '../../lib/harness.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { parameter, parseMediaType } from '../../lib/http/media-type.ts';
import { readMultipart } from '../../lib/http/multipart.ts';
import type { Transport, TransportRequest } from '../../lib/http/plain-transport.ts';
import { loadProfile } from '../../lib/target/profiles.ts';
import type { Target } from '../../lib/target/target.ts';

const BASE = 'https://pacs.example/v2';

function target(changes: Partial<Target> = {}): Target {
  return {
    baseUrl: BASE,
    roots: { store: `${BASE}/s`, retrieve: `${BASE}/r`, search: `${BASE}/q`, delete: `${BASE}/d` },
    credentials: { kind: 'bearer', token: 'the-token' },
    extraHeaders: [['X-Tenant', 'north']],
    timeoutMs: 1_000,
    profile: loadProfile('standard'),
    embedded: false,
    ...changes,
  };
}

/** A client whose requests end here. */
function client(of: Target = target()): { readonly dicomweb: DicomWebClient; readonly requests: TransportRequest[] } {
  const requests: TransportRequest[] = [];
  const transport: Transport = {
    async send(request) {
      requests.push(request);
      return {
        id: request.id,
        operation: request.operation,
        request,
        response: null,
        failure: null,
        timings: { startedAt: '', sent: null, firstByte: null, end: 0 },
      } satisfies Exchange;
    },
    close() {},
  };
  let count = 0;
  return {
    dicomweb: createDicomWebClient({ target: of, transport, nextExchangeId: () => `T99.${++count}` }),
    requests,
  };
}

async function sent(
  operation: (dicomweb: DicomWebClient) => Promise<Exchange>,
  of?: Target,
): Promise<TransportRequest> {
  const { dicomweb, requests } = client(of);
  await operation(dicomweb);
  const [request, ...others] = requests;
  assert.ok(request);
  assert.deepEqual(others, []);
  return request;
}

function field(request: TransportRequest, name: string): string | undefined {
  return request.headers.find(([each]) => each === name)?.[1];
}

const USER_AGENT = ['User-Agent', `dicomweb-harness/${HARNESS.version} (T99.1)`];
const instance = { study: '1.2', series: '1.2.3', instance: '1.2.3.4' };
const DICOM = 'multipart/related; type="application/dicom"; transfer-syntax=*';
const JSON_TYPE = 'application/dicom+json';

const plain: readonly [string, (dicomweb: DicomWebClient) => Promise<Exchange>, string, string, string][] = [
  ['retrieve study', (d) => d.retrieveStudy({ study: '1.2' }), 'GET', '/r/studies/1.2', DICOM],
  [
    'retrieve series',
    (d) => d.retrieveSeries({ study: '1.2', series: '1.2.3' }),
    'GET',
    '/r/studies/1.2/series/1.2.3',
    DICOM,
  ],
  [
    'retrieve instance',
    (d) => d.retrieveInstance(instance),
    'GET',
    '/r/studies/1.2/series/1.2.3/instances/1.2.3.4',
    DICOM,
  ],
  ['retrieve study metadata', (d) => d.retrieveMetadata({ study: '1.2' }), 'GET', '/r/studies/1.2/metadata', JSON_TYPE],
  [
    'retrieve instance metadata',
    (d) => d.retrieveMetadata(instance),
    'GET',
    '/r/studies/1.2/series/1.2.3/instances/1.2.3.4/metadata',
    JSON_TYPE,
  ],
  [
    'retrieve frames',
    (d) => d.retrieveFrames(instance, [1, 3]),
    'GET',
    '/r/studies/1.2/series/1.2.3/instances/1.2.3.4/frames/1,3',
    'multipart/related; type="application/octet-stream"',
  ],
  [
    'retrieve rendered series',
    (d) => d.retrieveRendered({ study: '1.2', series: '1' }),
    'GET',
    '/r/studies/1.2/series/1/rendered',
    'image/jpeg',
  ],
  ['search studies', (d) => d.search({ level: 'studies' }, []), 'GET', '/q/studies', JSON_TYPE],
  ['search series', (d) => d.search({ level: 'series' }, [['limit', '1']]), 'GET', '/q/series?limit=1', JSON_TYPE],
  ['search series', (d) => d.search({ level: 'series', study: '1.2' }, []), 'GET', '/q/studies/1.2/series', JSON_TYPE],
  [
    'search instances',
    (d) => d.search({ level: 'instances', study: '1.2' }, []),
    'GET',
    '/q/studies/1.2/instances',
    JSON_TYPE,
  ],
  [
    'search instances',
    (d) => d.search({ level: 'instances', study: '1', series: '2' }, []),
    'GET',
    '/q/studies/1/series/2/instances',
    JSON_TYPE,
  ],
  ['OPTIONS /studies', (d) => d.request('search', 'OPTIONS', '/studies?a=%zz'), 'OPTIONS', '/q/studies?a=%zz', '*/*'],
];
for (const [operation, call, method, path, accept] of plain) {
  test(`${operation}: ${method} ${path}`, async () => {
    const request = await sent(call);
    assert.equal(request.id, 'T99.1');
    assert.equal(request.operation, operation);
    assert.equal(request.method, method);
    assert.equal(request.url, BASE + path);
    assert.equal(request.body, null);
    assert.deepEqual(request.headers, [
      USER_AGENT,
      ['Accept', accept],
      ['Accept-Encoding', 'identity'],
      ['Authorization', 'Bearer the-token'],
      ['X-Tenant', 'north'],
    ]);
  });
}

test('sends no DELETE by any name', async () => {
  for (const method of ['DELETE', 'delete']) {
    await assert.rejects(
      sent(async (dicomweb) => dicomweb.request('delete', method, '/studies/1.2')),
      /a DELETE is sent by lib\/deletion only/,
    );
  }
});

test('stores instances as one multipart message whose parts have nothing but their media type', async () => {
  const files = [Buffer.from('first'), Buffer.from('second')].map((bytes) => memorySource(bytes));
  for (const study of [undefined, '1.2']) {
    const request = await sent((dicomweb) => dicomweb.store(files, study));
    assert.equal(request.method, 'POST');
    assert.equal(request.url, study ? `${BASE}/s/studies/1.2` : `${BASE}/s/studies`);
    assert.equal(field(request, 'Accept'), JSON_TYPE);
    const type = parseMediaType(field(request, 'Content-Type') ?? '');
    assert.ok(type);
    assert.deepEqual(
      [type.essence, parameter(type, 'type'), type.defects],
      ['multipart/related', 'application/dicom', []],
    );
    const multipart = readMultipart(request.body as ByteSource, parameter(type, 'boundary') ?? '');
    assert.deepEqual(multipart.defects, []);
    assert.deepEqual(
      multipart.parts.map(({ headers, body }) => [headers, Buffer.from(readAll(body)).toString()]),
      [
        [[['Content-Type', 'application/dicom']], 'first'],
        [[['Content-Type', 'application/dicom']], 'second'],
      ],
    );
  }
});

test('asks as the profile says', async () => {
  const azure = target({ profile: loadProfile('azure-dicom') });
  const single = await sent((dicomweb) => dicomweb.retrieveInstance(instance), azure);
  assert.equal(field(single, 'Accept'), 'application/dicom; transfer-syntax=*');
  const without = target({ profile: { ...loadProfile('standard'), retrieveTransferSyntax: null } });
  const study = await sent((dicomweb) => dicomweb.retrieveStudy({ study: '1' }), without);
  assert.equal(field(study, 'Accept'), 'multipart/related; type="application/dicom"');
});

test('encodes queries and path segments, and repeats parameters', async () => {
  const request = await sent((dicomweb) =>
    dicomweb.search({ level: 'studies' }, [
      ['PatientName', 'Müller^J=Ü&?#/\\ +*'],
      ['includefield', '00100010,00080020'],
      ['includefield', 'StudyDate'],
      ['00400275.00400009', 'a;b'],
    ]),
  );
  assert.equal(
    request.url,
    `${BASE}/q/studies?PatientName=M%C3%BCller%5EJ%3D%C3%9C%26?%23%2F%5C%20%2B*&includefield=00100010,00080020&includefield=StudyDate&00400275.00400009=a%3Bb`,
  );
  const odd = await sent((dicomweb) => dicomweb.retrieveMetadata({ study: 'not a/uid?' }));
  assert.equal(odd.url, `${BASE}/r/studies/not%20a%2Fuid%3F/metadata`);
});

test('options replace fields, leave Accept out and add others', async () => {
  const without = await sent((dicomweb) => dicomweb.retrieveStudy({ study: '1' }, { accept: null }));
  assert.equal(field(without, 'Accept'), undefined);
  const other = await sent((dicomweb) =>
    dicomweb.store([], undefined, {
      accept: 'text/plain',
      headers: [
        ['content-type', 'image/gif'],
        ['Expect', '100-continue'],
      ],
    }),
  );
  assert.deepEqual(
    other.headers.filter(([name]) => !/auth|tenant|agent/i.test(name)),
    [
      ['Accept', 'text/plain'],
      ['Accept-Encoding', 'identity'],
      ['content-type', 'image/gif'],
      ['Expect', '100-continue'],
    ],
  );
});

test('sends credentials to the origins of the target only', async () => {
  const own = await sent((dicomweb) => dicomweb.retrieveUrl('../bulk/1', `${BASE}/r/studies/1/metadata`));
  assert.equal(own.url, `${BASE}/r/studies/bulk/1`);
  assert.equal(field(own, 'Authorization'), 'Bearer the-token');
  for (const url of [
    'https://other.example/x',
    'http://pacs.example/v2/x',
    'https://pacs.example:8443/x',
    '//evil.example/x',
  ]) {
    const foreign = await sent((dicomweb) => dicomweb.retrieveUrl(url, `${BASE}/r/studies/1/metadata`));
    assert.deepEqual(foreign.headers, [USER_AGENT, ['Accept', '*/*'], ['Accept-Encoding', 'identity']], url);
  }
  const split = target({ roots: { ...target().roots, store: 'https://stow.example' } });
  const store = await sent((dicomweb) => dicomweb.retrieveUrl('https://stow.example/x', BASE), split);
  assert.equal(field(store, 'Authorization'), 'Bearer the-token');
});

const declined: readonly [string, RegExp][] = [
  ['file:///etc/passwd', /scheme is file/],
  ['ftp://pacs.example/x', /scheme is ftp/],
  ['javascript:alert(1)', /scheme is javascript/],
  ['http://user:pw@pacs.example/', /credentials of its own/],
  ['http://169.254.169.254/latest/meta-data/', /link-local/],
  ['http://[fe80::1]/', /link-local/],
  ['http://2852039166/', /link-local/],
  ['http://localhost:8042/dicom-web/studies/1', /machine of whoever asks/],
  ['http://127.0.0.1/', /machine of whoever asks/],
  ['http://[::1]/', /machine of whoever asks/],
  ['http://[::ffff:127.0.0.1]/', /machine of whoever asks/],
  ['http://', /not a URL/],
];
for (const [url, why] of declined) {
  test(`does not follow ${url}`, async () => {
    const { dicomweb, requests } = client();
    const exchange = await dicomweb.retrieveUrl(url, BASE);
    assert.deepEqual(requests, []);
    assert.equal(exchange.failure?.code, 'not-sent');
    assert.match(exchange.failure?.message ?? '', why);
    assert.equal(exchange.request.url, url);
    assert.equal(exchange.id, 'T99.1');
  });
}

test('follows loopback URLs of a target on loopback', async () => {
  const local = 'http://127.0.0.1:8042/dicom-web';
  const here = target({ baseUrl: local, roots: { store: local, retrieve: local, search: local, delete: local } });
  const request = await sent((dicomweb) => dicomweb.retrieveUrl('http://localhost:8042/x', local), here);
  assert.equal(request.url, 'http://localhost:8042/x');
  assert.equal(field(request, 'Authorization'), undefined);
});
