import { text } from 'node:stream/consumers';
import { defineConfig } from '@playwright/test';
import { artefactsOf, RUN_FOLDER_VARIABLE } from '../../lib/run/run-folder-variable.ts';

// The first process is told the run on standard input, once it is prepared; the worker is told by its environment.
const runFolder = process.env[RUN_FOLDER_VARIABLE] ?? (await text(process.stdin));
// The program ended before there was anything to play.
if (runFolder === '') process.exit(1);
process.env[RUN_FOLDER_VARIABLE] = runFolder;

/** The scenarios tell a story: one worker, in order, without retries, each bounded by the client's own time-outs. */
export default defineConfig({
  testDir: '.',
  testMatch: /scenarios\.spec\.[jt]s$/,
  outputDir: artefactsOf(runFolder),
  workers: 1,
  retries: 0,
  timeout: 0,
  reporter: [['./progress-reporter']],
  preserveOutput: 'never',
});
