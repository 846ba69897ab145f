/** Test files that run in one process, one after another, and the entry of the bundle that this process starts. */
export interface TestProcess {
  /** Path in the folder of the bundle, without `.js`. */
  readonly entry: string;
  readonly files: readonly string[];
}

/**
 * Rooms of light files, which change nothing outside of themselves. Loading what they import costs more than their
 * tests, so the files of a row share a process.
 */
const SHARED: readonly (readonly string[])[] = [
  ['test/judges/'],
  [
    ...['answers', 'bytes', 'dicom', 'fixtures', 'http', 'portable', 'requirements'],
    ...['results', 'run', 'schemas', 'synthesis', 'target'],
  ].map((room) => `test/${room}/`),
  ['test/reports/'],
  [
    ...['catalogue', 'completion', 'config', 'gateways', 'help', 'how-to-run', 'keep-elsewhere', 'kept-evidence'],
    ...['old-runs', 'replay', 'select-scenarios', 'usage', 'write-run'],
  ].map((name) => `test/cli/${name}.test.ts`),
  ['clean-up', 'closed-output', 'duties', 'dying-server', 'examples'].map((name) => `test/cli/${name}.test.ts`),
  ['read-only', 'shards', 'targets'].map((name) => `test/cli/${name}.test.ts`),
  ['test/library/'],
];

/** Files of those rooms with a process of their own all the same, and why. */
const APART: Readonly<Record<string, string>> = {
  'test/dicom/fuzz.test.ts': 'takes long',
  'test/library/runs.test.ts': 'takes long',
  'test/reports/hostile-page.test.ts': 'takes long',
  'test/reports/japanese/complete.test.ts': 'awaits before its tests, as no file of a suite can',
  'test/reports/page.test.ts': 'takes long',
  'test/reports/real-run.test.ts': 'takes long',
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
    const row = file in APART ? -1 : SHARED.findIndex((rooms) => rooms.some((room) => file.startsWith(room)));
    const key = row < 0 ? file : `together/${row}`;
    together.set(key, [...(together.get(key) ?? []), file]);
  }
  return [...together].map(([key, [first = '', ...more]]) => ({
    entry: more.length === 0 ? first.replace(/\.ts$/, '') : key,
    files: [first, ...more],
  }));
}
