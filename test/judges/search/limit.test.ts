import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { limitCountsMatches } from '../../../lib/judges/search/limit.ts';
import { expectFinding } from '../expect.ts';
import { attribute, json } from '../json-answers.ts';

const list = (id: string, ...uids: readonly string[]): Exchange => ({
  ...json(uids.map((uid) => ({ '0020000E': attribute('UI', uid) }))),
  id,
});
const WHOLE = list('W', '1', '2');

test('QIDO-060: the first match comes, wherever it stands among all entities', () => {
  const singles = [
    { uid: '1', exchange: list('S.1', '1') },
    { uid: '2', exchange: list('S.2', '2') },
  ];
  expectFinding(limitCountsMatches(WHOLE, 'series', singles), 'QIDO-060', { assertions: 2 });
});

test('QIDO-060: a limit on what is looked through finds nothing', () => {
  const singles = [
    { uid: '1', exchange: list('S.1', '1') },
    { uid: '2', exchange: list('S.2') },
  ];
  expectFinding(limitCountsMatches(WHOLE, 'series', singles), 'QIDO-060', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('limit-counts-candidates', { kind: 'exchange' }, { level: 'series', uid: '2' })],
  });
});

test('QIDO-060: what the whole list lacks, and a list of one, say nothing', () => {
  const foreign = [{ uid: '3', exchange: list('S.3') }];
  expectFinding(limitCountsMatches(WHOLE, 'series', foreign), 'QIDO-060', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  expectFinding(limitCountsMatches(list('W', '1'), 'series', foreign), 'QIDO-060', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'W has 1 result, too few to tell',
  });
});
