import type { ScenarioRecord } from '../lib/results/results.ts';
import { openSession } from '../lib/run/open-session.ts';
import { TUTORIAL } from './tutorial/index.ts';

/** Opens the session of a run, from its journal where it went on before, and plays scenarios of the tutorial by id. */
export async function tutorialPlayer(runFolder: string): Promise<(id: string) => Promise<ScenarioRecord>> {
  const session = await openSession(runFolder);
  return (id) => {
    const scenario = TUTORIAL.find((candidate) => candidate.id === id);
    if (!scenario) throw new Error(`the tutorial has no scenario ${id}`);
    return session.play(scenario);
  };
}
