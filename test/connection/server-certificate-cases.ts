import type { Case } from './world.ts';

export const SERVER_CERTIFICATES: readonly Case[] = [
  // The certificate of the server
  { name: 'a private authority with --ca', given: (w) => ({ url: w.at('tls'), flags: w.ca() }), sees: '1.1' },
  {
    name: 'the name of this machine',
    given: (w) => ({ url: w.at('tls', 'https', 'localhost'), flags: w.ca() }),
    sees: '1.1',
  },
  { name: 'TLS 1.2', given: (w) => ({ url: w.at('tls12'), flags: w.ca() }), sees: '1.1' },
  {
    name: 'a private authority without --ca',
    given: (w) => ({ url: w.at('tls') }),
    sees: /TLS failed: UNABLE_TO.*--ca/,
  },
  {
    name: 'another authority in --ca',
    given: (w) => ({ url: w.at('tls'), flags: { ca: w.stranger.file } }),
    sees: /TLS failed: UNABLE_TO.*The file of --ca does not hold the authority/,
  },
  { name: 'anybody with --insecure', given: (w) => ({ url: w.at('tls'), flags: { insecure: true } }), sees: '1.1' },
  {
    name: 'a certificate that has ended',
    given: (w) => ({ url: w.at('ended'), flags: w.ca() }),
    sees: /CERT_HAS_EXPIRED.*Renew the certificate/,
  },
  {
    name: 'a certificate that has ended with --insecure',
    given: (w) => ({ url: w.at('ended'), flags: { insecure: true } }),
    sees: '1.1',
  },
  {
    name: 'a certificate of another host',
    given: (w) => ({ url: w.at('elsewhere'), flags: w.ca() }),
    sees: /ERR_TLS_CERT_ALTNAME_INVALID.*127\.0\.0\.1.*Use the name that the certificate has/,
  },
  {
    name: 'a --ca file that is not there',
    given: (w) => ({ url: w.at('tls'), flags: { ca: '/nowhere/ca.pem' } }),
    sees: /--ca: \/nowhere\/ca\.pem does not exist/,
  },
  {
    name: 'a --ca file that is no PEM',
    given: (w) => ({ url: w.at('tls'), flags: { ca: w.file('ca.der', '0\u0082\u0001') } }),
    sees: /holds no certificate in PEM.*openssl x509/,
  },
  {
    name: 'a --ca file whose PEM is broken',
    given: (w) => ({
      url: w.at('tls'),
      flags: { ca: w.file('broken.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n') },
    }),
    sees: /--ca: .*broken\.pem holds a certificate that cannot be read/,
  },
  {
    name: '--ca with --insecure',
    given: (w) => ({ url: w.at('tls'), flags: { ...w.ca(), insecure: true } }),
    sees: /--ca and --insecure were both given/,
  },
  {
    name: 'TLS spoken to a plain port',
    given: (w) => ({ url: w.at('plain') }),
    sees: /TLS failed: .*use http:\/\/ in the URL/,
  },
  { name: 'plain HTTP spoken to a TLS port', given: (w) => ({ url: w.at('tls', 'http') }), sees: /https/ },
  { name: 'plain HTTP spoken to a TLS port of HTTP/2', given: (w) => ({ url: w.at('only2', 'http') }), sees: /https/ },
  {
    name: 'TLS of an old version',
    given: (w) => ({ url: w.at('old'), flags: w.ca() }),
    sees: /TLS failed: .*no version or cipher of TLS in common/,
  },
  { name: 'TLS spoken to something else', given: (w) => ({ url: w.at('silent') }), sees: /TLS failed: / },
  {
    name: 'TLS spoken to who closes',
    given: (w) => ({ url: w.at('closing') }),
    sees: /TLS handshake did not finish.*Is this an HTTPS port/,
  },
];
