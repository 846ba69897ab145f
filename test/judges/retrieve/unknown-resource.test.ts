import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { isUnknown, isUnknownBelowAnotherParent } from '../../../lib/judges/retrieve/unknown-resource.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const twin = exchange({ id: 'T' });

test('404 and 410 pass beside a twin that was there', () => {
  for (const status of [404, 410]) {
    const finding = isUnknown(exchange({ status }), twin);
    expectFinding(finding, 'WADO-RS-018', { assertions: 1 });
    assert.deepEqual([finding.claim, finding.exchanges], ['answers 404 for what is not there', ['X.1', 'T']]);
    const below = isUnknownBelowAnotherParent(exchange({ status }), twin);
    expectFinding(below, 'WADO-RS-019', { assertions: 1 });
    assert.deepEqual([below.claim, below.exchanges], ['finds nothing below another parent', ['X.1', 'T']]);
  }
});

for (const [status, code] of [
  [200, 'unknown-resource-success'],
  [204, 'unknown-resource-success'],
  [500, 'unknown-resource-badly-refused'],
] as const) {
  test(`${status} for what is not there fails`, () => {
    expectFinding(isUnknown(exchange({ status }), twin), 'WADO-RS-018', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach(code, { kind: 'status' }, { status, expected: ['404', '410'] })],
    });
  });
}

test('a server may hide whether it is there', () => {
  for (const status of [401, 403]) {
    expectFinding(isUnknown(exchange({ status }), twin), 'WADO-RS-018', {
      verdict: 'info',
      assertions: 1,
      remark: `${status}: the server may hide that a resource exists or not (Table 8.5-1)`,
    });
  }
});

test('a hierarchy that is not checked warns', () => {
  expectFinding(isUnknownBelowAnotherParent(exchange(), twin), 'WADO-RS-019', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('found-below-another-parent', { kind: 'status' }, { status: 200, expected: ['404', '410'] })],
    remark: '200: the parents in the path are not checked',
  });
  assert.equal(isUnknownBelowAnotherParent(exchange({ status: 500 }), twin).verdict, 'fail');
});

test('below another parent, nothing is nothing by any name, and may be hidden', () => {
  const list = exchange({ headers: [['Content-Type', 'application/dicom+json']], body: '[]' });
  for (const [stray, remark, code] of [
    [list, '200: nothing is given, as 404 would say', 'nothing-below-another-parent-success'],
    [exchange({ status: 204 }), '204: nothing is given, as 404 would say', 'nothing-below-another-parent-success'],
    [exchange({ status: 400 }), '400: refused, but not with 404 or 410', 'another-parent-badly-refused'],
  ] as const) {
    const { verdict, remark: said, breaches } = isUnknownBelowAnotherParent(stray, twin);
    assert.deepEqual([verdict, said, breaches[0]?.code], ['warn', remark, code]);
  }
  assert.equal(isUnknownBelowAnotherParent(exchange({ status: 403 }), twin).verdict, 'info');
});

test('without a twin that succeeded a refusal shows nothing', () => {
  for (const judge of [isUnknown, isUnknownBelowAnotherParent]) {
    const finding = judge(exchange({ status: 404 }), exchange({ id: 'T', status: 404 }));
    expectFinding(finding, finding.requirement, {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'T was answered 404',
    });
    const silent = judge(failed('reset', 'gone'), twin);
    expectFinding(silent, silent.requirement, {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'X.1: reset, gone',
    });
  }
});
