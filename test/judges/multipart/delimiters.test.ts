import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach, type SeenBreach } from '../../../lib/breaches/breach.ts';
import type { Place } from '../../../lib/breaches/place.ts';
import { boundaryIsLegal, isDelimitedByTheGrammar } from '../../../lib/judges/multipart/delimiters.ts';
import type { Finding } from '../../../lib/results/finding.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const TYPE = 'multipart/related; type="a/b"; boundary=bound';
const judged = (body: string): Finding =>
  isDelimitedByTheGrammar(exchange({ headers: [['Content-Type', TYPE]], body }));
const PART = 'A: b\r\n\r\nx';
const hex = (text: string) =>
  Buffer.from(text, 'latin1')
    .toString('hex')
    .replace(/(..)(?=.)/g, '$1 ');

test('parts between delimiters pass, with a preamble and an epilogue too', () => {
  expectFinding(judged(`--bound\r\n${PART}\r\n--bound--`), 'MP-004', { assertions: 1 });
  expectFinding(judged(`hello\r\n--bound \r\n${PART}\r\n--bound--\r\nbye`), 'MP-004', { assertions: 1 });
});

function expectDefect(
  body: string,
  make: (where: Place) => SeenBreach,
  offset: number,
  more: { due?: string; part?: number; verdict?: 'fail' | 'warn' } = {},
): void {
  const { due, part, verdict = 'fail' } = more;
  expectFinding(judged(body), 'MP-004', {
    verdict,
    assertions: 2,
    breaches: [
      {
        ...make({ kind: 'bytes', offset, ...(part === undefined ? {} : { part }) }),
        ...(due === undefined
          ? {}
          : { bytes: { offset, expected: hex(due.slice(0, 16)), actual: hex(body.slice(offset, offset + 16)) } }),
      },
    ],
  });
}

test('LF without CR before a delimiter', () => {
  expectDefect(
    `--bound\r\n${PART}\n--bound--\r\n`,
    (where) => breach('multipart-bare-line-feed', where, { place: 'before-delimiter' }),
    18,
    { due: '\r\n--bound', part: 0 },
  );
});

test('a delimiter that does not begin a line', () => {
  expectDefect(`--bound\r\n${PART}--bound--\r\n`, (where) => breach('multipart-delimiter-within-line', where, {}), 18, {
    due: '\r\n--bound',
    part: 0,
  });
});

test('LF without CR after a delimiter', () => {
  expectDefect(
    `--bound\n${PART}\r\n--bound--\r\n`,
    (where) => breach('multipart-bare-line-feed', where, { place: 'after-delimiter' }),
    7,
    { due: '\r\n' },
  );
});

test('more than the boundary on its line', () => {
  expectDefect(
    `--bound x\r\n${PART}\r\n--bound--\r\n`,
    (where) => breach('multipart-text-after-boundary', where, {}),
    7,
    { due: '\r\n' },
  );
});

test('more than the closing delimiter on its line', () => {
  expectDefect(
    `--bound\r\n${PART}\r\n--bound--\0\0\0`,
    (where) => breach('multipart-text-after-boundary', where, {}),
    29,
    { due: '\r\n', part: 0 },
  );
});

test('a line of a part that begins like the boundary', () => {
  expectDefect(
    `--bound\r\n${PART}\r\n--boundary\r\n--bound--\r\n`,
    (where) => breach('multipart-boundary-in-part', where, {}),
    27,
    { part: 0 },
  );
});

test('a closing delimiter that is missing', () => {
  expectDefect(
    `--bound\r\n${PART}`,
    (where) => breach('multipart-not-closed', where, { boundary: 'bound', bytes: 18 }),
    18,
    { due: '\r\n--bound--', part: 0 },
  );
});

test('a body that ends within a delimiter', () => {
  const body = `--bound\r\n${PART}\r\n--bound`;
  const finding = judged(body);
  assert.equal(finding.verdict, 'fail');
  assert.deepEqual(finding.breaches[0], {
    ...breach('multipart-delimiter-cut', { kind: 'bytes', offset: 27, part: 0 }, {}),
    bytes: { offset: 27, expected: '0d 0a', actual: '' },
    grade: 'fail',
    exchange: 'X.1',
  });
});

test('a part before the first delimiter, and one after the closing one, are warnings', () => {
  expectDefect(
    `Content-Type: a/b\r\n\r\nx\r\n--bound\r\n${PART}\r\n--bound--\r\n`,
    (where) => breach('multipart-part-before-first-delimiter', where, {}),
    0,
    { verdict: 'warn' },
  );
  expectDefect(
    `--bound\r\n${PART}\r\n--bound--\r\n--bound\r\n${PART}\r\n--bound--\r\n`,
    (where) => breach('multipart-delimiter-after-close', where, {}),
    31,
    { verdict: 'warn' },
  );
});

test('a body without delimiter and one without part fail once', () => {
  expectFinding(judged('nothing here'), 'MP-004', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach(
        'multipart-boundary-nowhere',
        { kind: 'bytes', offset: 0 },
        { boundary: 'bound', used: null, bytes: 12 },
        { offset: 0, expected: hex('--bound'), actual: hex('nothing here') },
      ),
    ],
  });
  const empty = judged('--bound--\r\n');
  assert.equal(empty.breachCount, 1);
  assert.deepEqual([empty.breaches[0]?.code, empty.breaches[0]?.parameters], ['multipart-without-part', { bytes: 11 }]);
  const boundless = isDelimitedByTheGrammar(
    exchange({ headers: [['Content-Type', 'multipart/related; boundary=""']], body: 'x' }),
  );
  assert.equal(boundless.breaches[0]?.code, 'multipart-boundary-nowhere');
});

test('defects of part headers are another duty', () => {
  expectFinding(judged('--bound\r\nA: b\n\r\nx\r\n--bound--\r\n'), 'MP-004', { assertions: 1 });
});

const boundary = (parameter: string) =>
  boundaryIsLegal(exchange({ headers: [['Content-Type', `multipart/related${parameter}`]], body: 'x' }));
const where = { kind: 'header', name: 'Content-Type' } as const;

test('a legal boundary passes, quoted where it is no token', () => {
  for (const parameter of [
    '; boundary=b',
    '; boundary=several-characters',
    '; type="a/b"; boundary=b',
    '; boundary="a b"',
    `; boundary="${'x'.repeat(70)}"`,
    `; boundary="'()+_,-./:=?"`,
  ]) {
    expectFinding(boundary(parameter), 'MP-005', { assertions: 2 });
  }
});

for (const value of ['', 'x'.repeat(71), 'a ', 'a*b', '*b']) {
  test(`the boundary "${value}" is illegal`, () => {
    expectFinding(boundary(`; boundary="${value}"`), 'MP-005', {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('boundary-illegal', where, { boundary: value, length: value.length })],
    });
  });
}

test('a boundary that is no token and not quoted warns', () => {
  for (const value of ['a:b', ':b', 'a:']) {
    expectFinding(boundary(`; boundary=${value}`), 'MP-005', {
      verdict: 'warn',
      assertions: 2,
      breaches: [breach('boundary-not-quoted', where, { boundary: value })],
    });
  }
});

test('no boundary, no multipart or no answer leaves it unjudged', () => {
  const incomplete = { verdict: 'incomplete', reason: 'prerequisite-failed', assertions: 0 } as const;
  expectFinding(boundary(''), 'MP-005', { ...incomplete, remark: 'there is no boundary parameter' });
  expectFinding(boundaryIsLegal(exchange({ body: 'x' })), 'MP-005', {
    ...incomplete,
    remark: 'Content-Type is nothing',
  });
  expectFinding(boundaryIsLegal(failed('reset', 'gone')), 'MP-005', { ...incomplete, remark: 'X.1: reset, gone' });
});

test('more parts than the harness reads are not judged', () => {
  const finding = judged(`${'--bound\r\n\r\n\r\n'.repeat(200_001)}--bound--\r\n`);
  assert.deepEqual([finding.verdict, finding.reason], ['incomplete', 'over-limit']);
  assert.equal(finding.remark, 'more than 200000 parts; the rest was not read');
});

test('a boundary of hostile length is cut in what is said of it', () => {
  const long = 'x'.repeat(1000);
  const answer = exchange({ headers: [['Content-Type', `multipart/related; boundary=${long}`]], body: 'nothing' });
  assert.equal(isDelimitedByTheGrammar(answer).breaches[0]?.parameters.boundary, `${'x'.repeat(400)}…`);
});

test('MP-005: the boundary is told from the parameters before it', () => {
  const finding = boundary('; start=a:b; boundary=b');
  expectFinding(finding, 'MP-005', { assertions: 2 });
  assert.equal(boundary('; type="a/b"').remark, 'there is no boundary parameter');
});
