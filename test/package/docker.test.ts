import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { cleanEnvironment, temporaryFolder } from '../cli/program.ts';
import { arrayOf, type Instruction, stagesOf, textsOf } from './dockerfile.ts';

const [build = [], final = []] = stagesOf(readFileSync(join(PACKAGE_FOLDER, 'Dockerfile'), 'utf8'));
const IGNORED = readFileSync(join(PACKAGE_FOLDER, '.dockerignore'), 'utf8').trim().split('\n');
const LAST_IN_FORCE = ['ENTRYPOINT', 'CMD', 'HEALTHCHECK'];
const STEP_MS = 180_000;

describe('the Dockerfile', () => {
  test('has two stages on one image of a Node that is pinned and supported', () => {
    const images = [build, final].map((stage) => textsOf(stage, 'FROM')[0]?.split(' ')[0]);
    assert.equal(images[0], images[1]);
    assert.match(String(images[0]), /^node:(20|22|24)-bookworm-slim$/);
  });

  test('runs as another user than root, checks its health, and starts in the form of an array', () => {
    const user = final.findIndex(({ name }) => name === 'USER');
    assert.equal(final[user]?.text, 'node');
    assert.ok(
      final.slice(user).every(({ name }) => name !== 'RUN' && name !== 'COPY'),
      'nothing is installed as that user',
    );
    for (const name of LAST_IN_FORCE) {
      assert.equal(textsOf(final, name).length, 1);
      assert.ok(arrayOf(textsOf(final, name)[0] ?? '').length > 0);
    }
    const served = arrayOf(textsOf(final, 'CMD')[0] ?? '').at(-1);
    assert.deepEqual(textsOf(final, 'EXPOSE'), [served]);
    assert.match(textsOf(final, 'HEALTHCHECK')[0] ?? '', new RegExp(`--timeout=.*127\\.0\\.0\\.1:${served}/`));
  });

  test('uses COPY and not ADD, absolute folders, and no secrets', () => {
    for (const { name, text } of [...build, ...final]) {
      assert.notEqual(name, 'ADD');
      if (name === 'WORKDIR') assert.match(text, /^\//);
      if (name === 'ENV' || name === 'ARG') assert.doesNotMatch(text, /token|password|secret/i);
      if (name === 'RUN') assert.doesNotMatch(text, /\bsudo\b|\bcurl\b|\bcd\b/);
    }
  });

  test('leads to a server that lives, step by step', async (t) => {
    const root = temporaryFolder(t);
    const roots = { build: join(root, 'build'), final: join(root, 'final') };
    play(build, roots.build, roots);
    const { cwd, env } = play(final, roots.final, roots);
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
});

type Roots = Readonly<Record<'build' | 'final', string>>;

/** Does the steps of a stage in a folder that stands for the root of its image. */
function play(stage: readonly Instruction[], root: string, roots: Roots): { cwd: string; env: NodeJS.ProcessEnv } {
  let cwd = root;
  let env: NodeJS.ProcessEnv = { ...cleanEnvironment(), npm_config_prefer_offline: 'true' };
  const inRoot = (text: string): string => text.replace(/(^|[ =:])\/(?=(src|app|work)\b)/g, `$1${root}/`);
  for (const { name, text } of stage) {
    if (name === 'WORKDIR') {
      cwd = join(root, text);
      mkdirSync(cwd, { recursive: true });
    } else if (name === 'ENV') {
      const [variable = '', value = ''] = inRoot(text).split('=');
      env = { ...env, [variable]: value.replace('$PATH', env.PATH ?? '') };
    } else if (name === 'COPY') copy(text, cwd, roots);
    else if (name === 'RUN') run(inRoot(text), cwd, env);
  }
  return { cwd, env };
}

function copy(text: string, cwd: string, roots: Roots): void {
  const [, from = '', source = ''] = /^(?:--from=(\w+) )?(\S+) (\S+)$/.exec(text) ?? [];
  if (from !== '') {
    cpSync(join(roots.build, source), join(cwd, text.split(' ').at(-1) ?? ''), { recursive: true });
    return;
  }
  assert.equal(text, '. .');
  const isSent = (path: string): boolean => !IGNORED.includes(relative(PACKAGE_FOLDER, path));
  cpSync(PACKAGE_FOLDER, cwd, { recursive: true, filter: isSent });
}

function run(command: string, cwd: string, env: NodeJS.ProcessEnv): void {
  // What `npm ci` installs is here already; .ci/run does it for itself.
  if (/^npm ci( --[\w-]+)*$/.test(command)) {
    assert.ok(existsSync(join(cwd, 'package-lock.json')));
    symlinkSync(join(PACKAGE_FOLDER, 'node_modules'), join(cwd, 'node_modules'));
    return;
  }
  // There is no user `node` outside of the image.
  const possible = command.replace(/ && chown node:node \S+$/, '');
  execFileSync('sh', ['-e', '-c', possible], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], timeout: STEP_MS });
}
