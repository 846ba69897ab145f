import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../lib/breaches/breach.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { assess } from '../../lib/judges/assess.ts';
import { assessShown } from '../../lib/judges/assess-served.ts';
import { assessStatus, retrieved } from '../../lib/judges/assess-status.ts';
import { completeResponse } from '../../lib/judges/complete-response.ts';
import { answerUnder } from '../../lib/judges/followed-link.ts';
import { doesNotDecode } from '../../lib/judges/not-decoded.ts';
import { exchange, failed } from './exchanges.ts';
import { expectFinding } from './expect.ts';
import { anInstance, json } from './json-answers.ts';

const WHERE = { kind: 'exchange' } as const;
const on = (answer: Exchange, judge: Parameters<typeof assess>[3]) =>
  assess('COMMON-001', 'a claim on it', [answer], judge);

test('an answer that is too large for the harness is beyond a limit, one that is late timed out', () => {
  for (const [code, reason] of [
    ['too-large', 'over-limit'],
    ['timed-out', 'timed-out'],
    ['reset', 'prerequisite-failed'],
  ] as const) {
    const finding = on(failed(code, 'so'), (a) => assert.equal(completeResponse(failed(code, 'so'), a), null));
    assert.deepEqual([finding.verdict, finding.reason, finding.remark], ['incomplete', reason, `X.1: ${code}, so`]);
  }
});

test('a partial answer to a retrieve is a breach of its own', () => {
  const answer = exchange({ status: 206 });
  const finding = on(answer, (a) => {
    assert.ok(answer.response);
    assert.equal(assessStatus(answer.response, retrieved('instances-not-retrieved'), a), false);
  });
  expectFinding(finding, 'COMMON-001', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('partial-content-without-range', { kind: 'status' }, { status: 206 })],
    remark: '206: listed for Retrieve by Table 10.4.3-1, kept for Range requests by Table 8.5-1',
  });
});

test('an answer without what is stored is told apart from one that cannot be read', () => {
  for (const [answer, readable] of [
    [json([]), true],
    [exchange({ body: '<html>' }), false],
  ] as const) {
    expectFinding(
      on(answer, (a) => assessShown(answer, { study: '1.2.3' }, a)),
      'COMMON-001',
      { verdict: 'fail', assertions: 1, breaches: [breach('stored-not-shown', WHERE, { readable })] },
    );
  }
});

test('406 for what holds no pixels is no refusal to decode', () => {
  const answer = exchange({ status: 406 });
  on(answer, (a) => {
    assert.ok(answer.response);
    assert.equal(doesNotDecode(answer.response, anInstance(), a), false);
  });
});

test('a link that leads below another root than was asked is remarked on where it is dead', () => {
  const remark = (url: string, base: string, status = 400) => {
    const answer = exchange({ status });
    return on(answer, (a) => answerUnder({ url, exchange: answer, base, link: 'RetrieveURL' }, WHERE, a)).remark;
  };
  const asked = 'https://hospital/pacs/studies/1.2';
  assert.match(
    remark('http://internal:8042/dicom-web/studies/1.2/series/1', asked) ?? '',
    /^the URL lies below http:\/\/internal:8042\/dicom-web, the server was asked below https:\/\/hospital\/pacs: /,
  );
  assert.match(
    remark('http://internal:8042/dicom-web/studies', 'https://hospital/studies?limit=1') ?? '',
    /^the URL lies below http:\/\/internal:8042\/dicom-web, the server was asked below https:\/\/hospital: /,
  );
  assert.match(remark('http://internal/studies/1', 'https://hospital/other') ?? '', /asked below https:\/\/hospital: /);
  assert.equal(remark('https://hospital/pacs/studies/1.2/series/1', asked), undefined);
  assert.equal(remark('http://internal/studies/1', asked, 200), undefined);
});
