import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { hasResourceForStores, takesStoresIntoStudy } from '../../../lib/judges/store/offered.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { BOTH_STORED, NONE_STORED, ONE_STORED, SENT, storeAnswer } from '../store-answers.ts';

const page = (status: number) =>
  exchange({ status, headers: [['Content-Type', 'text/html']], body: '<html>not here</html>' });
const missing = (status: number) => breach('store-not-offered', { kind: 'status' }, { status, expected: ['200'] });

test('STOW-002: a store into a study that was taken, in part as well, passes', () => {
  for (const body of [BOTH_STORED, ONE_STORED]) {
    const finding = takesStoresIntoStudy(storeAnswer(body), SENT);
    expectFinding(finding, 'STOW-002', { assertions: 1 });
    assert.equal(finding.claim, 'takes stores into the study that is named');
    assert.deepEqual(finding.exchanges, ['S.1']);
  }
});

test('STOW-002: a path that the server does not know for stores fails, by status or by a page', () => {
  for (const answer of [exchange({ status: 404 }), exchange({ status: 405 }), exchange({ status: 501 }), page(200)]) {
    expectFinding(takesStoresIntoStudy(answer, SENT), 'STOW-002', {
      verdict: 'fail',
      assertions: 1,
      breaches: [missing(answer.response?.status ?? 0)],
    });
  }
});

test('STOW-002: a store that was turned down says nothing of the path', () => {
  expectFinding(takesStoresIntoStudy(exchange({ status: 500 }), SENT), 'STOW-002', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'nothing was acknowledged: 500, no body',
  });
  assert.equal(takesStoresIntoStudy(storeAnswer(NONE_STORED, { status: 409 }), SENT).verdict, 'incomplete');
  assert.equal(takesStoresIntoStudy(failed('reset', 'gone'), SENT).remark, 'X.1: reset, gone');
});

test('STOW-001: without the resource that takes stores nothing can be stored; one instance tells no more', () => {
  for (const answer of [exchange({ status: 404 }), page(200)]) {
    const finding = hasResourceForStores(answer);
    expectFinding(finding, 'STOW-001', {
      verdict: 'fail',
      assertions: 1,
      breaches: [missing(answer.response?.status ?? 0)],
    });
    assert.equal(finding.claim, 'has the resource that takes stores');
  }
  for (const answer of [storeAnswer(BOTH_STORED), exchange({ status: 500 })]) {
    expectFinding(hasResourceForStores(answer), 'STOW-001', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark: 'instances of one study show nothing of those of several',
    });
  }
  assert.equal(hasResourceForStores(failed('reset', 'gone')).remark, 'X.1: reset, gone');
});
