import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { takesOrRefusesUnordered } from '../../../lib/judges/retrieve/frame-order.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const twin = exchange({ id: 'T' });
const LEFT = '§10.1.1 knows ascending lists only, and to 2019a any order was allowed';

test('WADO-RS-043: a list that does not ascend is served or refused, which is recorded', () => {
  for (const status of [200, 400, 404, 406, 501])
    expectFinding(takesOrRefusesUnordered(exchange({ status }), twin), 'WADO-RS-043', {
      verdict: 'info',
      assertions: 1,
      remark: `${status}: ${LEFT}`,
    });
});

test('WADO-RS-043: an error of the server is a breach', () => {
  for (const status of [204, 500])
    expectFinding(takesOrRefusesUnordered(exchange({ status }), twin), 'WADO-RS-043', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('frame-order-badly-handled', { kind: 'status' }, { status, expected: ['200', '400', '404'] })],
    });
});

test('WADO-RS-043: nothing is judged where one frame is not served, or there is no answer', () => {
  const untold = { verdict: 'incomplete', reason: 'prerequisite-failed', assertions: 0 } as const;
  expectFinding(takesOrRefusesUnordered(exchange(), exchange({ id: 'T', status: 404 })), 'WADO-RS-043', {
    ...untold,
    remark: 'T was answered 404',
  });
  expectFinding(takesOrRefusesUnordered(failed('reset', 'gone'), twin), 'WADO-RS-043', {
    ...untold,
    remark: 'X.1: reset, gone',
  });
  expectFinding(
    takesOrRefusesUnordered(exchange({ status: 503, headers: [['Retry-After', '1']] }), twin),
    'WADO-RS-043',
    {
      ...untold,
      remark: 'the server says that it is busy: 503',
    },
  );
});
