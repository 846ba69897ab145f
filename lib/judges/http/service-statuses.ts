import { isBusy, isSuccess, statusLine } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import { type Exchange, headerValue, headerValues } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assessEach } from '../assess-each.ts';
import { assessStatus, type StatusExpectation } from '../assess-status.ts';

/** Table 8.5-1 has 405 and 501 for what is not offered, which others judge, and 410 for what was deleted. */
const SEARCH: StatusExpectation = {
  pass: [200, 204, 400, 401, 403, 404, 405, 406, 410, 413, 414, 501, 503],
  warn: { 206: 'kept for Range requests by Table 8.5-1' },
  code: 'search-status-undefined',
};
/** §8.5 calls its table the most common statuses: 422 and 424 say of a request what RFC 4918 has them for. */
const STORE: StatusExpectation = {
  pass: [200, 202, 400, 401, 403, 404, 405, 406, 409, 411, 413, 415, 422, 424, 501, 503],
  code: 'store-status-undefined',
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
  return assessEach(requirement, claim, exchanges, (response, a) => {
    // Table 8.5-1 has 500 as well. Whether the server may fail here is judged with what was asked of it.
    if (response.status === 500) a.cannot('prerequisite-failed', `the server failed: ${statusLine(response)}`);
    else assessStatus(response, expectation, a);
  });
}

/** COMMON-029: faulty input is answered as the client's error, or served, and never as one of the server. */
export function faultyInputIsNoServerError(...exchanges: readonly Exchange[]): Finding {
  return assessEach('COMMON-029', 'answers faulty input without a 5xx status', exchanges, (response, a) => {
    if (isBusy(response)) {
      a.cannot('prerequisite-failed', `the server says that it is busy: ${statusLine(response)}`);
      return;
    }
    const { status } = response;
    a.must(status < 500, () => breach('faulty-input-server-error', { kind: 'status' }, { status }));
  });
}

/** COMMON-030: 206 answers Range requests only; on Retrieve other tables of the standard list it. */
export function partialContentOnlyForRanges(...exchanges: readonly Exchange[]): Finding {
  const claim = 'answers 206 to Range requests only';
  return assessEach('COMMON-030', claim, exchanges, (response, a, { operation, request }) => {
    const legal = response.status !== 206 || headerValue(request.headers, 'Range') !== null;
    const grade = operation.startsWith('retrieve') ? a.should : a.must;
    grade(legal, () => breach('partial-content-without-range', { kind: 'status' }, { status: response.status }));
    if (!legal && operation.startsWith('retrieve'))
      a.remark('Table 10.4.3-1 lists 206, Table 8.5-1 keeps it for ranges');
  });
}

const ALLOW = { kind: 'header', name: 'Allow' } as const;

/**
 * COMMON-026: a method that a resource does not have is answered 405 with the list of those that it has. No text demands
 * 405: a refusal with another status is a warning.
 */
export function refusesMethodWithAllow(exchange: Exchange): Finding {
  return assessEach(
    'COMMON-026',
    'answers 405 with the allowed methods',
    [exchange],
    (response, a, { request: { method } }) => {
      if (response.status === 501) {
        a.note(`${method} is not implemented at all, which RFC 9110 §9.1 lets 501 say`);
        return;
      }
      const isOther = response.status !== 405 && !isSuccess(response);
      const expectation: StatusExpectation = {
        pass: [405],
        warn: isOther ? { [response.status]: 'refused, but not with 405' } : {},
        code: 'method-not-refused',
      };
      if (!assessStatus(response, expectation, a)) return;
      const allow = headerValues(response.headers, 'Allow');
      a.must(allow.length > 0, () => breach('not-allowed-without-allow', ALLOW, { method }));
      const methods = allow
        .join(',')
        .split(',')
        .map((each) => each.trim());
      a.should(!methods.includes(method), () =>
        breach('allow-lists-refused-method', ALLOW, { method, allow: allow.join(', ') }),
      );
    },
  );
}

/** COMMON-022: every 401 among the exchanges brings a challenge. */
export function challengesOn401(...exchanges: readonly Exchange[]): Finding {
  return assessEach('COMMON-022', 'answers 401 with a challenge', exchanges, (response, a) => {
    if (response.status !== 401) return;
    const challenges = headerValues(response.headers, 'WWW-Authenticate');
    a.must(
      challenges.some((challenge) => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]/.test(challenge)),
      () => breach('challenge-missing', { kind: 'header', name: 'WWW-Authenticate' }, { challenges }),
    );
  });
}

/** COMMON-002: the server speaks HTTP/1.1 or later. */
export function speaksCurrentHttp(...exchanges: readonly Exchange[]): Finding {
  return assessEach('COMMON-002', 'speaks HTTP/1.1 or HTTP/2', exchanges, (response, a) => {
    const version = response.httpVersion.replace(/^HTTP\//i, '');
    if (/^3/.test(version)) {
      a.note(`HTTP/${version}, newer than the standard knows`);
      return;
    }
    a.should(/^(1\.1|2(\.0)?)$/.test(version), () =>
      breach('old-http-version', { kind: 'status' }, { version: response.httpVersion }),
    );
  });
}
