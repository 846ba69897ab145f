import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { HARNESS, PACKAGE_FOLDER } from '../../lib/harness.ts';
import { cleanEnvironment, harness, LONGEST_MS, smallStudy, temporaryFolder } from '../cli/program.ts';
import { resultsOf } from '../cli/run-folder.ts';
import { ofTheDay, skippedOnOtherDays } from '../support/drawn.ts';
import { arrayOf, STAGES, textsOf } from './dockerfile.ts';
import { playDockerfile } from './image.ts';
import { installInto, nodeOf, pack } from './install.ts';
import { TYPED_PROGRAM } from './typed-program.ts';

/** Long-term releases that the package claims to run on; the one that runs this test needs no download. */
const OTHER_NODES = [20, 22, 24].filter((major) => !process.version.startsWith(`v${major}.`));

/** Packages of the checkout, of which the installed package may find none by itself. */
const DEVELOPMENT = join(PACKAGE_FOLDER, 'node_modules');

const ROOMS =
  /^((bin|start)\.js|package\.json|LICENSE|[A-Z]+(\.ja)?\.md|docs\/[^/]+|(examples|recipes)\/.*|lib\/reproduction\/shell\/.*\.sh|dist\/([^/]+\.js|LICENSES\.txt|load\/[a-z]+\.js|types\/.*\.d\.ts))$/;
const NO_PRODUCT = /(^|\/)(test|tests|runs|node_modules|coverage|test-results)\/|\.tsbuildinfo$|\.map$/;

/** Most that the package and all that comes with it may hold, in bytes. */
const MOST_INSTALLED = 40e6;
const MOST_PACKAGES = 20;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'harness-package-')));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Where the image has installed the package, built from what Docker is sent, and what it depends on. */
const IMAGE = join(folder, 'image');
const IN_IMAGE = join(IMAGE, 'final/app/node_modules');
/** Where its first stage has packed the package: to build it once more costs 15 s of CPU. */
const PACKED_IN_IMAGE = join(IMAGE, 'build/src/packed');

test('the Dockerfile leads to a server that lives, step by step', async (t) => {
  const { final } = STAGES;
  const { cwd, env } = playDockerfile(IMAGE);
  const [program = ''] = arrayOf(textsOf(final, 'ENTRYPOINT')[0] ?? '');
  // The last --port counts: the one of the image may be in use here.
  const args = [...arrayOf(textsOf(final, 'CMD')[0] ?? ''), '--port', '0'];
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { port } = new URL(url);
  const [node = '', ...check] = arrayOf(textsOf(final, 'HEALTHCHECK')[0] ?? '');
  const checked = async () => {
    const health = spawn(
      node,
      check.map((word) => word.replace(':8080/', `:${port}/`)),
      { env },
    );
    return ((await once(health, 'close')) as [number])[0];
  };
  assert.equal(await checked(), 0);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  assert.equal(await checked(), 1, 'a server that is gone is not healthy');
});

const onOtherDays = skippedOnOtherDays(['node:test', 'Vitest', 'Jest', 'Playwright Test', 'init'], 2);

describe('the package as it is released', () => {
  let files: readonly string[] = [];
  let project = '';
  let tarball = '';

  before(async () => {
    const packed = await pack(folder, PACKED_IN_IMAGE);
    files = packed.files.map(({ path }) => path);
    tarball = packed.tarball;
    project = await installInto(folder, tarball, IN_IMAGE);
    cpSync(join(PACKAGE_FOLDER, 'examples'), join(project, 'examples'), { recursive: true });
  });

  /** Runs this Node in the project. */
  function inProject(...args: readonly string[]): Promise<{ stdout: string }> {
    const options = { cwd: project, env: { ...cleanEnvironment(), NO_COLOR: '1' }, timeout: LONGEST_MS };
    return promisify(execFile)(process.execPath, args, options).catch((error: Error & { stdout?: string }) => {
      throw new Error(`${error.message}\n${error.stdout}`);
    });
  }

  test('holds the built program, the scripts for k6 and the library, and nothing of the workshop', () => {
    for (const path of files) {
      assert.match(path, ROOMS);
      assert.doesNotMatch(path, NO_PRODUCT);
    }
    for (const path of [
      'dist/main.js',
      'dist/LICENSES.txt',
      'dist/null-sink.js',
      'dist/thread.js',
      'dist/playwright.config.js',
      'dist/progress-reporter.js',
      'dist/scenarios.spec.js',
      'lib/reproduction/shell/requests.sh',
      'dist/load/stow.js',
      'dist/types/lib/library/index.d.ts',
      'docs/use-as-a-library.md',
      'examples/playwright/dicomweb.spec.ts',
    ]) {
      assert.ok(files.includes(path), path);
    }
  });

  test('can be published as it is', async () => {
    const { stdout, stderr } = await promisify(execFile)('npm', ['publish', '--dry-run', tarball], { cwd: folder });
    assert.equal(stdout.trim(), `+ ${HARNESS.name}@${HARNESS.version}`);
    const warnings = stderr.split('\n').filter((line) => /warn/i.test(line) && !line.includes('logged in'));
    assert.deepEqual(warnings, []);
  });

  test('links to nothing that it does not hold', () => {
    const links = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...readFileSync(join(PACKAGE_FOLDER, path), 'utf8').matchAll(/\]\(([^)#\s]+)/g)]
          .map(([, link = '']) => link)
          .filter((link) => !/^[a-z]+:/.test(link))
          .map((link) => ({ path, link, target: posix.join(posix.dirname(path), link) })),
      );
    assert.ok(links.length > 10);
    const dangling = links.filter(
      ({ target }) => !files.some((file) => file === target || file.startsWith(`${target}/`)),
    );
    assert.deepEqual(dangling, []);
  });

  test('takes less than 40 MB and 20 packages with everything that it needs, and none has a script to install it', () => {
    const modules = join(project, 'node_modules');
    const sizes = readdirSync(modules, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total < MOST_INSTALLED, `${total} bytes`);
    const manifests = readdirSync(modules, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|[/\\]node_modules[/\\])(@[^/\\]+[/\\])?[^/\\@]+[/\\]package\.json$/.test(path))
      .map((path) => JSON.parse(readFileSync(join(modules, path), 'utf8')) as { name: string; scripts?: object });
    assert.ok(manifests.length > 5 && manifests.length <= MOST_PACKAGES, manifests.map(({ name }) => name).join(', '));
    // pnpm 12 ends with an error for a script that it was not told to run.
    for (const { name, scripts = {} } of manifests) {
      const run = Object.keys(scripts).filter((script) => /^(pre|post)?install$/.test(script));
      assert.deepEqual(run, [], `${name} wants a script to be run`);
    }
  });

  test('plays the tutorial from where npx finds it', async (t) => {
    // The example for Jest plays it with pictures in full size.
    const dataset = smallStudy(temporaryFolder(t));
    const out = join(folder, 'by-npx');
    const { stdout, stderr } = await promisify(execFile)(
      'npx',
      ['--no-install', 'dicomweb-harness', 'conformance', '--dataset', dataset, '--out', out],
      { cwd: project, timeout: LONGEST_MS },
    );
    const results = resultsOf(out, { code: EXIT_CODES.conformant, signal: null, stdout, stderr });
    assert.equal(results.run.harness.version, HARNESS.version);
    assert.ok(results.scenarios.every(({ verdict }) => verdict === 'pass'));
    assert.deepEqual(readdirSync(project).sort(), ['examples', 'node_modules', 'package-lock.json', 'package.json']);
    const installed = join(project, 'node_modules', HARNESS.name);
    assert.ok(!readdirSync(installed).includes('test-results'), 'a run writes nothing into the package');
  });

  test('loads a server with the scripts that it carries', async (t) => {
    const bin = join(project, 'node_modules', HARNESS.name, 'bin.js');
    const args = ['load', 'stow', '--engine', 'embedded', '--duration', '1s', '--vus', '1', '--size', '4KiB'];
    const { code, stderr } = await harness(args, { bin, cwd: temporaryFolder(t) });
    assert.equal(code, EXIT_CODES.conformant, stderr);
  });

  test('is imported by node:test as the example has it', onOtherDays('node:test'), async () => {
    const { stdout } = await inProject('--test', join('examples', 'node-test', 'dicomweb.test.mjs'));
    assert.match(stdout, /# pass 2\n# fail 0/);
  });

  test('is imported by Vitest as the example has it', onOtherDays('Vitest'), async () => {
    // The checkout's Vitest, where the example finds it and the package does not.
    const modules = join(project, 'examples', 'node_modules');
    mkdirSync(modules);
    symlinkSync(join(DEVELOPMENT, 'vitest'), join(modules, 'vitest'), 'junction');
    const { stdout } = await inProject(
      join(DEVELOPMENT, 'vitest/vitest.mjs'),
      'run',
      '--testTimeout=120000',
      'examples/vitest',
    );
    assert.match(stdout, /Tests +1 passed \(1\)/);
  });

  test('is imported by Jest as the example has it', onOtherDays('Jest'), async () => {
    const jest = join(DEVELOPMENT, 'jest/bin/jest.js');
    const example = ['--testMatch', '**/*.test.mjs', '--json', '--', 'examples/jest'];
    const { stdout } = await inProject('--experimental-vm-modules', jest, ...example);
    const { numPassedTests, numTotalTests } = JSON.parse(stdout) as Readonly<Record<string, number>>;
    assert.deepEqual([numPassedTests, numTotalTests], [1, 1]);
  });

  test(
    'gives Playwright Test its fixtures, its matcher and the scenarios',
    onOtherDays('Playwright Test'),
    async () => {
      const cli = join(project, 'node_modules/@playwright/test/cli.js');
      const config = join('examples', 'playwright', 'playwright.config.ts');
      const { stdout } = await inProject(
        cli,
        'test',
        '--config',
        config,
        '--reporter=line',
        '--grep',
        ' T04 |frames are|is found',
      );
      assert.match(stdout, /3 passed/);
      assert.doesNotMatch(stdout, /failed|flaky|skipped/);
    },
  );

  test('plays the project that init writes', onOtherDays('init'), async () => {
    const cwd = join(project, 'written');
    mkdirSync(cwd);
    const bin = join(project, 'node_modules', HARNESS.name, 'bin.js');
    const { code, stderr } = await harness(['init', '--yes', '--playwright'], { bin, cwd });
    assert.equal(code, EXIT_CODES.conformant, stderr);
    const cli = join(project, 'node_modules/@playwright/test/cli.js');
    const config = join(cwd, 'playwright.config.ts');
    const { stdout } = await inProject(
      cli,
      'test',
      '--config',
      config,
      '--reporter=line',
      '--grep',
      ' T04 |comes back',
    );
    assert.match(stdout, /2 passed/);
    assert.doesNotMatch(stdout, /failed|flaky|skipped/);
  });

  test('is typed for every module resolution', async () => {
    const compiler = join(PACKAGE_FOLDER, 'node_modules/typescript/bin/tsc');
    const types = join(PACKAGE_FOLDER, 'node_modules/@types');
    writeFileSync(join(project, 'typed.mts'), TYPED_PROGRAM);
    // The declarations themselves are checked once: Playwright's take longest.
    for (const [module, moduleResolution, ...more] of [
      ['node16', 'node16'],
      ['nodenext', 'nodenext', '--skipLibCheck'],
      ['esnext', 'bundler', '--skipLibCheck'],
    ] as const) {
      const options = ['--module', module, '--moduleResolution', moduleResolution, '--target', 'es2022', ...more];
      await inProject(
        compiler,
        'typed.mts',
        '--noEmit',
        '--strict',
        ...options,
        '--typeRoots',
        types,
        '--types',
        'node',
      );
    }
  });

  for (const major of ofTheDay(OTHER_NODES, 1)) {
    test(`stores and retrieves on Node ${major}, built and from source`, async (t) => {
      const node = await fetched(t, major, folder);
      if (node === null) return;
      const study = smallStudy(temporaryFolder(t));
      for (const home of [join(project, 'node_modules', HARNESS.name), PACKAGE_FOLDER]) {
        const out = join(temporaryFolder(t), 'run');
        const args = ['conformance', '--scenario', 'T04', '--dataset', study, '--out', out];
        const ended = await harness(args, { node, bin: join(home, 'bin.js'), cwd: folder });
        assert.equal(ended.code, EXIT_CODES.conformant, ended.stderr);
        const { run, scenarios } = resultsOf(out, ended);
        assert.match(run.harness.node, new RegExp(`^v${major}\\.`));
        assert.equal(scenarios.find(({ id }) => id === 'T04')?.verdict, 'pass');
      }
    });
  }
});

/** Another Node, or null after the test was skipped for want of it; in CI it has to be there. */
async function fetched(t: TestContext, major: number, folder: string): Promise<string | null> {
  try {
    return await nodeOf(major, folder);
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    t.skip(`Node ${major} could not be fetched`);
    return null;
  }
}
