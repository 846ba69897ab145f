import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { Archive } from '../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { textAnswer } from '../../lib/reference-server/message.ts';
import type { ScenarioRecord } from '../../lib/results/results.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { withRecordedClock } from '../../lib/run/rejudge/recorded-clock.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { skippedOnOtherDays } from '../support/drawn.ts';

/** Plays scenarios on a server that behaves like that, by a clock that only waiting sets on. */
async function playOn(
  behaviours: readonly Behaviour[],
  visibilityWindowMs: number,
  scenarios: readonly Scenario[] = SCENARIOS,
): Promise<readonly ScenarioRecord[]> {
  const server = await startServer({ behaviours });
  try {
    return await withRecordedClock(Date.now(), ({ pass }) => {
      const resolved = resolveTarget({ target: server.baseUrl, embedded: true }, {});
      const target = { ...resolved, profile: { ...resolved.profile, visibilityWindowMs } };
      const pause = async (milliseconds: number) => pass(milliseconds);
      return playInProcess(scenarios, target, tutorialDataset({ rows: 3, columns: 5 }), { pause });
    });
  } finally {
    await server.close();
  }
}

/** What is stored is shown by nothing for so long; `isLost` names what is never shown. */
function showsLater(milliseconds: number, isLost: (arrived: number) => boolean = () => false): Behaviour {
  const arrivals = new Map<object, { readonly at: number; readonly number: number }>();
  return {
    async handle(request, archive, next) {
      if (request.method === 'GET') {
        const shown = new Archive();
        for (const one of archive.select()) {
          const arrival = arrivals.get(one) ?? { at: 0, number: -1 };
          if (Date.now() - arrival.at >= milliseconds && !isLost(arrival.number)) shown.add(one);
        }
        return next(request, shown);
      }
      const answer = await next(request, archive);
      for (const one of archive.select())
        if (!arrivals.has(one)) arrivals.set(one, { at: Date.now(), number: arrivals.size });
      return answer;
    },
  };
}

/** For so long after a delete every other answer comes from a replica that has what was deleted, or that has nothing yet. */
function replicaBehind(milliseconds: number): Behaviour {
  let before = new Archive();
  let deletedAt = Number.NEGATIVE_INFINITY;
  let count = 0;
  return {
    async handle(request, archive, next) {
      const isBehind = Date.now() - deletedAt < milliseconds;
      if (request.method === 'GET')
        return next(request, isBehind ? ([before, new Archive()][++count % 2] ?? archive) : archive);
      const earlier = archive.copy();
      const answer = await next(request, archive);
      if (request.method === 'DELETE' && answer.status < 300) {
        before = isBehind ? before : earlier;
        deletedAt = Date.now();
      }
      return answer;
    },
  };
}

const WITHOUT_FRAMES: Behaviour = {
  handle: async (request, archive, next) =>
    request.route.operation === 'frames' ? textAnswer(404, 'no such resource') : next(request, archive),
};

/** Codes of all breaches of scenarios, or of those of one service. */
function codesOf(records: readonly ScenarioRecord[], service?: string): readonly string[] {
  const played = records.filter((record) => service === undefined || record.service === service);
  return played.flatMap(({ findings }) => findings.flatMap(({ breaches }) => breaches.map(({ code }) => code)));
}

const onOtherDays = skippedOnOtherDays(['late', 'late or lost', 'lost', 'replica'], 1);

test(
  'what is shown after 4 seconds, where the profile has it within one, is late and nothing else',
  onOtherDays('late'),
  async () => {
    const records = await playOn([showsLater(4_000)], 1_000);
    assert.deepEqual([...new Set(codesOf(records))], ['stored-found-late']);
  },
);

test('one that is lost makes what follows, and is only late, no loss', onOtherDays('late or lost'), async () => {
  const records = await playOn([showsLater(4_000, (number) => number === 0)], 1_000);
  assert.deepEqual(codesOf(records), ['acknowledged-not-stored']);
  assert.ok(codesOf(records.filter(({ id }) => id === 'T01')).length === 1);
  const remarks = records.flatMap(({ findings }) => findings.map(({ remark = '' }) => remark));
  assert.ok(remarks.some((remark) => /^looked for \d+ of 6000 ms only: play this scenario alone/.test(remark)));
});

test('what is never shown is told as lost, however long the profile has it', onOtherDays('lost'), async () => {
  const records = await playOn([showsLater(0, () => true)], 5_000);
  assert.ok(codesOf(records).includes('acknowledged-not-stored'));
});

test(
  'a server without frames, of which a replica is a second behind, has no delete that failed',
  onOtherDays('replica'),
  async () => {
    const records = await playOn([WITHOUT_FRAMES, replicaBehind(1_000)], 5_000);
    assert.deepEqual(codesOf(records, 'delete'), []);
    assert.ok(records.filter(({ service }) => service === 'delete').every(({ verdict }) => verdict === 'pass'));
  },
);
