import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { after, test } from 'node:test';
import { build, transform } from 'esbuild';
import { bundleScript } from '../../lib/load/bundle.ts';
import { type AnyScript, SCRIPTS } from '../../lib/load/scripts.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = [...Object.keys(SCRIPTS), 'ceiling'] as AnyScript[];
/** Modules that k6 has had from 0.47 to 2.2. */
const MODULES = new Set(['k6', 'k6/http', 'k6/metrics', 'k6/execution', 'k6/data', 'k6/crypto', 'k6/encoding']);
/** What no k6 up to 2.2 has, or not under that name. */
const MISSING_GLOBALS =
  /\b(?:URL|URLSearchParams|TextEncoder|TextDecoder|atob|btoa|fetch|Buffer|process|performance|queueMicrotask|structuredClone|Intl|Blob|FormData|Atomics|SharedArrayBuffer|setTimeout|setInterval|BigInt|WeakRef)\b\s*[.(]/;

test('each script becomes one CommonJS file of ES2017 that needs nothing but k6', async () => {
  for (const name of NAMES) {
    const text = readFileSync(await bundleScript(name, folder, { path: '"/tmp/summary.json"' }), 'utf8');
    const required = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module = '']) => module);
    assert.ok(required.length > 0);
    for (const module of required) assert.ok(MODULES.has(module), `${name} needs ${module}`);
    assert.doesNotMatch(text, MISSING_GLOBALS, name);
    // Nothing newer is left that would have to be rewritten.
    const rewritten = await transform(text, { target: 'es2017', format: 'cjs' });
    assert.deepEqual(rewritten.warnings, []);
    assert.match(text, /handleSummary/);
  }
});

test('as they lie there the scripts import only k6, load/shared and lib/portable, by full names', async () => {
  const files = [
    ...NAMES.map((name) => `load/${name}.ts`),
    ...['load/shared', 'lib/portable'].flatMap((room) => readdirSync(room).map((name) => `${room}/${name}`)),
  ];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [line, module = ''] of text.matchAll(/(?:import|export)\s[^'"]*?from\s+'([^']+)'/g)) {
      if (module.startsWith('k6')) {
        assert.ok(MODULES.has(module) || /^(import type|export type)/.test(line), `${file} imports ${module}`);
        continue;
      }
      assert.match(module, /^\.{1,2}\/.*\.ts$/, `${file} imports ${module}`);
      assert.match(relative('.', resolve(dirname(file), module)), /^(load\/shared|lib\/portable)\//);
    }
  }
});

test('as they lie there the scripts use no syntax that k6 0.57 cannot parse', async () => {
  for (const name of NAMES) {
    const { outputFiles } = await build({
      entryPoints: [`load/${name}.ts`],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'esnext',
      external: ['k6', 'k6/*'],
    });
    const text = outputFiles[0]?.text ?? '';
    assert.ok(text.length > 1000);
    // Logical assignment came with 1.0, named groups with 2.2; these never came, and make k6 hang rather than fail.
    assert.doesNotMatch(
      text,
      /\?\?=|&&=|\|\|=|\(\?<[A-Za-z]|for await|async function\*|\busing\b|import\(|\\p\{/,
      name,
    );
    assert.doesNotMatch(text, MISSING_GLOBALS, name);
    // A loop over all bytes takes k6 seconds: of bodies only their ends and headers are walked.
    assert.doesNotMatch(text, /String\.fromCharCode\(\.\.\./);
  }
});

test('what a bundle knows of its run goes into its summary', async () => {
  const path = await bundleScript('stow', folder, { path: "__ENV.RUNNER_FILE + '.json'", facts: { script: 'stow' } });
  assert.equal(basename(path), 'stow.js');
  const text = readFileSync(path, 'utf8');
  assert.match(text, /__ENV\.RUNNER_FILE \+ '\.json'/);
  assert.match(text, /"script":\s*"stow"/);
});
