import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  answers304ToItsETag,
  sendsAnswerToAnotherEtag,
  strongEtagIsOfOneRepresentation,
} from '../../../lib/judges/http/etag.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const answer = (id: string, status: number, etag: string | null): Exchange =>
  exchange({ id, status, headers: etag === null ? [] : [['ETag', etag]] });
const first = answer('F', 200, '"a"');

test('COMMON-034: 304 passes, whatever the strength of the ETag, and with or without it', () => {
  expectFinding(answers304ToItsETag(answer('A', 304, '"a"'), first), 'COMMON-034', { assertions: 1 });
  const weak = answers304ToItsETag(answer('A', 304, null), answer('F', 200, 'W/"a"'));
  expectFinding(weak, 'COMMON-034', { assertions: 1 });
});

test('COMMON-034: the same ETag with the whole answer fails, and so does an error', () => {
  for (const again of [answer('A', 200, '"a"'), answer('A', 412, null), answer('A', 500, null)]) {
    const status = again.response?.status ?? 0;
    expectFinding(answers304ToItsETag(again, first), 'COMMON-034', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('etag-not-matched', { kind: 'status' }, { status, expected: ['304'] })],
    });
  }
});

test('COMMON-034: without an ETag that a client can send back, nothing can be told', () => {
  for (const etag of [null, 'bare', '"a b"']) {
    expectFinding(answers304ToItsETag(answer('A', 200, etag), answer('F', 200, etag)), 'COMMON-034', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark: 'F has no ETag that a client can send back',
    });
  }
});

test('COMMON-034: a resource that changed, or an answer that is missing, tells nothing', () => {
  const cannot = { verdict: 'incomplete', assertions: 0 } as const;
  for (const etag of ['"b"', null]) {
    expectFinding(answers304ToItsETag(answer('A', 200, etag), first), 'COMMON-034', {
      ...cannot,
      reason: 'prerequisite-failed',
      remark: 'A does not have the ETag of F',
    });
  }
  expectFinding(answers304ToItsETag(failed('timed-out', 'no byte', 'A'), first), 'COMMON-034', {
    ...cannot,
    reason: 'timed-out',
    remark: 'A: timed-out, no byte',
  });
  expectFinding(answers304ToItsETag(answer('A', 304, null), answer('F', 404, null)), 'COMMON-034', {
    ...cannot,
    reason: 'prerequisite-failed',
    remark: 'F was answered 404',
  });
});

test('COMMON-034: another ETag is answered with the resource; 304 fails, an error or no ETag shows nothing', () => {
  const sent = '"b"';
  expectFinding(sendsAnswerToAnotherEtag(answer('A', 200, '"a"'), first, sent), 'COMMON-034', { assertions: 1 });
  expectFinding(sendsAnswerToAnotherEtag(answer('A', 304, '"a"'), first, sent), 'COMMON-034', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('other-etag-matched', { kind: 'status' }, { sent })],
  });
  for (const [again, before, reason] of [
    [answer('A', 500, null), first, 'prerequisite-failed'],
    [answer('A', 304, null), answer('F', 200, null), 'not-exercised'],
  ] as const) {
    const finding = sendsAnswerToAnotherEtag(again, before, sent);
    assert.equal(finding.verdict, 'incomplete');
    assert.equal(finding.reason, reason);
  }
});

const MULTIPART = 'multipart/related; type="application/dicom+xml"; boundary=b';
const described = (id: string, etag: string, uids: readonly string[] | null): Exchange => {
  const dataSets = (uids ?? []).map((uid) => ({ '00080018': { vr: 'UI', Value: [uid] } }));
  const type = uids === null ? MULTIPART : 'application/dicom+json';
  const headers = [['ETag', etag] as const, ['Content-Type', type] as const];
  return exchange({ id, status: 200, headers, body: uids === null ? '--b--' : JSON.stringify(dataSets) });
};
const both = described('F', '"a"', ['1.2', '1.3']);

test('COMMON-034: a strong ETag of two media types fails, and another one for each passes', () => {
  const types = ['application/dicom+json', 'multipart/related of application/dicom+xml'];
  expectFinding(strongEtagIsOfOneRepresentation(described('X', '"a"', null), both), 'COMMON-034', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('etag-of-two-types', { kind: 'header', name: 'ETag' }, { etag: '"a"', types })],
  });
  expectFinding(strongEtagIsOfOneRepresentation(described('X', '"b"', null), both), 'COMMON-034', { assertions: 1 });
});

test('COMMON-034: a strong ETag that stays though an instance went fails, and one that changes passes', () => {
  expectFinding(strongEtagIsOfOneRepresentation(described('X', '"a"', ['1.3']), both), 'COMMON-034', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('etag-outlives-change', { kind: 'header', name: 'ETag' }, { etag: '"a"' })],
  });
  expectFinding(strongEtagIsOfOneRepresentation(described('X', '"b"', ['1.3']), both), 'COMMON-034', { assertions: 1 });
});

test('COMMON-034: a weak ETag may be that of several, and the same answer again tells nothing', () => {
  for (const [again, remark] of [
    [described('X', 'W/"a"', null), 'X has no strong ETag'],
    [described('X', '"a"', ['1.3', '1.2']), 'X has the type and the instances of F'],
  ] as const)
    expectFinding(strongEtagIsOfOneRepresentation(again, both), 'COMMON-034', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark,
    });
});
