import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { givenSettings, targetDetails } from '../../lib/config/given.ts';
import { mistypedVariables } from '../../lib/config/mistyped-variables.ts';
import { type ConfigFile, readConfig } from '../../lib/config/read-config.ts';
import { SETTINGS } from '../../lib/config/settings.ts';
import { CommandError } from '../../lib/errors/exit-codes.ts';

const parent = mkdtempSync(join(tmpdir(), 'harness-config-'));
after(() => rmSync(parent, { recursive: true, force: true }));

/** A new folder with these files. */
function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(parent, 'f-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const NAME = 'dicomweb-harness.config.json';

function read(config: unknown): Promise<ConfigFile | null> {
  return readConfig(undefined, folderWith({ [NAME]: config }));
}

/** The texts that count for a setting, and where they stand. */
async function given(config: unknown, env: Readonly<Record<string, string>> = {}) {
  const settings = givenSettings(await read(config), env);
  return Object.fromEntries(settings.map(({ setting, texts, source }) => [setting.flag, [texts, source] as const]));
}

describe('reading a configuration', () => {
  test('a folder without one has none', async () => assert.equal(await readConfig(undefined, folderWith({})), null));

  test('JavaScript is read as JSON is', async () => {
    const folder = folderWith({ 'dicomweb-harness.config.js': 'module.exports = { profile: "standard" };' });
    assert.deepEqual((await readConfig(undefined, folder))?.config, { profile: 'standard' });
  });

  test('two in one folder are refused', async () => {
    const folder = folderWith({ [NAME]: {}, 'dicomweb-harness.config.js': '' });
    await refused(() => readConfig(undefined, folder), /config\.js and dicomweb-harness\.config\.json are both in/);
  });

  const bad: readonly [string, unknown, RegExp][] = [
    ['an unknown field', { targt: {} }, /the file has the unknown field "targt" \(did you mean target\?\)/],
    [
      'an unknown field below',
      { target: { ur: 'http://a' } },
      /\/target has the unknown field "ur" \(did you mean url\?\)/,
    ],
    ['a secret that stands in it', { credentials: { token: 'sesame' } }, /\/credentials\/token must be object/],
    ['a password that stands in it', { credentials: { password: 'sesame' } }, /\/credentials\/password must be object/],
    ['a verdict that is none', { failOn: 'error' }, /\/failOn must be one of \["fail","warn","never"\]/],
    ['a number as text', { load: { vus: '8' } }, /\/load\/vus must be integer/],
    ['a list that is a text', { suites: 'duties' }, /\/suites must be array/],
    ['no object', [], /the file must be object/],
    ['no JSON', '{\n oops', /is not JSON: line 2/],
  ];
  for (const [name, content, message] of bad) {
    test(`${name} is refused by its place`, async () => {
      const error = await refused(() => read(content), message);
      assert.ok(!error.message.includes('sesame'));
    });
  }

  test('a file that is named and is not there is refused', async () => {
    await refused(() => readConfig('no.json', parent), /configuration .*no\.json does not exist/);
    await refused(() => readConfig('', parent), /--config: no file is named/);
    await refused(() => readConfig('no.ts', parent), /configuration .*no\.ts does not exist/);
  });

  test('a module without default export, and one that throws, are refused', async () => {
    const folder = folderWith({ 'a.mjs': 'export const profile = 1;', 'b.mjs': 'throw new Error("no vault");' });
    await refused(() => readConfig('a.mjs', folder), /has no default export.*export default/);
    await refused(() => readConfig('b.mjs', folder), /does not load: no vault/);
  });

  test('a target file of former versions is read as a configuration', async () => {
    const headers = { 'X-Tenant': 'north' };
    const file = await read({
      baseUrl: 'http://host',
      timeoutMs: 1500,
      headers,
      product: 'Archive',
      profile: 'standard',
    });
    assert.deepEqual(file?.config, {
      target: { url: 'http://host', timeout: 1.5, headers },
      profile: 'standard',
      report: { product: 'Archive' },
    });
    await refused(() => read({ baseUrl: 'http://host', token: 'sesame' }), /unknown field "token"/);
  });
});

describe('what is given', () => {
  test('a variable goes before the file, and each says where it stands', async () => {
    const both = await given({ profile: 'azure-dicom', failOn: 'warn' }, { DICOMWEB_FAIL_ON: 'never' });
    assert.deepEqual(both['fail-on'], [['never'], 'DICOMWEB_FAIL_ON']);
    assert.deepEqual(both.profile?.[0], ['azure-dicom']);
    assert.match(both.profile?.[1] ?? '', /config\.json: \/profile$/);
  });

  test('paths lie beside the file, names of profiles stay', async () => {
    const file = await read({ baseline: 'known.json', profile: './own.json', data: 'study.d' });
    const [profile, data, baseline] = givenSettings(file, {}).map(({ texts }) => texts[0]);
    for (const path of [profile, data, baseline]) assert.ok(path?.startsWith(parent), path);
    assert.deepEqual((await given({ profile: 'standard' })).profile?.[0], ['standard']);
  });

  test('lists of a variable are parted by commas, but not those in braces', async () => {
    const env = {
      DICOMWEB_THRESHOLD: 'store_duration: p(95)<500, m{a:b,c:d}: count==0',
      DICOMWEB_SUITES: 'tutorial,duties',
    };
    const { threshold, suites } = await given({}, env);
    assert.deepEqual(threshold?.[0], ['store_duration: p(95)<500', 'm{a:b,c:d}: count==0']);
    assert.deepEqual(suites?.[0], ['tutorial', 'duties']);
  });

  test('an empty variable counts as given', async () => {
    assert.deepEqual((await given({ target: { url: 'http://a' } }, { DICOMWEB_TARGET: '' })).target?.[0], ['']);
  });

  test('nothing that deletes what is not ours can be given by a file or a variable', () => {
    const flags = SETTINGS.map(({ flag }) => flag);
    assert.ok(flags.length > 30);
    for (const flag of ['reset', 'yes']) assert.ok(!flags.includes(flag));
  });
});

test('a variable that is almost one of ours is told, and one that Kubernetes sets is not', () => {
  const env = {
    DICOMWEB_TARGE: 'http://host',
    DICOMWEB_FAILON: 'warn',
    DICOMWEB_PASWORD: 'canary',
    DICOMWEB_TARGET: 'x',
  };
  assert.deepEqual(mistypedVariables(env), [
    'DICOMWEB_TARGE is not read: did you mean DICOMWEB_TARGET?',
    'DICOMWEB_FAILON is not read: did you mean DICOMWEB_FAIL_ON?',
    'DICOMWEB_PASWORD is not read: did you mean DICOMWEB_PASSWORD?',
  ]);
  const service = ['PORT', 'SERVICE_HOST', 'SERVICE_PORT', 'PORT_8042_TCP', 'PORT_8042_TCP_ADDR', 'HARNESS_RUN'];
  assert.deepEqual(mistypedVariables(Object.fromEntries(service.map((name) => [`DICOMWEB_${name}`, '1']))), []);
});

describe('what only a file says of a target', () => {
  test('a target without URL is refused, unless it is named elsewhere', async () => {
    const file = await read({ target: { timeout: 5 } });
    assert.throws(() => targetDetails(file, undefined), /\/target has no url/);
    assert.equal(targetDetails(file, 'http://host').roots, undefined);
  });

  test('roots are never taken for another target than their own', async () => {
    const file = await read({ target: { url: 'http://a', roots: { store: 'http://a/stow' } } });
    assert.throws(() => targetDetails(file, 'http://b'), /whose roots are of http:\/\/a/);
    assert.deepEqual(targetDetails(file, 'http://a').roots, { store: 'http://a/stow' });
  });

  test('files of credentials lie beside it', async () => {
    const { credentials } = targetDetails(await read({ credentials: { token: { file: 'token' } } }), 'http://a');
    assert.match(JSON.stringify(credentials), new RegExp(`"file":"${parent}`));
  });
});

async function refused(read: () => Promise<unknown>, message: RegExp): Promise<CommandError> {
  try {
    await read();
  } catch (error) {
    assert.ok(error instanceof CommandError, String(error));
    assert.equal(error.exitCode, 2);
    assert.match(`${error.message} ${error.hint ?? ''}`, message);
    return error;
  }
  throw new Error('it was accepted');
}
