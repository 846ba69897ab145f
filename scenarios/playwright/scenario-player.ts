import type { ScenarioRecord } from '../../lib/results/results.ts';
import { openSession } from '../../lib/run/open-session.ts';
import { SCENARIOS } from '../suites.ts';

/** Opens the session of a run, from its journal where it went on before, and plays scenarios by id. */
export async function scenarioPlayer(runFolder: string): Promise<(id: string) => Promise<ScenarioRecord>> {
  const session = await openSession(runFolder);
  return (id) => {
    const scenario = SCENARIOS.find((candidate) => candidate.id === id);
    if (!scenario) throw new Error(`there is no scenario ${id}`);
    return session.play(scenario);
  };
}
