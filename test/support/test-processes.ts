/** Test files that run in one process, one after another, and the entry of the bundle that this process starts. */
export interface TestProcess {
  /** Path in the folder of the bundle, without `.js`. */
  readonly entry: string;
  readonly files: readonly string[];
}

/**
 * How the paths below `test/` begin of light files, which change nothing outside of themselves. Loading what they import
 * costs more than their tests, so the files of a row share a process.
 */
const SHARED: readonly (readonly string[])[] = [
  ['judges/'],
  [
    ...['answers/', 'bytes/', 'dicom/', 'fixtures/', 'http/', 'portable/', 'requirements/'],
    ...['results/', 'run/', 'schemas/', 'synthesis/', 'target/'],
  ],
  ['reports/'],
  ['library/'],
  ['deletion/strangers/'],
  ['reference-server/'],
  ['load-engine/'],
  [
    ...['load/build-load-result', 'load/bundle', 'load/compare', 'load/k6-connection', 'load/kubernetes'],
    ...['load/load-summary', 'load/merge.', 'load/observed-features', 'load/pieces', 'load/progress'],
  ],
  [
    ...['cli/catalogue', 'cli/completion', 'cli/config', 'cli/gateways', 'cli/help', 'cli/how-to-run', 'cli/keep'],
    ...['cli/kept', 'cli/old-runs', 'cli/replay', 'cli/select', 'cli/usage', 'cli/write-run'],
  ],
  ['cli/clean-up', 'cli/closed-output', 'cli/duties', 'cli/dying-server', 'cli/examples'],
  ['cli/read-only', 'cli/shards', 'cli/targets'],
  [
    ...[
      'matrix/foreign-host',
      'matrix/hollow-answers',
      'matrix/late-store',
      'matrix/open-archive',
      'matrix/scenarios-of-faults',
    ],
    ...['matrix/turned-down', 'matrix/unnamed-store'],
  ],
  [
    ...['bench/', 'config/', 'dicomweb/', 'doctor/', 'documents/', 'init/', 'package/', 'recipes/', 'reproduction/'],
    ...['connection/destroy-sockets', 'connection/route', 'deletion/deletions', 'deletion/ledger'],
  ],
];

/** Files of those rows with a process of their own all the same, and why. */
const APART: Readonly<Record<string, string>> = {
  'test/dicom/fuzz.test.ts': 'takes long',
  'test/documents/commands.test.ts': 'awaits before its tests, as no file of a suite can',
  'test/documents/told-commands.test.ts': 'takes long',
  'test/load-engine/connections.test.ts': 'takes long',
  'test/load-engine/executors.test.ts': 'takes long',
  'test/library/runs.test.ts': 'takes long',
  'test/package/package.test.ts': 'takes long, and writes into the folder of the build',
  'test/recipes/recipes.test.ts': 'takes long',
  'test/reference-server/cli.test.ts': 'takes long',
  'test/reference-server/faults.test.ts': 'takes long',
  'test/reference-server/odd.test.ts': 'takes long',
  'test/reports/in-browser.test.ts': 'takes long',
  'test/reports/japanese/complete.test.ts': 'awaits before its tests, as no file of a suite can',
  'test/reports/search-words.test.ts': 'reads every kind of breach that is defined, and tests define some of their own',
  'test/reports/words.test.ts': 'reads every kind of breach that is defined, and tests define some of their own',
  'test/run/rejudge.test.ts': 'takes long, and sets the clock of its process',
  'test/synthesis/fixtures-command.test.ts': 'takes long',
  'test/synthesis/validity.test.ts': 'awaits before its tests, as no file of a suite can',
};

/** Puts test files into processes, in the order of the first file of each. */
export function testProcesses(files: readonly string[]): readonly TestProcess[] {
  const together = new Map<string, string[]>();
  for (const file of files) {
    const row =
      file in APART ? -1 : SHARED.findIndex((beginnings) => beginnings.some((path) => file.startsWith(`test/${path}`)));
    const key = row < 0 ? file : `together/${row}`;
    together.set(key, [...(together.get(key) ?? []), file]);
  }
  return [...together].map(([key, [first = '', ...more]]) => ({
    entry: more.length === 0 ? first.replace(/\.ts$/, '') : key,
    files: [first, ...more],
  }));
}
