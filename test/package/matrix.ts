import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { nodeOf, outsideNpm, pack } from './install.ts';
import { MANAGERS, type Manager } from './managers.ts';

/**
 * `npm run package-matrix -- [NODE|MANAGER…]`: installs the packed tarball with every package manager on every Node, in a
 * folder with spaces in its path, and runs the program, the library and Playwright there. Takes minutes and the network,
 * so `npm test` does a part of it only. Exits with 1 when a cell fails.
 */
const NODES = ['20', '22', '24'];
const wanted = process.argv.slice(2);
const isWanted = (name: string, kind: readonly string[]) =>
  !wanted.some((one) => kind.includes(one)) || wanted.includes(name);

/** Somebody who is not root, and may write to no installed file. */
const NOBODY = 65_534;
const LONGEST_MS = 300_000;

const work = realpathSync(mkdtempSync(join(tmpdir(), 'harness matrix ')));
chmodSync(work, 0o755);
let failures = 0;

try {
  const { tarball } = await pack(work);
  // As they are now, whatever is edited while this runs.
  cpSync(join(PACKAGE_FOLDER, 'examples'), join(work, 'examples'), { recursive: true });
  for (const major of NODES.filter((node) => isWanted(node, NODES))) {
    const node = await nodeOf(Number(major), work);
    const names = Object.keys(MANAGERS);
    for (const [name, manager] of Object.entries(MANAGERS)) {
      if (isWanted(name, names)) await cell(`Node ${major}, ${name}`, node, tarball, manager);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;

/** One manager on one Node. */
async function cell(title: string, node: string, tarball: string, manager: Manager): Promise<void> {
  const project = join(work, title);
  mkdirSync(project);
  cpSync(join(work, 'examples'), join(project, 'examples'), { recursive: true });
  const manifest = { name: 'project', private: true, type: 'module', ...manager.manifest };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  for (const [file, text] of Object.entries(manager.files ?? {})) writeFileSync(join(project, file), text);
  const path = [dirname(node), process.env.PATH].join(delimiter);
  const env = { ...outsideNpm(), PATH: path, CI: 'true', HOME: work, npm_config_cache: await cacheOfNpm() };
  for (const [what, [command = '', ...args], as] of manager.steps(tarball)) {
    const started = Date.now();
    if (as === 'nobody') makeReadOnly(project);
    const who = as === 'nobody' && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    try {
      await promisify(execFile)(command, args, { cwd: project, env, timeout: LONGEST_MS, maxBuffer: 64 << 20, ...who });
      say(title, what, 'ok', started);
    } catch (error) {
      failures++;
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      say(title, what, 'FAILS', started);
      process.stdout.write(
        `${(error as Error).message.slice(0, 500)}\n${stdout.slice(-3_000)}\n${stderr.slice(-3_000)}\n`,
      );
      break;
    }
  }
  rmSync(project, { recursive: true, force: true });
}

function say(title: string, what: string, how: string, started: number): void {
  process.stdout.write(`${title}: ${what}: ${how} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
}

async function cacheOfNpm(): Promise<string> {
  return (await promisify(execFile)('npm', ['config', 'get', 'cache'])).stdout.trim();
}

/** Leaves one folder, `out`, that may be written to. */
function makeReadOnly(project: string): void {
  const out = join(project, 'out');
  mkdirSync(out, { recursive: true });
  for (const entry of readdirSync(project, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink() && path !== out) chmodSync(path, 0o555);
  }
  chmodSync(project, 0o555);
  if (process.getuid?.() === 0) chownSync(out, NOBODY, NOBODY);
}
