import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { type Request, textAnswer } from '../../lib/reference-server/message.ts';
import type { ScenarioRecord } from '../../lib/results/results.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { type Scenario, withNeeded } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { TUTORIAL } from '../../scenarios/tutorial/index.ts';

/** Fails some of the requests for metadata: `fails` is told how many there were of the same before. */
function failingSome(status: number, fails: (request: Request, count: number) => boolean): Behaviour {
  const counts = new Map<string, number>();
  return {
    async handle(request, archive, next) {
      const count = counts.get(request.path) ?? 0;
      counts.set(request.path, count + 1);
      const isMetadata = request.method === 'GET' && request.route.operation === 'metadata';
      return isMetadata && fails(request, count) ? textAnswer(status, 'not here') : next(request, archive);
    },
  };
}

async function play(behaviour: Behaviour, ids: readonly string[]): Promise<ScenarioRecord[]> {
  const server = await startServer({ behaviours: [behaviour] });
  try {
    const resolved = resolveTarget({ target: server.baseUrl, embedded: true }, {});
    const target = { ...resolved, profile: { ...resolved.profile, visibilityWindowMs: 2_000 } };
    const scenarios: readonly Scenario[] = withNeeded(TUTORIAL, ids);
    return await playInProcess(scenarios, target, tutorialDataset({ rows: 3, columns: 5 }));
  } finally {
    await server.close();
  }
}

const breachesOf = (records: readonly ScenarioRecord[]) =>
  records.flatMap(({ findings }) => findings.flatMap(({ breaches }) => breaches));

test('an error that is a success when the same is asked again is told as flapping, once an answer', async () => {
  const records = await play(
    failingSome(500, ({ route }, count) => route.level === 'studies' && count === 0),
    ['T06'],
  );
  const codes = breachesOf(records).map(({ code }) => code);
  assert.deepEqual([...new Set(codes)], ['answer-flaps']);
  assert.deepEqual(breachesOf(records)[0]?.parameters, { status: 500, statuses: ['500', '200'] });
});

test('an error is no answer in turns where the resource was deleted before it was asked for again', async () => {
  let deletions = 0;
  const behaviour: Behaviour = {
    async handle(request, archive, next) {
      if (request.method === 'DELETE') deletions++;
      const answer = await next(request, archive);
      const isOfSeries = request.method === 'GET' && /\/series\/[^/]+$/.test(request.path);
      return deletions > 0 && isOfSeries && answer.status === 200 ? textAnswer(500, 'broken') : answer;
    },
  };
  const codes = breachesOf(await play(behaviour, ['T18', 'T19'])).map(({ code }) => code);
  assert.ok(codes.includes('rest-not-served'), codes.join());
  assert.ok(!codes.includes('answer-flaps'), codes.join());
});

test('an error that stays is told as it is', async () => {
  const codes = breachesOf(
    await play(
      failingSome(500, ({ route }) => route.level === 'studies'),
      ['T06'],
    ),
  ).map(({ code }) => code);
  assert.ok(codes.includes('metadata-not-retrieved'), codes.join());
  assert.ok(!codes.includes('answer-flaps'), codes.join());
});

test('one 404 of what was there before a delete is no loss', async () => {
  let deleted = false;
  const missed = new Set<string>();
  const replica = failingSome(404, ({ path }) => {
    if (!deleted || missed.has(path)) return false;
    missed.add(path);
    return true;
  });
  const behaviour: Behaviour = {
    handle(request, archive, next) {
      deleted ||= request.method === 'DELETE';
      return replica.handle?.(request, archive, next) ?? next(request, archive);
    },
  };
  const codes = breachesOf(await play(behaviour, ['T18'])).map(({ code }) => code);
  assert.ok(!codes.includes('deleted-another'), codes.join());
});

test('what a gateway fails now and then is told as a warning, though it is answered when it is sent again', async () => {
  const failing = (every: number) => {
    let count = 0;
    return failingSome(502, ({ route }) => route.level === 'instances' && ++count % every === 0);
  };
  const told = breachesOf(await play(failing(3), ['T18'])).filter(({ code }) => code === 'answer-flaps');
  assert.deepEqual(
    told.map(({ grade, parameters }) => [grade, parameters]),
    [['warn', { status: 502, statuses: ['502', '200'] }]],
  );
  assert.deepEqual(breachesOf(await play(failing(8), ['T10'])), [], 'once is no now and then');
});

test('a server that answers everything with 503 from some time on is told as that alone', async () => {
  let count = 0;
  const tired: Behaviour = {
    handle: (request, archive, next) =>
      ++count > 30 ? Promise.resolve(textAnswer(500, 'no connection left')) : next(request, archive),
  };
  const records = await play(tired, ['T04', 'T06', 'T08', 'T10', 'T12', 'T13']);
  const codes = new Set(breachesOf(records).map(({ code }) => code));
  assert.deepEqual([...codes], ['everything-fails'], `${count} requests`);
});
