import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import type { Finding } from '../../lib/results/finding.ts';
import { rejudged } from '../../lib/results/rejudged.ts';
import type { Results, ScenarioRecord } from '../../lib/results/results.ts';
import { graver, type Verdict } from '../../lib/results/verdict.ts';
import { rejudge } from '../../lib/run/rejudge/rejudge.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { readSetup } from '../../lib/run/setup.ts';
import { COVERS, SCENARIOS } from '../../scenarios/suites.ts';
import { smallStudy } from '../cli/program.ts';
import { runInProcess } from './run-in-process.ts';
import { findingOf } from './scenarios.ts';

/** Stores, a look that waits, copies under UIDs of their own, searches for UIDs that nobody has, and a delete. */
const SELECTED = ['T01', 'T03', 'T06', 'T12', 'T18', 'several-stores', 'paging', 'instance-keys', 'unknown-study'];
const root = mkdtempSync(join(tmpdir(), 'rejudge-'));
after(() => rmSync(root, { recursive: true, force: true }));
const datasetFolder = join(root, 'study');
mkdirSync(datasetFolder);
smallStudy(datasetFolder);

interface Run {
  readonly folder: string;
  readonly results: Results;
}

/** A run as `conformance` makes it, with the server gone afterwards: whatever is asked of it again finds nobody. */
async function runOn(name: string, server: Parameters<typeof startReferenceServer>[0]): Promise<Run> {
  const folder = mkdtempSync(join(root, name));
  const { baseUrl, close } = await startReferenceServer(server);
  try {
    const input = { target: baseUrl, embedded: false };
    const results = await runInProcess({ folder, input, selected: SELECTED, datasetFolder });
    return { folder, results };
  } finally {
    await close();
  }
}

function again({ folder, results }: Run, known: readonly Scenario[] = SCENARIOS): Promise<Results> {
  return rejudge({ earlier: results, setup: readSetup(folder), runFolder: folder, known, suites: COVERS });
}

function changed(id: string, play: (original: Scenario) => Scenario['play']): readonly Scenario[] {
  return SCENARIOS.map((scenario) => (scenario.id === id ? { ...scenario, play: play(scenario) } : scenario));
}

describe('a run that is judged again', () => {
  let clean: Run;
  before(async () => {
    clean = await runOn('clean', {});
  });

  test('by the same version: nothing moves, and nobody is asked', async () => {
    assert.ok(clean.results.requirements.filter(({ verdict }) => verdict === 'pass').length > 40);
    const found = rejudged(clean.results, await again(clean));
    assert.deepEqual([found.moved, found.unrecorded], [[], []]);
  });

  test('by a judge that was changed: its requirement moves, and no other', async () => {
    const stricter = changed('T06', ({ play }) => async (context) => {
      await play(context);
      context.judge({ ...findingOf('JSON-001', 'fail'), remark: 'the new judge says no' });
    });
    const { moved, unrecorded } = rejudged(clean.results, await again(clean, stricter));
    assert.deepEqual(
      moved.map(({ requirement, before: then, after: now, why }) => [requirement, then?.verdict, now?.verdict, why]),
      [['JSON-001', 'pass', 'fail', 'the new judge says no']],
    );
    assert.deepEqual(unrecorded, []);
  });

  test('by less evidence than there was: a verdict that only got milder has not moved, one that got graver has', () => {
    const finding = (id: string, verdict: Verdict) => findingOf(id, verdict);
    const lacking = { ...findingOf('STOW-021', 'incomplete'), reason: 'not-exercised' as const };
    const run = (stow: Verdict, qido: Verdict, later: readonly Finding[]): Results => ({
      ...clean.results,
      scenarios: [
        { ...clean.results.scenarios[0], id: 'T01', findings: [finding('STOW-021', stow), finding('QIDO-001', qido)] },
        { ...clean.results.scenarios[0], id: 'several-stores', findings: later },
      ] as ScenarioRecord[],
      requirements: clean.results.requirements
        .filter(({ id }) => id === 'STOW-021' || id === 'QIDO-001')
        .map((record) => {
          const { reason: _, ...rest } = record;
          return {
            ...rest,
            verdict:
              record.id === 'QIDO-001' ? qido : graver(stow, later[0]?.reason ? stow : (later[0]?.verdict ?? stow)),
          };
        }),
    });
    const then = run('pass', 'pass', [finding('STOW-021', 'info')]);
    const found = rejudged(then, run('pass', 'fail', [lacking]));
    assert.deepEqual(
      [found.moved, found.unrecorded].map((side) => side.map(({ requirement }) => requirement)),
      [['QIDO-001'], ['STOW-021']],
    );
  });

  test('by a version that asks what was not asked then: it says so, and passes nothing by it', async () => {
    const curious = changed('paging', ({ play }) => async (context) => {
      await context.dicomweb.search({ level: 'studies' }, [['PatientName', 'asked by nobody']]);
      await play(context);
    });
    const judged = await again(clean, curious);
    const { moved, unrecorded } = rejudged(clean.results, judged);
    assert.deepEqual(moved, []);
    assert.ok(unrecorded.some(({ requirement }) => requirement === 'QIDO-060'));
    assert.match(
      unrecorded.find(({ requirement }) => requirement === 'QIDO-060')?.why ?? '',
      /did not record GET .*PatientName/,
    );
  });

  test('without a body that was dropped: what needs it is not judged', async () => {
    const exchanges = clean.results.exchanges.map((exchange) => {
      const { response } = exchange;
      if (!exchange.id.startsWith('T06.') || !response?.body) return exchange;
      return { ...exchange, response: { ...response, body: { ...response.body, file: null } } };
    });
    const dropped = { ...clean, results: { ...clean.results, exchanges } };
    const judged = await again(dropped);
    const record = judged.scenarios.find(({ id }) => id === 'T06');
    assert.equal(record?.verdict, 'incomplete');
    assert.match(record?.findings[0]?.remark ?? '', /a body of exchange T06\.1 was not kept/);
  });
});

for (const [name, server] of [
  ['with faults', { faults: ['search-ignores-limit', 'fake-delete', 'metadata-empty-dropped'] }],
  ['that shows late what it stored', { odd: 'visible-after-a-while' }],
] as const) {
  test(`a run on a server ${name} is judged again as it was, finding by finding`, async () => {
    const run = await runOn('server', server);
    const judged = await again(run);
    const told = ({ scenarios }: Results) =>
      scenarios.flatMap(({ id, findings }) =>
        findings.map(({ requirement, verdict, breachCount }) => `${id} ${requirement} ${verdict} ${breachCount}`),
      );
    assert.deepEqual(told(judged), told(run.results));
    const { moved, unrecorded } = rejudged(run.results, judged);
    assert.deepEqual([moved, unrecorded], [[], []]);
  });
}
