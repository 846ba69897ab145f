import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  refusesBadParameter,
  refusesBadUid,
  refusesUnacceptableMetadata,
  refusesUnacceptableResults,
  refusesUnreadableStore,
  refusesUnsupportedStore,
} from '../../../lib/judges/http/faulty-input.ts';
import { refusesBadKey } from '../../../lib/judges/search/bad-key.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { dataSet, json } from '../json-answers.ts';

const twin = exchange({ id: 'T' });

const DEFAULT_TYPE = 'the default media type is sent all the same, which §8.3.3.1 can be read to want';
/** Other statuses that lay it at the client's door than the wanted ones. */
const refused = (...wanted: number[]): Record<number, string> =>
  Object.fromEntries(
    [400, 404, 406, 409, 415, 422]
      .filter((status) => !wanted.includes(status))
      .map((status) => [status, `refused, but not with ${wanted.join(' or ')}`]),
  );
const IGNORED = 'the key is ignored, or matches nothing';
const NOTHING = 'taken for a UID of which nothing is known';

test('QIDO-008: an impossible value of a key that is never heeded says nothing', () => {
  const all = json([dataSet()]);
  const unmatched = { ...all, request: { ...all.request, url: 'http://server/studies?StudyDate=18000101' } };
  assert.equal(refusesBadKey(all, twin, unmatched).reason, 'prerequisite-failed');
  assert.equal(refusesBadKey(all, twin, json([])).verdict, 'warn');
});

for (const { judge, requirement, code, claim, pass, warn } of [
  {
    judge: refusesBadParameter,
    requirement: 'COMMON-004',
    code: 'bad-parameter-not-refused' as const,
    claim: 'answers 400 to an invalid parameter value',
    pass: [400],
    warn: {},
  },
  {
    judge: refusesBadKey,
    requirement: 'QIDO-008',
    code: 'bad-key-not-refused' as const,
    claim: 'answers 400 to an invalid value of a key',
    pass: [400],
    warn: { ...refused(400), 200: IGNORED, 204: IGNORED },
  },
  {
    judge: refusesBadUid,
    requirement: 'COMMON-032',
    code: 'bad-uid-not-refused' as const,
    claim: 'refuses a path that names no UID',
    pass: [400, 404, 410],
    warn: { ...refused(400, 404, 410), 200: NOTHING, 204: NOTHING },
  },
  {
    judge: refusesUnreadableStore,
    requirement: 'STOW-009',
    code: 'unreadable-store-not-refused' as const,
    claim: 'refuses a store request that cannot be read',
    pass: [400],
    warn: {
      ...refused(400),
      204: 'taken for one without instances',
      409: 'kept for instances that could not be stored',
      415: 'kept for media types that are not taken',
    },
  },
  {
    judge: refusesUnsupportedStore,
    requirement: 'STOW-010',
    code: 'unsupported-store-not-refused' as const,
    claim: 'refuses a store request of an unsupported media type',
    pass: [415],
    warn: { ...refused(415), 400: 'kept for bad syntax by Table 10.5.3-1', 406: 'speaks of the types of the answer' },
  },
  {
    judge: refusesUnacceptableMetadata,
    requirement: 'COMMON-010',
    code: 'unacceptable-type-not-refused' as const,
    claim: 'answers 406 where no acceptable type can be produced',
    pass: [406],
    warn: { ...refused(406), 200: DEFAULT_TYPE },
  },
  {
    judge: refusesUnacceptableResults,
    requirement: 'QIDO-009',
    code: 'unacceptable-type-not-refused' as const,
    claim: 'answers 406 to a search for results of an unsupported type',
    pass: [406],
    warn: { ...refused(406), 200: DEFAULT_TYPE },
  },
]) {
  test(`${requirement}: the client's error passes, some readings warn, and everything else fails`, () => {
    const warnings = new Map(Object.entries(warn).map(([status, remark]) => [Number(status), remark]));
    for (const status of [200, 202, 204, 400, 404, 406, 409, 415, 422, 500]) {
      const finding = judge(exchange({ status }), twin);
      const remark = warnings.get(status);
      const breaches = [breach(code, { kind: 'status' }, { status, expected: pass.map(String) })];
      expectFinding(
        finding,
        requirement,
        pass.includes(status)
          ? { assertions: 1 }
          : remark === undefined
            ? { verdict: 'fail', assertions: 1, breaches }
            : { verdict: 'warn', assertions: 1, breaches, remark: `${status}: ${remark}` },
      );
      assert.deepEqual([finding.claim, finding.exchanges], [claim, ['X.1', 'T']]);
    }
  });

  test(`${requirement}: who refuses what is right as well has shown nothing`, () => {
    const finding = judge(exchange({ status: pass[0] ?? 0 }), exchange({ id: 'T', status: 400 }));
    assert.deepEqual([finding.verdict, finding.reason, finding.assertions], ['incomplete', 'prerequisite-failed', 0]);
  });
}

test('COMMON-032: an empty list warns, what is stored in the place of nothing fails, and it may be hidden', () => {
  const answer = (body: unknown) => refusesBadUid(json(body), twin).verdict;
  assert.equal(answer([]), 'warn');
  assert.equal(answer([dataSet()]), 'fail');
  assert.equal(answer({ message: 'what?' }), 'fail');
  for (const status of [401, 403]) {
    expectFinding(refusesBadUid(exchange({ status }), twin), 'COMMON-032', {
      verdict: 'info',
      assertions: 1,
      remark: `${status}: the server may hide that a resource exists or not (Table 8.5-1)`,
    });
  }
  assert.equal(refusesBadUid(failed('reset', 'gone'), twin).remark, 'X.1: reset, gone');
});
