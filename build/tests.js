// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { PLAIN_JAVASCRIPT } from './bundle.js';

/**
 * Writes test files as plain JavaScript into a folder of the checkout, at the paths that they have in it: a process
 * for each of them starts in half the time that it takes to load them from TypeScript.
 *
 * @param {string} checkout
 * @param {readonly string[]} files paths from the checkout
 * @param {string} folder
 * @returns {Promise<void>}
 * @throws BuildFailure of esbuild when a source cannot be read as TypeScript
 */
export async function bundleTests(checkout, files, folder) {
  await build({
    ...PLAIN_JAVASCRIPT,
    absWorkingDir: checkout,
    entryPoints: [...files],
    outdir: folder,
    outbase: checkout,
    sourcemap: true,
    tsconfig: join(checkout, 'tsconfig.json'),
    plugins: [inTheirPlace],
  });
}

/** What a source says of its own place is true of the source, not of the bundle. */
const inTheirPlace = /** @type {import('esbuild').Plugin} */ ({
  name: 'in-their-place',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.') || path.includes('node_modules')) return null;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.filename', JSON.stringify(path));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
});
