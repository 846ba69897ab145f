// @ts-check
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/**
 * Packages of which the program holds what it uses: dcmjs would bring 27 MiB, and a script that package managers refuse to
 * run; the XML parser five packages more.
 */
const BUNDLED = ['dcmjs', 'fast-xml-parser'];

/**
 * Options of esbuild for every build: what files share lies in chunks, and packages stay where npm installed them.
 *
 * @param {string} checkout
 */
export function plainJavaScript(checkout) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  return /** @type {const} */ ({
    absWorkingDir: checkout,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !BUNDLED.includes(name)),
    legalComments: 'none',
    logLevel: 'silent',
    tsconfig: join(checkout, 'tsconfig.json'),
  });
}

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
  const [files] = await Promise.all([
    bundleProgram(checkout, folder),
    bundleLoadScripts(checkout, join(folder, 'load')),
  ]);
  writeFileSync(join(folder, 'LICENSES.txt'), licensesOf(checkout, files));
}

/**
 * @param {string} checkout
 * @param {string} folder
 * @returns {Promise<string[]>} the files that were bundled
 */
async function bundleProgram(checkout, folder) {
  const { metafile } = await build({
    ...plainJavaScript(checkout),
    metafile: true,
    entryPoints: ENTRIES,
    outdir: folder,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
  });
  return Object.keys(metafile?.inputs ?? {});
}

/**
 * The licences of the packages that the program holds parts of, which have to go with it: also of what those were built
 * from in their turn.
 *
 * @param {string} checkout
 * @param {string[]} files
 * @returns {string}
 */
function licensesOf(checkout, files) {
  const names = new Set(files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
  const texts = [];
  for (const name of names) {
    const folder = join(checkout, 'node_modules', name);
    const { version, license, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    // What is added while the set is gone through is gone through as well.
    for (const dependency of Object.keys(dependencies)) names.add(dependency);
    const found = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = found ? readFileSync(join(folder, found), 'utf8').trim() : '';
    texts.push(`${name} ${version} (${license})\n\n${text}\n`);
  }
  return `This folder holds parts of these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
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
