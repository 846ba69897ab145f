import { openSession } from './open-session.ts';
import type { Player } from './playwright.ts';
import type { Scenario } from './scenario.ts';

/** Plays these scenarios, in this order, in this process: without Playwright, and with the files of any other run. */
export function playerInProcess(scenarios: readonly Scenario[]): Player {
  return {
    async play(runFolder, signal) {
      const session = await openSession(runFolder, signal);
      for (const scenario of scenarios) {
        signal.throwIfAborted();
        await session.play(scenario);
      }
      return { exitCode: 0, output: '' };
    },
  };
}
