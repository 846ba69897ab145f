import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { type AnyScript, SCRIPT_FOLDER, scriptPath } from './scripts.ts';

/** What k6 from version 0.47 on can parse. */
const TARGET = 'es2017';

/** What a bundle does with its summary at the end of a run, by k6's `handleSummary`. */
interface SummaryWish {
  /** File, as JavaScript: a string literal, or an expression over `__ENV`. */
  readonly path: string;
  /** Written into the summary under `harness`: what the run was. No secrets. */
  readonly facts?: unknown;
}

/**
 * Writes a script and all that it imports as one CommonJS file, which real k6 and the embedded engine both run.
 * Returns the path of the file.
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
