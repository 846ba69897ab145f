import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  challengesOn401,
  faultyInputIsNoServerError,
  partialContentOnlyForRanges,
  refusesMethodWithAllow,
  searchStatusesAreDefined,
  speaksCurrentHttp,
  storeStatusesAreDefined,
} from '../../../lib/judges/http/service-statuses.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';

const ALL = [
  200, 201, 202, 204, 206, 301, 400, 401, 403, 404, 405, 406, 409, 410, 411, 413, 414, 415, 422, 424, 500, 501, 503,
];
const verdicts = (judge: typeof searchStatusesAreDefined, verdict: string) =>
  ALL.filter((status) => judge(exchange({ status })).verdict === verdict);

test('searches may be answered with the statuses of their transaction', () => {
  assert.deepEqual(
    verdicts(searchStatusesAreDefined, 'pass'),
    [200, 204, 400, 401, 403, 404, 405, 406, 410, 413, 414, 501, 503],
  );
  assert.deepEqual(verdicts(searchStatusesAreDefined, 'fail'), [201, 202, 301, 409, 411, 415, 422, 424]);
  assert.deepEqual(verdicts(searchStatusesAreDefined, 'incomplete'), [500]);
  const finding = searchStatusesAreDefined(exchange({ status: 206 }));
  expectFinding(finding, 'QIDO-068', {
    verdict: 'warn',
    assertions: 1,
    breaches: [
      breach(
        'search-status-undefined',
        { kind: 'status' },
        {
          status: 206,
          expected: ['200', '204', '400', '401', '403', '404', '405', '406', '410', '413', '414', '501', '503'],
        },
      ),
    ],
    remark: '206: kept for Range requests by Table 8.5-1',
  });
  assert.equal(finding.claim, 'answers searches with defined statuses');
});

test('store requests may be answered with the statuses of their transaction', () => {
  const pass = [200, 202, 400, 401, 403, 404, 405, 406, 409, 411, 413, 415, 422, 424, 501, 503];
  assert.deepEqual(verdicts(storeStatusesAreDefined, 'pass'), pass);
  assert.deepEqual(
    verdicts(storeStatusesAreDefined, 'fail'),
    ALL.filter((status) => status !== 500 && !pass.includes(status)),
  );
  const failing = storeStatusesAreDefined(exchange({ status: 500, reason: 'Oops' }));
  assert.deepEqual([failing.verdict, failing.remark], ['incomplete', 'the server failed: 500 Oops']);
  expectFinding(storeStatusesAreDefined(exchange({ status: 204 })), 'STOW-041', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('store-status-undefined', { kind: 'status' }, { status: 204, expected: pass.map(String) })],
  });
  assert.equal(storeStatusesAreDefined(exchange()).requirement, 'STOW-041');
  assert.equal(storeStatusesAreDefined(exchange()).claim, 'answers store requests with defined statuses');
});

test('one undefined status among several is named with its exchange, and a missing answer is not judged', () => {
  const finding = searchStatusesAreDefined(
    exchange({ id: 'Q.1' }),
    exchange({ id: 'Q.2', status: 202 }),
    exchange({ id: 'Q.3', status: 206 }),
    failed('reset', 'gone', 'Q.4'),
  );
  assert.equal(finding.verdict, 'fail');
  assert.deepEqual(shownBy(finding), ['Q.2 search-status-undefined', 'Q.3 search-status-undefined']);
  assert.deepEqual(
    finding.breaches.map(({ parameters }) => parameters.status),
    [202, 206],
  );
  assert.equal(finding.remark, 'Q.3: 206: kept for Range requests by Table 8.5-1; Q.4: reset, gone');
  const silent = searchStatusesAreDefined(failed('reset', 'gone'));
  assert.deepEqual([silent.verdict, silent.reason], ['incomplete', 'prerequisite-failed']);
});

test('faulty input may be refused or served, but is no error of the server', () => {
  const statuses = (verdict: string) =>
    [200, 204, 400, 404, 499, 500, 501, 503].filter(
      (status) => faultyInputIsNoServerError(exchange({ status })).verdict === verdict,
    );
  assert.deepEqual(statuses('fail'), [500, 501, 503]);
  assert.deepEqual(statuses('pass'), [200, 204, 400, 404, 499]);
  const finding = faultyInputIsNoServerError(exchange({ id: 'A' }), exchange({ id: 'B', status: 502 }));
  expectFinding(finding, 'COMMON-029', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('faulty-input-server-error', { kind: 'status' }, { status: 502 })],
  });
  assert.equal(finding.claim, 'answers faulty input without a 5xx status');
  const busy = exchange({ status: 503, headers: [['Retry-After', '5']] });
  expectFinding(faultyInputIsNoServerError(busy), 'COMMON-029', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the server says that it is busy: 503',
  });
});

test('206 is for Range requests', () => {
  const range = [['Range', 'bytes=0-1']] as const;
  expectFinding(partialContentOnlyForRanges(exchange()), 'COMMON-030', { assertions: 1 });
  expectFinding(partialContentOnlyForRanges(exchange({ status: 206, requestHeaders: range })), 'COMMON-030', {
    assertions: 1,
  });
  const breaches = [breach('partial-content-without-range', { kind: 'status' }, { status: 206 })];
  const search = partialContentOnlyForRanges(exchange({ status: 206, operation: 'search studies' }));
  expectFinding(search, 'COMMON-030', { verdict: 'fail', assertions: 1, breaches });
  expectFinding(partialContentOnlyForRanges(exchange({ status: 206 })), 'COMMON-030', {
    verdict: 'warn',
    assertions: 1,
    breaches,
    remark: 'Table 10.4.3-1 lists 206, Table 8.5-1 keeps it for ranges',
  });
  const second = partialContentOnlyForRanges(exchange({ id: 'A' }), exchange({ id: 'B', status: 206 }));
  assert.deepEqual(shownBy(second), ['B partial-content-without-range']);
  assert.equal(second.claim, 'answers 206 to Range requests only');
});

const patch = (parts: Parameters<typeof exchange>[0]) =>
  refusesMethodWithAllow(exchange({ method: 'PATCH', ...parts }));

test('405 comes with Allow', () => {
  const finding = patch({ status: 405, headers: [['Allow', 'GET, POST']] });
  expectFinding(finding, 'COMMON-026', { assertions: 3 });
  assert.equal(finding.claim, 'answers 405 with the allowed methods');
  expectFinding(patch({ status: 405, headers: [['Allow', '']] }), 'COMMON-026', { assertions: 3 });
  expectFinding(patch({ status: 405 }), 'COMMON-026', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('not-allowed-without-allow', { kind: 'header', name: 'Allow' }, { method: 'PATCH' })],
  });
});

test('Allow does not list the method that was refused', () => {
  const headers = [
    ['Allow', 'GET'],
    ['Allow', 'POST , PATCH'],
  ] as const;
  expectFinding(patch({ status: 405, headers }), 'COMMON-026', {
    verdict: 'warn',
    assertions: 3,
    breaches: [
      breach(
        'allow-lists-refused-method',
        { kind: 'header', name: 'Allow' },
        { method: 'PATCH', allow: 'GET, POST , PATCH' },
      ),
    ],
  });
});

test('another refusal warns, a success fails', () => {
  for (const status of [301, 400, 401, 403, 404, 406, 415, 422, 500]) {
    expectFinding(patch({ status }), 'COMMON-026', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('method-not-refused', { kind: 'status' }, { status, expected: ['405'] })],
      remark: `${status}: refused, but not with 405`,
    });
  }
  for (const status of [200, 204]) assert.equal(patch({ status }).verdict, 'fail');
});

test('a method that the server does not implement may be answered 501', () => {
  expectFinding(patch({ status: 501 }), 'COMMON-026', {
    verdict: 'info',
    assertions: 1,
    remark: 'PATCH is not implemented at all, which RFC 9110 §9.1 lets 501 say',
  });
});

test('401 comes with a challenge', () => {
  const challenge = (value: string) =>
    challengesOn401(exchange({ status: 401, headers: [['WWW-Authenticate', value]] }));
  const finding = challenge('Basic realm="x"');
  expectFinding(finding, 'COMMON-022', { assertions: 1 });
  assert.equal(finding.claim, 'answers 401 with a challenge');
  const where = { kind: 'header', name: 'WWW-Authenticate' } as const;
  expectFinding(challenge(' "odd"'), 'COMMON-022', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('challenge-missing', where, { challenges: [' "odd"'] })],
  });
  expectFinding(challengesOn401(exchange({ id: 'A' }), exchange({ id: 'B', status: 401 })), 'COMMON-022', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('challenge-missing', where, { challenges: [] })],
  });
  const several = exchange({
    status: 401,
    headers: [
      ['WWW-Authenticate', '""'],
      ['www-authenticate', '(x)'],
    ],
  });
  assert.deepEqual(challengesOn401(several).breaches[0]?.parameters.challenges, ['""', '(x)']);
});

test('without a 401 there is no challenge to judge', () => {
  expectFinding(challengesOn401(exchange({ status: 403 })), 'COMMON-022', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
});

test('HTTP/1.1 and 2 pass, 3 is recorded, 1.0 warns', () => {
  for (const version of ['1.1', 'HTTP/1.1', '2', '2.0', 'HTTP/2']) {
    expectFinding(speaksCurrentHttp(exchange({ version })), 'COMMON-002', { assertions: 1 });
  }
  expectFinding(speaksCurrentHttp(exchange({ version: '3' })), 'COMMON-002', {
    verdict: 'info',
    assertions: 1,
    remark: 'HTTP/3, newer than the standard knows',
  });
  const finding = speaksCurrentHttp(
    exchange({ id: 'A' }),
    exchange({ id: 'B', version: 'HTTP/1.0' }),
    exchange({ id: 'C', version: '3' }),
  );
  expectFinding(finding, 'COMMON-002', {
    verdict: 'warn',
    assertions: 3,
    breaches: [breach('old-http-version', { kind: 'status' }, { version: 'HTTP/1.0' })],
    remark: 'C: HTTP/3, newer than the standard knows',
  });
  assert.equal(finding.claim, 'speaks HTTP/1.1 or HTTP/2');
  for (const version of ['1.10', 'SHTTP/1.1', '11.1', '2.01', '0.9', '1.3']) {
    assert.equal(speaksCurrentHttp(exchange({ version })).verdict, 'warn', version);
  }
});

test('every field of Allow is read', () => {
  const headers = [
    ['Allow', 'PATCH'],
    ['Allow', 'GET'],
  ] as const;
  assert.equal(patch({ status: 405, headers }).verdict, 'warn');
});
