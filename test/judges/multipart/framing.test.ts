import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { multipartIsWellFormed } from '../../../lib/judges/multipart/framing.ts';
import { file } from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart, multipartBody, type Part } from '../exchanges.ts';
import { expectFinding, findingOn } from '../expect.ts';

const IDS = ['MP-001', 'MP-002', 'MP-003', 'MP-004', 'MP-005', 'MP-006', 'MP-007', 'MP-008', 'MP-009'];
const part = (extra: Part['headers'] = [], body: Part['body'] = file([])): Part => ({
  headers: [['Content-Type', DICOM], ...extra],
  body,
});
const on = (requirement: string, answer: Exchange) => findingOn(multipartIsWellFormed(answer), requirement);
const where = { kind: 'header', name: 'Content-Type' } as const;
const labelled = (type: string, body: Uint8Array | string = multipartBody([part()])) =>
  exchange({
    headers: [
      ['Content-Type', type],
      ['Transfer-Encoding', 'chunked'],
    ],
    body,
  });

test('a well-formed answer passes all nine', () => {
  const headers = [
    ['Content-Length', String(file([]).length)],
    ['Content-Location', 'http://server/studies/1.2/series/1.2.3.4/instances/1.2.3.4.5'],
  ] as const;
  const findings = multipartIsWellFormed(multipart(DICOM, [part(headers)]));
  assert.deepEqual(
    findings.map(({ requirement, verdict }) => [requirement, verdict]),
    IDS.map((id) => [id, 'pass']),
  );
  assert.deepEqual(
    findings.map(({ claim }) => claim),
    [
      'labels the response multipart/related',
      'has the boundary and type parameters',
      'names the type of the root part',
      'divides the parts by CRLF and the boundary, and closes the last',
      'uses a legal boundary, quoted where it needs to be',
      'starts each part with its header fields',
      'states the exact length of each part',
      'locates the resource that each part stands for',
      'sends parts as plain octets',
    ],
  );
  assert.deepEqual(
    findings.map(({ assertions }) => assertions),
    [1, 2, 1, 1, 2, 1, 1, 4, 1],
  );
});

test('MP-001: an answer without payload has nothing to label', () => {
  expectFinding(findingOn(multipartIsWellFormed(exchange({ status: 204 })), 'MP-001'), 'MP-001', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'there is no payload to label',
  });
});

test('an answer that never came, or is no success, is not judged', () => {
  for (const [answer, remark] of [
    [failed('reset', 'gone'), 'X.1: reset, gone'],
    [exchange({ status: 404, reason: 'Not Found' }), 'X.1 was answered 404 Not Found'],
  ] as const) {
    for (const finding of multipartIsWellFormed(answer)) {
      expectFinding(finding, finding.requirement, {
        verdict: 'incomplete',
        reason: 'prerequisite-failed',
        assertions: 0,
        remark,
      });
    }
  }
});

test('MP-001: another label fails', () => {
  for (const type of ['multipart/mixed; boundary=b', 'application/dicom']) {
    expectFinding(on('MP-001', labelled(type)), 'MP-001', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('multipart-labelled-otherwise', where, { type })],
    });
  }
  const unlabelled = exchange({ body: multipartBody([part()]) });
  assert.equal(on('MP-001', unlabelled).breaches[0]?.parameters.type, null);
  const preceded = Buffer.concat([Buffer.from('\r\n'), multipartBody([part()])]);
  assert.equal(on('MP-001', labelled('application/dicom', preceded)).verdict, 'fail');
});

test('MP-001: an answer that is not in parts has none to label', () => {
  expectFinding(on('MP-001', labelled('application/dicom', file([]))), 'MP-001', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: `the answer has no parts: 200, ${file([]).length} bytes of "application/dicom"`,
  });
});

test('what is no multipart at all leaves the other eight unjudged', () => {
  const findings = multipartIsWellFormed(labelled('application/dicom', 'x')).slice(1);
  for (const { requirement, verdict, reason, remark } of findings) {
    assert.deepEqual([verdict, reason], ['incomplete', 'prerequisite-failed'], requirement);
    const parameters = requirement === 'MP-002' || requirement === 'MP-005';
    const why = parameters
      ? 'Content-Type is "application/dicom"'
      : 'no boundary, so no parts: MP-001 and MP-002 tell why';
    assert.equal(remark, why);
  }
});

test('MP-002: a missing boundary fails, a missing type warns', () => {
  expectFinding(on('MP-002', labelled('multipart/related; type="application/dicom"')), 'MP-002', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('multipart-without-boundary', where, { type: 'multipart/related; type="application/dicom"' })],
  });
  expectFinding(on('MP-002', labelled('multipart/related; boundary=b')), 'MP-002', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('multipart-without-type', where, { type: 'multipart/related; boundary=b' })],
  });
});

test('MP-003: the type is that of the first part', () => {
  const other = { headers: [['Content-Type', 'application/octet-stream; x=1']], body: 'x' } as const;
  expectFinding(on('MP-003', multipart(DICOM, [other, part()])), 'MP-003', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach(
        'multipart-type-untrue',
        { ...where, part: 0 },
        { announced: 'application/dicom', actual: 'application/octet-stream; x=1' },
      ),
    ],
  });
  assert.equal(on('MP-003', multipart(DICOM, [part(), other])).verdict, 'pass');
  assert.equal(on('MP-003', multipart('Application/DICOM', [part()])).verdict, 'pass');
  const untyped = on('MP-003', multipart(DICOM, [{ body: 'x' }]));
  assert.deepEqual([untyped.verdict, untyped.breaches[0]?.parameters.actual], ['fail', null]);
  assert.equal(on('MP-003', multipart('dicom', [part()])).verdict, 'fail');
});

test('MP-003: start names another root, where it names one', () => {
  const other = { headers: [['Content-Type', 'text/plain']], body: 'x' } as const;
  const root = part([['Content-ID', '<r>']]);
  const started = (start: string, parts: readonly Part[]) =>
    on('MP-003', labelled(`multipart/related; type="${DICOM}"; boundary=b; start="${start}"`, multipartBody(parts)));
  expectFinding(started('<r>', [other, root]), 'MP-003', { assertions: 1 });
  assert.deepEqual(started('<r>', [root, other]).verdict, 'pass');
  const wrong = started('<o>', [root, { ...other, headers: [...other.headers, ['Content-ID', '<o>']] }]);
  assert.deepEqual(wrong.breaches[0]?.where, { ...where, part: 1 });
  assert.deepEqual(started('<none>', [other, root]).breaches[0]?.where, { ...where, part: 0 });
});

test('MP-003: without type or without part there is nothing to compare', () => {
  const incomplete = { verdict: 'incomplete', reason: 'prerequisite-failed', assertions: 0 } as const;
  expectFinding(on('MP-003', labelled('multipart/related; boundary=b')), 'MP-003', {
    ...incomplete,
    remark: 'there is no type parameter',
  });
  expectFinding(on('MP-003', multipart(DICOM, [])), 'MP-003', { ...incomplete, remark: 'there is no part' });
});
