import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import { redactorFor } from '../../lib/http/redaction.ts';
import { resolveTarget, type TargetInput } from '../../lib/target/configuration.ts';

const folder = mkdtempSync(join(tmpdir(), 'harness-target-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

type Environment = Readonly<Record<string, string | undefined>>;

function resolve(input: Partial<TargetInput>, env: Environment = {}): ReturnType<typeof resolveTarget> {
  return resolveTarget({ embedded: false, ...input }, env);
}

function refused(input: Partial<TargetInput>, env: Environment, message: RegExp): CommandError {
  try {
    resolve(input, env);
  } catch (error) {
    assert.ok(error instanceof CommandError, String(error));
    assert.equal(error.exitCode, 2);
    assert.match(`${error.message} ${error.hint ?? ''}`, message);
    return error;
  }
  throw new Error('it was accepted');
}

test('takes a base URL with any prefix, and tolerates trailing slashes', () => {
  for (const [given, base] of [
    ['http://127.0.0.1:8042/dicom-web', 'http://127.0.0.1:8042/dicom-web'],
    ['https://Host.Example/v2/', 'https://host.example/v2'],
    ['https://host', 'https://host'],
    [' https://host:443/a/b// ', 'https://host/a/b'],
    ['http://[::1]:80/x', 'http://[::1]/x'],
  ] as const) {
    const target = resolve({ target: given });
    assert.equal(target.baseUrl, base);
    assert.deepEqual(target.roots, { store: base, retrieve: base, search: base, delete: base });
  }
});

test('has defaults, and lets flags go before them', () => {
  const target = resolve({ target: 'http://host' });
  assert.deepEqual(
    [target.credentials, target.extraHeaders, target.timeoutMs, target.profile.name, target.embedded],
    [{ kind: 'none' }, [], 30_000, 'standard', false],
  );
  const other = resolve({ target: 'http://host', timeoutMs: 5, profile: 'azure-dicom', embedded: true });
  assert.deepEqual([other.timeoutMs, other.profile.name, other.embedded], [5, 'azure-dicom', true]);
});

const badUrls: readonly [string, RegExp][] = [
  ['', /--target is not an absolute URL/],
  ['host/dicom-web', /--target is not an absolute URL.*https:\/\/host/],
  ['localhost:8042/dicom-web', /--target is not an absolute URL/],
  ['ftp://host/', /scheme ftp.*http/],
  ['http://user:hunter2@host/', /user name or password.*DICOMWEB_USER/],
  ['http://user@host/', /user name or password/],
  ['http://host/x?y=1', /query or a fragment/],
  ['http://host/x?', /query or a fragment/],
  ['http://host/x#y', /query or a fragment/],
];
for (const [url, message] of badUrls) {
  test(`refuses the base URL ${JSON.stringify(url)}`, () => {
    const error = refused({ target: url }, {}, message);
    assert.ok(!`${error.message} ${error.hint}`.includes('hunter2'));
  });
}

test('wants a target', () => {
  refused({}, {}, /no target.*--target URL/);
});

const FILE = 'dicomweb-harness.config.json';

test('takes split roots and headers from the configuration, secrets by the name of a variable', () => {
  const target = resolve(
    {
      target: 'https://host/api/',
      roots: { store: 'https://stow.host/stowrs/', search: 'https://host/qidors' },
      headers: { 'X-Tenant': 'north', 'X-Api-Key': { env: 'KEY' } },
      file: FILE,
    },
    { KEY: 'k' },
  );
  assert.deepEqual(target.roots, {
    store: 'https://stow.host/stowrs',
    retrieve: 'https://host/api',
    search: 'https://host/qidors',
    delete: 'https://host/api',
  });
  assert.deepEqual(target.secrets, ['k']);
  assert.deepEqual(target.extraHeaders, [
    ['X-Tenant', 'north'],
    ['X-Api-Key', 'k'],
  ]);
});

const badDetails: readonly [string, Partial<TargetInput>, RegExp][] = [
  ['a relative root', { roots: { store: '/stow' } }, /config\.json: \/target\/roots\/store is not an absolute URL/],
  ['a header value with a line break', { headers: { 'X-A': 'sesame\nopen' } }, /\/target\/headers: the value of X-A/],
  ['a header name with a space', { headers: { 'X A': 'b' } }, /"X A" is no header field name/],
  ['a header that the harness sets', { headers: { 'content-length': '5' } }, /sets content-length itself/],
  ['a secret as a text', { headers: { 'X-Api-Key': 'sesame' } }, /X-Api-Key seems to hold a secret.*"env"/],
  ['a header of a variable that is not set', { headers: { 'X-A': { env: 'NOWHERE' } } }, /NOWHERE.*is not set/],
  ['a token of a variable that is not set', { credentials: { token: { env: 'NOWHERE' } } }, /NOWHERE.*is not set/],
];
for (const [name, input, message] of badDetails) {
  test(`refuses ${name}`, () => {
    const error = refused({ target: 'http://host', file: FILE, ...input }, {}, message);
    assert.ok(!`${error.message} ${error.hint}`.includes('sesame'));
  });
}

test('credentials lie where the configuration says, unless the environment has its own', () => {
  const credentials = (references: NonNullable<TargetInput['credentials']>, env: Environment) =>
    resolve({ target: 'http://host', credentials: references }, env).credentials;
  assert.deepEqual(credentials({ token: { env: 'PACS' } }, { PACS: 'abc' }), { kind: 'bearer', token: 'abc' });
  assert.equal(credentials({ token: { file: file('pacs-token', 'from-file\n') } }, {}).kind, 'tokens');
  assert.deepEqual(credentials({ user: { env: 'U' }, password: { env: 'P' } }, { U: 'me', P: 'word' }), {
    kind: 'basic',
    user: 'me',
    password: 'word',
  });
  const own = { DICOMWEB_USER: 'a', DICOMWEB_PASSWORD: 'b' };
  assert.equal(credentials({ token: { env: 'NOWHERE' } }, own).kind, 'basic');
});

test('a headers file stands beside other credentials, and every value of it is a secret', () => {
  const env = { DICOMWEB_TOKEN: 'abc', DICOMWEB_HEADERS_FILE: file('beside.json', { 'X-Tenant': 'up' }) };
  const target = resolve({ target: 'http://host', headers: { 'X-Site': 'up north' }, file: FILE }, env);
  assert.equal(target.credentials.kind, 'bearer');
  assert.deepEqual(target.extraHeaders, [
    ['X-Site', 'up north'],
    ['X-Tenant', 'up'],
  ]);
  assert.deepEqual(redactorFor(target).headers(target.extraHeaders), [
    ['X-Site', 'up north'],
    ['X-Tenant', '***'],
  ]);
});

test('takes credentials from the environment or from files that it names', () => {
  const credentials = (env: Environment) => resolve({ target: 'http://host' }, env).credentials;
  assert.deepEqual(credentials({ DICOMWEB_TOKEN: '' }), { kind: 'none', empty: 'DICOMWEB_TOKEN' });
  assert.deepEqual(credentials({ DICOMWEB_TOKEN: 'abc.def' }), { kind: 'bearer', token: 'abc.def' });
  assert.deepEqual(credentials({ DICOMWEB_TOKEN: 'Bearer abc' }), { kind: 'bearer', token: 'abc' });
  const fromFile = credentials({ DICOMWEB_TOKEN_FILE: file('token', 'from-file\n') });
  assert.equal(fromFile.kind === 'tokens' && fromFile.tokens.last, 'from-file');
  assert.deepEqual(credentials({ DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: 'pässword' }), {
    kind: 'basic',
    user: 'me',
    password: 'pässword',
  });
  assert.deepEqual(credentials({ DICOMWEB_HEADERS: '{"X-Api-Key":"k"}' }), {
    kind: 'headers',
    headers: [['X-Api-Key', 'k']],
  });
  assert.deepEqual(credentials({ DICOMWEB_HEADERS_FILE: file('h.json', { 'X-Api-Key': 'k', 'X-B': 'l' }) }), {
    kind: 'headers',
    headers: [
      ['X-Api-Key', 'k'],
      ['X-B', 'l'],
    ],
  });
});

const badCredentials: readonly [string, Environment, RegExp][] = [
  ['two ways', { DICOMWEB_TOKEN: 'sesame', DICOMWEB_USER: 'a', DICOMWEB_PASSWORD: 'sesame' }, /more than one way/],
  ['token and password only', { DICOMWEB_TOKEN: 'sesame', DICOMWEB_PASSWORD: 'sesame' }, /more than one way/],
  ['a user without password', { DICOMWEB_USER: 'a' }, /DICOMWEB_PASSWORD is not set/],
  ['a password without user', { DICOMWEB_PASSWORD: 'sesame' }, /DICOMWEB_USER is not set/],
  ['a user with a colon', { DICOMWEB_USER: 'a:b', DICOMWEB_PASSWORD: 'sesame' }, /colon/],
  ['a token with a line break', { DICOMWEB_TOKEN: 'sesame\nopen' }, /DICOMWEB_TOKEN is no token/],
  ['an empty token', { DICOMWEB_TOKEN: ' ' }, /DICOMWEB_TOKEN is empty/],
  ['a missing token file', { DICOMWEB_TOKEN_FILE: join(folder, 'nowhere') }, /token file .*nowhere does not exist/],
  ['an empty token file', { DICOMWEB_TOKEN_FILE: file('empty', '\n') }, /token file .*empty is empty/],
  [
    'a headers file that is no object',
    { DICOMWEB_HEADERS_FILE: file('list.json', ['sesame']) },
    /headers file .*list\.json: .*object/,
  ],
  ['header fields that are no JSON', { DICOMWEB_HEADERS: 'X-Api-Key: sesame' }, /DICOMWEB_HEADERS is not JSON/],
  ['header fields that are none', { DICOMWEB_HEADERS: '["sesame"]' }, /DICOMWEB_HEADERS: .*object/],
  ['a headers file with a number', { DICOMWEB_HEADERS_FILE: file('n.json', { X: 5 }) }, /\/X must be string/],
];
for (const [name, env, message] of badCredentials) {
  test(`refuses ${name}, without repeating it`, () => {
    const error = refused({ target: 'http://host' }, env, message);
    assert.ok(!`${error.message} ${error.hint}`.includes('sesame'));
  });
}

test('an empty text says nothing of the product, and a long one is refused', () => {
  const { stated } = resolve({ target: 'http://host', stated: { product: 'Archive', tester: ' ' } });
  assert.deepEqual(stated, { product: 'Archive' });
  refused({ target: 'http://host', stated: { tester: 'a'.repeat(201) } }, {}, /tester has more than 200 characters/);
});
