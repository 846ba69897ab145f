import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DIALECTS } from '../../lib/reference-server/dialects/index.ts';
import { ofTheDay } from '../support/drawn.ts';
import { harnessErrors, judgeDialect } from './servers.ts';

/** None of them is asked for credentials here, so none challenges. */
const OPEN = { challenge: 'not-claimed', access: 'not-claimed', 'access-store': 'not-claimed' } as const;

/** Operations that a product does not offer, and what is said of them; all others are seen to work. */
const NOT_OFFERED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Without XML there is no choice of types.
  'azure-dicom': { ...OPEN, 'time-range': 'not-claimed', 'choice-of-type': 'not-claimed' },
  'google-healthcare': OPEN,
  'dcm4chee-arc': { ...OPEN, T18: 'not-claimed', T19: 'not-claimed', T20: 'prerequisite-failed' },
  'aws-healthimaging': { ...OPEN, T18: 'not-claimed', T19: 'not-claimed', T20: 'not-claimed' },
};

describe('a product that behaves as it documents fails nothing under its profile', () => {
  for (const dialect of ofTheDay(DIALECTS, 3)) {
    const { id, denied } = dialect;
    test(id, async () => {
      const judged = await judgeDialect(dialect);
      const failed = judged.scenarios.flatMap(({ id: scenario, findings }) =>
        findings
          .filter(({ verdict }) => verdict === 'fail')
          .map(({ requirement, breaches }) => `${scenario} ${requirement} ${JSON.stringify(breaches[0])}`),
      );
      assert.deepEqual(failed, []);
      assert.deepEqual(harnessErrors(judged), []);
      for (const { id: scenario, verdict, reason } of judged.scenarios) {
        const expected = NOT_OFFERED[id]?.[scenario] ?? (denied.length > 0 && reason === 'not-claimed' ? reason : null);
        if (expected) assert.equal(reason, expected, scenario);
        else assert.ok(verdict === 'pass' || verdict === 'warn', `${scenario} ${verdict} ${reason}`);
      }
    });
  }
});
