import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIALECTS } from '../../lib/reference-server/dialects/index.ts';
import { ODD_SERVERS } from '../../lib/reference-server/odd/index.ts';
import { withNeeded } from '../../lib/run/scenario.ts';
import { SCENARIOS, SUITES } from '../../scenarios/suites.ts';
import { ofTheDay } from '../support/drawn.ts';
import { harnessErrors, type Judged, judgeDialect, judgeOddServer } from './servers.ts';

const STANDARD = withNeeded(
  SCENARIOS,
  SUITES.standard.map(({ id }) => id),
);

const SERVERS: readonly (readonly [id: string, judge: () => Promise<Judged>])[] = [
  ...ofTheDay(ODD_SERVERS, 1).map(({ id }) => [id, () => judgeOddServer(id, STANDARD)] as const),
  ...ofTheDay(DIALECTS, 1).map((dialect) => [dialect.id, () => judgeDialect(dialect, STANDARD)] as const),
];

for (const [id, judge] of SERVERS)
  test(`the suite standard fails nothing on ${id}, which is legal but unusual`, async () => {
    const judged = await judge();
    const failed = judged.scenarios.flatMap(({ id: scenario, findings }) =>
      findings
        .filter(({ verdict }) => verdict === 'fail')
        .map(({ requirement, breaches }) => `${scenario} ${requirement} ${JSON.stringify(breaches[0])}`),
    );
    assert.deepEqual(failed, []);
    assert.deepEqual(harnessErrors(judged), []);
  });
