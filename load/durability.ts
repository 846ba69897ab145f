/**
 * Stores, waits, then reads back every acknowledged instance and compares it: none may be lost or changed.
 *
 *   k6 run -e TARGET=http://127.0.0.1:8080 -e VUS=4 -e DURATION=30s -e WAIT=10 load/durability.ts
 */
import { sleep } from 'k6';
import exec from 'k6/execution';
import type { Options } from 'k6/options';
import { operation } from './shared/operations.ts';
import { type Acknowledged, readBackAll } from './shared/read-back.ts';
import { beginRun, type RunData, writer } from './shared/run.ts';
import { settings } from './shared/settings.ts';
import { durationSeconds, thresholds, virtualUsers } from './shared/shapes.ts';

const stored = operation('store');

if (settings.rate !== null) throw new Error('RATE: durability cannot run at a rate, set VUS instead');

/** Most requests of all virtual users together. */
const mostRequests =
  settings.instances === null
    ? Number.POSITIVE_INFINITY
    : Math.floor(settings.instances / settings.instancesPerRequest);
if (mostRequests < 1)
  throw new Error(`INSTANCES is ${settings.instances}, which is less than the instances of one request`);

/** Reading back may take this many times as long as storing, and ten minutes more. */
const READING_TAKES = 10;

export const options: Options = {
  scenarios: {
    durability: {
      executor: 'per-vu-iterations',
      vus: virtualUsers,
      iterations: 1,
      maxDuration: `${Math.ceil(durationSeconds * (1 + READING_TAKES) + settings.waitSeconds) + 600}s`,
      gracefulStop: '30s',
    },
  },
  thresholds: thresholds({ instances_lost: ['count==0'], instances_changed: ['count==0'] }),
};

export const setup = beginRun;

export default async function (run: RunData): Promise<void> {
  const own = writer(run);
  const most = Math.floor((mostRequests + virtualUsers - exec.vu.idInTest) / virtualUsers);
  const acknowledged: Acknowledged[] = [];
  const end = Date.now() + durationSeconds * 1000;
  for (let sent = 0; sent < most && Date.now() < end; sent++) {
    const { batch, outcome } = await own.storeNext(stored);
    for (const place of outcome.acknowledged) {
      const { study, instance } = batch.first;
      const isReduced = outcome.reduced.indexOf(place) >= 0;
      acknowledged.push({ template: batch.template, study, instance: instance + place, isReduced });
    }
    // Wait a little before the next store to a target that took nothing.
    if (outcome.acknowledged.length === 0) await sleep(0.5);
  }
  await sleep(settings.waitSeconds);
  await readBackAll(own, acknowledged);
}
