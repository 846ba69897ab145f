import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { skipWithoutOrthanc, startOrthanc } from '../support/orthanc.ts';
import { type Ended, harness, smallStudy, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { resultsOf } from './run-folder.ts';
import { clientFor, deadPort, instancesOn, profileWithoutDelete, referenceServer, webServer } from './servers.ts';

interface Refused extends Ended {
  readonly out: string;
}

/**
 * Plays the small study against a target that is expected to end the run before anything is stored: `run` is the
 * program, in this process unless its processes are looked at as well.
 */
async function refusedBy(
  t: TestContext,
  target: string,
  flags: readonly string[] = [],
  run = programInProcess,
): Promise<Refused> {
  const out = join(temporaryFolder(t), 'run');
  const dataset = smallStudy(temporaryFolder(t));
  const ended = await run(['conformance', '--target', target, '--dataset', dataset, '--out', out, ...flags]);
  return { ...ended, out };
}

/** There are results and every report, nothing was judged, nothing was stored, and the reason stands in all of them. */
function assertNothingJudged(refused: Refused, why: RegExp): void {
  const { summary, run, scenarios, exchanges, remains } = resultsOf(refused.out, refused);
  assert.equal(summary.verdict, 'not-decided');
  assert.equal(run.completeness, 'partial');
  assert.match(run.why ?? '', why);
  assert.match(refused.stderr, why);
  assert.ok(scenarios.length >= 20, 'every scenario stands there as not judged');
  for (const { verdict, reason } of scenarios) assert.deepEqual([verdict, reason], ['incomplete', 'not-exercised']);
  assert.deepEqual([exchanges, remains], [[], []]);
}

describe('a target that cannot be judged ends the run before anything is', () => {
  test('a target file names none: the embedded server is not judged in its place', async (t) => {
    const file = join(temporaryFolder(t), 'target.json');
    writeFileSync(file, '{}');
    const { code, stderr } = await programInProcess(['conformance', '--target-file', file]);
    assert.equal(code, EXIT_CODES.usage);
    assert.match(stderr, /target file .* names no target\n.*baseUrl/);
  });

  test('nobody listens', async (t) => {
    const refused = await refusedBy(t, await deadPort(), [], harness);
    assert.equal(refused.code, EXIT_CODES.unreachable);
    assertNothingJudged(refused, /cannot be reached/);
    assert.match(refused.stderr, /Is the server running, and are host and port right\?/);
    assert.match(
      refused.stdout,
      /^partial run: .*\nNOT DECIDED {2}.*\nNot decided: .*\n\nResults in .*\nexit 3: .*\n$/,
      'no table of what was not judged',
    );
  });

  test('it wants credentials and gets none', async (t) => {
    const credentials = { kind: 'bearer', token: 'let-me-in-4711' } as const;
    const refused = await refusedBy(t, await referenceServer(t, { credentials }));
    assert.equal(refused.code, EXIT_CODES.unreachable);
    assertNothingJudged(refused, /wants credentials \(401/);
    assert.match(refused.stderr, /Set DICOMWEB_TOKEN/);
  });

  test('it is a web server, but no DICOMweb server', async (t) => {
    const refused = await refusedBy(t, await webServer(t));
    assert.equal(refused.code, EXIT_CODES.unreachable);
    assertNothingJudged(refused, /does not look like a DICOMweb server/);
    assert.match(refused.stderr, /Is the path right\?/);
  });

  test('it never answers', async (t) => {
    const url = await referenceServer(t, { faults: ['stalls'] });
    const refused = await refusedBy(t, url, ['--timeout', '0.3']);
    assert.equal(refused.code, EXIT_CODES.unreachable);
    assertNothingJudged(refused, /./);
  });
});

test('a real server that wants credentials', { skip: skipWithoutOrthanc() }, async (t) => {
  const users = { RegisteredUsers: { me: 'secret' }, AuthenticationEnabled: true };
  const orthanc = await startOrthanc(users);
  t.after(() => orthanc.stop());
  const refused = await refusedBy(t, orthanc.baseUrl);
  assert.equal(refused.code, EXIT_CODES.unreachable);
  assertNothingJudged(refused, /wants credentials \(401/);
});

describe('a study that is on the server already', () => {
  /** A server that holds one instance of the study as somebody else stored it. */
  async function holding(t: TestContext, faults: readonly string[] = []): Promise<{ url: string; held: string }> {
    const url = await referenceServer(t, { faults });
    const [instance] = tutorialDataset({ rows: 5, columns: 7 }).instances;
    assert.ok(instance);
    const { response } = await clientFor(t, url).store([instance.source]);
    assert.equal(response?.status, 200);
    return { url, held: instance.instance };
  }

  test('is left alone: the run stores under new UIDs', async (t) => {
    const { url, held } = await holding(t);
    const ended = await refusedBy(t, url);
    assert.equal(ended.code, EXIT_CODES.conformant, ended.stdout);
    const results = resultsOf(ended.out, ended);
    assert.equal(results.run.completeness, 'complete');
    assert.ok(!results.plan.studies.includes(tutorialDataset({ rows: 5, columns: 7 }).study));
    assert.deepEqual(results.remains, []);
    assert.deepEqual(await instancesOn(url), [held]);
  });

  test('stops a run under original UIDs, is left as it was, and both ways on are named', async (t) => {
    const { url, held } = await holding(t);
    const refused = await refusedBy(t, url, ['--uids', 'original']);
    assert.equal(refused.code, EXIT_CODES.usage);
    assertNothingJudged(refused, /is already on the server .*; no instance of it was stored/);
    assert.match(refused.stderr, /without --uids original .* --reset/);
    assert.deepEqual(await instancesOn(url), [held]);
  });

  test('is named by --reset, and deleted only at a yes', async (t) => {
    const { url, held } = await holding(t);
    const refused = await refusedBy(t, url, ['--reset'], harness);
    assert.equal(refused.code, EXIT_CODES.usage);
    assert.match(refused.stderr, new RegExp(`deletes from study .*\\n +series [0-9.]+ instance ${held}`));
    assert.match(refused.stderr, /nothing was deleted.*\n.*--yes/);
    assert.deepEqual(resultsOf(refused.out, refused).remains, []);
    assert.deepEqual(await instancesOn(url), [held]);

    const ended = await refusedBy(t, url, ['--reset', '--yes', '--scenario', 'T01']);
    assert.equal(ended.code, EXIT_CODES.conformant, ended.stdout);
    assert.deepEqual(await instancesOn(url), []);
  });

  test('that --reset cannot delete stops the run', async (t) => {
    const { url, held } = await holding(t, ['fake-delete']);
    const refused = await refusedBy(t, url, ['--reset', '--yes']);
    assert.equal(refused.code, EXIT_CODES.usage);
    assert.match(refused.stderr, /was to be deleted and is on the server .*; no instance of it was stored/);
    const remains = resultsOf(refused.out, refused).remains.map(({ sopInstanceUid }) => sopInstanceUid ?? '');
    assert.equal(remains.length, 3, 'the claim, what a DELETE was tried on, and what stood beside it');
    assert.deepEqual(await instancesOn(url), [held, ...remains].sort());
  });
});

describe('a run under original UIDs', () => {
  test('plays on an empty server and leaves nothing', async (t) => {
    const url = await referenceServer(t);
    const ended = await refusedBy(t, url, ['--uids', 'original']);
    assert.equal(ended.code, EXIT_CODES.conformant, ended.stdout);
    const results = resultsOf(ended.out, ended);
    assert.deepEqual(results.plan.studies, [tutorialDataset({ rows: 5, columns: 7 }).study]);
    assert.deepEqual([results.remains, await instancesOn(url)], [[], []]);
  });

  test('stops where it cannot see what is there, before it stores', async (t) => {
    const url = await referenceServer(t, { faults: ['search-answers-500'] });
    const refused = await refusedBy(t, url, ['--uids', 'original']);
    assert.equal(refused.code, EXIT_CODES.unreachable);
    assertNothingJudged(refused, /search does not work: .*; nothing was stored/);
    assert.match(refused.stderr, /without --uids original the run stores under new UIDs/);
  });

  test('and another one at once notice each other before they store', async (t) => {
    const url = await referenceServer(t);
    const flags = ['--uids', 'original', '--scenario', 'T01', '--scenario', 'T20'];
    const both = await Promise.all([refusedBy(t, url, flags, harness), refusedBy(t, url, flags, harness)]);
    const stopped = both.filter(({ code }) => code === EXIT_CODES.usage);
    assert.ok(stopped.length >= 1, both.map(({ stderr }) => stderr).join('\n'));
    for (const one of stopped) assert.match(one.stderr, /another run claims the same UIDs|is already on the server/);
    for (const one of both) {
      const { scenarios, remains } = resultsOf(one.out, one);
      assert.ok(
        scenarios.every(({ verdict }) => verdict !== 'fail' && verdict !== 'warn'),
        one.stdout,
      );
      assert.deepEqual(remains, []);
    }
    assert.deepEqual(await instancesOn(url), []);
  });
});

test('the plan is told before the first byte is written, with what will stay', async (t) => {
  const url = await referenceServer(t);
  const ended = await refusedBy(t, url, ['--scenario', 'T12', '--profile', profileWithoutDelete(t)], harness);
  assert.equal(ended.code, EXIT_CODES.conformant, ended.stdout);
  const { plan, remains } = resultsOf(ended.out, ended);
  assert.equal(plan.instances, 3);
  assert.match(plan.stays ?? '', /3 instances of study .*: the server offers no DELETE/);
  assert.ok(ended.stderr.indexOf('STAYS ON THE SERVER') < ended.stderr.indexOf('T01'));
  assert.ok(ended.stderr.includes('STAYS ON THE SERVER'));
  assert.deepEqual(remains.map(({ sopInstanceUid }) => sopInstanceUid).sort(), await instancesOn(url));
  const report = readFileSync(join(ended.out, 'report.html'), 'utf8');
  for (const uid of await instancesOn(url)) assert.ok(report.includes(uid) && ended.stdout.includes(uid), uid);
});
