import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { artefactsOf, RUN_FOLDER_VARIABLE } from '../../lib/run/run-folder-variable.ts';

// The first process is told the run on standard input, once it is prepared; the worker is told by its environment.
const runFolder = process.env[RUN_FOLDER_VARIABLE] ?? (await text(process.stdin));
// The program ended before there was anything to play.
if (runFolder === '') process.exit(1);
process.env[RUN_FOLDER_VARIABLE] = runFolder;

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
/** By its whole path: Playwright would look for it beside its own files where Yarn's Plug'n'Play resolves names. */
const REPORTER = fileURLToPath(new URL(`./progress-reporter.${extension}`, import.meta.url));

/** The scenarios tell a story: one worker, in order, without retries, each bounded by the client's own time-outs. */
export default defineConfig({
  testDir: '.',
  testMatch: /scenarios\.spec\.[jt]s$/,
  outputDir: artefactsOf(runFolder),
  workers: 1,
  retries: 0,
  timeout: 0,
  reporter: [[REPORTER]],
  preserveOutput: 'never',
});
