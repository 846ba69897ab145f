import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { storedIsDescribed } from '../../lib/judges/store/stored-is-observed.ts';
import { Archive } from '../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { withRecordedClock } from '../../lib/run/rejudge/recorded-clock.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { storeAndObserve } from '../../scenarios/steps/store-and-observe.ts';
import { STORE } from '../../scenarios/tutorial/store.ts';

/** As the copies are stored that a run makes long after the study. */
const STORES_LATE: Scenario = {
  id: 'late',
  service: 'store',
  title: 'stores an instance long after the study',
  covers: ['STOW-032'],
  proves: ['STOW-032'],
  features: ['store'],
  obstacle: () => null,
  async play(context) {
    const { sent, exchange, metadata } = await storeAndObserve(context, [context.dataset.roles.first]);
    context.judge(storedIsDescribed(exchange, sent, metadata));
  },
};

test('what is stored late in a run is given the same while to be given out', async () => {
  const server = await startReferenceServer({ odd: 'retrieved-after-a-while' });
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true }, {});
    const [scenario] = await playInProcess([STORES_LATE], target, tutorialDataset({ rows: 3, columns: 5 }));
    assert.equal(scenario?.verdict, 'pass');
  } finally {
    await server.close();
  }
});

test('what is stored without a word is looked for one by one, and no stranger later', async () => {
  const server = await startReferenceServer({ faults: ['store-response-of-its-own'] });
  let held: boolean[] = [];
  const storesAll: Scenario = {
    ...STORES_LATE,
    async play(context) {
      const [first, ...others] = context.dataset.instances;
      if (first) await storeAndObserve(context, [first, ...others]);
      held = context.dataset.instances.map(({ instance }) => context.ledger.holds(instance));
    },
  };
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true }, {});
    await playInProcess([storesAll], target, tutorialDataset({ rows: 3, columns: 5 }));
    assert.deepEqual(held, [true, true, true]);
  } finally {
    await server.close();
  }
});

/** Loses what is stored first; shows whatever comes later after so long. */
function losesTheFirst(milliseconds: number): Behaviour {
  const arrivals = new Map<object, number>();
  return {
    async handle(request, archive, next) {
      if (request.method !== 'GET') {
        const answer = await next(request, archive);
        for (const one of archive.select()) arrivals.set(one, arrivals.get(one) ?? Date.now());
        return answer;
      }
      const shown = new Archive();
      const [first] = arrivals.keys();
      for (const one of archive.select())
        if (one !== first && Date.now() - (arrivals.get(one) ?? 0) >= milliseconds) shown.add(one);
      return next(request, shown);
    },
  };
}

test('what is seen a while later is compared with its metadata, though nothing was described before', async () => {
  const server = await startServer({ behaviours: [losesTheFirst(1_000)] });
  const [first] = STORE;
  assert.ok(first);
  const later: Scenario = {
    ...STORES_LATE,
    async play(context) {
      const { instances, roles } = context.dataset;
      const one = instances.find((instance) => instance !== roles.first);
      assert.ok(one);
      const { sent, exchange, metadata } = await storeAndObserve(context, [one]);
      context.judge(storedIsDescribed(exchange, sent, metadata));
    },
  };
  try {
    await withRecordedClock(Date.now(), async ({ pass }) => {
      const target = resolveTarget({ target: server.baseUrl, embedded: true }, {});
      const pause = async (milliseconds: number) => pass(milliseconds);
      const records = await playInProcess([first, later], target, tutorialDataset({ rows: 3, columns: 5 }), { pause });
      assert.deepEqual(
        records.map(({ verdict }) => verdict),
        ['fail', 'pass'],
      );
    });
  } finally {
    await server.close();
  }
});
