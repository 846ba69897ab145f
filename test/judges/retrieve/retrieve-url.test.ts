import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { type FollowedUrl, retrieveUrlsLeadToTheirObjects } from '../../../lib/judges/retrieve/retrieve-url.ts';
import { EXPLICIT, file } from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const URL_ = 'http://server/studies/1.2.3';
const follow = (answer: FollowedUrl['exchange'], more: Partial<FollowedUrl> = {}) =>
  retrieveUrlsLeadToTheirObjects('QIDO-021', {
    url: URL_,
    base: 'http://server/studies?limit=1',
    exchange: answer,
    instances: ['1.1', '1.2'],
    ...more,
  });
const found = multipart(DICOM, [file([], EXPLICIT, '1.2')]);
const where = { kind: 'element', path: '00081190' } as const;

test('a URL that leads to the object passes', () => {
  const finding = follow(found);
  expectFinding(finding, 'QIDO-021', { assertions: 3 });
  assert.equal(finding.claim, 'hands out RetrieveURLs that lead to the object');
  const store = retrieveUrlsLeadToTheirObjects('STOW-022', {
    url: URL_,
    base: URL_,
    exchange: found,
    instances: ['1.2'],
  });
  expectFinding(store, 'STOW-022', { assertions: 3 });
});

test('a relative reference warns', () => {
  expectFinding(follow(found, { url: '/studies/1.2.3' }), 'QIDO-021', {
    verdict: 'warn',
    assertions: 3,
    breaches: [breach('retrieve-url-relative', where, { url: '/studies/1.2.3' })],
  });
  assert.equal(follow(found, { url: 'HTTPS://server/x' }).verdict, 'pass');
  assert.equal(follow(found, { url: 'x-http://server/x' }).verdict, 'warn');
});

test('a host that cannot be reached from here warns', () => {
  for (const code of ['unreachable', 'tls'] as const) {
    expectFinding(follow(failed(code, 'why')), 'QIDO-021', {
      verdict: 'warn',
      assertions: 2,
      breaches: [breach('link-out-of-reach', where, { url: URL_, failure: code, link: 'RetrieveURL' })],
    });
  }
});

test('a status other than 200 fails', () => {
  expectFinding(follow(exchange({ status: 404 })), 'QIDO-021', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('retrieve-url-dead', { kind: 'status' }, { status: 404, expected: ['200'] })],
  });
});

test('a URL that leads nowhere since the server does not know where it is reached is told as that', () => {
  const base = 'https://pacs.example/pacs/dicom-web/series?limit=1';
  const told = (url: string, answer = exchange({ status: 404 })) => follow(answer, { url, base }).remark;
  const asked = 'the server was asked below https://pacs.example/pacs/dicom-web: does it know the URL that it is';
  for (const root of ['http://pacs.example/pacs/dicom-web', 'https://pacs.example/dicom-web', 'http://10.0.0.7:8042']) {
    const remark = `the URL lies below ${root}, ${asked} reached at?`;
    assert.equal(told(`${root}/studies/1.2.3`), remark);
    assert.equal(told(`${root}/studies/1.2.3`, failed('unreachable', 'why')), remark);
  }
  assert.match(told('http://10.0.0.7/bulk/7') ?? '', /^the URL lies below http:\/\/10\.0\.0\.7, /);
  assert.equal(told('https://pacs.example/pacs/dicom-web/studies/1.2.3'), undefined);
  assert.equal(told('https://pacs.example/bulk/7'), undefined, 'bulk data may lie anywhere on the server');
  assert.equal(told('http://10.0.0.7/studies/1.2.3', found), undefined);
});

test('a foreign host that wants credentials is not given them', () => {
  const elsewhere = { url: 'http://other/studies/1.2.3' };
  for (const status of [401, 403]) {
    expectFinding(follow(exchange({ status, url: elsewhere.url }), elsewhere), 'QIDO-021', {
      verdict: 'incomplete',
      reason: 'unsafe',
      assertions: 1,
      remark: `"http://other/studies/1.2.3" wants credentials, which go to the target's own origin only`,
    });
    assert.equal(follow(exchange({ status })).verdict, 'fail', 'the named server has them');
  }
  assert.equal(follow(exchange({ status: 404 }), elsewhere).verdict, 'fail');
  assert.equal(follow(exchange({ status: 401 }), { url: '/x' }).verdict, 'fail');
  assert.equal(follow(exchange({ status: 401 }), { url: 'http://' }).verdict, 'fail');
});

test('an object that is not the one it stands for fails', () => {
  const foreign = file([], EXPLICIT, '1.9');
  expectFinding(follow(multipart(DICOM, [file([], EXPLICIT, '1.1'), foreign, 'x'])), 'QIDO-021', {
    verdict: 'fail',
    assertions: 5,
    breaches: [
      breach('retrieve-url-leads-elsewhere', { kind: 'part', part: 1 }, { url: URL_, instance: '1.9' }),
      breach('retrieve-url-unreadable', { kind: 'part', part: 2 }, { url: URL_ }),
    ],
  });
  const single = exchange({ headers: [['Content-Type', DICOM]], body: foreign });
  assert.deepEqual(follow(single).breaches[0]?.where, { kind: 'part', part: 0 });
});

test('nothing under the URL fails', () => {
  expectFinding(follow(multipart(DICOM, [])), 'QIDO-021', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('retrieve-url-empty', where, { url: URL_ })],
  });
});

test('no URL, no answer and a broken coding leave it unjudged', () => {
  expectFinding(retrieveUrlsLeadToTheirObjects('QIDO-021'), 'QIDO-021', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  expectFinding(follow(failed('timed-out', 'slow')), 'QIDO-021', {
    verdict: 'incomplete',
    reason: 'timed-out',
    assertions: 1,
    remark: 'X.1: timed-out, slow',
  });
  const broken = follow(exchange({ headers: [['Content-Encoding', 'gzip']], body: 'x' }));
  assert.deepEqual([broken.reason, broken.assertions], ['prerequisite-failed', 2]);
});
