import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Header } from '../../../lib/http/exchange.ts';
import { admitsScriptsThroughout } from '../../../lib/judges/http/cross-origin.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const ORIGIN = 'https://viewer.example';
const ANY_ORIGIN: Header = ['Access-Control-Allow-Origin', '*'];
const FIELDS: Header = ['Access-Control-Allow-Headers', 'Accept, Authorization'];
const get = (...headers: Header[]) => exchange({ id: 'G', headers });
const preflight = (status: number, ...headers: Header[]) => exchange({ id: 'P', method: 'OPTIONS', status, headers });
const judged = (before: ReturnType<typeof preflight>, after: ReturnType<typeof get>) =>
  admitsScriptsThroughout(before, after, { origin: ORIGIN, fields: ['accept', 'authorization'] });

test('COMMON-035: a preflight that admits what the answer admits passes', () => {
  expectFinding(judged(preflight(204, ANY_ORIGIN, FIELDS), get(ANY_ORIGIN)), 'COMMON-035', { assertions: 5 });
  const own: Header = ['Access-Control-Allow-Origin', ORIGIN];
  expectFinding(judged(preflight(200, own, FIELDS), get(own)), 'COMMON-035', { assertions: 5 });
});

test('COMMON-035: to admit nobody, or somebody else, is recorded', () => {
  expectFinding(judged(preflight(405), get()), 'COMMON-035', {
    verdict: 'info',
    assertions: 1,
    remark: 'no script of another origin is admitted',
  });
  const other: Header = ['Access-Control-Allow-Origin', 'https://other.example'];
  expectFinding(judged(preflight(405), get(other)), 'COMMON-035', {
    verdict: 'info',
    assertions: 2,
    remark: 'scripts of https://other.example alone are admitted',
  });
});

test('COMMON-035: a preflight that is refused, or permits too little, warns', () => {
  expectFinding(judged(preflight(401, ANY_ORIGIN, FIELDS), get(ANY_ORIGIN)), 'COMMON-035', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('preflight-refused', { kind: 'status' }, { status: 401, expected: ['200', '204'] })],
  });
  const header = 'Access-Control-Allow-Headers';
  expectFinding(judged(preflight(204, ANY_ORIGIN, [header, '*']), get(ANY_ORIGIN)), 'COMMON-035', {
    verdict: 'warn',
    assertions: 5,
    breaches: [
      breach(
        'preflight-permits-too-little',
        { kind: 'header', name: header },
        { header, needed: 'authorization', seen: '*' },
      ),
    ],
  });
  const origin = 'Access-Control-Allow-Origin';
  expectFinding(judged(preflight(204, FIELDS), get(ANY_ORIGIN)), 'COMMON-035', {
    verdict: 'warn',
    assertions: 5,
    breaches: [
      breach(
        'preflight-permits-too-little',
        { kind: 'header', name: origin },
        { header: origin, needed: ORIGIN, seen: null },
      ),
    ],
  });
});

test('COMMON-035: two values of Access-Control-Allow-Origin are one too many for browsers', () => {
  for (const headers of [[ANY_ORIGIN, ANY_ORIGIN], [['Access-Control-Allow-Origin', '*, *']]] as Header[][])
    expectFinding(judged(preflight(204, ANY_ORIGIN, FIELDS), get(...headers)), 'COMMON-035', {
      verdict: 'warn',
      assertions: 1,
      breaches: [
        breach('origin-allowed-twice', { kind: 'header', name: 'Access-Control-Allow-Origin' }, { values: ['*', '*'] }),
      ],
    });
});
