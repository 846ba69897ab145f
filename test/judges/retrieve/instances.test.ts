import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { breach } from '../../../lib/breaches/breach.ts';
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
    breaches: [breach('instances-not-retrieved', { kind: 'status' }, { status: 404, expected: ['200'] })],
  });
});

test('a wildcard that is refused is told as that', () => {
  const asked = (parameter: string, status: number) =>
    returnsInstances(
      exchange({ status, requestHeaders: [['Accept', `multipart/related; type="${DICOM}"${parameter}`]] }),
      'study',
      originals,
    ).breaches[0]?.code;
  assert.equal(asked('; transfer-syntax=*', 406), 'any-transfer-syntax-refused');
  for (const [parameter, status] of [
    ['; transfer-syntax=*', 404],
    [`; transfer-syntax=${EXPLICIT}`, 406],
    ['', 406],
  ] as const) {
    assert.equal(asked(parameter, status), 'instances-not-retrieved');
  }
});

test('other media types are named, in the message and in the parts', () => {
  const message = { kind: 'header', name: 'Content-Type' } as const;
  const mislabelled = multipart(DICOM, [A, B], {
    headers: [['Content-Type', `multipart/related; type="${OCTETS}"; boundary=b`]],
  });
  expectFinding(returnsInstances(mislabelled, 'study', originals), 'WADO-RS-001', {
    verdict: 'fail',
    assertions: 5,
    breaches: [breach('multipart-type-untrue', message, { announced: OCTETS, actual: DICOM })],
  });
  const part = { headers: [['Content-Type', OCTETS]], body: B } as const;
  expectFinding(returnsInstances(multipart(DICOM, [A, part]), 'study', originals), 'WADO-RS-001', {
    verdict: 'fail',
    assertions: 5,
    breaches: [breach('instance-part-media-type', { ...message, part: 1 }, { type: OCTETS })],
  });
  const mixed = multipart(DICOM, [A], { headers: [['Content-Type', `multipart/mixed; type="${DICOM}"; boundary=b`]] });
  assert.equal(returnsInstances(mixed, 'study', originals).breaches[0]?.code, 'instances-media-type');
});

test('an answer, or a part, without a media type is told as that', () => {
  const message = { kind: 'header', name: 'Content-Type' } as const;
  const untyped = breach('instances-media-type', message, { type: null });
  const bare = exchange({ body: A });
  assert.deepEqual(returnsInstances(bare, 'study', originals).breaches[0]?.parameters, untyped.parameters);
  const asked = { ...bare, request: { ...bare.request, headers: [['Accept', DICOM] as const] } };
  assert.equal(returnsInstances(asked, 'instance', only).breaches[0]?.code, 'instances-media-type');
  const part = breach('instance-part-media-type', { ...message, part: 1 }, { type: null });
  expectFinding(returnsInstances(multipart(DICOM, [A, { body: B }]), 'study', originals), 'WADO-RS-001', {
    verdict: 'fail',
    assertions: 5,
    breaches: [part],
  });
});

test('a type parameter is untrue only beside parts of DICOM', () => {
  const labelled = (type: string, ...parts: Parameters<typeof multipart>[1]) =>
    returnsInstances(
      multipart(DICOM, parts, { headers: [['Content-Type', `multipart/related; type="${type}"; boundary=b`]] }),
      'study',
      originals,
    ).breaches[0];
  assert.deepEqual(labelled('nonsense', A)?.parameters, { announced: 'nonsense', actual: DICOM });
  const other = { type: `multipart/related; type="${OCTETS}"; boundary=b` };
  for (const parts of [[], [{ body: A }], [{ headers: [['Content-Type', OCTETS]] as const, body: A }]]) {
    const seen = labelled(OCTETS, ...parts);
    assert.deepEqual([seen?.code, seen?.parameters], ['instances-media-type', other]);
  }
});

test('a foreign instance is named, also behind a part that cannot be read', () => {
  const finding = returnsInstances(multipart(DICOM, ['no file', file([], EXPLICIT, '1.9')]), 'study', originals);
  assert.deepEqual(
    finding.breaches.map(({ code, parameters }) => [code, parameters]),
    [['foreign-instance', { instance: '1.9' }]],
  );
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
    breaches: [breach('foreign-instance', { kind: 'exchange' }, { instance: '1.9' })],
  });
  const of = (level: 'series' | 'instance', ...parts: string[]) =>
    returnsInstances(multipart(DICOM, parts), level, level === 'series' ? [] : only).breaches.map(
      ({ code, parameters }) => [code, parameters],
    );
  assert.deepEqual(of('series'), [['retrieve-empty', { level: 'series' }]]);
  assert.deepEqual(of('instance'), Array(2).fill(['retrieve-empty', { level: 'instance' }]));
  assert.deepEqual(of('series', 'x', 'y'), [['retrieve-unreadable', { level: 'series', parts: 2 }]]);
});

test('an instance comes alone', () => {
  expectFinding(returnsInstances(multipart(DICOM, [A, B]), 'instance', only), 'WADO-RS-003', {
    verdict: 'fail',
    assertions: 6,
    breaches: [breach('instance-with-others', { kind: 'exchange' }, { instance: '1.1', count: 2 })],
  });
  const twice = returnsInstances(multipart(DICOM, [A, A]), 'instance', only);
  expectFinding(twice, 'WADO-RS-003', {
    verdict: 'fail',
    assertions: 6,
    breaches: [breach('instance-repeated', { kind: 'exchange' }, { instance: '1.1' })],
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
  const judged = (...bodies: (Uint8Array | string)[]) => holdsEachInstanceOnce(multipart(DICOM, bodies), originals);
  const pass = judged(B, A);
  expectFinding(pass, 'WADO-RS-004', { assertions: 2 });
  assert.equal(pass.claim, 'holds every instance once and no other');
  expectFinding(judged(A), 'WADO-RS-004', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('instance-missing', { kind: 'exchange' }, { instance: '1.2', name: 'red' })],
  });
  const where = { kind: 'part', part: 2 } as const;
  for (const [extra, seen] of [
    [file([], EXPLICIT, '1.9'), breach('foreign-instance', where, { instance: '1.9' })],
    [A, breach('instance-repeated', where, { instance: '1.1' })],
    ['not DICOM', breach('retrieve-unreadable', where, { level: 'instance', parts: 1 })],
  ] as const) {
    expectFinding(judged(A, B, extra), 'WADO-RS-004', {
      verdict: 'fail',
      assertions: 3,
      breaches: [seen],
    });
  }
});

test('the whole body counts as part 0', () => {
  const single = exchange({ headers: [['Content-Type', DICOM]], body: B });
  assert.deepEqual(holdsEachInstanceOnce(single, only).breaches[0]?.where, { kind: 'part', part: 0 });
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
  assert.equal(answer('text/html').breaches[0]?.where.kind, 'header');
  // The instance is there, whatever it is called.
  assert.equal(answer('text/html').breachCount, 1);
});

test('of an instance it is said which one was asked for', () => {
  const foreign = returnsInstances(multipart(DICOM, [B]), 'instance', only);
  assert.equal(foreign.claim, 'returns the instance that is named');
  expectFinding(foreign, 'WADO-RS-003', {
    verdict: 'fail',
    assertions: 5,
    breaches: [breach('foreign-instance', { kind: 'exchange' }, { instance: '1.2' })],
  });
});
