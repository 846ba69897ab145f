import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFrom } from '../../lib/portable/random.ts';
import { DIALECTS } from '../../lib/reference-server/dialects/index.ts';
import { ODD_SERVERS } from '../../lib/reference-server/odd/index.ts';
import { withNeeded } from '../../lib/run/scenario.ts';
import { SCENARIOS, SUITES } from '../../scenarios/suites.ts';
import { sampled } from './pairs/pairs.ts';
import { harnessErrors, type Judged, judgeDialect, judgeOddServer } from './servers.ts';

/** Servers that are drawn; the seed of a day draws other ones, and `STANDARD=all` plays the suite on all of them. */
const DRAWN = process.env.STANDARD === 'all' ? Number.POSITIVE_INFINITY : 1;
const random = randomFrom(Math.floor(Date.now() / 86_400_000));

const STANDARD = withNeeded(
  SCENARIOS,
  SUITES.standard.map(({ id }) => id),
);

const SERVERS: readonly (readonly [id: string, judge: () => Promise<Judged>])[] = [
  ...sampled(ODD_SERVERS, DRAWN, random).map(({ id }) => [id, () => judgeOddServer(id, STANDARD)] as const),
  ...sampled(DIALECTS, DRAWN, random).map((dialect) => [dialect.id, () => judgeDialect(dialect, STANDARD)] as const),
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
