import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { CI_FILES } from '../../lib/init/ci-files.ts';
import { type RunningServer, startReferenceServer } from '../../lib/reference-server/server.ts';
import { findTampering, readManifest } from '../../lib/results/manifest.ts';
import { cleanEnvironment, smallStudy, temporaryFolder } from '../cli/program.ts';
import { skippedOnOtherDays } from '../support/drawn.ts';
import { filled, recipeText, recipeYaml, type Step, shellSteps, type Yaml } from './recipe-files.ts';

const [ACTION = {}] = recipeYaml('github/action.yml');
const [COMPONENT_SPEC = {}, COMPONENT = {}] = recipeYaml('gitlab/component.yml');
const [AZURE = {}] = recipeYaml('azure/azure-pipelines.yml');
const WORKFLOWS = ['github/orthanc.yml', 'github/dcm4chee.yml'];
const TEMPLATE = /\$\{\{|\$\[\[/;

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Yaml | undefined)?.[key], value);
const keys = (value: unknown): readonly string[] => Object.keys((value ?? {}) as Yaml);
type Job = Parameters<typeof shellSteps>[0];

test('no recipe, and nothing that init writes, fetches a name that others could claim', () => {
  const files = readdirSync(join(PACKAGE_FOLDER, 'recipes'), { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(PACKAGE_FOLDER, 'recipes', path)).isFile())
    .map((path) => recipeText(path));
  const written = Object.values(CI_FILES).map((file) => file({ variables: [] }).text);
  const pages = ['docs/in-ci.md', 'docs/test-my-server.md'].map((path) =>
    readFileSync(join(PACKAGE_FOLDER, path), 'utf8'),
  );
  for (const text of [...files, ...written, ...pages]) {
    for (const [command] of text.matchAll(/npx .*dicomweb-harness/g)) assert.match(command, /^npx --no-install /);
    assert.doesNotMatch(text, /npm (install|i|add|exec) (-\S+ )*dicomweb-harness/);
  }
});

describe('recipes fit each other', () => {
  test('an input of the GitHub action is required or has a default', () => {
    for (const input of Object.values(ACTION.inputs as Yaml))
      assert.ok((at(input, 'required') === true) !== (at(input, 'default') !== undefined));
  });

  for (const name of WORKFLOWS) {
    test(`${name} gives the action inputs that it has, and pins its images`, () => {
      const job = at(recipeYaml(name)[0], 'jobs', 'conformance') as Job;
      for (const service of Object.values(job.services as Yaml))
        assert.match(String(at(service, 'image')), /^[\w/.-]+:\d[\w.-]+$/);
      const given = keys(at(job.steps.at(-1), 'with'));
      assert.ok(given.length > 0 && given.every((input) => keys(ACTION.inputs).includes(input)));
    });
  }

  test('the GitLab component uses each of its inputs', () => {
    const inputs = keys(at(COMPONENT_SPEC, 'spec', 'inputs'));
    const used = [...recipeText('gitlab/component.yml').matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual([...new Set(used)].sort(), [...inputs].sort());
    assert.deepEqual(keys(at(COMPONENT, 'dicomweb-conformance', 'artifacts', 'reports')), ['junit', 'codequality']);
  });

  test('no input stands in the text of a script', () => {
    const steps = [ACTION.runs, AZURE, ...WORKFLOWS.map((name) => at(recipeYaml(name)[0], 'jobs', 'conformance'))];
    for (const { script } of steps.flatMap((job) => shellSteps(job as Job))) assert.doesNotMatch(script, TEMPLATE);
    for (const script of [...(at(COMPONENT, 'dicomweb-conformance', 'script') as string[])])
      assert.doesNotMatch(script, TEMPLATE);
  });
});

const onOtherDays = skippedOnOtherDays(['shell', 'docs/in-ci.md', 'GitHub', 'GitLab', 'Azure', 'Jenkins'], 2);

describe('the commands of each recipe run as they stand', () => {
  let server: RunningServer;
  let study = '';
  before(async () => {
    server = await startReferenceServer();
    study = smallStudy(mkdtempSync(join(tmpdir(), 'recipes-')));
  });
  after(async () => {
    rmSync(study, { recursive: true, force: true });
    await server.close();
  });

  /**
   * A folder in which npx finds the program of this checkout, as in a project that depends on it, and in which npm writes
   * down what it is asked for. Its configuration keeps the runs short: a search is all that the breach under test needs, and
   * no recipe says what is stored.
   */
  function project(t: TestContext): string {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
    const program = `#!/bin/sh\nexec "${process.execPath}" "${join(PACKAGE_FOLDER, 'bin.js')}" "$@"\n`;
    writeFileSync(join(folder, 'node_modules/.bin/dicomweb-harness'), program, { mode: 0o755 });
    mkdirSync(join(folder, 'npm'));
    writeFileSync(join(folder, 'npm/npm'), `#!/bin/sh\necho "$@" >> "${folder}/npm.log"\n`, { mode: 0o755 });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const config = { data: study, scenarios: ['T12'] };
    writeFileSync(join(folder, 'dicomweb-harness.config.json'), JSON.stringify(config));
    return folder;
  }

  test('shell, once and again', onOtherDays('shell'), async (t) => {
    const cwd = project(t);
    const step = { script: recipeText('shell/conformance.sh'), env: { DICOMWEB_TARGET: server.baseUrl } };
    await runs(cwd, [step, step]);
    const [one = '', other] = readdirSync(join(cwd, 'runs')).filter((name) => /^\d/.test(name));
    assert.ok(other && existsSync(join(cwd, 'runs', one, 'junit.xml')));
    await runs(cwd, [{ ...step, env: { ...step.env, DICOMWEB_OUT: 'mine' } }]);
    assert.ok(existsSync(join(cwd, 'mine/junit.xml')));
    isInstalled(cwd);
  });

  test('shell, without a target, ends as wrong usage does', async (t) => {
    const step = { script: recipeText('shell/conformance.sh'), env: { DICOMWEB_TARGET: '' } };
    await assert.rejects(runs(project(t), [step]), endsWith(EXIT_CODES.usage, /DICOMWEB_TARGET is not set/));
  });

  test(
    'docs/in-ci.md, from top to bottom, twice, with a server that has a breach',
    onOtherDays('docs/in-ci.md'),
    async (t) => {
      const faulty = await startReferenceServer({ faults: ['search-answers-206'] });
      t.after(() => faulty.close());
      const page = readFileSync(join(PACKAGE_FOLDER, 'docs/in-ci.md'), 'utf8');
      const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, script = '']) => script);
      assert.ok(blocks.length > 3);
      const cwd = project(t);
      // The breach fails the first command, and nothing after its baseline was taken.
      const [first, ...others] = blocks.map((script) => ({ script, env: { TARGET: faulty.baseUrl } }));
      assert.ok(first);
      for (const _ of ['once', 'again']) {
        await assert.rejects(runs(cwd, [first]), endsWith(EXIT_CODES.findings));
        await runs(cwd, others);
      }
    },
  );

  test('GitHub', onOtherDays('GitHub'), async (t) => {
    const cwd = project(t);
    const defaults = Object.entries(ACTION.inputs as Yaml).map(([name, input]) => [name, String(at(input, 'default'))]);
    // A target that would be a command if it were put into the text of the script, after a target that works.
    const values = { ...Object.fromEntries(defaults), target: server.baseUrl, out: 'out; touch pwned' };
    const summary = join(cwd, 'step-summary.md');
    const steps = shellSteps(ACTION.runs as Job).map(({ script, env }) => ({ script, env: filled(env, values) }));
    await runs(cwd, steps, { GITHUB_STEP_SUMMARY: summary });
    assert.match(readFileSync(summary, 'utf8'), /conformant/i);
    isInstalled(cwd);
    assert.ok(!readdirSync(cwd).includes('pwned'));
  });

  test('GitHub: waiting for a service', async (t) => {
    const [workflow = {}] = recipeYaml('github/orthanc.yml');
    const [wait] = shellSteps(at(workflow, 'jobs', 'conformance') as Job);
    assert.ok(wait);
    await runs(project(t), [{ ...wait, env: { ...wait.env, TARGET: server.baseUrl } }]);
  });

  test('GitLab, with a breach that is shown as code quality', onOtherDays('GitLab'), async (t) => {
    const faulty = await startReferenceServer({ faults: ['search-answers-206'] });
    t.after(() => faulty.close());
    const job = COMPONENT['dicomweb-conformance'] as Yaml & { script: string[] };
    const values = { target: faulty.baseUrl, profile: 'standard', 'fail-on': 'never' };
    const env = filled(job.variables as Record<string, string>, values);
    const cwd = project(t);
    await runs(
      cwd,
      job.script.map((script) => ({ script, env })),
    );
    const issues = JSON.parse(readFileSync(join(cwd, 'results/code-quality.json'), 'utf8')) as Yaml[];
    assert.ok(issues.length > 0);
    for (const issue of issues) {
      assert.deepEqual(keys(issue), ['description', 'check_name', 'fingerprint', 'severity', 'location']);
      assert.match(String(issue.description), /206/);
    }
    const results = join(cwd, 'results');
    assert.deepEqual(findTampering(results, readManifest(results)), { changed: [], missing: [], added: [] });
    isInstalled(cwd);
    for (const path of Object.values(at(job, 'artifacts', 'reports') as Yaml))
      assert.ok(existsSync(join(cwd, String(path))));
  });

  test('Azure', onOtherDays('Azure'), async (t) => {
    const cwd = project(t);
    const values = { target: server.baseUrl, failOn: 'fail' };
    await runs(
      cwd,
      shellSteps(AZURE as Job).map(({ script, env }) => ({ script, env: filled(env, values) })),
    );
    assert.ok(existsSync(join(cwd, 'results/junit.xml')));
    isInstalled(cwd);
  });

  test('Jenkins', onOtherDays('Jenkins'), async (t) => {
    const [, script = ''] = /sh '''([\s\S]*?)'''/.exec(recipeText('jenkins/Jenkinsfile')) ?? [];
    const cwd = project(t);
    await runs(cwd, [{ script, env: { TARGET: server.baseUrl, FAIL_ON: 'warn' } }]);
    assert.ok(existsSync(join(cwd, 'results/junit.xml')));
    isInstalled(cwd);
  });
});

/** The package is what the lock file of the project pins. */
function isInstalled(cwd: string): void {
  assert.match(readFileSync(join(cwd, 'npm.log'), 'utf8'), /^(ci --no-audit --no-fund\n)+$/);
}

/** Runs each step to its end, in a shell that stops at the first mistake as those of CI systems do. */
/** What `runs` rejects with, where a step ended with another exit code than 0. */
function endsWith(code: number, says = /./): (error: unknown) => boolean {
  return (error) => error instanceof assert.AssertionError && error.actual === code && says.test(error.message);
}

async function runs(cwd: string, steps: readonly Step[], more: Readonly<Record<string, string>> = {}): Promise<void> {
  assert.ok(steps.length > 0);
  for (const { script, env } of steps) {
    const PATH = `${join(cwd, 'npm')}:${process.env.PATH}`;
    const variables = { ...cleanEnvironment(), PATH, npm_config_offline: 'true', ...more, ...env };
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd, env: variables });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    const [code] = (await once(child, 'close')) as [number | null];
    assert.equal(code, 0, `${script}\n${said}`);
  }
}
