import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import { DicomWebClient } from '../../lib/library/client.ts';
import { runConformance } from '../../lib/library/conformance.ts';
import type { CredentialOptions } from '../../lib/library/credentials.ts';
import { runLoad } from '../../lib/library/load.ts';
import { openTarget, type TargetDetails } from '../../lib/library/target.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { commandLinesOf, smallStudy, temporaryFolder } from '../cli/program.ts';
import { allBytesIn } from '../cli/run-folder.ts';
import { startGate } from '../connection/servers.ts';
import { CLIENT, PASSPHRASE, PROXY_USER, TOKEN, World } from '../connection/world.ts';
import { skipWithout } from '../support/tools.ts';

/** The environment of whoever runs the tests must not count. */
const OTHERS = { DICOMWEB_TOKEN: 'of-the-environment', HTTP_PROXY: 'http://127.0.0.1:9', no_proxy: '' };

interface Case {
  readonly name: string;
  readonly target: (world: World) => TargetDetails;
  /** Status that the server answers. */
  readonly answers: number | 'none';
}

const bearer = (token: Extract<CredentialOptions, { kind: 'bearer' }>['token']): CredentialOptions => ({
  kind: 'bearer',
  token,
});
const closed = (world: World, credentials: CredentialOptions): TargetDetails => ({
  baseUrl: world.at('closed', 'http'),
  proxy: {},
  credentials,
});
const oauth = (world: World): Extract<CredentialOptions, { kind: 'oauth' }> => ({
  kind: 'oauth',
  tokenUrl: `http://127.0.0.1:${world.portOf('endpoint')}/token`,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
});

const CASES: readonly Case[] = [
  { name: 'a bearer token', target: (w) => closed(w, bearer(TOKEN)), answers: 200 },
  { name: 'a token in a file', target: (w) => closed(w, bearer({ file: w.file('t', TOKEN) })), answers: 200 },
  { name: 'a token of a command', target: (w) => closed(w, bearer({ command: `printf ${TOKEN}` })), answers: 200 },
  {
    name: 'a token in a variable',
    target(w) {
      process.env.PACS_TOKEN = TOKEN;
      return closed(w, bearer({ env: 'PACS_TOKEN' }));
    },
    answers: 200,
  },
  { name: 'a wrong token', target: (w) => closed(w, bearer('wrong-4711')), answers: 401 },
  { name: 'none, whatever the environment has', target: (w) => closed(w, { kind: 'none' }), answers: 401 },
  { name: 'an OAuth client', target: (w) => closed(w, oauth(w)), answers: 200 },
  {
    name: 'a user and a password',
    target: (w) => closed(w, { kind: 'basic', user: 'me', password: 'secret-4711' }),
    answers: 200,
  },
  {
    name: 'a password in a file',
    target: (w) => closed(w, { kind: 'basic', user: 'me', password: { file: w.file('p', 'secret-4711\n') } }),
    answers: 200,
  },
  {
    name: 'header fields',
    target: (w) => ({
      baseUrl: w.at('keyed', 'http'),
      proxy: {},
      credentials: { kind: 'headers', headers: { 'X-Api-Key': 'key-4711' } },
    }),
    answers: 200,
  },
  {
    name: 'a client certificate with a passphrase, as texts',
    target: (w) => ({
      baseUrl: w.at('mutual'),
      ...w.ca(),
      clientCertificate: { certificate: w.locked.certificate, key: w.locked.key, passphrase: PASSPHRASE },
    }),
    answers: 200,
  },
  {
    name: 'a client certificate in files',
    target: (w) => ({
      baseUrl: w.at('mutual'),
      ...w.ca(),
      clientCertificate: { certificate: { file: w.client.certificateFile }, key: { file: w.client.keyFile } },
    }),
    answers: 200,
  },
  { name: 'no client certificate', target: (w) => ({ baseUrl: w.at('mutual'), ...w.ca() }), answers: 'none' },
  {
    name: 'a proxy with a password',
    target: (w) => ({ baseUrl: w.at('plain', 'http'), proxy: { http: w.proxy('guarded', PROXY_USER) } }),
    answers: 200,
  },
  {
    name: 'a proxy without its password',
    target: (w) => ({ baseUrl: w.at('plain', 'http'), proxy: { http: w.proxy('guarded') } }),
    answers: 'none',
  },
  {
    name: 'a host that is reached past the proxy',
    target: (w) => ({ baseUrl: w.at('plain', 'http'), proxy: { http: 'http://127.0.0.1:9', bypass: ['127.0.0.1'] } }),
    answers: 200,
  },
];

describe('credentials by option', { skip: skipWithout('openssl') }, () => {
  let world: World;
  before(async () => {
    world = await World.start();
    Object.assign(process.env, OTHERS);
  });
  after(() => {
    for (const name of [...Object.keys(OTHERS), 'PACS_TOKEN']) delete process.env[name];
    world?.close();
  });

  for (const { name, target, answers } of CASES) {
    test(name, async () => {
      const client = new DicomWebClient({ ...target(world), timeoutMs: 5_000 });
      const { response, failure } = await client.search('studies', { limit: '1' });
      client.close();
      assert.equal(response?.status ?? 'none', answers, failure?.message);
    });
  }
});

/** Options that TypeScript would refuse are given by programs in JavaScript. */
const WRONG: readonly [name: string, target: Record<string, unknown>, message: RegExp][] = [
  ['an unknown kind', { credentials: { kind: 'barer', token: 'x-4711' } }, /credentials\.kind .*did you mean bearer\?/],
  [
    'the form of a configuration file',
    { credentials: { token: { env: 'X' } } },
    /credentials\.kind .*known: none, bearer/,
  ],
  ['an empty token', { credentials: { kind: 'bearer', token: '' } }, /credentials\.token is not set/],
  [
    'a variable that was not set',
    { credentials: { kind: 'bearer', token: undefined } },
    /credentials\.token is not set/,
  ],
  ['a token with a space', { credentials: { kind: 'bearer', token: 'x 4711' } }, /^credentials\.token is no token/],
  ['no password', { credentials: { kind: 'basic', user: 'x-4711' } }, /credentials\.password is not set/],
  [
    'a user with a colon',
    { credentials: { kind: 'basic', user: 'x:4711', password: 'x' } },
    /^credentials\.user holds a colon/,
  ],
  [
    'an unknown field',
    { credentials: { kind: 'basic', user: 'x', pasword: '4711' } },
    /"pasword" did you mean password\?/,
  ],
  [
    'a place of a secret that there is not',
    { credentials: { kind: 'basic', user: 'x', password: { vault: '4711' } } },
    /credentials\.password has the unknown field "vault"/,
  ],
  [
    'a token endpoint by http',
    { credentials: { kind: 'oauth', tokenUrl: 'http://login.example/4711', clientId: 'x', clientSecret: 'x' } },
    /^credentials\.tokenUrl has the scheme http/,
  ],
  [
    'header fields that are no texts',
    { credentials: { kind: 'headers', headers: { 'X-Key': 4711 } } },
    /^credentials\.headers: \/X-Key must be string/,
  ],
  [
    'a secret among plain header fields',
    { headers: { 'X-Api-Key': '4711' } },
    /^target\/headers: X-Api-Key seems to hold a secret Give it in credentials/,
  ],
  [
    'a key without its certificate',
    { clientCertificate: { key: 'x-4711' } },
    /clientCertificate\.certificate is not set/,
  ],
  [
    'a certificate that is none',
    { clientCertificate: { certificate: '-----BEGIN RSA PRIVATE KEY-----4711' } },
    /^clientCertificate\.certificate holds a private key and no certificate/,
  ],
  ['a proxy that is no URL', { proxy: { https: 'socks://4711' } }, /^proxy\.https has the scheme socks/],
  ['an unknown option', { tokn: 'x-4711' }, /target: there is no option "tokn"/],
  ['an authority that is not there', { ca: 'nowhere.pem' }, /^ca: .*nowhere\.pem does not exist/],
  ['a root that is no URL', { roots: { store: 'stow' } }, /^target\/roots\/store is not an absolute URL/],
  ['no URL', { baseUrl: 'pacs' }, /^baseUrl is not an absolute URL/],
];

for (const [name, options, message] of WRONG) {
  test(`${name} is told by the name of the option, without its value`, () => {
    assert.throws(
      () => openTarget({ baseUrl: 'https://pacs.example/dicom-web', ...options } as TargetDetails),
      (error: unknown) => {
        assert.ok(error instanceof CommandError);
        const told = `${error.message} ${error.hint ?? ''}`;
        assert.match(told, message);
        assert.doesNotMatch(told, /4711/);
        return true;
      },
    );
  });
}

const SECRET = 'token-by-option-4711';

async function guarded(t: TestContext): Promise<TargetDetails> {
  const server = await startReferenceServer();
  t.after(() => server.close());
  const gate = await startGate(server.baseUrl, { admits: ({ authorization }) => authorization === `Bearer ${SECRET}` });
  t.after(() => gate.close());
  const { pathname } = new URL(server.baseUrl);
  return { baseUrl: `http://127.0.0.1:${gate.port}${pathname}`, proxy: {}, credentials: bearer(SECRET) };
}

test('a conformance run hands them to its processes, and writes them nowhere', async (t) => {
  const folder = join(temporaryFolder(t), 'run');
  const lines = new Set<string>();
  const watch = setInterval(() => {
    for (const line of commandLinesOf(process.pid)) lines.add(line);
  }, 50);
  t.after(() => clearInterval(watch));
  const options = { target: await guarded(t), dataset: smallStudy(temporaryFolder(t)), scenarios: ['T01'], folder };
  const { scenarios } = await runConformance(options);
  assert.equal(scenarios.find(({ id }) => id === 'T01')?.verdict, 'pass');
  for (const [path, text] of allBytesIn(folder)) assert.ok(!text.includes(SECRET), `${path} holds the token`);
  assert.ok(lines.size > 1, 'the command lines were seen');
  assert.ok(![...lines].some((line) => line.includes(SECRET)), 'a command line holds the token');
  assert.equal(process.env.DICOMWEB_TOKEN, undefined);
});

test('a load run takes them, and writes them nowhere', async (t) => {
  const folder = join(temporaryFolder(t), 'run');
  const target = await guarded(t);
  const { load } = await runLoad({ script: 'stow', target, duration: '1s', virtualUsers: 1, size: '4KiB', folder });
  assert.equal(load?.operations.find(({ name }) => name === 'store')?.failed, 0);
  for (const [path, text] of allBytesIn(folder)) assert.ok(!text.includes(SECRET), `${path} holds the token`);
  rmSync(folder, { recursive: true });
});

test('a target that is only read is sent nothing else, and its study is read', async (t) => {
  const server = await startReferenceServer();
  t.after(() => server.close());
  const target = { baseUrl: server.baseUrl, proxy: {}, credentials: { kind: 'none' } as const };
  const { storeStudy } = await import('../../lib/library/stored-study.ts');
  const client = new DicomWebClient(target);
  t.after(() => client.close());
  const { study } = await storeStudy(client);
  const reading = { ...target, readOnly: true } as const;
  const { plan, scenarios } = await runConformance({ target: reading, study, scenarios: ['T05'] });
  assert.equal(plan.isReadOnly, true);
  assert.equal(scenarios.find(({ id }) => id === 'T05')?.verdict, 'pass');
  await assert.rejects(runConformance({ target, study }), /study is for a target with readOnly/);
  await assert.rejects(runConformance({ target: reading, study: 'x' }), /"x" is no UID/);
  const refusing = new DicomWebClient(reading);
  const { failure } = await refusing.store([]);
  refusing.close();
  assert.equal(failure?.code, 'refused-read-only');
});
