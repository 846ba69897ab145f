import { allowsDropped, wasApplied } from '../lib/results/applied-load.ts';
import type { LoadResult, ThresholdVerdict } from '../lib/results/load-result.ts';
import type { Results } from '../lib/results/results.ts';
import { lookedForInstances } from './durability.ts';
import { type Case, element } from './junit-xml.ts';
import { sampleSentence, tellsConformance } from './load-samples.ts';
import { appliedSentence } from './parts/applied-load.ts';
import { loadFailures } from './parts/load-failures.ts';
import { visible, visibleLines } from './visible-text.ts';

/**
 * Whether the run says anything, thresholds, durability and the generator's ceiling as test cases. A breach that the judged
 * samples showed is a case of its requirement; where they showed none, one case says so.
 */
export function loadCases(results: Results, load: LoadResult): Case[] {
  const { verdict, sentence } = results.summary;
  const isEmpty = verdict === 'incomplete' && !load.generator.saturated;
  const samples = tellsConformance(results) ? null : sampleSentence(results);
  return [
    ...(samples ? [loadCase(`sampled answers keep to the standard (${samples[0]})`, null)] : []),
    ...(isEmpty ? [errorCase('the run shows what it was made for', sentence)] : []),
    ...load.thresholds.map((threshold) => thresholdCase(threshold, load)),
    ...appliedCase(load),
    durabilityCase(load, 'every acknowledged instance is found again', 'lost'),
    durabilityCase(load, 'every acknowledged instance is unchanged', 'changed'),
    generatorCase(load),
  ];
}

/** A threshold of failures lists what failed, whether it holds or not. */
function thresholdCase({ metric, expression, holds, actual }: ThresholdVerdict, load: LoadResult): Case {
  const name = `${visible(metric)} ${visible(expression)}`;
  if (holds && actual === null) return skippedCase(name, 'measured nothing');
  const message = `The threshold ${name} does not hold: measured ${actual ?? 'nothing'}.`;
  const failed = metric.includes('failed') ? failureLines(load) : [];
  const failure = element('failure', { type: 'threshold', message }, failed.join('\n'));
  const listed = failed.map((line) => ['failed requests', line] as const);
  const one = loadCase(name, holds ? null : failure);
  return { ...one, properties: [...one.properties, ...listed] };
}

function failureLines(load: LoadResult): string[] {
  return loadFailures(load).map(({ operation, kind, total, example }) => {
    const why = example === '' ? '' : `, such as: ${visible(example, 200)}`;
    return `${total} of ${visible(operation, 40)}: ${visible(kind, 40)}${why}`;
  });
}

/** Only a rate can fail to be reached: a run of the closed model has no such case. */
function appliedCase(load: LoadResult): Case[] {
  if (load.model === 'closed') return [];
  const isMet = wasApplied(load) || allowsDropped(load);
  const failure = element('failure', {
    type: 'rate',
    message: appliedSentence(load) || `${load.droppedIterations} iterations were dropped`,
  });
  return [loadCase('the load was applied as asked', isMet ? null : failure)];
}

function skippedCase(name: string, why: string): Case {
  const body = element('skipped', { message: `not-exercised: ${why}` });
  return { name, className: 'load', properties: [['verdict', 'incomplete']], outcome: { kind: 'skipped', body } };
}

function errorCase(name: string, why: string): Case {
  const body = element('error', { type: 'incomplete', message: visible(why) });
  return { name, className: 'load', properties: [['verdict', 'incomplete']], outcome: { kind: 'error', body } };
}

function loadCase(name: string, failure: string | null): Case {
  const outcome: Case['outcome'] =
    failure === null ? { kind: 'success', body: '' } : { kind: 'failure', body: failure };
  return { name, className: 'load', properties: [['verdict', failure === null ? 'pass' : 'fail']], outcome };
}

function durabilityCase(load: LoadResult, name: string, fate: 'lost' | 'changed'): Case {
  const [count, uids] = [fate === 'lost' ? load.lostCount : load.changedCount, load[fate]];
  if (!lookedForInstances(load)) return skippedCase(name, 'this run did not read back what was acknowledged');
  if (count === 0) return loadCase(name, null);
  const listed = visibleLines(uids.join('\n'), 20_000);
  const message = `${count} of ${load.acknowledged} acknowledged instances ${count === 1 ? 'is' : 'are'} ${fate}.`;
  return loadCase(name, element('failure', { type: 'durability', message }, listed));
}

function generatorCase({ generator }: LoadResult): Case {
  const name = 'the generator was not the limit';
  return generator.saturated ? errorCase(name, generator.why) : loadCase(name, null);
}
