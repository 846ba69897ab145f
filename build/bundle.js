// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * What is started or imported by its name: the program, the threads that it starts, what Playwright Test loads, and the
 * library.
 */
export const ENTRIES = [
  'lib/cli/main.ts',
  'lib/library/index.ts',
  'lib/library/playwright.ts',
  'lib/load/null-sink.ts',
  'lib/load-engine/thread.ts',
  'scenarios/playwright/playwright.config.ts',
  'scenarios/playwright/progress-reporter.ts',
  'scenarios/playwright/scenarios.spec.ts',
];

/** Options of esbuild for every build: what files share lies in chunks, and packages stay where npm installed them. */
export const PLAIN_JAVASCRIPT = /** @type {const} */ ({
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  legalComments: 'none',
  logLevel: 'silent',
});

/**
 * Writes the program of a checkout as plain JavaScript into a folder, one file an entry and all beside each other. As
 * they share chunks, a command loads only what it needs. The load scripts go into its folder `load`, each whole in one
 * file for k6 and the embedded engine.
 *
 * @param {string} checkout
 * @param {string} folder
 * @returns {Promise<void>}
 * @throws BuildFailure of esbuild when a source cannot be read as TypeScript
 */
export async function bundle(checkout, folder) {
  await Promise.all([bundleProgram(checkout, folder), bundleLoadScripts(checkout, join(folder, 'load'))]);
}

/**
 * @param {string} checkout
 * @param {string} folder
 */
async function bundleProgram(checkout, folder) {
  await build({
    ...PLAIN_JAVASCRIPT,
    absWorkingDir: checkout,
    entryPoints: ENTRIES,
    outdir: folder,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    tsconfig: join(checkout, 'tsconfig.json'),
  });
}

/**
 * @param {string} checkout
 * @param {string} folder
 */
async function bundleLoadScripts(checkout, folder) {
  const scripts = readdirSync(join(checkout, 'load')).filter((name) => name.endsWith('.ts'));
  await build({
    ...JSON.parse(readFileSync(join(checkout, 'load/bundle.json'), 'utf8')),
    absWorkingDir: checkout,
    entryPoints: scripts.map((name) => `load/${name}`),
    outdir: folder,
  });
}
