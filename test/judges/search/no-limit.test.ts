import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { limitZeroGivesNothing } from '../../../lib/judges/search/no-limit.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { json } from '../json-answers.ts';
import { STUDY_RESULT } from '../searches.ts';

const twin = json([STUDY_RESULT], { id: 'T' });

test('QIDO-063: limit=0 is answered with no result', () => {
  for (const answer of [json([]), exchange({ status: 204 })])
    expectFinding(limitZeroGivesNothing(answer, twin), 'QIDO-063', { assertions: 1 });
});

test('QIDO-063: that limit=0 is refused, or taken for no limit, is recorded', () => {
  expectFinding(limitZeroGivesNothing(exchange({ status: 400 }), twin), 'QIDO-063', {
    verdict: 'info',
    remark: '400: whether nothing may be asked for, no clause says',
  });
  expectFinding(limitZeroGivesNothing(json([STUDY_RESULT]), twin), 'QIDO-063', {
    verdict: 'info',
    remark: 'limit=0 is taken for no limit',
  });
});

test('QIDO-063: any other error is a breach', () => {
  for (const status of [404, 500])
    expectFinding(limitZeroGivesNothing(exchange({ status }), twin), 'QIDO-063', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('limit-zero-badly-refused', { kind: 'status' }, { status, expected: ['200', '204'] })],
    });
});

test('QIDO-063: nothing is judged where the search does not work, or is not answered', () => {
  const untold = { verdict: 'incomplete', reason: 'prerequisite-failed', assertions: 0 } as const;
  expectFinding(limitZeroGivesNothing(json([]), exchange({ id: 'T', status: 500 })), 'QIDO-063', {
    ...untold,
    remark: 'T was answered 500',
  });
  for (const body of ['', '<html>'])
    expectFinding(limitZeroGivesNothing(exchange({ body }), twin), 'QIDO-063', {
      ...untold,
      assertions: 1,
      remark: 'X.1 cannot be read as a list of studies',
    });
  expectFinding(limitZeroGivesNothing(failed('reset', 'gone'), twin), 'QIDO-063', {
    ...untold,
    remark: 'X.1: reset, gone',
  });
});
