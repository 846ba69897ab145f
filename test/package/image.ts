import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { cleanEnvironment } from '../cli/program.ts';
import { type Instruction, STAGES } from './dockerfile.ts';

const IGNORED = readFileSync(join(PACKAGE_FOLDER, '.dockerignore'), 'utf8').trim().split('\n');

/** Longest time for one step, in milliseconds. */
const STEP_MS = 180_000;

/** Where a stage of the Dockerfile ends: its working folder, and the environment that it leaves. */
export interface Stage {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Does the steps of the Dockerfile below a folder, without Docker, and returns where its last stage ends. */
export function playDockerfile(folder: string): Stage {
  const roots = { build: join(folder, 'build'), final: join(folder, 'final') };
  play(STAGES.build, roots.build, roots);
  return play(STAGES.final, roots.final, roots);
}

type Roots = Readonly<Record<'build' | 'final', string>>;

/** Does the steps of a stage in a folder that stands for the root of its image. */
function play(stage: readonly Instruction[], root: string, roots: Roots): Stage {
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
