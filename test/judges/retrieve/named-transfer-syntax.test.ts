import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { breach, type SeenBreach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import type { Retrieved } from '../../../lib/judges/assess-served.ts';
import {
  decompressesOnRequest,
  heedsQualityOfSyntaxes,
  isLosslesslyCompressed,
  refusesUnavailableSyntax,
  servesHeldByName,
  servesLossyByDefault,
} from '../../../lib/judges/retrieve/named-transfer-syntax.ts';
import type { Finding } from '../../../lib/results/finding.ts';
import {
  EXPLICIT,
  encapsulated,
  file,
  IMPLICIT,
  J2K,
  JPEG,
  JPEG_XL,
  RLE,
  raw,
  shape,
  stored,
  UIDS,
} from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { rleFrame } from '../rle-bytes.ts';

const J2K_LOSSY = '1.2.840.10008.1.2.4.91';
const STATUS = { kind: 'status' } as const;
const SYNTAX = { kind: 'element', path: '00020010', part: 0 } as const;
const PIXELS = { kind: 'element', path: '7FE00010', part: 0 } as const;
const UNTOLD = { verdict: 'incomplete', reason: 'prerequisite-failed' } as const;

const native = (...pixels: number[]) => file([...shape(1, 2), raw('7FE00010', 'OB', pixels)]);
const compressed = (syntax: string) => file([...shape(1, 2), encapsulated(Buffer.of(1, 2, 3, 4))], syntax);
/** Two pixels, 7 and 9, as one literal run. */
const rle = file([...shape(1, 2), encapsulated(rleFrame([[1, 7, 9, 0]]))], RLE);
const returning = (body: Uint8Array, id = 'X.1') => multipart(DICOM, [body], { id });

function beside(answer: Exchange, held: Uint8Array, twin = returning(held, 'T')): Retrieved {
  return { exchange: answer, twin, instance: stored(held) };
}

/** What is the same of each judge that wants an instance: a twin that shows it, and an answer that can be read. */
function wantsAnAnswer(requirement: string, judge: (beside: Retrieved) => Finding, held: Uint8Array, code: string) {
  test(`${requirement}: an answer that is none, or of which nothing can be read, shows nothing`, () => {
    expectFinding(judge(beside(failed('reset', 'gone'), held)), requirement, {
      ...UNTOLD,
      assertions: 0,
      remark: 'X.1: reset, gone',
    });
    const unread = judge(beside(multipart(DICOM, ['not DICOM']), held));
    expectFinding(unread, requirement, { ...UNTOLD, remark: 'the instance in the answer cannot be read' });
    const twin = exchange({ id: 'T', status: 404 });
    const untwinned = judge(beside(returning(held), held, twin));
    assert.deepEqual([untwinned.verdict, untwinned.reason], ['incomplete', 'prerequisite-failed']);
  });

  test(`${requirement}: an instance that is served as * is not to be refused otherwise`, () => {
    for (const status of [400, 404, 410, 415, 500])
      expectFinding(judge(beside(exchange({ status }), held)), requirement, {
        verdict: 'fail',
        assertions: 1,
        breaches: [breach(code as 'held-transfer-syntax-refused', STATUS, { status, expected: ['200'] })],
      });
  });
}

describe('WADO-RS-007, what is held with loss, by default', () => {
  const held = compressed(JPEG);
  const judge = (given: Retrieved) => servesLossyByDefault(given, JPEG);
  wantsAnAnswer('WADO-RS-007', judge, held, 'default-transfer-syntax-refused');

  test('comes as it is held, or decompressed', () => {
    for (const answer of [held, native(7, 9)])
      expectFinding(judge(beside(returning(answer), held)), 'WADO-RS-007', { assertions: 2 });
  });

  test('may be refused by 406, which is warned of', () => {
    expectFinding(judge(beside(exchange({ status: 406 }), held)), 'WADO-RS-007', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('default-transfer-syntax-refused', STATUS, { status: 406, expected: ['200'] })],
      remark: '406: refused, as by a server that does not undo lossy compression',
    });
  });

  test('is not compressed anew, and only a syntax that can lose pixels is told to', () => {
    for (const [returned, code] of [
      [J2K_LOSSY, 'recompressed-with-loss'],
      [J2K, 'default-transfer-syntax-not-used'],
      [IMPLICIT, 'default-transfer-syntax-not-used'],
    ] as const) {
      const answer = returned === IMPLICIT ? file([], IMPLICIT) : compressed(returned);
      expectFinding(judge(beside(returning(answer), held)), 'WADO-RS-007', {
        verdict: 'fail',
        assertions: 2,
        breaches: [breach(code, SYNTAX, { returned, stored: JPEG })],
      });
    }
  });
});

describe('WADO-RS-009, what is held, by its name', () => {
  const held = compressed(J2K);
  const judge = (given: Retrieved) => servesHeldByName(given, J2K);
  wantsAnAnswer('WADO-RS-009', judge, held, 'held-transfer-syntax-refused');

  test('comes as it is held', () => {
    expectFinding(judge(beside(returning(held), held)), 'WADO-RS-009', { assertions: 2 });
    expectFinding(judge(beside(returning(native(7, 9)), held)), 'WADO-RS-009', {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('asked-transfer-syntax-not-used', SYNTAX, { returned: EXPLICIT, stored: J2K, asked: [J2K] })],
    });
    assert.equal(judge(beside(exchange({ status: 406 }), held)).verdict, 'fail');
  });
});

describe('WADO-RS-011, what is held without loss, decompressed', () => {
  wantsAnAnswer('WADO-RS-011', decompressesOnRequest, rle, 'lossless-not-decompressed');
  const judged = (answer: Uint8Array, held = rle) => decompressesOnRequest(beside(returning(answer), held));
  const fails = (answer: Uint8Array, ...breaches: readonly SeenBreach[]) =>
    expectFinding(judged(answer), 'WADO-RS-011', { verdict: 'fail', breaches });

  test('has the pixels that were compressed', () => {
    expectFinding(judged(native(7, 9)), 'WADO-RS-011', { assertions: 3 });
    assert.equal(judged(native(7, 8)).breaches[0]?.code, 'pixels-changed');
  });

  test('has its pixels at all', () => {
    const lost = { tag: '7FE00010', path: '7FE00010', name: 'sample', vr: 'OB', size: 84 };
    fails(file(shape(1, 2)), breach('element-lost', PIXELS, lost));
    assert.equal(judged(file([...shape(1, 2), raw('7FE00010', 'OB', [])])).verdict, 'fail');
  });

  test('is not judged where nothing here decodes it, or where it has no pixels', () => {
    const undecided = judged(native(7, 9), compressed(JPEG_XL));
    assert.deepEqual([undecided.verdict, undecided.reason], ['incomplete', 'not-exercised']);
    expectFinding(judged(file([]), file([], RLE)), 'WADO-RS-011', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 2,
      remark: 'sample has no pixel data that could be compared',
    });
  });

  test('may be refused by 406, which is warned of', () => {
    expectFinding(decompressesOnRequest(beside(exchange({ status: 406 }), rle)), 'WADO-RS-011', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('lossless-not-decompressed', STATUS, { status: 406, expected: ['200'] })],
      remark: '406: refused, as by a server that cannot decompress what it stores',
    });
  });

  test('comes in the transfer syntax that is named', () => {
    fails(rle, breach('asked-transfer-syntax-not-used', SYNTAX, { returned: RLE, stored: RLE, asked: [EXPLICIT] }));
  });
});

test('WADO-RS-012: a transfer syntax that cannot be had is answered 406, or by the default, which is warned of', () => {
  const judged = (answer: Exchange) => refusesUnavailableSyntax(beside(answer, rle));
  expectFinding(judged(exchange({ status: 406 })), 'WADO-RS-012', { assertions: 1 });
  assert.equal(judged(exchange({ status: 400 })).verdict, 'warn');
  assert.equal(judged(returning(native(7, 9))).verdict, 'warn');
  for (const [answer, status] of [
    [returning(rle), 200],
    [exchange({ status: 500 }), 500],
  ] as const)
    expectFinding(judged(answer), 'WADO-RS-012', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('unavailable-transfer-syntax-answered', STATUS, { status, expected: ['406'] })],
    });
  assert.equal(judged(failed('reset', 'gone')).reason, 'prerequisite-failed');
});

test('WADO-RS-013: of two transfer syntaxes the one of the greater quality value comes', () => {
  const judged = (answer: Exchange) => heedsQualityOfSyntaxes(beside(answer, rle), { preferred: EXPLICIT, other: RLE });
  expectFinding(judged(returning(native(7, 9))), 'WADO-RS-013', { assertions: 3 });
  expectFinding(judged(returning(rle)), 'WADO-RS-013', {
    verdict: 'warn',
    assertions: 3,
    breaches: [breach('preferred-transfer-syntax-not-used', SYNTAX, { returned: RLE, preferred: EXPLICIT })],
  });
  const third = judged(returning(compressed(J2K)));
  assert.deepEqual([third.verdict, third.breaches[0]?.code], ['fail', 'asked-transfer-syntax-not-used']);
  assert.equal(judged(exchange({ status: 406 })).breaches[0]?.code, 'offered-transfer-syntaxes-refused');
  assert.equal(judged(failed('reset', 'gone')).reason, 'prerequisite-failed');
});

test('only compressed pixel data that kept every pixel can be decompressed without change', () => {
  const [lossless, plain] = [stored(rle), stored(native(7, 9))];
  assert.ok(isLosslesslyCompressed(lossless, RLE));
  assert.ok(!isLosslesslyCompressed(lossless, JPEG));
  assert.ok(!isLosslesslyCompressed(plain, EXPLICIT));
  assert.equal(lossless.instance, UIDS.instance);
});
