import { type Case, TOKEN, type World } from './world.ts';

/** The key of a gateway in a headers file, beside whatever the server behind it wants. */
function keyBeside(world: World, more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { DICOMWEB_HEADERS_FILE: world.file('key.json', '{"X-Api-Key":"key-4711"}'), ...more };
}

export const COMBINED: readonly Case[] = [
  {
    name: 'a token and the key of a gateway',
    given: (w) => ({ url: w.at('gateway', 'http'), env: keyBeside(w, { DICOMWEB_TOKEN: TOKEN }) }),
    sees: '1.1',
  },
  {
    name: 'a token in a file and the key of a gateway',
    given: (w) => ({
      url: w.at('gateway', 'http'),
      env: keyBeside(w, { DICOMWEB_TOKEN_FILE: w.file('token', `${TOKEN}\n`) }),
    }),
    sees: '1.1',
  },
  {
    name: 'a token of a command and the key of a gateway',
    given: (w) => ({
      url: w.at('gateway', 'http'),
      env: keyBeside(w, { DICOMWEB_TOKEN_COMMAND: `printf %s ${TOKEN}` }),
    }),
    sees: '1.1',
  },
  {
    name: 'OAuth client credentials and the key of a gateway',
    given: (w) => ({ url: w.at('gateway', 'http'), env: keyBeside(w, w.oauth('freshEndpoint')) }),
    sees: '1.1',
  },
  {
    name: 'Basic credentials and the key of a gateway',
    given: (w) => ({
      url: w.at('gateway', 'http'),
      env: keyBeside(w, { DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: 'secret-4711' }),
    }),
    sees: '1.1',
  },
  {
    name: 'a client certificate and the key of a gateway',
    given: (w) => ({ url: w.at('mutualKeyed'), flags: w.ca(), env: keyBeside(w, w.certificate(w.client)) }),
    sees: '1.1',
  },
  {
    name: 'a client certificate, a token and the key of a gateway',
    given: (w) => ({
      url: w.at('mutualGateway'),
      flags: w.ca(),
      env: keyBeside(w, w.certificate(w.client, { DICOMWEB_TOKEN: TOKEN })),
    }),
    sees: '1.1',
  },
  {
    name: 'a token, and the key of a gateway in a variable that the configuration names',
    given: (w) => ({
      url: w.at('gateway', 'http'),
      flags: { headers: { 'X-Api-Key': { env: 'GATEWAY_KEY' } }, file: 'dicomweb-harness.config.json' },
      env: { DICOMWEB_TOKEN: TOKEN, GATEWAY_KEY: 'key-4711' },
    }),
    sees: '1.1',
  },
  {
    name: 'a token without the key of a gateway',
    given: (w) => ({ url: w.at('gateway', 'http'), env: { DICOMWEB_TOKEN: TOKEN } }),
    sees: /does not accept the bearer credentials \(401/,
  },
  {
    name: 'the key of a gateway without a token',
    given: (w) => ({ url: w.at('gateway', 'http'), env: keyBeside(w, {}) }),
    sees: /does not accept the configured header fields \(401/,
  },
  {
    name: 'a token, and another Authorization in the headers file',
    given: (w) => ({
      url: w.at('gateway', 'http'),
      env: {
        DICOMWEB_TOKEN: TOKEN,
        DICOMWEB_HEADERS_FILE: w.file('two.json', '{"authorization":"Bearer other-4711"}'),
      },
    }),
    sees: /headers file .*two\.json has authorization, and the token goes into that field as well.*leave one of the two out/,
  },
  {
    name: 'a password, and another Authorization in the configuration',
    given: (w) => ({
      url: w.at('gateway', 'http'),
      flags: { headers: { Authorization: { env: 'OTHER' } }, file: 'dicomweb-harness.config.json' },
      env: { DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: 'secret-4711', OTHER: 'Bearer other-4711' },
    }),
    sees: /config\.json: \/target\/headers has Authorization, and user and password go into that field as well/,
  },
  {
    name: 'one field in the configuration and in the headers file',
    given: (w) => ({
      url: w.at('gateway', 'http'),
      flags: { headers: { 'x-api-key': { env: 'OTHER' } }, file: 'dicomweb-harness.config.json' },
      env: keyBeside(w, { DICOMWEB_TOKEN: TOKEN, OTHER: 'other-4711' }),
    }),
    sees: /x-api-key is in dicomweb-harness\.config\.json: \/target\/headers, and among the header fields of the credentials as well/,
  },
  {
    name: 'a token and a password',
    given: (w) => ({
      url: w.at('gateway', 'http'),
      env: { DICOMWEB_TOKEN: TOKEN, DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: 'secret-4711' },
    }),
    sees: /more than one way\. Set one of .*DICOMWEB_HEADERS_FILE may stand beside it/,
  },
];
