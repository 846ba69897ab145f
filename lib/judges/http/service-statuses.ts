import { isBusy, statusLine } from '../../answers/response.ts';
import { quoted } from '../../answers/wording.ts';
import { type Exchange, headerValue, headerValues } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assessEach } from '../assess-each.ts';
import { assessStatus, type StatusExpectation } from '../assess-status.ts';

/** Table 8.5-1 has 405 and 501 for what is not offered, which others judge, and 410 for what was deleted. */
const SEARCH: StatusExpectation = {
  pass: [200, 204, 400, 401, 403, 404, 405, 406, 410, 413, 414, 501, 503],
  warn: { 206: 'kept for Range requests by Table 8.5-1' },
};
/** §8.5 calls its table the most common statuses: 422 and 424 say of a request what RFC 4918 has them for. */
const STORE: StatusExpectation = {
  pass: [200, 202, 400, 401, 403, 404, 405, 406, 409, 411, 413, 415, 422, 424, 501, 503],
  code: 'store-undefined-status',
};

/** QIDO-068: searches are answered with statuses that the transaction defines. */
export function searchStatusesAreDefined(...exchanges: readonly Exchange[]): Finding {
  return statusesAreWithin('QIDO-068', 'answers searches with defined statuses', exchanges, SEARCH);
}

/** STOW-041: store requests are answered with statuses that the transaction defines. */
export function storeStatusesAreDefined(...exchanges: readonly Exchange[]): Finding {
  return statusesAreWithin('STOW-041', 'answers store requests with defined statuses', exchanges, STORE);
}

function statusesAreWithin(
  requirement: string,
  claim: string,
  exchanges: readonly Exchange[],
  expectation: StatusExpectation,
): Finding {
  return assessEach(requirement, claim, exchanges, (response, a, prefix) => {
    assessStatus(response, expectation, prefix, a);
  });
}

/** COMMON-029: faulty input is answered as the client's error, or served, and never as one of the server. */
export function faultyInputIsNoServerError(...exchanges: readonly Exchange[]): Finding {
  return assessEach('COMMON-029', 'answers faulty input without a 5xx status', exchanges, (response, a, prefix) => {
    if (isBusy(response)) {
      a.cannot('prerequisite-failed', `${prefix}the server says that it is busy: ${statusLine(response)}`);
      return;
    }
    a.must(response.status < 500, () => ({
      expected: 'a 4xx status',
      actual: `${prefix}${statusLine(response)}`,
      where: { kind: 'status' },
    }));
  });
}

/** COMMON-030: 206 answers Range requests only; on Retrieve other tables of the standard list it. */
export function partialContentOnlyForRanges(...exchanges: readonly Exchange[]): Finding {
  const claim = 'answers 206 to Range requests only';
  return assessEach('COMMON-030', claim, exchanges, (response, a, prefix, { operation, request }) => {
    const legal = response.status !== 206 || headerValue(request.headers, 'Range') !== null;
    const grade = operation.startsWith('retrieve') ? a.should : a.must;
    grade(legal, () => ({
      expected: 'no 206 without a Range request',
      actual: `${prefix}${statusLine(response)}`,
      where: { kind: 'status' },
    }));
    if (!legal && operation.startsWith('retrieve'))
      a.remark('Table 10.4.3-1 lists 206, Table 8.5-1 keeps it for ranges');
  });
}

/** COMMON-026: a method that a resource does not have is answered 405 with the list of those that it has. */
export function refusesMethodWithAllow(exchange: Exchange): Finding {
  return assessEach('COMMON-026', 'answers 405 with the allowed methods', [exchange], (response, a, _, { request }) => {
    if (response.status === 501) {
      a.note(`${request.method} is not implemented at all, which RFC 9110 §9.1 lets 501 say`);
      return;
    }
    const other = 'refused, but not with 405';
    const refused = assessStatus(response, { pass: [405], warn: { 400: other, 404: other } }, '', a);
    if (!refused) return;
    const allow = headerValues(response.headers, 'Allow');
    a.must(allow.length > 0, () => ({
      expected: 'an Allow field',
      actual: 'none',
      where: { kind: 'header', name: 'Allow' },
    }));
    const methods = allow
      .join(',')
      .split(',')
      .map((method) => method.trim());
    a.should(!methods.includes(request.method), () => ({
      expected: `an Allow field without ${request.method}, which was refused`,
      actual: quoted(allow.join(', ')),
      where: { kind: 'header', name: 'Allow' },
    }));
  });
}

/** COMMON-022: every 401 among the exchanges brings a challenge. */
export function challengesOn401(...exchanges: readonly Exchange[]): Finding {
  return assessEach('COMMON-022', 'answers 401 with a challenge', exchanges, (response, a, prefix) => {
    if (response.status !== 401) return;
    const challenges = headerValues(response.headers, 'WWW-Authenticate');
    a.must(
      challenges.some((challenge) => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+/.test(challenge)),
      () => ({
        expected: 'a WWW-Authenticate field that names a scheme',
        actual: `${prefix}${challenges.length === 0 ? 'none' : quoted(challenges.join(', '))}`,
        where: { kind: 'header', name: 'WWW-Authenticate' },
      }),
    );
  });
}

/** COMMON-002: the server speaks HTTP/1.1 or later. */
export function speaksCurrentHttp(...exchanges: readonly Exchange[]): Finding {
  return assessEach('COMMON-002', 'speaks HTTP/1.1 or HTTP/2', exchanges, (response, a, prefix) => {
    const version = response.httpVersion.replace(/^HTTP\//i, '');
    if (/^3/.test(version)) {
      a.note(`${prefix}HTTP/${version}, newer than the standard knows`);
      return;
    }
    a.should(/^(1\.1|2(\.0)?)$/.test(version), () => ({
      expected: 'HTTP/1.1 or HTTP/2',
      actual: `${prefix}${quoted(response.httpVersion)}`,
      where: { kind: 'status' },
    }));
  });
}
