import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readConfig } from '../../lib/config/read-config.ts';
import { CommandError, EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { CI_FILES, type CiName } from '../../lib/init/ci-files.ts';
import { CREDENTIAL_KINDS, type CredentialKind, configFile, variablesFor } from '../../lib/init/config-file.ts';
import { writeInitFiles } from '../../lib/init/write-files.ts';
import { harness, temporaryFolder } from '../cli/program.ts';

const ANSWERS = { target: 'https://pacs.example/dicom-web', profile: 'standard', suites: ['tutorial'] } as const;

for (const credentials of Object.keys(CREDENTIAL_KINDS) as CredentialKind[]) {
  test(`the configuration for credentials "${credentials}" is read as it was written`, async (t) => {
    const folder = temporaryFolder(t);
    writeInitFiles(folder, [configFile({ ...ANSWERS, credentials })], false);
    const config = (await readConfig(undefined, folder))?.config;
    assert.equal(config?.target?.url, ANSWERS.target);
    assert.deepEqual(config?.credentials, CREDENTIAL_KINDS[credentials]);
  });
}

for (const name of Object.keys(CI_FILES) as CiName[]) {
  test(`the file for ${name} plays what the lock file pins, keeps the results and hands over each secret`, () => {
    const { text } = CI_FILES[name]({
      variables: variablesFor({ credentials: CREDENTIAL_KINDS.basic }),
    });
    assert.match(text, /npm ci[\s\S]*npx --no-install dicomweb-harness conformance --out dicomweb-results/);
    for (const variable of ['DICOMWEB_USER', 'DICOMWEB_PASSWORD']) assert.ok(text.includes(variable), variable);
    assert.doesNotMatch(text, /\t|undefined|\[object/);
    const without = CI_FILES[name]({ variables: [] }).text;
    assert.doesNotMatch(without, /DICOMWEB_|env:|environment/);
  });
}

describe('writing', () => {
  test('replaces nothing unless it may, and then says what', (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'b'), 'mine');
    symlinkSync('nowhere', join(folder, 'c'));
    const files = ['a', 'b', 'c'].map((path) => ({ path, text: 'new' }));
    assert.throws(() => writeInitFiles(folder, files, false), /b, c are there already; nothing was written/);
    assert.deepEqual([readdirSync(folder).sort(), readFileSync(join(folder, 'b'), 'utf8')], [['b', 'c'], 'mine']);
    assert.deepEqual(writeInitFiles(folder, files.slice(0, 2), true), ['b']);
    assert.equal(readFileSync(join(folder, 'b'), 'utf8'), 'new');
  });

  test('a folder that cannot be made is told', (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'file'), '');
    const write = () => writeInitFiles(folder, [{ path: 'file/in', text: '' }], false);
    assert.throws(
      write,
      (error: unknown) => error instanceof CommandError && /file\/in cannot be written/.test(error.message),
    );
  });
});

describe('the command', { concurrency: 2 }, () => {
  test('writes a configuration, a CI file and a project that fit each other', async (t) => {
    const cwd = temporaryFolder(t);
    const flags = [
      '--target',
      ANSWERS.target,
      '--credentials',
      'token',
      '--suites',
      'tutorial,duties',
      '--ci',
      'github',
    ];
    const { code, stdout, stderr } = await harness(['init', '--yes', ...flags, '--playwright'], { cwd });
    assert.equal(code, EXIT_CODES.conformant, stderr);
    assert.match(stdout, /^Wrote dicomweb-harness\.config\.json$/m);
    assert.match(stdout, /set DICOMWEB_TOKEN/);
    assert.deepEqual((await readConfig(undefined, cwd))?.config.suites, ['tutorial', 'duties']);
    const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' });
    for (const name of [
      '.github/workflows/dicomweb.yml',
      'playwright.config.ts',
      'dicomweb/own.spec.ts',
      'package.json',
    ]) {
      assert.ok(names.includes(name), name);
    }
    const again = await harness(['init', '--yes', '--playwright'], { cwd });
    assert.equal(again.code, EXIT_CODES.usage);
    assert.match(again.stderr, /playwright\.config\.ts, .* are there already; nothing was written\n.*--force/);
  });

  const MINE = {
    target: { url: 'https://mine.example/dicom-web', timeout: 7 },
    credentials: { token: { env: 'MY_TOKEN' } },
    failOn: 'warn',
  };

  test('adds a CI file beside a configuration, which it keeps, with and without --force', async (t) => {
    for (const force of [[], ['--force']]) {
      const cwd = temporaryFolder(t);
      writeFileSync(join(cwd, 'dicomweb-harness.config.json'), JSON.stringify(MINE));
      const { code, stdout, stderr } = await harness(['init', '--yes', ...force, '--ci', 'gitlab'], { cwd });
      assert.equal(code, EXIT_CODES.conformant, stderr);
      assert.match(stdout, /^Kept dicomweb-harness\.config\.json\nWrote \.gitlab-ci\.yml$/m);
      assert.deepEqual(JSON.parse(readFileSync(join(cwd, 'dicomweb-harness.config.json'), 'utf8')), MINE);
      assert.match(readFileSync(join(cwd, '.gitlab-ci.yml'), 'utf8'), /MY_TOKEN/);
    }
  });

  test('changes of a configuration only what a flag names, and only with --force', async (t) => {
    const cwd = temporaryFolder(t);
    const path = join(cwd, 'dicomweb-harness.config.json');
    writeFileSync(path, JSON.stringify(MINE));
    const refused = await harness(['init', '--yes', '--profile', 'azure-dicom'], { cwd });
    assert.equal(refused.code, EXIT_CODES.usage);
    assert.match(refused.stderr, /config\.json is there already; nothing was written\n.*--force/);
    const { code, stdout } = await harness(['init', '--yes', '--force', '--profile', 'azure-dicom'], { cwd });
    assert.equal(code, EXIT_CODES.conformant);
    assert.match(stdout, /^Changed dicomweb-harness\.config\.json$/m);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), { ...MINE, profile: 'azure-dicom' });
    const other = { ...MINE, target: { ...MINE.target, url: 'https://other.example' }, profile: 'azure-dicom' };
    await harness(['init', '--yes', '--force', '--target', 'https://other.example'], { cwd });
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), other);
  });

  const bad: readonly [string, readonly string[], RegExp][] = [
    ['no terminal', [], /asks at a terminal, and there is none\n.*--yes/],
    ['a target that is none', ['--yes', '--target', 'pacs'], /--target is not an absolute URL/],
    ['a profile that is none', ['--yes', '--profile', 'standart'], /no profile "standart"[\s\S]*standard\?/],
    ['a suite that is none', ['--yes', '--suites', 'dutys'], /unknown suite "dutys"[\s\S]*duties\?/],
    ['a CI that is none', ['--yes', '--ci', 'travis'], /Allowed choices are github, gitlab/],
  ];
  for (const [title, args, says] of bad) {
    test(`refuses ${title}`, async (t) => {
      const cwd = temporaryFolder(t);
      const { code, stderr } = await harness(['init', ...args], { cwd });
      assert.equal(code, EXIT_CODES.usage, stderr);
      assert.match(stderr, says);
      assert.deepEqual(readdirSync(cwd), []);
    });
  }
});
