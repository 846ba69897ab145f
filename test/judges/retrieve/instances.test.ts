import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { holdsEachInstanceOnce, instancesAre, returnsInstances } from '../../../lib/judges/retrieve/instances.ts';
import { EXPLICIT, file, stored } from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart, multipartBody, OCTETS } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const [A, B] = [file([], EXPLICIT, '1.1'), file([], EXPLICIT, '1.2')];
const originals = [stored(A, 'green'), stored(B, 'red')];
const only = originals.slice(0, 1);

test('by level there is one finding on each duty', () => {
  const ids = (level: 'study' | 'series' | 'instance') =>
    instancesAre(multipart(DICOM, [A, B]), level, originals).map(({ requirement }) => requirement);
  assert.deepEqual(ids('study'), ['WADO-RS-001', 'WADO-RS-004', 'STOW-032', 'STOW-024']);
  assert.deepEqual(ids('series'), ['WADO-RS-002', 'WADO-RS-004', 'STOW-032', 'STOW-024']);
  assert.deepEqual(ids('instance'), ['WADO-RS-003', 'STOW-032', 'STOW-024']);
  for (const finding of instancesAre(multipart(DICOM, [B, A]), 'study', originals)) {
    assert.equal(finding.verdict, 'pass', finding.requirement);
  }
});

test('a study that comes back passes, in any order', () => {
  const finding = returnsInstances(multipart(DICOM, [B, A]), 'study', originals);
  expectFinding(finding, 'WADO-RS-001', { assertions: 5 });
  assert.equal(finding.claim, 'returns the instances of the study');
  expectFinding(returnsInstances(multipart(DICOM, [A]), 'instance', only), 'WADO-RS-003', { assertions: 5 });
});

test('an error is a failure', () => {
  expectFinding(returnsInstances(exchange({ status: 404 }), 'series', originals), 'WADO-RS-002', {
    verdict: 'fail',
    assertions: 1,
    violations: [{ expected: 'status 200', actual: '404', where: { kind: 'status' } }],
  });
});

test('other media types are named, in the message and in the parts', () => {
  const expected = 'multipart/related; type="application/dicom"';
  const message = { kind: 'header', name: 'Content-Type' } as const;
  const mislabelled = multipart(DICOM, [A, B], {
    headers: [['Content-Type', `multipart/related; type="${OCTETS}"; boundary=b`]],
  });
  expectFinding(returnsInstances(mislabelled, 'study', originals), 'WADO-RS-001', {
    verdict: 'fail',
    assertions: 5,
    violations: [{ expected, actual: `"multipart/related; type=\\"${OCTETS}\\"; boundary=b"`, where: message }],
  });
  const part = { headers: [['Content-Type', OCTETS]], body: B } as const;
  expectFinding(returnsInstances(multipart(DICOM, [A, part]), 'study', originals), 'WADO-RS-001', {
    verdict: 'fail',
    assertions: 5,
    violations: [
      { expected: 'a part of type application/dicom', actual: `"${OCTETS}"`, where: { ...message, part: 1 } },
    ],
  });
  const mixed = multipart(DICOM, [A], { headers: [['Content-Type', `multipart/mixed; type="${DICOM}"; boundary=b`]] });
  assert.equal(returnsInstances(mixed, 'study', originals).violations[0]?.expected, expected);
});

test('without a type parameter the parts speak for themselves', () => {
  const untyped = multipart(DICOM, [A], { headers: [['Content-Type', 'multipart/related; boundary=b']] });
  assert.equal(returnsInstances(untyped, 'study', originals).verdict, 'pass');
});

test('a single part passes for one instance where it was asked for, and only there', () => {
  const single = (accept: string) =>
    exchange({ requestHeaders: [['Accept', accept]], headers: [['Content-Type', DICOM]], body: A });
  expectFinding(returnsInstances(single(DICOM), 'instance', only), 'WADO-RS-003', { assertions: 4 });
  assert.equal(returnsInstances(single(DICOM), 'study', only).verdict, 'fail');
  assert.equal(returnsInstances(single('*/*'), 'instance', only).verdict, 'fail');
  const html = exchange({ requestHeaders: [['Accept', DICOM]], headers: [['Content-Type', 'text/html']], body: A });
  assert.equal(returnsInstances(html, 'instance', only).verdict, 'fail');
});

test('something of what was asked for has to be in it', () => {
  const foreign = file([], EXPLICIT, '1.9');
  expectFinding(returnsInstances(multipart(DICOM, [foreign, 'not DICOM']), 'study', originals), 'WADO-RS-001', {
    verdict: 'fail',
    assertions: 5,
    violations: [
      {
        expected: 'instances of the study, such as 1.1',
        actual: '2 instances, none of them known',
        where: { kind: 'exchange' },
      },
    ],
  });
  const empty = returnsInstances(multipart(DICOM, []), 'series', []);
  assert.equal(empty.violations[0]?.expected, 'instances of the series, such as none');
});

test('an instance comes alone', () => {
  expectFinding(returnsInstances(multipart(DICOM, [A, B]), 'instance', only), 'WADO-RS-003', {
    verdict: 'fail',
    assertions: 6,
    violations: [{ expected: 'one instance', actual: '2 instances', where: { kind: 'exchange' } }],
  });
});

test('content codings are undone, and broken ones leave the instances unjudged', () => {
  const headers = [
    ['Content-Type', `multipart/related; type="${DICOM}"; boundary=b`],
    ['Content-Encoding', 'gzip'],
  ] as const;
  const body = multipartBody([{ headers: [['Content-Type', DICOM]], body: A }]);
  const zipped = exchange({ headers, body: gzipSync(body) });
  for (const finding of instancesAre(zipped, 'study', only)) assert.equal(finding.verdict, 'pass', finding.requirement);
  const broken = returnsInstances(exchange({ headers, body }), 'study', only);
  assert.deepEqual([broken.verdict, broken.reason, broken.assertions], ['incomplete', 'prerequisite-failed', 1]);
});

test('a missing, a foreign, a repeated and an unreadable instance are told apart', () => {
  const once = 'each of 2 instances once and no other';
  const judged = (...bodies: (Uint8Array | string)[]) => holdsEachInstanceOnce(multipart(DICOM, bodies), originals);
  const pass = judged(B, A);
  expectFinding(pass, 'WADO-RS-004', { assertions: 2 });
  assert.equal(pass.claim, 'holds every instance once and no other');
  expectFinding(judged(A), 'WADO-RS-004', {
    verdict: 'fail',
    assertions: 2,
    violations: [{ expected: 'instance 1.2 (red)', actual: 'no part with it', where: { kind: 'exchange' } }],
  });
  for (const [extra, actual] of [
    [file([], EXPLICIT, '1.9'), '"1.9", which does not belong here'],
    [A, '1.1 once more'],
    ['not DICOM', 'a part that cannot be read as an instance'],
  ] as const) {
    expectFinding(judged(A, B, extra), 'WADO-RS-004', {
      verdict: 'fail',
      assertions: 3,
      violations: [{ expected: once, actual, where: { kind: 'part', part: 2 } }],
    });
  }
});

test('the whole body counts as part 0', () => {
  const single = exchange({ headers: [['Content-Type', DICOM]], body: B });
  assert.deepEqual(holdsEachInstanceOnce(single, only).violations[0]?.where, { kind: 'part', part: 0 });
});

test('without an answer nothing is counted', () => {
  for (const finding of [
    holdsEachInstanceOnce(failed('reset', 'x'), originals),
    returnsInstances(failed('reset', 'x'), 'study', originals),
  ]) {
    expectFinding(finding, finding.requirement, {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'X.1: reset, x',
    });
  }
  assert.equal(holdsEachInstanceOnce(exchange({ status: 500 }), originals).verdict, 'incomplete');
});

test('a single part is acceptable by one of several types, and has to be of it', () => {
  const answer = (type: string) =>
    returnsInstances(
      exchange({
        requestHeaders: [['Accept', `application/json, ${DICOM}`]],
        headers: [['Content-Type', type]],
        body: A,
      }),
      'instance',
      only,
    );
  expectFinding(answer(DICOM), 'WADO-RS-003', { assertions: 4 });
  assert.equal(answer('text/html').violations[0]?.where.kind, 'header');
  assert.ok(answer('text/html').violationCount > 1);
});

test('of an instance it is said which one was asked for', () => {
  const foreign = returnsInstances(multipart(DICOM, [B]), 'instance', only);
  assert.equal(foreign.claim, 'returns the instance that is named');
  expectFinding(foreign, 'WADO-RS-003', {
    verdict: 'fail',
    assertions: 5,
    violations: [{ expected: 'instance 1.1', actual: '1 instance, none of them known', where: { kind: 'exchange' } }],
  });
});
