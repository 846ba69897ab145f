import { readFileSync } from 'node:fs';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { TlsSettings } from './settings.ts';

const withClient = new WeakMap<TlsSettings, SecureContext>();
const withoutClient = new WeakMap<TlsSettings, SecureContext>();

/**
 * The certificates with which TLS is spoken to a destination; made once, since reading the well-known authorities takes
 * milliseconds. `destination` is its `host:port`.
 *
 * @throws Error of OpenSSL for a certificate, key or passphrase that is wrong.
 */
export function secureContextOf(settings: TlsSettings, destination: string): SecureContext {
  const { authorities } = settings;
  const client = settings.client?.destinations.includes(destination) ? settings.client : null;
  const contexts = client === null ? withoutClient : withClient;
  const known = contexts.get(settings);
  if (known) return known;
  const context = createSecureContext({
    // Node trusts the well-known authorities and those of NODE_EXTRA_CA_CERTS only where none are named.
    ...(authorities === null ? {} : { ca: [...rootCertificates, ...extraAuthorities(), authorities] }),
    ...(client === null ? {} : { cert: client.certificate, key: client.key }),
    ...(client === null || client.passphrase === null ? {} : { passphrase: client.passphrase }),
  });
  contexts.set(settings, context);
  return context;
}

function extraAuthorities(): string[] {
  const file = process.env.NODE_EXTRA_CA_CERTS;
  if (!file) return [];
  try {
    return [readFileSync(file, 'utf8')];
  } catch {
    // Node itself has warned of a file that it cannot read.
    return [];
  }
}
