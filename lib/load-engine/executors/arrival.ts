import { longestTimer } from '../delay.ts';
import type { ScenarioOf } from '../options/scenarios.ts';
import type { Share } from '../options/segment.ts';
import type { ReadyUser } from '../user-pool.ts';
import { RampedArrivals } from './ramp.ts';
import type { ScenarioRun } from './scenario-run.ts';

/** An iteration that begins later than this counts as dropped: the load of its time was not put on. */
const MOST_LATE_MS = 1_000;

type ArrivalScenario = ScenarioOf<'constant-arrival-rate' | 'ramping-arrival-rate'>;

/**
 * Starts iterations at given times whether or not earlier ones are done. One that finds no free virtual user is
 * dropped and counted, never delayed: a slow target must not slow down its own load.
 */
export async function runArrivals(run: ScenarioRun, scenario: ArrivalScenario, share: Share): Promise<void> {
  const maxUsers = share.count(scenario.maxVUs);
  if (maxUsers === 0) return;
  const timeOf = arrivalTimes(scenario, run.workShare);
  const free: ReadyUser[] = Array.from({ length: share.count(scenario.preAllocatedVUs) }, () => run.activate());
  const all = [...free];
  const running = new Set<Promise<void>>();
  let isGrowing = false;

  const start = (ready: ReadyUser) => {
    const iteration = run.iterate(ready).then(() => {
      running.delete(iteration);
      free.push(ready);
    });
    running.add(iteration);
  };
  const grow = () => {
    if (isGrowing || all.length >= maxUsers) {
      if (all.length >= maxUsers) run.context.thread.warnOnce(insufficient(scenario));
      return;
    }
    isGrowing = true;
    setImmediate(() => {
      isGrowing = false;
      const ready = run.activate();
      all.push(ready);
      free.push(ready);
    });
  };

  const hardEnd = setTimeout(() => run.interrupt(), longestTimer(run.duration + scenario.gracefulStop - run.elapsed));
  for (let n = 0, due = timeOf(0); due < run.duration && !run.context.signal.aborted; due = timeOf(++n)) {
    if (due > run.elapsed) await run.waitUntil(due);
    if (run.context.signal.aborted) break;
    const isTooLate = run.elapsed - due > MOST_LATE_MS;
    const ready = isTooLate ? undefined : free.shift();
    if (ready !== undefined) {
      start(ready);
      continue;
    }
    run.drop(1);
    if (!isTooLate) grow();
  }
  await run.waitUntil(run.duration);
  await Promise.all(running);
  clearTimeout(hardEnd);
  for (const ready of all) run.deactivate(ready);
}

function arrivalTimes(scenario: ArrivalScenario, share: Share): (n: number) => number {
  if (scenario.executor === 'constant-arrival-rate') {
    return (n) => (share.globalIndex(n) * scenario.timeUnit) / scenario.rate;
  }
  const ramp = new RampedArrivals(scenario.startRate, scenario.timeUnit, scenario.stages);
  return (n) => ramp.timeOf(share.globalIndex(n) + 1);
}

function insufficient(scenario: ArrivalScenario): string {
  return `Insufficient VUs, reached ${scenario.maxVUs} active VUs and cannot initialize more (scenario '${scenario.name}')`;
}
