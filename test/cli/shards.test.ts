import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import type { Rejudged } from '../../lib/results/rejudged.ts';
import type { Results } from '../../lib/results/results.ts';
import { narrowed, shardOf } from '../../scenarios/selection/narrow-selection.ts';
import { requiredNames } from '../../scenarios/selection/required-names.ts';
import { parseShard } from '../../scenarios/selection/shard.ts';
import { SUITES } from '../../scenarios/suites.ts';
import { harness, smallStudy } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { resultsOf } from './run-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'shards-'));
after(() => rmSync(root, { recursive: true, force: true }));

const dataset = join(root, 'study');
mkdirSync(dataset);
smallStudy(dataset);

const TUTORIAL = SUITES.tutorial.map(({ id }) => id);

/** Bodies that the results point to and that are not there. */
function missingBodies(folder: string, { exchanges }: Results): string[] {
  const files = exchanges.flatMap(({ request, response }) => [request.body?.file, response?.body?.file]);
  return files.filter((file) => typeof file === 'string').filter((file) => !existsSync(join(folder, file)));
}

describe('a part of a run', () => {
  test('is named by its place', () => {
    assert.deepEqual(parseShard('2/4'), { index: 2, of: 4 });
    for (const wrong of ['0/4', '5/4', '1', '1/0', 'a/b', '-1/2', '1/4/2'])
      assert.throws(() => parseShard(wrong), wrong);
  });

  test('holds each scenario once, in the order of play', () => {
    const parts = [1, 2, 3].flatMap((index) => shardOf(TUTORIAL, { index, of: 3 }));
    assert.deepEqual(parts, TUTORIAL);
    assert.throws(() => shardOf(['T01'], { index: 1, of: 2 }), /more than the 1 scenarios/);
  });

  test('is chosen of what is narrowed', () => {
    assert.deepEqual(narrowed([], { grep: /^T0[12] / }), ['T01', 'T02']);
  });

  test('requires what its scenarios judge, by id or service', () => {
    assert.deepEqual(requiredNames(['qido-060'], ['paging']), ['QIDO-060']);
    assert.deepEqual(requiredNames(['search', 'qido-rs'], ['paging']), ['QIDO-RS']);
    assert.throws(() => requiredNames(['QIDO-060'], ['T01']), { hint: /paging/ });
    assert.throws(() => requiredNames(['QIDO-999'], ['T01']), /no requirement or service/);
  });
});

test('two shards are merged into the run that they are parts of, with their evidence', async () => {
  const server = await startReferenceServer({ faults: ['search-ignores-limit'] });
  try {
    const common = [
      '--target',
      server.baseUrl,
      '--dataset',
      dataset,
      '--grep',
      '^(T01|T02|paging) ',
      '--require',
      'STOW-RS',
      '--evidence',
      'all',
    ];
    const shards = ['1/2', '2/2'].map((part, index) => ({ part, out: join(root, `shard-${index + 1}`) }));
    for (const { part, out } of shards) {
      const ended = await programInProcess(['conformance', ...common, '--shard', part, '--out', out]);
      const { run } = resultsOf(out, ended);
      assert.deepEqual(run.shard?.selection.toSorted(), ['T01', 'T02', 'paging']);
    }
    const out = join(root, 'whole');
    const merged = await harness(['merge', ...shards.map((one) => one.out), '--out', out]);
    const results = resultsOf(out, merged);
    assert.equal(merged.code, EXIT_CODES.findings, merged.stderr);
    assert.deepEqual(
      results.requirements.flatMap(({ id, verdict }) => (verdict === 'fail' ? [id] : [])),
      ['QIDO-060'],
    );
    assert.ok(results.exchanges.some(({ id }) => id.startsWith('T01-shard1.')));
    assert.deepEqual(missingBodies(out, results), []);
    const again = await programInProcess(['rejudge', out]);
    assert.deepEqual(
      [again.code, again.stdout.split('\n')[0]],
      [EXIT_CODES.conformant, 'No verdict moved.'],
      again.stdout,
    );
    const replayed = await programInProcess(['replay', out, 'QIDO-060']);
    assert.match(replayed.stdout, /^STILL BROKEN\./, replayed.stderr);
    assert.equal(replayed.code, EXIT_CODES.findings);
    const alone = await programInProcess(['merge', shards[0]?.out ?? '', '--out', join(root, 'half')]);
    assert.equal(alone.code, EXIT_CODES.notDecided, alone.stderr);
    assert.match(alone.stdout, /of 2 shards these are missing: 2/);
  } finally {
    await server.close();
  }
});

test('a run that is repeated is one run, with the evidence of each repetition', async () => {
  const out = join(root, 'repeated');
  const all = ['--dataset', dataset, '--scenario', 'T06', '--repeat', '2', '--evidence', 'all', '--verbose'];
  const ended = await harness(['conformance', ...all, '--out', out]);
  const results = resultsOf(out, ended);
  assert.equal(ended.code, EXIT_CODES.conformant, ended.stdout + ended.stderr);
  assert.match(ended.stderr, /Repetition 2 of 2/);
  assert.equal([...ended.stderr.matchAll(/^ +T06\.1 +GET /gm)].length, 2, 'each repetition says what --verbose says');
  const judged = results.requirements.filter(({ verdict }) => verdict === 'pass');
  assert.ok(judged.length > 5);
  for (const { id, repetitions } of judged) assert.deepEqual(repetitions, ['pass', 'pass'], id);
  assert.deepEqual(missingBodies(out, results), []);
  assert.equal(new Set(results.plan.studies).size, 2, 'each repetition stores under UIDs of its own');
  const again = await harness(['rejudge', out, '--json']);
  const { moved, unrecorded, same } = JSON.parse(again.stdout) as Rejudged;
  assert.deepEqual([again.code, moved, unrecorded], [EXIT_CODES.conformant, [], []], again.stderr);
  assert.equal(same, results.requirements.length);
});

test('shards of the embedded server are parts of one run, and what was dropped of the evidence is told', async () => {
  const outs = [1, 2].map((index) => join(root, `embedded-${index}`));
  for (const [place, out] of outs.entries()) {
    const args = [
      'conformance',
      '--dataset',
      dataset,
      '--grep',
      '^(T01|T04) ',
      '--shard',
      `${place + 1}/2`,
      '--evidence',
      'none',
    ];
    const { code, stderr } = await programInProcess([...args, '--out', out, '--quiet']);
    assert.equal(code, EXIT_CODES.conformant, stderr);
  }
  const out = join(root, 'embedded');
  const merged = await programInProcess(['merge', ...outs, '--out', out, '--quiet']);
  assert.equal(merged.code, EXIT_CODES.conformant, merged.stderr);
  assert.equal(merged.stdout.trimEnd().split('\n').length, 1);
  const again = await programInProcess(['rejudge', out]);
  assert.equal(again.code, EXIT_CODES.notDecided, again.stdout);
  assert.match(
    again.stdout,
    /^No verdict moved\.\nNot judged again, .* conformance --evidence all keeps every answer\.$/m,
  );
});
