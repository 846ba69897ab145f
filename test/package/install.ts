import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HARNESS, PACKAGE_FOLDER } from '../../lib/harness.ts';
import { cleanEnvironment } from '../cli/program.ts';

const run = promisify(execFile);

/** Longest time for one step of npm, in milliseconds. */
const NPM_MS = 120_000;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/**
 * Packs the package into a folder as a release does: its build included, unless a folder is named that holds what such a build
 * packed already.
 */
export async function pack(folder: string, built?: string): Promise<Packed & { readonly tarball: string }> {
  const tarballs = built !== undefined && existsSync(built) ? readdirSync(built).map((name) => join(built, name)) : [];
  const { stdout } = await npm(PACKAGE_FOLDER, 'pack', '--json', '--pack-destination', folder, ...tarballs);
  // What the build prints comes first.
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as Packed[];
  if (!packed) throw new Error(`npm pack made no package: ${stdout}`);
  return { ...packed, tarball: join(folder, packed.filename) };
}

/**
 * Makes a project that depends on a tarball and nothing else, and returns its folder. Dependencies of the package that
 * were installed elsewhere, with it and nothing else, are moved into the project before: npm takes what it needs of them
 * and drops the rest. Writing their thousands of files takes longest.
 */
export async function installInto(folder: string, tarball: string, installed: string): Promise<string> {
  const project = join(folder, 'project');
  mkdirSync(project);
  if (existsSync(installed)) {
    // Neither the package itself nor what npm noted of its installation.
    for (const name of [HARNESS.name, '.bin', '.package-lock.json'])
      rmSync(join(installed, name), { recursive: true, force: true });
    renameSync(installed, join(project, 'node_modules'));
  }
  writeFileSync(join(project, 'package.json'), '{ "name": "project", "private": true }');
  await npm(project, 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball);
  return project;
}

/** Path of another version of Node, from the npm package `node`. Throws when it cannot be fetched. */
export async function nodeOf(major: number, folder: string): Promise<string> {
  const { stdout } = await npm(folder, 'exec', '--yes', '--', `node@${major}`, '-p', 'process.execPath');
  return stdout.trim();
}

function npm(cwd: string, ...args: readonly string[]): Promise<{ stdout: string }> {
  return run('npm', args, { cwd, env: outsideNpm(), timeout: NPM_MS, maxBuffer: 16 << 20 });
}

/** The environment without what an npm around this one says of its own project. */
export function outsideNpm(): NodeJS.ProcessEnv {
  const own = /^(npm_(package|lifecycle|config_(local|global)?_?prefix|command|execpath)|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(cleanEnvironment()).filter(([name]) => !own.test(name)));
}
