import type { Scenario } from '../options/scenarios.ts';
import { runArrivals } from './arrival.ts';
import { runConstantVus, runPerVuIterations, runRampingVus, runSharedIterations } from './looping.ts';
import { type RunContext, ScenarioRun } from './scenario-run.ts';

/**
 * Runs the thread's share of one scenario to its end. Its start time is the caller's to wait for.
 * @param onStart gets the run, to ask for its progress and to interrupt it
 */
export async function runScenario(
  scenario: Scenario,
  context: RunContext,
  onStart: (run: ScenarioRun) => void,
): Promise<void> {
  const run = new ScenarioRun(scenario, context);
  onStart(run);
  const { share } = context.thread;
  const interrupt = () => run.interrupt();
  context.signal.addEventListener('abort', interrupt);
  try {
    await execute(run, scenario, share);
  } finally {
    context.signal.removeEventListener('abort', interrupt);
  }
}

function execute(run: ScenarioRun, scenario: Scenario, share: RunContext['thread']['share']): Promise<void> {
  switch (scenario.executor) {
    case 'shared-iterations':
      return runSharedIterations(run, scenario, share);
    case 'per-vu-iterations':
      return runPerVuIterations(run, scenario, share);
    case 'constant-vus':
      return runConstantVus(run, scenario, share);
    case 'ramping-vus':
      return runRampingVus(run, scenario, share);
    case 'constant-arrival-rate':
    case 'ramping-arrival-rate':
      return runArrivals(run, scenario, share);
  }
}
