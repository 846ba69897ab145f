import type { ConnectionProblem } from './connection-error.ts';
import type { ConnectionSettings } from './settings.ts';

/** What to do about a problem with a connection, in one line. */
export function hintFor(problem: ConnectionProblem, { tls, version }: Omit<ConnectionSettings, 'proxies'>): string {
  const given = HINTS[problem];
  if (problem === 'authority-unknown' && tls.authorities !== null) {
    return 'The file of --ca does not hold the authority that signed it, or the server does not send the certificates between.';
  }
  if (problem === 'tls-broken-off' && tls.client !== null) {
    return 'Is this an HTTPS port? The server may also break off because it does not accept the client certificate: is it of an authority that the server trusts?';
  }
  if (problem === 'client-certificate-wanted' && tls.client !== null) {
    return 'The server refuses the handshake though a client certificate was offered: is it one that the server asks for?';
  }
  // A server without a version in common says so in one way, whichever version was offered.
  if (problem === 'http2-only' && version === '2') return HINTS['http1-only'];
  if (problem === 'http2-only' && version === 'auto') return 'The server speaks neither HTTP/1.1 nor HTTP/2.';
  return given;
}

const HINTS: Readonly<Record<ConnectionProblem, string>> = {
  'name-unknown':
    'Is the host name right, and does this machine know it? Behind a proxy set HTTPS_PROXY or HTTP_PROXY.',
  'connection-refused': 'Is the server running, and are host and port right?',
  'no-route': 'Is there a way to that network: a VPN, or a proxy in HTTPS_PROXY or HTTP_PROXY?',
  'plain-http-port': 'The port does not speak TLS: if it is one of plain HTTP, use http:// in the URL.',
  'tls-port': 'The port speaks TLS: use https:// in the URL.',
  'authority-unknown':
    'For a certificate of a private authority give its PEM file with --ca (NODE_EXTRA_CA_CERTS does the same for all programs of Node); the server has to send the certificates between.',
  'certificate-expired': 'Renew the certificate of the server, or set the clock of this machine right.',
  'certificate-not-yet-valid': 'Set the clock of this machine, or of the one that made the certificate, right.',
  'certificate-of-another-host': 'Use the name that the certificate has, or make one with the name in the URL.',
  'client-certificate-wanted':
    'It may want a client certificate: set DICOMWEB_CLIENT_CERT and DICOMWEB_CLIENT_KEY to PEM files.',
  'client-certificate-refused':
    'The server does not accept the client certificate: is it in date, and of an authority that the server trusts?',
  'tls-version': 'The server and this program have no version or cipher of TLS in common; 1.2 and 1.3 are spoken here.',
  'tls-broken-off':
    'Is this an HTTPS port? A server that wants a client certificate may also break off: set DICOMWEB_CLIENT_CERT and DICOMWEB_CLIENT_KEY.',
  'http2-only': 'The server speaks HTTP/2 and not HTTP/1.1: leave out --http 1.1, or give --http 2.',
  'http1-only': 'The server does not speak HTTP/2: leave out --http 2.',
  'proxy-unreachable':
    'Is the proxy running, and is its address right? NO_PROXY names hosts that are reached without it.',
  'proxy-without-tls': 'The proxy does not speak TLS: its URL begins with http://, also where the target is https.',
  'proxy-certificate':
    'Give the authority of the proxy with --ca; if the proxy is not spoken to over TLS, its URL begins with http://.',
  'proxy-broke-off': 'Is this an HTTP proxy? The URL of one that is spoken to over TLS begins with https://.',
  'proxy-other-scheme':
    'Only Basic is spoken to proxies here: ask for a rule that lets this machine through, or name the host in NO_PROXY.',
  'proxy-wants-password': 'Put the user and the password into the URL of the proxy: http://user:password@host:port.',
  'proxy-refuses-password':
    'Check the user and the password in the URL of the proxy; special characters are percent-encoded.',
  'proxy-forbids': 'Ask for a rule that lets this machine through, or name the host in NO_PROXY.',
  'proxy-failed': 'Is the target running and known to the proxy? NO_PROXY names hosts that are reached without it.',
  other: 'openssl s_client -connect HOST:PORT may show more.',
};
