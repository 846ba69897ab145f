import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  refusesFramesBeyondTheLast,
  refusesFrameZero,
  refusesListBeyondTheLast,
  refusesWhatIsNoFrameNumber,
} from '../../../lib/judges/retrieve/frame-refusal.ts';
import { exchange, failed, multipart, OCTETS } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const twin = exchange({ id: 'T' });

for (const [requirement, claim, judge, answered, refused] of [
  ['WADO-RS-041', 'has no frame 0', refusesFrameZero, 'frame-zero-answered', 'frame-zero-badly-refused'],
  [
    'WADO-RS-044',
    'refuses a frame beyond the last one',
    refusesFramesBeyondTheLast,
    'frame-beyond-last-answered',
    'frame-beyond-last-badly-refused',
  ],
  [
    'WADO-RS-044',
    'refuses a frame that is no number',
    refusesWhatIsNoFrameNumber,
    'frame-name-answered',
    'frame-name-badly-refused',
  ],
] as const) {
  test(`${requirement}, ${claim}: 400 and 404 refuse the frame`, () => {
    for (const status of [400, 404]) {
      const finding = judge(exchange({ status }), twin);
      expectFinding(finding, requirement, { assertions: 1 });
      assert.equal(finding.claim, claim);
      assert.deepEqual(finding.exchanges, ['X.1', 'T']);
    }
  });

  test(`${requirement}, ${claim}: another refusal is a warning`, () => {
    for (const status of [406, 410, 416, 422, 501]) assert.equal(judge(exchange({ status }), twin).verdict, 'warn');
  });

  test(`${requirement}, ${claim}: any other answer is a breach`, () => {
    for (const [status, code] of [
      [200, answered],
      [204, answered],
      [403, refused],
      [500, refused],
    ] as const) {
      expectFinding(judge(exchange({ status }), twin), requirement, {
        verdict: 'fail',
        assertions: 1,
        breaches: [breach(code, { kind: 'status' }, { status, expected: ['400', '404'] })],
      });
    }
  });

  test(`${requirement}, ${claim}: who returns no frame 1 refuses nothing`, () => {
    for (const [one, remark] of [
      [exchange({ id: 'T', status: 404 }), 'T was answered 404'],
      [{ ...twin, response: null }, 'T: no response was recorded'],
      [failed('reset', 'x', 'T'), 'T: reset, x'],
    ] as const) {
      expectFinding(judge(exchange({ status: 404 }), one), requirement, {
        verdict: 'incomplete',
        reason: 'prerequisite-failed',
        assertions: 0,
        remark,
      });
    }
  });

  test(`${requirement}, ${claim}: without an answer nothing is judged`, () => {
    expectFinding(judge(failed('reset', 'gone'), twin), requirement, {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'X.1: reset, gone',
    });
  });
}

test('WADO-RS-044: a list with a frame too many is refused, or answered with what there is as a part', () => {
  const judge = (answer: ReturnType<typeof exchange>, one = twin) => refusesListBeyondTheLast(answer, one, 2, 1);
  const parts = (count: number, status = 200) =>
    multipart(
      OCTETS,
      Array.from({ length: count }, () => Uint8Array.of(1, 2)),
      { status },
    );
  for (const answer of [exchange({ status: 400 }), exchange({ status: 404 }), parts(1, 206)])
    expectFinding(judge(answer), 'WADO-RS-044', { assertions: 1 });
  assert.equal(judge(exchange({ status: 416 })).verdict, 'warn');
  for (const [returned, code] of [
    [1, 'frame-list-cut-silently'],
    [2, 'frame-list-made-up'],
  ] as const) {
    expectFinding(judge(parts(returned)), 'WADO-RS-044', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach(code, { kind: 'status' }, { status: 200, asked: 2, returned, last: 1 })],
    });
  }
  assert.equal(judge(parts(2, 206)).breaches[0]?.code, 'frame-list-made-up');
  for (const status of [200, 204, 500])
    assert.equal(judge(exchange({ status })).breaches[0]?.code, 'frame-list-badly-refused');
  assert.equal(judge(exchange({ status: 404 }), exchange({ id: 'T', status: 404 })).reason, 'prerequisite-failed');
  assert.equal(judge(failed('reset', 'gone')).reason, 'prerequisite-failed');
});
