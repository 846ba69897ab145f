import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ODD_SERVERS } from '../../lib/reference-server/odd/index.ts';
import { ofTheDay } from '../support/drawn.ts';
import { inAdvance } from '../support/in-advance.ts';
import { AT_ONCE, harnessErrors, judgeOddServer, runVerdict, withVerdict } from './servers.ts';

/** Operations that a server leaves nothing to judge by. */
const NOT_SHOWN: Readonly<Record<string, readonly string[]>> = {
  // It keeps no Study Time.
  'discards-elements': ['time-range'],
  // A redirect of a DELETE is never followed.
  'redirects-everything': ['T18', 'T19', 'T20'],
};

const DRAWN = ofTheDay(ODD_SERVERS, 20);
const judgedOn = await inAdvance(DRAWN, AT_ONCE, ({ id }) => judgeOddServer(id));

describe('a legal but unusual server fails nothing', () => {
  test('there are at least ten of them', () => {
    assert.ok(ODD_SERVERS.length >= 10, `only ${ODD_SERVERS.length}`);
  });

  for (const server of DRAWN) {
    const { id } = server;
    test(id, () => {
      const judged = judgedOn(server);
      const failed = judged.scenarios.flatMap(({ id: scenario, findings }) =>
        findings
          .filter(({ verdict }) => verdict === 'fail')
          .map(({ requirement, breaches }) => `${scenario} ${requirement} ${JSON.stringify(breaches[0])}`),
      );
      assert.deepEqual(failed, []);
      assert.deepEqual(harnessErrors(judged), []);
      const unjudged = judged.scenarios.filter(
        ({ verdict, reason }) => verdict === 'incomplete' && reason !== 'not-claimed',
      );
      const unshown = unjudged.map((scenario) => scenario.id);
      assert.deepEqual(unshown, NOT_SHOWN[id] ?? [], 'an operation was not judged');
      // DELETE is no transaction of PS3.18, and nobody claims it here.
      assert.equal(
        runVerdict(judged),
        unjudged.every(({ service }) => service === 'delete') ? 'conformant' : 'not-decided',
      );
      assert.ok(withVerdict(judged, 'pass').length > 60, 'hardly anything was judged');
    });
  }
});
