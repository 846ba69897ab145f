import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { harness, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { resultsOf } from './run-folder.ts';
import { deadPort } from './servers.ts';

interface Effective {
  readonly setting: string;
  readonly value: unknown;
  readonly source: string;
}

function folderWith(t: TestContext, config: unknown, name = 'dicomweb-harness.config.json'): string {
  const cwd = temporaryFolder(t);
  writeFileSync(join(cwd, name), typeof config === 'string' ? config : JSON.stringify(config));
  return cwd;
}

const CONFIG = {
  target: { url: 'http://127.0.0.1:1/dicom-web', headers: { 'X-Tenant': 'canary-north' } },
  credentials: { token: { env: 'PACS' } },
  suites: ['duties'],
  failOn: 'warn',
  report: { tester: 'Ada' },
  load: { mix: 'CT:50,MR:50', thresholds: ['store_duration: p(95)<500'] },
};

describe('config', () => {
  test('tells each value and where it came from, flags first, and no secret', async (t) => {
    const cwd = folderWith(t, CONFIG);
    const env = { PACS: 'canary-token', DICOMWEB_FAIL_ON: 'never', DICOMWEB_TESTER: 'Grace' };
    const { code, stdout, stderr } = await harness(['config', 'conformance', '--tester', 'Edsger', '--json'], {
      cwd,
      env,
    });
    assert.equal(code, EXIT_CODES.conformant, stderr);
    const said = new Map((JSON.parse(stdout) as Effective[]).map((each) => [each.setting, each]));
    const sourced = ([setting, value, source]: readonly [string, unknown, RegExp]) => {
      assert.deepEqual(said.get(setting)?.value, value, setting);
      assert.match(said.get(setting)?.source ?? '', source, setting);
    };
    sourced(['target.url', CONFIG.target.url, /config\.json: \/target\/url$/]);
    sourced(['report.tester', 'Edsger', /^--tester$/]);
    sourced(['failOn', 'never', /^DICOMWEB_FAIL_ON$/]);
    sourced(['suites', ['duties'], /config\.json: \/suites$/]);
    sourced(['profile', 'standard', /^default$/]);
    sourced(['credentials', { token: { env: 'PACS' } }, /config\.json$/]);
    assert.doesNotMatch(stdout + stderr, /canary/);
  });

  test('of load, with its own settings', async (t) => {
    const cwd = folderWith(t, CONFIG);
    const { stdout, stderr } = await programInProcess(['config', 'load', '--vus', '3'], { cwd, env: { PACS: 'x' } });
    assert.match(stdout, /^load\.vus +3 +--vus$/m, stderr);
    assert.match(stdout, /^load\.mix +CT:50,MR:50 +.*: \/load\/mix$/m);
    assert.match(stdout, /^load\.shape +smoke +default$/m);
    assert.doesNotMatch(stdout, /suites/);
  });

  test('of what a job of CI sets for each run, and of merge', async (t) => {
    const cwd = folderWith(t, {
      target: { url: 'https://pacs.example/dicom-web', readOnly: true, study: '1.2.3' },
      grep: 'paging|limit',
      repeat: 3,
      require: ['store'],
      evidence: 'all',
      baseline: 'known.json',
      failOn: 'warn',
    });
    const env = { DICOMWEB_REPEAT: '2' };
    const { stdout, stderr } = await programInProcess(['config'], { cwd, env });
    assert.match(stdout, /^target\.readOnly +true +.*: \/target\/readOnly$/m, stderr);
    assert.match(stdout, /^target\.study +1\.2\.3 +.*: \/target\/study$/m);
    assert.match(stdout, /^grep +paging\|limit +.*: \/grep$/m);
    assert.match(stdout, /^repeat +2 +DICOMWEB_REPEAT$/m);
    const merging = await programInProcess(['config', 'merge', '--fail-on', 'never'], { cwd, env });
    assert.match(merging.stdout, /^baseline +\/.*known\.json +.*: \/baseline$/m, merging.stderr);
    assert.match(merging.stdout, /^failOn +never +--fail-on$/m);
    assert.doesNotMatch(merging.stdout, /^(target|grep|suites)/m);
    const load = await programInProcess(['config', 'load', 'wado', '--study', '1.2', '--study', '1.3'], { cwd });
    assert.match(load.stdout, /^target\.study +\["1\.2","1\.3"\] +--study$/m, load.stderr);
  });

  const bad: readonly [string, unknown, Readonly<Record<string, string>>, RegExp][] = [
    ['a value that the flag would not take', { load: { vus: 0 } }, {}, /config\.json: \/load\/vus: a whole number/],
    ['a field that is almost one', { repaet: 3 }, {}, /unknown field "repaet" \(did you mean repeat\?\)/],
    ['a variable with a wrong value', {}, { DICOMWEB_SHAPE: 'smok' }, /DICOMWEB_SHAPE: Allowed choices are smoke/],
    ['a target that a variable did not give', {}, { DICOMWEB_TARGET: '' }, /DICOMWEB_TARGET is not an absolute URL/],
    ['a target in the file that is none', { target: { url: 'pacs' } }, {}, /\/target\/url is not an absolute URL/],
    ['a variable of the file that is not set', CONFIG, {}, /the variable PACS, .* is not set/],
  ];
  for (const [title, config, env, says] of bad) {
    test(`refuses ${title}`, async (t) => {
      const { code, stdout, stderr } = await programInProcess(['config', 'load'], { cwd: folderWith(t, config), env });
      assert.equal(code, EXIT_CODES.usage, stderr);
      assert.match(stderr, says);
      assert.equal(stdout, '');
    });
  }

  test('a TypeScript file is read, or refused in one clear sentence where Node does not read it', async (t) => {
    const cwd = folderWith(t, "export default { profile: 'azure-dicom' as string };", 'dicomweb-harness.config.ts');
    const { code, stdout, stderr } = await harness(['config'], { cwd });
    if (code === EXIT_CODES.conformant) assert.match(stdout, /^profile +azure-dicom/m);
    else
      assert.match(
        stderr,
        /Node \S+ does not read TypeScript\n {2}Node 22\.18 and later do; or write it as \.js or \.json/,
      );
  });
});

test('a run takes target, suite and product from the configuration, and keeps no secret of it', async (t) => {
  const url = await deadPort();
  const cwd = folderWith(t, {
    ...CONFIG,
    target: { ...CONFIG.target, url },
    report: { product: 'Archive', out: 'out' },
  });
  const ended = await programInProcess(['conformance'], { cwd, env: { PACS: 'canary-token' } });
  const { code, stdout, stderr } = ended;
  assert.equal(code, EXIT_CODES.unreachable, stderr);
  const results = resultsOf(join(cwd, 'out'), ended);
  assert.equal(results.target.baseUrl, url);
  assert.equal(results.target.stated?.product, 'Archive');
  assert.equal(results.target.authentication, 'bearer');
  assert.doesNotMatch(stdout + stderr + JSON.stringify(results), /canary-token/);
});
