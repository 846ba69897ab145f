import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { type AnyScript, SCRIPT_FOLDER, scriptPath } from './scripts.ts';

/** What k6 from version 0.47 on can parse. */
const TARGET = 'es2017';

/**
 * Writes a script and all that it imports as one CommonJS file, which real k6 and the embedded engine both run. With
 * `summaryTo` the bundle writes its summary there at the end of the run, as k6's `handleSummary` does. Returns the
 * path of the file.
 */
export async function bundleScript(name: AnyScript, folder: string, summaryTo: string | null): Promise<string> {
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
  if (summaryTo === null) await build({ ...common, entryPoints: [scriptPath(name)] });
  else
    await build({
      ...common,
      stdin: { contents: withSummary(name, summaryTo), resolveDir: SCRIPT_FOLDER, loader: 'ts' },
    });
  return outfile;
}

function withSummary(name: AnyScript, summaryTo: string): string {
  const script = JSON.stringify(`./${name}.ts`);
  const key = JSON.stringify(summaryTo);
  return [
    `export * from ${script};`,
    `export { default } from ${script};`,
    `export function handleSummary(data) { return { [${key}]: JSON.stringify(data) }; }`,
  ].join('\n');
}
