/**
 * `npm run bench`: what the embedded engine and the stamping cost, beside their peers on the same sink.
 *
 *   --json   prints the figures as JSON
 *   --soak   stores a million instances instead, and watches the memory
 *   --page   opens a report of three thousand problems instead, in Chromium
 *
 * Exit code 0 when every bar that could be measured was reached, 1 when one was missed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { compareGenerators } from './compare.ts';
import { measurePage } from './page.ts';
import { printGenerators, printPage, printSoak, printStamping } from './print.ts';
import { startNullSink } from './sink/null-sink.ts';
import { soak } from './soak.ts';
import { measureStampingBars } from './stamping.ts';

const { values: flags } = parseArgs({
  options: { json: { type: 'boolean' }, soak: { type: 'boolean' }, page: { type: 'boolean' } },
});
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const sink = await startNullSink();
let missed = false;
try {
  if (flags.soak) {
    const result = await soak(sink, folder, (text) => process.stderr.write(`${text}\n`));
    missed = !result.reached;
    if (flags.json) console.log(JSON.stringify(result));
    else printSoak(result);
  } else if (flags.page) {
    const result = await measurePage();
    missed = !result.reached;
    if (flags.json) console.log(JSON.stringify(result));
    else printPage(result);
  } else {
    const bundle = join(folder, 'load-script.js');
    await build({
      entryPoints: [new URL('./load-script.ts', import.meta.url).pathname],
      outfile: bundle,
      bundle: true,
      format: 'cjs',
      target: 'es2017',
      platform: 'neutral',
      external: ['k6', 'k6/*'],
      logLevel: 'error',
    });
    const generators = await compareGenerators(bundle, folder, sink, (text) => process.stderr.write(`${text}\n`));
    const stamping = measureStampingBars();
    missed = [...generators, ...stamping].some(({ reached }) => reached === false);
    if (flags.json) console.log(JSON.stringify({ generators, stamping }));
    else {
      printGenerators(generators);
      printStamping(stamping);
    }
  }
} finally {
  await sink.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = missed ? 1 : 0;
