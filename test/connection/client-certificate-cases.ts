import { type Case, PASSPHRASE } from './world.ts';

export const CLIENT_CERTIFICATES: readonly Case[] = [
  // Client certificates
  {
    name: 'a client certificate',
    given: (w) => ({ url: w.at('mutual'), flags: w.ca(), env: w.certificate(w.client) }),
    sees: '1.1',
  },
  {
    name: 'a client certificate in TLS 1.2',
    given: (w) => ({ url: w.at('mutual12'), flags: w.ca(), env: w.certificate(w.client) }),
    sees: '1.1',
  },
  {
    name: 'a client certificate on HTTP/2',
    given: (w) => ({ url: w.at('mutual2'), flags: w.ca(), env: w.certificate(w.client) }),
    sees: '2',
  },
  {
    name: 'a client certificate in the environment itself',
    given: (w) => ({
      url: w.at('mutual'),
      flags: w.ca(),
      env: { DICOMWEB_CLIENT_CERT: w.client.certificate, DICOMWEB_CLIENT_KEY: w.client.key },
    }),
    sees: '1.1',
  },
  {
    name: 'a client certificate and key in one file',
    given: (w) => ({
      url: w.at('mutual'),
      flags: w.ca(),
      env: { DICOMWEB_CLIENT_CERT: w.file('both.pem', `${w.client.certificate}${w.client.key}`) },
    }),
    sees: '1.1',
  },
  {
    name: 'an encrypted key with its passphrase',
    given: (w) => ({
      url: w.at('mutual'),
      flags: w.ca(),
      env: w.certificate(w.locked, { DICOMWEB_CLIENT_KEY_PASSPHRASE: PASSPHRASE }),
    }),
    sees: '1.1',
  },
  {
    name: 'an encrypted key with its passphrase in a file',
    given: (w) => ({
      url: w.at('mutual'),
      flags: w.ca(),
      env: w.certificate(w.locked, { DICOMWEB_CLIENT_KEY_PASSPHRASE_FILE: w.file('passphrase', `${PASSPHRASE}\n`) }),
    }),
    sees: '1.1',
  },
  {
    name: 'an encrypted key with another passphrase',
    given: (w) => ({
      url: w.at('mutual'),
      flags: w.ca(),
      env: w.certificate(w.locked, { DICOMWEB_CLIENT_KEY_PASSPHRASE: 'wrong-4711' }),
    }),
    sees: /DICOMWEB_CLIENT_KEY_PASSPHRASE does not open the key in DICOMWEB_CLIENT_KEY/,
  },
  {
    name: 'an encrypted key without a passphrase',
    given: (w) => ({ url: w.at('mutual'), flags: w.ca(), env: w.certificate(w.locked) }),
    sees: /is encrypted, and DICOMWEB_CLIENT_KEY_PASSPHRASE is not set/,
  },
  {
    name: 'a key of another certificate',
    given: (w) => ({
      url: w.at('mutual'),
      flags: w.ca(),
      env: w.certificate(w.client, { DICOMWEB_CLIENT_KEY: w.foreign.keyFile }),
    }),
    sees: /the key in DICOMWEB_CLIENT_KEY is not that of the certificate/,
  },
  {
    name: 'a client certificate without its key',
    given: (w) => ({ url: w.at('mutual'), flags: w.ca(), env: { DICOMWEB_CLIENT_CERT: w.client.certificateFile } }),
    sees: /DICOMWEB_CLIENT_CERT is set, but DICOMWEB_CLIENT_KEY is not/,
  },
  {
    name: 'a key without its certificate',
    given: (w) => ({ url: w.at('mutual'), flags: w.ca(), env: { DICOMWEB_CLIENT_KEY: w.client.keyFile } }),
    sees: /DICOMWEB_CLIENT_KEY is set, but DICOMWEB_CLIENT_CERT is not/,
  },
  {
    name: 'no client certificate where one is wanted',
    given: (w) => ({ url: w.at('mutual'), flags: w.ca() }),
    sees: /TLS failed: .*want a client certificate: set DICOMWEB_CLIENT_CERT/,
  },
  {
    name: 'no client certificate where one is wanted, in TLS 1.2',
    given: (w) => ({ url: w.at('mutual12'), flags: w.ca() }),
    sees: /TLS failed: .*want a client certificate/,
  },
  {
    name: 'no client certificate where one is wanted, on HTTP/2',
    given: (w) => ({ url: w.at('mutual2'), flags: w.ca() }),
    sees: /TLS failed: .*want a client certificate/,
  },
  {
    name: 'a client certificate of a stranger',
    given: (w) => ({ url: w.at('mutual'), flags: w.ca(), env: w.certificate(w.foreign) }),
    sees: /client certificate/,
  },
  {
    name: 'a client certificate that has ended',
    given: (w) => ({ url: w.at('mutual12'), flags: w.ca(), env: w.certificate(w.ended) }),
    sees: /client certificate/,
  },
];
