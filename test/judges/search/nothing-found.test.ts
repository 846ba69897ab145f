import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { assess } from '../../../lib/judges/assess.ts';
import { assessNothingFound } from '../../../lib/judges/search/nothing-found.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, json } from '../json-answers.ts';
import { STUDY_RESULT } from '../searches.ts';

const found = (results: number) =>
  breach('search-ignores-key', at('/0'), { key: 'PatientID', level: 'study', results });
const judged = (answer: Exchange) =>
  assess('QIDO-006', 'finds nothing', [answer], (a) => assessNothingFound(answer, { found }, a));

test('an empty list and 204 say that nothing was found', () => {
  expectFinding(judged(json([])), 'QIDO-006', { assertions: 2 });
  expectFinding(judged(exchange({ status: 204 })), 'QIDO-006', { assertions: 2 });
  expectFinding(judged(exchange({ status: 204, body: '[]' })), 'QIDO-006', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('search-no-match-with-body', { kind: 'bytes', offset: 0 }, { bytes: 2 })],
  });
  expectFinding(judged(exchange({ status: 404 })), 'QIDO-006', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-no-match-status', { kind: 'status' }, { status: 404, expected: ['200', '204'] })],
  });
});

test('something in the place of the empty list is told by where it stands', () => {
  for (const [answer, where, body] of [
    [json([{}]), at('/0'), '[{}]'],
    [json({}), { kind: 'exchange' }, '{}'],
    [json({ message: 'none' }), { kind: 'exchange' }, '{"message":"none"}'],
    [exchange({ body: '<html>' }), { kind: 'exchange' }, '<html>'],
  ] as const) {
    expectFinding(judged(answer), 'QIDO-006', {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('search-no-match-not-empty-list', where, { body })],
    });
  }
  expectFinding(judged(json([STUDY_RESULT, STUDY_RESULT])), 'QIDO-006', {
    verdict: 'fail',
    assertions: 2,
    breaches: [found(2)],
  });
});
