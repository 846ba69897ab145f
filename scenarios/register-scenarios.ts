import { expect, test } from '@playwright/test';
import { openSession } from '../lib/run/open-session.ts';
import { type Scenario, withNeeded } from '../lib/run/scenario.ts';
import type { Session } from '../lib/run/session.ts';
import { readSetup } from '../lib/run/setup.ts';

/** Annotation by which a test tells its verdict to the reporter. */
export const VERDICT_ANNOTATION = 'verdict';

/**
 * Registers scenarios as Playwright tests. Ids and covered requirements are static details, so that a test that never
 * ran keeps them. A failed test costs a new worker; the session is opened again from the journal. What the selected ones
 * build on is played too, and says nothing about the server.
 */
export function registerScenarios(scenarios: readonly Scenario[], runFolder: string): void {
  const setup = readSetup(runFolder);
  let session: Promise<Session> | undefined;
  for (const scenario of withNeeded(scenarios, setup.scenarios)) {
    const isJudged = setup.scenarios.includes(scenario.id);
    const details = {
      tag: [`@${scenario.service}`],
      annotation: scenario.covers.map((description) => ({ type: 'covers', description })),
    };
    test(`${scenario.id} ${scenario.title}`, details, async () => {
      session ??= openSession(runFolder);
      const record = await (await session).play(scenario);
      const verdict = isJudged ? record.verdict : 'set-up';
      test.info().annotations.push({ type: VERDICT_ANNOTATION, description: verdict });
      if (!isJudged) return;
      const failed = record.findings.filter(({ verdict }) => verdict === 'fail');
      expect.soft(failed.map(({ requirement, claim }) => `${requirement} ${claim}`)).toEqual([]);
    });
  }
}
