import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import options from '../../load/bundle.json' with { type: 'json' };
import { isSource } from '../load-engine/own-file.ts';
import { type AnyScript, scriptPath } from './scripts.ts';

/** Where a bundle writes its summary at the end of a run, by k6's `handleSummary`. */
interface SummaryWish {
  /** Path of the file, as a JavaScript expression: a string literal, or one that reads `__ENV`. */
  readonly path: string;
  /** What the run was; the bundle writes it into the summary under `harness`. Holds no secrets. */
  readonly facts?: unknown;
}

/**
 * Writes a script and all that it imports into one CommonJS file, which real k6 and the embedded engine both run.
 * Null for `summary` writes no summary. Returns the path of the file.
 */
export async function bundleScript(name: AnyScript, folder: string, summary: SummaryWish | null): Promise<string> {
  const path = join(folder, `${name}.js`);
  const text = await (isSource ? bundled(name) : built(name));
  writeFileSync(path, summary === null ? text : `${text}\n${handleSummary(summary)}\n`);
  return path;
}

/** A build has made the bundle already: what runs from it needs no esbuild. */
function built(name: AnyScript): string {
  return readFileSync(fileURLToPath(new URL(`./load/${name}.js`, import.meta.url)), 'utf8');
}

const bundles = new Map<AnyScript, Promise<string>>();

function bundled(name: AnyScript): Promise<string> {
  const bundle = bundles.get(name) ?? bundleOf(name);
  bundles.set(name, bundle);
  return bundle;
}

async function bundleOf(name: AnyScript): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    ...(options as BuildOptions),
    entryPoints: [scriptPath(name)],
    write: false,
  });
  const [file] = outputFiles ?? [];
  if (file === undefined) throw new Error(`esbuild made no bundle of ${name}`);
  return file.text;
}

function handleSummary({ path, facts }: SummaryWish): string {
  const data = facts === undefined ? 'data' : `Object.assign({}, data, { harness: ${JSON.stringify(facts)} })`;
  return `module.exports.handleSummary = (data) => ({ [${path}]: JSON.stringify(${data}) });`;
}
