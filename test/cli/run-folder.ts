import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { readResults } from '../../lib/results/read-results.ts';
import type { Results } from '../../lib/results/results.ts';
import type { Ended } from './program.ts';

/** Everything that a run leaves, whatever became of it. */
export const FILES = ['evidence', 'junit.xml', 'manifest.json', 'report.html', 'results.json', 'summary.md', 'tickets'];
/** What a conformance run leaves. */
export const CONFORMANCE_FILES = [...FILES, 'certificate.html', 'code-quality.json', 'results.sarif'];

/**
 * The results of a run that has ended: valid by their schema, with every report there, and with one verdict in all of
 * them, in what was printed and in the exit code.
 */
export function resultsOf(folder: string, { code, stdout, stderr }: Ended): Results {
  const present = readdirSync(folder);
  for (const name of FILES) assert.ok(present.includes(name), `${name} is not among ${present.join(', ')}\n${stderr}`);
  assert.ok(!present.includes('spool'), 'bodies on their way are gone');
  const results = readResults(folder);
  const { summary, run } = results;
  if (results.kind === 'conformance') for (const name of CONFORMANCE_FILES) assert.ok(present.includes(name), name);
  assert.equal(summary.exitCode, code, stderr);
  for (const text of [stdout, read(folder, 'report.html'), read(folder, 'summary.md')]) {
    assert.ok(text.includes(summary.sentence), `"${summary.sentence}" is missing`);
    if (run.completeness === 'partial') assert.match(text, /partial/i);
  }
  assert.match(stdout, /Results in /);
  const counts = junitCounts(folder);
  assert.deepEqual(counts, countsIn(results, counts));
  assert.match(stdout, new RegExp(`^exit ${code}: `, 'm'), 'the last line says why');
  return results;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

/** Counts of the elements themselves, read by a parser that is not ours; the attributes have to say the same. */
function junitCounts(folder: string): Counts {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => /^(testsuite|testcase)$/.test(name) });
  const { testsuites } = parser.parse(read(folder, 'junit.xml')) as {
    testsuites: Record<`@_${string}`, string> & { testsuite?: { testcase?: Record<string, unknown>[] }[] };
  };
  const cases = (testsuites.testsuite ?? []).flatMap(({ testcase = [] }) => testcase);
  const having = (element: string): number => cases.filter((one) => element in one).length;
  const counts = {
    tests: cases.length,
    failures: having('failure'),
    errors: having('error'),
    skipped: having('skipped'),
  };
  for (const [name, count] of Object.entries(counts)) assert.equal(Number(testsuites[`@_${name}`] ?? 0), count, name);
  return counts;
}

/** Failures are breaches that gate; what is accepted or was not judged is skipped; an error is no requirement. */
function countsIn({ requirements, summary }: Results, { tests, errors }: Counts): Counts {
  const { failOn, exitCode } = summary;
  const accepted = requirements.filter(({ baseline }) => baseline).length;
  const open = requirements.filter(({ baseline }) => !baseline);
  const of = (wanted: string): number => open.filter(({ verdict }) => verdict === wanted).length;
  const failures = failOn === 'never' ? 0 : of('fail') + (failOn === 'warn' ? of('warn') : 0);
  assert.equal(
    failures + errors > 0,
    exitCode !== 0,
    `exit ${exitCode} with ${failures} failures and ${errors} errors`,
  );
  assert.equal(tests, requirements.length + errors);
  return { tests, failures, errors, skipped: of('incomplete') + accepted };
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Every file of a folder, however deep, as text of single bytes. */
export function allBytesIn(folder: string): readonly (readonly [path: string, text: string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, readFileSync(path, 'latin1')]);
}
