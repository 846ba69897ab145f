import { test } from '@playwright/test';
import type { ScenarioRecord } from '../../lib/results/results.ts';
import { readSetup } from '../../lib/run/setup.ts';
import { VERDICT_ANNOTATION } from './verdict-annotation.ts';

/**
 * Registers the scenarios of a prepared run as Playwright tests. Ids and covered requirements are static details, so
 * that a test that never ran keeps them. Playwright reads this in every process, also where nothing is played, so what
 * a scenario is made of is loaded when the first one is played.
 *
 * A verdict is told by an annotation and never by a failed test: Playwright starts a new worker after each of those,
 * which costs more than all scenarios together. The reporter makes the run as a whole fail.
 */
export function registerScenarios(runFolder: string): void {
  let player: Promise<(id: string) => Promise<ScenarioRecord>> | undefined;
  for (const { id, title, service, covers, judged } of readSetup(runFolder).plays) {
    const details = {
      tag: [`@${service}`],
      annotation: covers.map((description) => ({ type: 'covers', description })),
    };
    test(`${id} ${title}`, details, async () => {
      player ??= import('./scenario-player.ts').then(({ scenarioPlayer }) => scenarioPlayer(runFolder));
      const record = await (await player)(id);
      test.info().annotations.push({ type: VERDICT_ANNOTATION, description: judged ? record.verdict : 'set-up' });
    });
  }
}
