// @ts-check
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folders and files that the built program is made from. */
const INPUTS = ['lib', 'scenarios', 'fixtures', 'reports', 'load', 'build'];
const INPUT_FILES = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** How long a build that nobody starts is kept, in milliseconds: a program that still runs may load more of it. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Builds a checkout unless the same sources were built before, and returns the folder of the built program. The folder
 * is named by a hash of the sources, so an older build is never taken for the sources as they are now.
 *
 * @param {string} checkout
 * @param {(checkout: string, folder: string) => Promise<void>} bundle writes the program into a folder
 * @returns {Promise<string | null>} null when the checkout cannot be written to
 */
export async function builtProgram(checkout, bundle) {
  const cache = join(checkout, '.cache');
  for (;;) {
    const key = keyOf(checkout);
    const folder = join(cache, key);
    if (existsSync(folder)) {
      markAsUsed(folder);
      return folder;
    }
    const unfinished = join(cache, `unfinished-${randomUUID()}`);
    try {
      mkdirSync(unfinished, { recursive: true });
    } catch {
      return null;
    }
    try {
      await bundle(checkout, unfinished);
      // Sources that changed meanwhile may be in the build in part.
      if (keyOf(checkout) === key) moveTo(folder, unfinished);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    removeUnused(cache);
  }
}

/**
 * Where the program of a checkout starts: as built, or from its sources where nothing can be written.
 *
 * @param {string} checkout
 * @returns {Promise<URL>}
 */
export async function programOf(checkout) {
  const folder = await builtProgram(checkout, async (...paths) => (await import('./bundle.js')).bundle(...paths));
  if (folder !== null) return pathToFileURL(join(folder, 'main.js'));
  // The loader would go by a tsconfig.json of the folder that the program is started in.
  process.env.TSX_TSCONFIG_PATH = join(checkout, 'tsconfig.json');
  (await import('tsx/esm/api')).register();
  return pathToFileURL(join(checkout, 'lib/cli/main.ts'));
}

/**
 * A hash over the name and the content of every source. Reading a thousand files takes no longer than asking for their
 * times, and times can be the same for other content.
 *
 * @param {string} checkout
 */
function keyOf(checkout) {
  const files = INPUTS.filter((folder) => existsSync(join(checkout, folder))).flatMap((folder) =>
    readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort(),
  );
  const hash = createHash('sha256');
  for (const path of [...files, ...INPUT_FILES.map((name) => join(checkout, name))]) {
    const content = readFileSync(path);
    hash.update(`${path.slice(checkout.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} folder
 * @param {string} unfinished
 */
function moveTo(folder, unfinished) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process that was started at the same time may have been first.
    if (!existsSync(folder)) throw error;
  }
}

/** @param {string} folder */
function markAsUsed(folder) {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // A build that cannot be marked cannot be removed either.
  }
}

/** @param {string} cache */
function removeUnused(cache) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    try {
      if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
    } catch {
      // Another process removes it.
    }
  }
}
