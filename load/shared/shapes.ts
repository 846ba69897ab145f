/** Turns the load shape of the settings into scenarios of k6. */
import type { Scenario } from 'k6/options';
import { seconds } from '../../lib/portable/duration.ts';
import { SHAPES } from '../../lib/portable/shape-table.ts';
import { settings } from './settings.ts';

interface Stage {
  readonly duration: string;
  readonly target: number;
}

const shape = SHAPES[settings.shape];
if (!shape) throw new Error(`SHAPE is "${settings.shape}": choose one of ${Object.keys(SHAPES).join(', ')}`);
const { course, duration: usualDuration, virtualUsers: usualVirtualUsers } = shape;

export const durationSeconds = seconds(settings.duration || usualDuration);
if (durationSeconds < 1) throw new Error('DURATION is under one second');

/** Virtual users of the closed model at level 1. */
export const virtualUsers = settings.virtualUsers || usualVirtualUsers;

/** Long enough for every request to be answered or to time out: k6 does not count a request that it cuts off. */
const gracefulStop = `${Math.ceil(seconds(settings.timeout)) + 5}s`;

/**
 * The scenario of the chosen shape for a share (0 to 1) of the load, which in the closed model is `users` virtual users.
 * `exec` names the function of the script. At a rate each scenario has at least one iteration in ten seconds.
 */
export function scenario(exec: string, share: number, users: number = virtualUsers): Scenario {
  if (settings.rate === null) {
    const level = users;
    if (course.length === 1 && course[0]?.[1] === 1) {
      return { executor: 'constant-vus', vus: level, duration: `${durationSeconds}s`, exec, gracefulStop };
    }
    return { executor: 'ramping-vus', startVUs: 0, stages: stages(level), exec, gracefulStop };
  }
  // k6 takes whole numbers only. With ten seconds as the unit a rate of 0.1 a second is possible.
  const level = Math.max(1, Math.round(settings.rate * share * 10));
  const peak = Math.max(...course.map(([, height]) => height)) * settings.rate * share;
  const preAllocatedVUs = Math.ceil(Math.min(Math.max(peak, 2), 100));
  const maxVUs = Math.max(preAllocatedVUs, Math.ceil((settings.virtualUsers || peak * 4) * share));
  const common = { timeUnit: '10s', preAllocatedVUs, maxVUs, exec, gracefulStop };
  if (course.length === 1 && course[0]?.[1] === 1) {
    return { executor: 'constant-arrival-rate', rate: level, duration: `${durationSeconds}s`, ...common };
  }
  return { executor: 'ramping-arrival-rate', startRate: 0, stages: stages(level), ...common };
}

function stages(level: number): Stage[] {
  return course.map(([part, height]) => ({
    duration: `${Math.max(1, Math.round(part * durationSeconds * 1000))}ms`,
    target: Math.round(height * level),
  }));
}

/** The script's own thresholds and those of the settings. A breakpoint run ends when the first of them fails. */
export function thresholds(own: { readonly [metric: string]: readonly string[] }) {
  const all: { [metric: string]: (string | { threshold: string; abortOnFail: boolean; delayAbortEval: string })[] } =
    {};
  for (const source of [own, settings.thresholds]) {
    for (const metric of Object.keys(source)) {
      const expressions = source[metric] || [];
      all[metric] = (all[metric] || []).concat(
        settings.shape === 'breakpoint'
          ? expressions.map((threshold) => ({ threshold, abortOnFail: true, delayAbortEval: '5s' }))
          : expressions,
      );
    }
  }
  return all;
}
