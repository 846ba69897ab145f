import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { textAnswer } from '../../lib/reference-server/message.ts';
import type { ScenarioRecord } from '../../lib/results/results.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { withNeeded } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { TUTORIAL } from '../../scenarios/tutorial/index.ts';

const DATASET = tutorialDataset({ rows: 3, columns: 5 });
const { first } = DATASET.roles;

async function play(behaviour: Behaviour, ids: readonly string[]): Promise<ScenarioRecord[]> {
  const server = await startServer({ behaviours: [behaviour] });
  try {
    const resolved = resolveTarget({ target: server.baseUrl, embedded: true }, {});
    const target = { ...resolved, profile: { ...resolved.profile, visibilityWindowMs: 50 } };
    return await playInProcess(withNeeded(TUTORIAL, ids), target, DATASET);
  } finally {
    await server.close();
  }
}

const breachesOf = (records: readonly ScenarioRecord[], id?: string) =>
  records
    .filter((record) => id === undefined || record.id === id)
    .flatMap(({ findings }) => findings.flatMap(({ breaches }) => breaches));

test('an instance that was shown and is nowhere any more is told as lost once, and missed by nothing that follows', async () => {
  let isLost = false;
  const records = await play(
    {
      async handle(request, archive, next) {
        isLost ||=
          request.method === 'GET' && request.path.endsWith(`/${DATASET.study}`) && archive.select().length > 2;
        const kept = isLost ? archive.find(first.instance) : undefined;
        if (kept) archive.remove(kept);
        return next(request, archive);
      },
    },
    ['T04', 'T06', 'T12'],
  );
  const told = breachesOf(records).filter(({ code }) => code === 'stored-lost-later');
  assert.deepEqual(
    told.map(({ parameters, subjects }) => ({ parameters, subjects })),
    [{ parameters: { names: [first.name], lost: 1, stores: 1 }, subjects: [first.instance] }],
  );
  assert.deepEqual(breachesOf(records, 'T06'), []);
  assert.deepEqual(breachesOf(records, 'T12'), []);
});

test('what one answer alone does not show is not lost', async () => {
  const records = await play(
    {
      handle: async (request, archive, next) =>
        request.method === 'GET' && request.route.operation === 'metadata' && request.path.includes(first.instance)
          ? textAnswer(404, 'no metadata')
          : next(request, archive),
    },
    ['T10'],
  );
  assert.ok(!breachesOf(records).some(({ code }) => code === 'stored-lost-later'));
});

test('what goes with a delete is told by the delete alone', async () => {
  const records = await play(
    {
      async handle(request, archive, next) {
        const answer = await next(request, archive);
        if (request.method === 'DELETE') for (const one of archive.select()) archive.remove(one);
        return answer;
      },
    },
    ['T18'],
  );
  const codes = new Set(breachesOf(records).map(({ code }) => code));
  assert.ok(!codes.has('stored-lost-later'), [...codes].join());
});
