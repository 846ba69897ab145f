import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { get, request } from 'node:https';
import { test } from 'node:test';
import { selfSignedCertificate } from '../../lib/reference-server/tls/self-signed.ts';
import { referenceServer } from '../cli/servers.ts';

const HOSTS = ['127.0.0.1', '0.0.0.0', '::1', 'fe80::1:2', 'pacs.example'];

for (const host of HOSTS) {
  test(`a certificate for ${host} signs itself, and names it and this machine`, () => {
    const { cert, key } = selfSignedCertificate(host);
    const certificate = new X509Certificate(cert);
    assert.ok(certificate.verify(certificate.publicKey));
    assert.ok(certificate.ca);
    assert.match(key, /^-----BEGIN PRIVATE KEY-----/);
    assert.ok(certificate.checkHost('localhost'));
    assert.ok(certificate.checkIP('127.0.0.1'));
    assert.ok(
      /[a-z]{4}/.test(host) && !host.includes(':') ? certificate.checkHost(host) : certificate.checkIP(host),
      host,
    );
    assert.ok(Date.parse(certificate.validTo) - Date.now() > 29 * 86_400_000);
    assert.notEqual(certificate.serialNumber, new X509Certificate(selfSignedCertificate(host).cert).serialNumber);
  });
}

test('HTTPS is served to who trusts the certificate, and its URLs say so', async (t) => {
  const tls = selfSignedCertificate('127.0.0.1');
  const url = await referenceServer(t, { tls });
  assert.match(url, /^https:\/\/127\.0\.0\.1:\d+\/dicom-web$/);
  const asked = request(`${url}/`, { ca: tls.cert, method: 'OPTIONS', headers: { Accept: '*/*' } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += chunk;
  assert.equal(answer.statusCode, 200);
  assert.ok(text.includes(url), text.slice(0, 500));
  const [refusal] = (await once(get(url), 'error')) as [NodeJS.ErrnoException];
  assert.equal(refusal.code, 'DEPTH_ZERO_SELF_SIGNED_CERT');
});

test('IPv6 is listened on, and stands in brackets in its URL', async (t) => {
  const url = await referenceServer(t, { host: '::1' });
  assert.match(url, /^http:\/\/\[::1\]:\d+\/dicom-web$/);
  assert.equal((await fetch(`${url}/studies`)).ok, true);
});

test('every interface is told by an address that leads there', async (t) => {
  assert.match(await referenceServer(t, { host: '0.0.0.0' }), /^http:\/\/127\.0\.0\.1:\d+\/dicom-web$/);
});
