// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { plainJavaScript } from './bundle.js';

/**
 * Writes tests as plain JavaScript into a folder of the checkout: a process starts in half the time that it takes to
 * load them from TypeScript. An entry of several files runs them one after another, each as a suite named by its path.
 *
 * @param {string} checkout
 * @param {Readonly<Record<string, readonly string[]>>} entries paths from the checkout of the files of each entry, by
 *   the path in the folder, without `.js`, that the entry is written to
 * @param {string} folder
 * @returns {Promise<void>}
 * @throws BuildFailure of esbuild when a source cannot be read as TypeScript
 */
export async function bundleTests(checkout, entries, folder) {
  const paths = Object.entries(entries).map(([out, [file = '', ...more]]) => [
    out,
    more.length === 0 ? join(checkout, file) : `several:${out}`,
  ]);
  await build({
    ...plainJavaScript(checkout),
    entryPoints: Object.fromEntries(paths),
    outdir: folder,
    sourcemap: true,
    plugins: [severalFiles(checkout, entries), inTheirPlace],
  });
}

/**
 * @param {string} checkout
 * @param {Readonly<Record<string, readonly string[]>>} entries
 * @returns {import('esbuild').Plugin}
 */
function severalFiles(checkout, entries) {
  return {
    name: 'several-files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^several:/ }, ({ path }) => ({ path: path.slice('several:'.length), namespace: 'several' }));
      onLoad({ filter: /./, namespace: 'several' }, ({ path }) => {
        // Required within its suite, a file's hooks are the suite's and not those of all files.
        const suites = (entries[path] ?? []).map((file) => {
          const [name, source] = [file, join(checkout, file)].map((text) => JSON.stringify(text));
          return `describe(${name}, () => { require(${source}); });`;
        });
        return { contents: `import { describe } from 'node:test';\n${suites.join('\n')}`, resolveDir: checkout };
      });
    },
  };
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
