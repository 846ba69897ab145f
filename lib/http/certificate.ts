import { connect, type DetailedPeerCertificate } from 'node:tls';

/** What a server shows of itself in the TLS handshake. Nothing of it is verified here. */
export interface Certificate {
  readonly subject: string;
  /** From the one who signed it up to the root, as far as the server sent them. */
  readonly issuers: readonly string[];
  readonly validTo: Date;
}

/** The certificate that a server shows. Rejects where there is no connection or no handshake. */
export function certificateOf({ hostname, port }: URL, timeoutMs: number): Promise<Certificate> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const servername = /^[\d.]+$|:/.test(host) ? '' : host;
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port || 443), servername, rejectUnauthorized: false }, () => {
      resolve(described(socket.getPeerCertificate(true)));
      socket.destroy();
    });
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`no handshake within ${timeoutMs} ms`)));
    socket.on('error', reject);
  });
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
