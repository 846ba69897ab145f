import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';
import { hostname } from 'node:os';
import type { ServerCertificate } from '../listen.ts';
import { bits, integer, isTrue, octets, oid, sequence, set, tagged, time, utf8 } from './der.ts';

const DAY_MS = 86_400_000;
const VALID_DAYS = 30;
const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const COMMON_NAME = oid('2.5.4.3');
const BASIC_CONSTRAINTS = oid('2.5.29.19');
const SUBJECT_ALTERNATIVE_NAME = oid('2.5.29.17');

/**
 * A certificate that signs itself (RFC 5280) and its key, for localhost, the loopback addresses, this machine's name and
 * the host that the server listens on. It is valid for 30 days, and made anew at each start. A client has to be told to
 * trust it.
 */
export function selfSignedCertificate(host: string): ServerCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(COMMON_NAME, utf8('dicomweb-harness reference server'))));
  const now = Date.now();
  const names = [...new Set(['localhost', '127.0.0.1', '::1', hostname(), host])];
  const toBeSigned = sequence(
    tagged(0xa0, integer(2)),
    integer(1, ...randomBytes(15)),
    ECDSA_WITH_SHA256,
    name,
    sequence(time(new Date(now - DAY_MS)), time(new Date(now + VALID_DAYS * DAY_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      0xa3,
      sequence(
        sequence(BASIC_CONSTRAINTS, isTrue(), octets(sequence(isTrue()))),
        sequence(SUBJECT_ALTERNATIVE_NAME, octets(sequence(...names.map(alternativeName)))),
      ),
    ),
  );
  const der = sequence(toBeSigned, ECDSA_WITH_SHA256, bits(sign('sha256', toBeSigned, privateKey)));
  const base64 = der.toString('base64').replace(/.{1,64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64}-----END CERTIFICATE-----\n`,
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

function alternativeName(name: string): Buffer {
  return isIP(name) ? tagged(0x87, addressBytes(name)) : tagged(0x82, Buffer.from(name));
}

function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => Number(`0x${group}`)));
  const [first, last] = [groups(head), groups(tail)];
  const all = [...first, ...Array(8 - first.length - last.length).fill(0), ...last];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}
