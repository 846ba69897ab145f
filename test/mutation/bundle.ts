import { dirname, resolve, sep } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/** Programs for the worker: CommonJS texts. */
export interface Programs {
  /** One for each test file, in the order given. Running it anew gives fresh tests on fresh subjects. */
  readonly tests: readonly string[];
  /** Everything else that tests and subjects import: loaded once. Exports a function for each absolute path. */
  readonly shared: string;
}

const COMMON = {
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  logLevel: 'error',
} as const satisfies BuildOptions;

/**
 * Bundles each test file with the subjects in their instrumented form. Only files below `rooms` (absolute paths) are
 * part of it: what they share with the rest of the project is loaded once, as it holds no mutant and imports none.
 */
export async function bundleTests(
  tests: readonly string[],
  sources: ReadonlyMap<string, string>,
  rooms: readonly string[],
): Promise<Programs> {
  const shared = new Set<string>();
  const instrumented: Plugin = {
    name: 'instrumented',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const target = resolve(resolveDir, path);
        if (rooms.some((room) => target.startsWith(`${room}${sep}`))) return { path: target };
        shared.add(target);
        return { path: target, external: true };
      });
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = sources.get(path);
        return contents === undefined ? null : { contents, loader: 'ts', resolveDir: dirname(path) };
      });
    },
  };
  const bundled = await build({
    ...COMMON,
    entryPoints: [...tests],
    outdir: '/',
    entryNames: '[dir]/[name]',
    plugins: [instrumented],
  });
  return { tests: bundled.outputFiles.map(({ text }) => text), shared: await bundleShared([...shared]) };
}

async function bundleShared(paths: readonly string[]): Promise<string> {
  const contents = `module.exports = {${paths.map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(path)})`).join()}}`;
  return only(await build({ ...COMMON, stdin: { contents, resolveDir: import.meta.dirname } }));
}

/** The worker itself as one text, so that it starts without a TypeScript loader. */
export async function bundleWorker(): Promise<string> {
  return only(await build({ ...COMMON, entryPoints: [resolve(import.meta.dirname, 'worker.ts')] }));
}

function only({ outputFiles }: { readonly outputFiles: readonly { readonly text: string }[] }): string {
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild wrote nothing');
  return file.text;
}
