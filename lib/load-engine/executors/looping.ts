import { longestTimer } from '../delay.ts';
import type { ScenarioOf } from '../options/scenarios.ts';
import type { Share } from '../options/segment.ts';
import type { ReadyUser } from '../user-pool.ts';
import { activeSpans, type Span } from './ramp.ts';
import type { ScenarioRun } from './scenario-run.ts';

/** Each virtual user repeats iterations until the time is over. */
export async function runConstantVus(
  run: ScenarioRun,
  scenario: ScenarioOf<'constant-vus'>,
  share: Share,
): Promise<void> {
  const users = Array.from({ length: share.count(scenario.vus) }, () => run.activate());
  await withGrace(run, scenario.duration + scenario.gracefulStop, users, async (ready) => {
    while (!run.isOver) await run.iterate(ready);
  });
}

/** Virtual users run a common number of iterations. */
export async function runSharedIterations(
  run: ScenarioRun,
  scenario: ScenarioOf<'shared-iterations' | 'per-vu-iterations'>,
  share: Share,
): Promise<void> {
  const total = run.workShare.count(scenario.iterations);
  const users = Array.from({ length: share.count(scenario.vus) }, () => run.activate());
  let started = 0;
  run.countedProgress = () => (total === 0 ? 1 : started / total);
  await withGrace(run, scenario.maxDuration + scenario.gracefulStop, users, async (ready) => {
    while (!run.isOver && started < total) {
      started++;
      await run.iterate(ready);
    }
  });
  if (users.length > 0) run.drop(total - started);
}

/** Each virtual user runs its own number of iterations. */
export async function runPerVuIterations(
  run: ScenarioRun,
  scenario: ScenarioOf<'shared-iterations' | 'per-vu-iterations'>,
  share: Share,
): Promise<void> {
  const users = Array.from({ length: share.count(scenario.vus) }, () => run.activate());
  const total = users.length * scenario.iterations;
  let started = 0;
  run.countedProgress = () => (total === 0 ? 1 : started / total);
  await withGrace(run, scenario.maxDuration + scenario.gracefulStop, users, async (ready) => {
    for (let n = 0; n < scenario.iterations && !run.isOver; n++) {
      started++;
      await run.iterate(ready);
    }
  });
  run.drop(total - started);
}

/** The number of virtual users follows a line from stage to stage. */
export async function runRampingVus(
  run: ScenarioRun,
  scenario: ScenarioOf<'ramping-vus'>,
  share: Share,
): Promise<void> {
  const peak = Math.max(scenario.startVUs, ...scenario.stages.map((stage) => stage.target));
  const numbers = Array.from({ length: share.count(peak) }, (_, n) => share.globalIndex(n) + 1);
  const end = run.duration + scenario.gracefulStop;
  await Promise.all(
    numbers.map(async (number) => {
      for (const span of activeSpans(number, scenario.startVUs, scenario.stages)) {
        await run.waitUntil(span.from);
        if (run.context.signal.aborted) return;
        const ready = run.activate();
        await runSpan(run, ready, span, Math.min(span.to + scenario.gracefulRampDown, end));
        run.deactivate(ready);
      }
    }),
  );
}

async function runSpan(run: ScenarioRun, ready: ReadyUser, span: Span, hardEnd: number): Promise<void> {
  const timer = setTimeout(() => run.interrupt(ready), longestTimer(hardEnd - run.elapsed));
  while (!run.context.signal.aborted && run.elapsed < span.to) await run.iterate(ready);
  clearTimeout(timer);
}

/** Lets virtual users work side by side, and interrupts what still runs at `hardEnd`. */
async function withGrace(
  run: ScenarioRun,
  hardEnd: number,
  users: readonly ReadyUser[],
  work: (ready: ReadyUser) => Promise<void>,
): Promise<void> {
  const timer = setTimeout(() => run.interrupt(), longestTimer(hardEnd - run.elapsed));
  await Promise.all(
    users.map(async (ready) => {
      await work(ready);
      run.deactivate(ready);
    }),
  );
  clearTimeout(timer);
}
