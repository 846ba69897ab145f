import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createBodyMask } from '../../lib/http/body-mask.ts';
import { curlLine } from '../../lib/http/curl.ts';
import type { Exchange, Header } from '../../lib/http/exchange.ts';
import { createRedactor, credentialHeaders, isCredentialField, redactorFor } from '../../lib/http/redaction.ts';
import type { Credentials } from '../../lib/target/target.ts';
import { rawServer } from './raw-server.ts';
import { folderFor, get, targetAt, textOf, transportFor } from './support.ts';

const TOKEN = 'eyJhbGciOi.J"IUz+I1/NiJ9=';

test('hides credential fields by their name and keeps the scheme', () => {
  const redactor = createRedactor({ kind: 'none' });
  const hidden: readonly Header[] = [
    ['Authorization', 'Bearer abc'],
    ['authorization', 'mine only'],
    ['Proxy-Authorization', 'Basic YTpi'],
    ['Cookie', 'a=b'],
    ['Set-Cookie', 'a=b; Path=/'],
    ['X-Api-Key', 'k'],
    ['X-Auth-Token', 'k'],
    ['Ocp-Apim-Subscription-Key', 'k'],
  ];
  assert.deepEqual(
    redactor.headers(hidden).map(([, value]) => value),
    ['Bearer ***', '***', 'Basic ***', '***', '***', '***', '***', '***'],
  );
  const shown: readonly Header[] = [
    ['WWW-Authenticate', 'Bearer realm="x"'],
    ['Access-Control-Allow-Credentials', 'true'],
    ['ETag', '"x"'],
    ['Content-Type', 'application/dicom+json'],
  ];
  assert.deepEqual(redactor.headers(shown), shown);
  assert.ok(!isCredentialField('WWW-Authenticate'));
});

test('hides a secret in every form in which a server may write it back', () => {
  const { text } = createRedactor({ kind: 'bearer', token: TOKEN });
  const forms = [
    TOKEN,
    encodeURIComponent(TOKEN),
    JSON.stringify({ token: TOKEN }),
    Buffer.from(TOKEN).toString('base64'),
  ];
  for (const form of forms) {
    const result = text(`before ${form} after`);
    assert.ok(!result.includes(TOKEN.slice(0, 8)), result);
    assert.match(result, /^before .*\*\*\*.* after$/);
  }
});

test('hides Basic credentials as password and as base64, and header values with and without scheme', () => {
  const basic = createRedactor({ kind: 'basic', user: 'reader', password: 'swordfish' });
  const encoded = Buffer.from('reader:swordfish').toString('base64');
  assert.equal(basic.text(`reader swordfish ${encoded}`), 'reader *** ***');
  const headers = createRedactor({ kind: 'headers', headers: [['X-Tenant', 'Key 0123456789']] });
  assert.equal(headers.text('0123456789'), '***');
  assert.deepEqual(headers.headers([['x-tenant', 'something else']]), [['x-tenant', '***']]);
});

test('applying it twice changes nothing', () => {
  const redactor = createRedactor({ kind: 'bearer', token: TOKEN });
  const once = redactor.headers(credentialHeaders({ kind: 'bearer', token: TOKEN }));
  assert.deepEqual(redactor.headers(once), once);
});

test('does not betray a password by masking the words that everybody sees', () => {
  const target = targetAt('http://host/orthanc/dicom-web', {
    credentials: { kind: 'basic', user: 'orthanc', password: 'orthanc' },
  });
  const { text } = redactorFor(target);
  assert.equal(text('http://host/orthanc/dicom-web/studies'), 'http://host/orthanc/dicom-web/studies');
  assert.equal(text(`Basic ${Buffer.from('orthanc:orthanc').toString('base64')}`), 'Basic ***');
  const short = createRedactor({ kind: 'basic', user: 'a', password: 'dicom' });
  assert.equal(short.text('application/dicom+json'), 'application/dicom+json');
});

test('a body mask hides secrets at every split of the stream and keeps every other octet', () => {
  const secret = Buffer.from('0123456789abcdef');
  const other = Buffer.from('0123456789abcdeg');
  const plain = Buffer.concat([secret, Buffer.from([0, 255]), other, secret, secret, Buffer.from('0123456789abcde')]);
  const expected = plain.toString('latin1').replaceAll(secret.toString('latin1'), '*'.repeat(16));
  for (let first = 0; first <= plain.length; first++) {
    for (const second of [first, Math.min(plain.length, first + 5)]) {
      const mask = createBodyMask([secret, Buffer.from('another secret text')]);
      const pieces = [plain.subarray(0, first), plain.subarray(first, second), plain.subarray(second)];
      const result = Buffer.concat([...pieces.map((piece) => mask.push(piece)), mask.flush()]);
      assert.equal(result.toString('latin1'), expected, `${first} ${second}`);
    }
  }
});

test('a body mask without secrets hands the chunks through', () => {
  const chunk = Buffer.from('x');
  assert.equal(createBodyMask([]).push(chunk), chunk);
});

const kinds: readonly Credentials[] = [
  { kind: 'bearer', token: 'secret-bearer-token-0001' },
  { kind: 'basic', user: 'reader', password: 'secret-password-0001' },
  { kind: 'headers', headers: [['X-Custom', 'secret-custom-value-0001']] },
];
for (const credentials of kinds) {
  test(`a ${credentials.kind} secret is sent, and is in no exchange, spool file, curl line or failure`, async (t) => {
    const sent = credentialHeaders(credentials);
    const secrets = sent.flatMap(([, value]) => [value, value.replace(/^\w+ /, '')]);
    if (credentials.kind === 'basic') secrets.push(credentials.password);
    const echo = secrets.join(' ');
    const server = await rawServer(t, ({ socket, text }) => {
      const path = text()
        .match(/(?<=GET )\S+/g)
        ?.at(-1);
      if (path === '/malformed') socket.end(`${echo}\r\n\r\n`);
      else {
        const body = `${echo} `.repeat(path === '/large' ? 60_000 : 1);
        const head = `HTTP/1.1 200 ${echo}\r\nX-Echo: ${echo}\r\nSet-Cookie: ${echo}\r\nContent-Length: ${body.length}\r\n\r\n`;
        socket.write(`HTTP/1.1 103 Early\r\nLink: <${echo}>\r\n\r\n${head}`);
        for (let at = 0; at < body.length; at += 9_973) socket.write(body.slice(at, at + 9_973));
      }
    });
    const target = targetAt(server.url, { credentials });
    const folder = folderFor(t);
    const transport = transportFor(t, target, { spoolFolder: folder });
    const exchanges: Exchange[] = [];
    for (const path of ['/small', '/large', '/malformed', `/echo?token=${encodeURIComponent(echo)}`]) {
      exchanges.push(await get(transport, server.url + path, { headers: sent }));
    }
    const [header] = sent;
    assert.ok(server.received[0]?.includes(`${header?.[0]}: ${header?.[1]}`), 'the secret has to be sent');
    assert.equal(exchanges[2]?.failure?.code, 'malformed');
    const seen = exchanges.map((exchange) =>
      [JSON.stringify(exchange), textOf(exchange.response?.body), curlLine(exchange, redactorFor(target))].join('\n'),
    );
    const [file, ...others] = readdirSync(folder);
    assert.deepEqual(others, []);
    seen.push(readFileSync(join(folder, file ?? ''), 'latin1'));
    for (const text of seen) for (const secret of secrets) assert.ok(!text.includes(secret), text.slice(0, 500));
    assert.equal(exchanges[1]?.response?.body.length, (echo.length + 1) * 60_000);
  });
}

test('hides what the user keeps in a variable, whatever the header field is called', () => {
  const target = targetAt('http://host', { extraHeaders: [['X-Tenant', 'canary']], secrets: ['canary'] });
  const redactor = redactorFor(target);
  assert.deepEqual(redactor.headers(target.extraHeaders), [['X-Tenant', '***']]);
  assert.equal(redactor.text("curl -H 'X-Tenant: canary'"), "curl -H 'X-Tenant: ***'");
});
