import { type Fields, OptionError } from './fields.ts';
import { parseScenarios, type Scenario } from './scenarios.ts';

const DECISIVE = ['iterations', 'duration', 'stages', 'scenarios'];

/**
 * Turns `scenarios` or one of its shortcuts into scenarios. A tier that says how to run sets all lower ones aside;
 * `vus` alone lowers nothing but goes with the shortcut below it, and over `scenarios` it stands for as many shared
 * iterations (k6 2.1).
 * @param tiers options from the weakest to the strongest
 * @throws OptionError
 */
export function chooseExecution(tiers: readonly Fields[]): readonly Scenario[] {
  const strongest = [...tiers].reverse();
  const vusAt = strongest.findIndex((tier) => tier.has('vus'));
  const decisiveAt = strongest.findIndex((tier) => DECISIVE.some((key) => tier.has(key)));
  const vus = vusAt < 0 ? 1 : (strongest[vusAt]?.integer('vus', 1, 1) ?? 1);
  const decisive = strongest[decisiveAt];
  if (decisive === undefined) return shortcut(vusAt < 0 ? { executor: 'per-vu-iterations' } : sharedBy(vus));

  const said = DECISIVE.filter((key) => decisive.has(key));
  const allowed = said.length === 1 || (said.length === 2 && said[0] === 'iterations' && said[1] === 'duration');
  if (!allowed) throw new OptionError(`options: ${said.join(' and ')} cannot go together`);
  if (said[0] === 'scenarios') {
    if (vusAt >= 0 && vusAt < decisiveAt) return shortcut(sharedBy(vus));
    if (vusAt === decisiveAt) throw new OptionError('options: vus and scenarios cannot go together');
    return parseScenarios(decisive.raw('scenarios'));
  }
  if (said[0] === 'iterations') {
    const maxDuration = decisive.has('duration') ? { maxDuration: decisive.raw('duration') } : {};
    return shortcut({ executor: 'shared-iterations', vus, iterations: decisive.raw('iterations'), ...maxDuration });
  }
  if (said[0] === 'stages') {
    return shortcut({ executor: 'ramping-vus', startVUs: vus, stages: decisive.raw('stages') });
  }
  return shortcut({ executor: 'constant-vus', vus, duration: decisive.raw('duration') });
}

function sharedBy(vus: number): Record<string, unknown> {
  return { executor: 'shared-iterations', vus, iterations: vus };
}

function shortcut(fields: Record<string, unknown>): readonly Scenario[] {
  return parseScenarios({ default: fields });
}
