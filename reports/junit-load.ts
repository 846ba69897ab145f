import type { LoadResult } from '../lib/results/load-result.ts';
import { lookedForInstances } from './durability.ts';
import { type Case, element } from './junit-xml.ts';
import { visible, visibleLines } from './visible-text.ts';

/** Thresholds, durability and the generator's ceiling as test cases. */
export function loadCases(load: LoadResult): Case[] {
  return [
    ...load.thresholds.map(({ metric, expression, holds, actual }) =>
      loadCase(
        `${visible(metric)} ${visible(expression)}`,
        holds ? null : element('failure', { type: 'threshold', message: `measured ${actual ?? 'nothing'}` }),
      ),
    ),
    durabilityCase(load, 'every acknowledged instance is found again', load.lostCount, load.lost),
    durabilityCase(load, 'every acknowledged instance is unchanged', load.changedCount, load.changed),
    generatorCase(load),
  ];
}

function loadCase(name: string, failure: string | null): Case {
  const outcome: Case['outcome'] =
    failure === null ? { kind: 'success', body: '' } : { kind: 'failure', body: failure };
  return { name, className: 'load', properties: [['verdict', failure === null ? 'pass' : 'fail']], outcome };
}

function durabilityCase(load: LoadResult, name: string, count: number, uids: readonly string[]): Case {
  if (!lookedForInstances(load)) {
    const body = element('skipped', { message: 'not-exercised: this run did not read back what was acknowledged' });
    return { name, className: 'load', properties: [['verdict', 'incomplete']], outcome: { kind: 'skipped', body } };
  }
  if (count === 0) return loadCase(name, null);
  const listed = visibleLines(uids.join('\n'), 20_000);
  return loadCase(name, element('failure', { type: 'durability', message: `${count} instances` }, listed));
}

function generatorCase({ generator }: LoadResult): Case {
  const base = { name: 'the generator was not the limit', className: 'load' };
  if (!generator.saturated)
    return { ...base, properties: [['verdict', 'pass']], outcome: { kind: 'success', body: '' } };
  const body = element('error', { type: 'incomplete', message: visible(generator.why) });
  return { ...base, properties: [['verdict', 'incomplete']], outcome: { kind: 'error', body } };
}
