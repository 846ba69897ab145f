import type { Socket } from 'node:net';
import { type DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { destroySockets } from '../connection/destroy-sockets.ts';
import { dial } from '../connection/dial.ts';
import { destinationOf } from '../connection/route.ts';
import type { ConnectionSettings } from '../connection/settings.ts';

/** What a server shows of itself in the TLS handshake. Nothing of it is verified here. */
export interface Certificate {
  readonly subject: string;
  /** From the one who signed it up to the root, as far as the server sent them. */
  readonly issuers: readonly string[];
  readonly validTo: Date;
}

/**
 * The certificate that a server shows, through the proxy where one leads there. Rejects where there is no connection or no
 * handshake.
 */
export async function certificateOf(url: URL, settings: ConnectionSettings, timeoutMs: number): Promise<Certificate> {
  const opened: Socket[] = [];
  const timer = setTimeout(() => destroySockets(opened, new Error(`no handshake within ${timeoutMs} ms`)), timeoutMs);
  try {
    const socket = await dial(destinationOf(url), {
      settings: { ...settings, tls: { ...settings.tls, verify: false } },
      protocols: ['h2', 'http/1.1'],
      onSocket: (each) => opened.push(each),
    });
    if (!(socket instanceof TLSSocket)) throw new TypeError(`${url.protocol} has no certificate`);
    return described(socket.getPeerCertificate(true));
  } finally {
    clearTimeout(timer);
    destroySockets(opened);
  }
}

function described(certificate: DetailedPeerCertificate): Certificate {
  const issuers = [nameOf(certificate.issuer)];
  // A root is its own issuer.
  for (let one = certificate.issuerCertificate; one && one !== one.issuerCertificate; one = one.issuerCertificate) {
    issuers.push(nameOf(one.issuer));
  }
  return {
    subject: nameOf(certificate.subject),
    issuers: [...new Set(issuers)],
    validTo: new Date(certificate.valid_to),
  };
}

function nameOf(entity: DetailedPeerCertificate['subject'] | undefined): string {
  return String(entity?.CN ?? entity?.O ?? 'without a name').slice(0, 100);
}
