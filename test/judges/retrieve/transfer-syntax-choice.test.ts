import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForbiddenOnTheWeb, mayBeLossy } from '../../../lib/answers/dicom/transfer-syntaxes.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import { transferSyntaxName } from '../../../lib/dicom/transfer-syntax-name.ts';
import { transferSyntaxIsAsAsked } from '../../../lib/judges/retrieve/transfer-syntax-choice.ts';
import { BIG_ENDIAN, EXPLICIT, encapsulated, file, IMPLICIT, J2K, JPEG, RLE, shape, stored } from '../dicom-bytes.ts';
import { DICOM, failed, multipart } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const J2K_LOSSY = '1.2.840.10008.1.2.4.91';
const pixels = [...shape(1, 2), encapsulated(Buffer.of(1, 2))];
const as = (syntax: string) =>
  file(syntax.startsWith(`${EXPLICIT}.`) || [EXPLICIT, IMPLICIT, BIG_ENDIAN].includes(syntax) ? [] : pixels, syntax);

function judged(asked: string | null, returned: string, original: string | null) {
  const parameter = asked === null ? '' : `; transfer-syntax=${asked}`;
  const answer = multipart(DICOM, ['not DICOM', as(returned)], {
    requestHeaders: [['Accept', `multipart/related; type="${DICOM}"${parameter}`]],
  });
  return transferSyntaxIsAsAsked(answer, original === null ? [] : [stored(as(original))]);
}
const verdicts = (...[asked, returned, original]: Parameters<typeof judged>) =>
  judged(asked, returned, original).map(({ requirement, verdict }) => `${requirement} ${verdict}`);
const where = { kind: 'element', path: '00020010', part: 1 } as const;

test('the default is Explicit VR Little Endian', () => {
  const [choice, permitted] = judged(null, EXPLICIT, EXPLICIT);
  expectFinding(choice, 'WADO-RS-006', { assertions: 1 });
  expectFinding(permitted, 'WADO-RS-008', { assertions: 1 });
  assert.equal(choice?.claim, 'uses Explicit VR Little Endian by default');
  assert.equal(permitted?.claim, 'never sends Implicit VR Little Endian or Explicit VR Big Endian');
});

test('a stored lossless form that is returned by default warns', () => {
  expectFinding(judged(null, J2K, J2K)[0], 'WADO-RS-006', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('default-transfer-syntax-not-used', where, { returned: J2K, stored: J2K })],
    remark: 'a lossless form is returned unconverted',
  });
  assert.deepEqual(verdicts(null, RLE, null), ['WADO-RS-006 warn', 'WADO-RS-008 pass']);
});

test('a stored lossy form may be returned by default, or decompressed', () => {
  expectFinding(judged(null, JPEG, JPEG)[0], 'WADO-RS-006', {
    assertions: 1,
    remark: 'held in a lossy form only, which may be returned as it is',
  });
  assert.deepEqual(verdicts(null, EXPLICIT, JPEG), ['WADO-RS-006 pass', 'WADO-RS-008 pass']);
});

test('a lossy form that was recompressed without a further loss is no other loss', () => {
  const [JPEG_XL_OF_JPEG, HTJ2K] = ['1.2.840.10008.1.2.4.111', '1.2.840.10008.1.2.4.203'];
  for (const [original, returned] of [
    [JPEG, JPEG_XL_OF_JPEG],
    [JPEG_XL_OF_JPEG, JPEG],
    [J2K_LOSSY, HTJ2K],
  ] as const)
    assert.deepEqual(verdicts(null, returned, original), ['WADO-RS-006 pass', 'WADO-RS-008 pass'], returned);
  for (const original of [EXPLICIT, J2K, J2K_LOSSY])
    assert.deepEqual(verdicts(null, JPEG_XL_OF_JPEG, original), ['WADO-RS-006 fail', 'WADO-RS-008 pass'], original);
});

test('a lossy form of something else fails', () => {
  for (const original of [EXPLICIT, J2K, J2K_LOSSY, null]) {
    assert.deepEqual(verdicts(null, JPEG, original), ['WADO-RS-006 fail', 'WADO-RS-008 pass'], String(original));
    assert.equal(judged(null, JPEG, original)[0]?.breaches[0]?.code, 'recompressed-with-loss');
  }
});

for (const syntax of [IMPLICIT, BIG_ENDIAN]) {
  test(`${transferSyntaxName(syntax)} never passes`, () => {
    for (const asked of [null, '*', syntax]) {
      expectFinding(judged(asked, syntax, syntax)[1], 'WADO-RS-008', {
        verdict: 'fail',
        assertions: 1,
        breaches: [breach('forbidden-transfer-syntax', where, { returned: syntax, stored: syntax })],
      });
    }
    const [byDefault] = judged(null, syntax, syntax);
    assert.deepEqual([byDefault?.verdict, byDefault?.breaches[0]?.code], ['fail', 'forbidden-transfer-syntax']);
    assert.equal(judged('*', syntax, syntax)[0]?.verdict, 'pass', 'one cause, one finding');
  });
}

test('a star lets the server choose, and a lossy copy of a lossless instance warns', () => {
  const [any] = judged('*', JPEG, JPEG);
  expectFinding(any, 'WADO-RS-010', { assertions: 1 });
  assert.equal(any?.claim, 'serves any transfer syntax for *');
  assert.deepEqual(verdicts('*', EXPLICIT, JPEG), ['WADO-RS-010 pass', 'WADO-RS-008 pass']);
  expectFinding(judged('*', JPEG, J2K)[0], 'WADO-RS-010', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('recompressed-with-loss', where, { returned: JPEG, stored: J2K })],
  });
  expectFinding(judged('*', JPEG, null)[0], 'WADO-RS-010', { assertions: 1 });
});

test('a named transfer syntax is returned', () => {
  const [named] = judged(J2K, J2K, EXPLICIT);
  expectFinding(named, 'WADO-RS-009', { assertions: 1 });
  assert.equal(named?.claim, 'returns the transfer syntax that was named');
  expectFinding(judged(J2K, RLE, RLE)[0], 'WADO-RS-009', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('asked-transfer-syntax-not-used', where, { returned: RLE, stored: RLE, asked: [J2K] })],
  });
});

test('of several ranges each is an alternative, one without parameter for the default', () => {
  const choice = `${J2K}, multipart/related; type="${DICOM}"`;
  assert.deepEqual(verdicts(choice, EXPLICIT, J2K), ['WADO-RS-009 pass', 'WADO-RS-008 pass']);
  assert.deepEqual(verdicts(choice, J2K, J2K), ['WADO-RS-009 pass', 'WADO-RS-008 pass']);
  assert.deepEqual(judged(choice, RLE, J2K)[0]?.breaches[0]?.parameters.asked, [J2K, EXPLICIT]);
});

test('without a readable instance, or without an answer, there is nothing to judge', () => {
  for (const finding of transferSyntaxIsAsAsked(multipart(DICOM, ['x']), [])) {
    expectFinding(finding, finding.requirement, {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'there is no readable application/dicom part',
    });
  }
  for (const finding of transferSyntaxIsAsAsked(failed('timed-out', 'slow'), [])) {
    expectFinding(finding, finding.requirement, {
      verdict: 'incomplete',
      reason: 'timed-out',
      assertions: 0,
      remark: 'X.1: timed-out, slow',
    });
  }
});

test('what is lossy, what is forbidden, and what they are called', () => {
  const family = (end: string) => `1.2.840.10008.1.2.4.${end}`;
  for (const end of ['57', '58', '65', '66', '70', '80', '90', '92', '110', '201', '202'])
    assert.ok(!mayBeLossy(family(end)), end);
  for (const end of ['50', '51', '81', '91', '93', '100', '102', '107', '111', '112', '203'])
    assert.ok(mayBeLossy(family(end)), end);
  for (const syntax of [EXPLICIT, IMPLICIT, RLE, '1.2.840.10008.1.2.1.99']) assert.ok(!mayBeLossy(syntax), syntax);
  assert.ok(isForbiddenOnTheWeb(IMPLICIT) && isForbiddenOnTheWeb(BIG_ENDIAN));
  assert.ok(!isForbiddenOnTheWeb(EXPLICIT) && !isForbiddenOnTheWeb(JPEG));
  assert.deepEqual(
    [
      '1.2.840.10008.1.2.1.99',
      family('57'),
      family('70'),
      family('80'),
      family('91'),
      '1.2.3',
      `1.${'2'.repeat(80)}`,
    ].map(transferSyntaxName),
    [
      'Deflated Explicit VR Little Endian (1.2.840.10008.1.2.1.99)',
      'JPEG Lossless (1.2.840.10008.1.2.4.57)',
      'JPEG Lossless, first-order prediction (1.2.840.10008.1.2.4.70)',
      'JPEG-LS Lossless (1.2.840.10008.1.2.4.80)',
      'JPEG 2000 (1.2.840.10008.1.2.4.91)',
      '1.2.3',
      `1.${'2'.repeat(62)}`,
    ],
  );
});

test('each instance is judged by what was stored under its own UID', () => {
  const other = stored(file(pixels, JPEG, '1.7'));
  const answer = multipart(DICOM, [as(J2K_LOSSY)]);
  const [choice] = transferSyntaxIsAsAsked(answer, [other, stored(as(J2K_LOSSY))]);
  assert.equal(choice?.verdict, 'pass');
  assert.equal(transferSyntaxIsAsAsked(answer, [other])[0]?.verdict, 'fail');
});
