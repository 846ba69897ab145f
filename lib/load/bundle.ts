import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { type AnyScript, SCRIPT_FOLDER, scriptPath } from './scripts.ts';

/** The syntax that every k6 from version 0.47 on can parse. */
const TARGET = 'es2017';

/** Where a bundle writes its summary at the end of a run, by k6's `handleSummary`. */
interface SummaryWish {
  /** Path of the file, as a JavaScript expression: a string literal, or one that reads `__ENV`. */
  readonly path: string;
  /** What the run was; the bundle writes it into the summary under `harness`. Holds no secrets. */
  readonly facts?: unknown;
}

/**
 * Writes a script and all that it imports into one CommonJS file, which real k6 and the embedded engine both run.
 * Null for `summary` writes no summary. Returns the path of the file. Throws esbuild's error when a file is missing.
 */
export async function bundleScript(name: AnyScript, folder: string, summary: SummaryWish | null): Promise<string> {
  const outfile = join(folder, `${name}.js`);
  const common: BuildOptions = {
    outfile,
    bundle: true,
    format: 'cjs',
    target: TARGET,
    platform: 'neutral',
    external: ['k6', 'k6/*'],
    legalComments: 'none',
    logLevel: 'silent',
  };
  if (summary === null) await build({ ...common, entryPoints: [scriptPath(name)] });
  else {
    const stdin = { contents: withSummary(name, summary), resolveDir: SCRIPT_FOLDER, loader: 'ts' } as const;
    await build({ ...common, stdin });
  }
  return outfile;
}

function withSummary(name: AnyScript, { path, facts }: SummaryWish): string {
  const script = JSON.stringify(`./${name}.ts`);
  const data = facts === undefined ? 'data' : `{ ...data, harness: ${JSON.stringify(facts)} }`;
  return [
    `export * from ${script};`,
    `export { default } from ${script};`,
    `export function handleSummary(data) { return { [${path}]: JSON.stringify(${data}) }; }`,
  ].join('\n');
}
