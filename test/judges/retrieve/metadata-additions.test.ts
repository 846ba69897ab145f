import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { pixelDataIsReferenced } from '../../../lib/judges/retrieve/metadata.ts';
import { metadataHasEveryAttribute } from '../../../lib/judges/retrieve/metadata-attributes.ts';
import { raw, str } from '../dicom-bytes.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, dataSet, json } from '../json-answers.ts';
import { deviating } from '../profiles.ts';

test('a character set may be added where none was stored, another attribute not without a word', () => {
  const stored = [anInstance()];
  const added = (attributes: Record<string, unknown>) => metadataHasEveryAttribute(json([dataSet(attributes)]), stored);
  assert.equal(added({ '00080005': attribute('CS', 'ISO_IR 192') }).verdict, 'pass');
  const finding = added({ '00100020': attribute('LO', 'x') });
  expectFinding(finding, 'WADO-RS-033', {
    verdict: 'warn',
    breaches: [breach('metadata-adds-attribute', at('/0/00100020'), { tag: '00100020', name: 'sample' })],
  });
});

test('what is added where something was coerced is recorded', () => {
  const coerced = { '00100021': attribute('LO', 'MPI'), '04000561': attribute('SQ', {}) };
  const finding = metadataHasEveryAttribute(json([dataSet(coerced)]), [anInstance()]);
  assert.equal(finding.verdict, 'info');
  assert.equal(finding.remark, 'added, beside Original Attributes Sequence: IssuerOfPatientID (0010,0021)');
});

test('of two instances that were treated alike each attribute is named once', () => {
  const elements = [str('00080050', 'SH', 'A1'), str('00100020', 'LO', 'P1'), raw('00282000', 'OB', [1, 2])];
  const stored = ['1.1', '1.2'].map((instance) => anInstance(elements, { instance }));
  const kept = { '00080050': attribute('SH', 'A1'), '00100020': attribute('LO', 'P1') };
  const answer = json(
    stored.map(({ instance }) =>
      dataSet({
        '00080018': attribute('UI', instance),
        '00080050': attribute('SH', 'A2'),
        '00100020': attribute('LO', 'P2'),
        '04000561': attribute('SQ', { '04000550': attribute('SQ', kept) }),
      }),
    ),
  );
  const finding = metadataHasEveryAttribute(answer, stored, deviating('WADO-RS-033', 'Binary attributes are dropped'));
  assert.equal(
    finding.remark,
    'Binary attributes are dropped: ICCProfile (0028,2000) left out; changed, with the original value in Original Attributes Sequence: AccessionNumber (0008,0050), PatientID (0010,0020)',
  );
});

test('of what was added beside a coercion ten attributes are named', () => {
  const digits = Array.from({ length: 11 }, (_, index) => `00189${(0x101 + index).toString(16).toUpperCase()}`);
  const added = Object.fromEntries(digits.map((tag) => [tag, attribute('LO', 'x')]));
  const { remark } = metadataHasEveryAttribute(json([dataSet({ ...added, '04000561': attribute('SQ', {}) })]), [
    anInstance(),
  ]);
  assert.match(
    remark ?? '',
    /^added, beside Original Attributes Sequence: ([^(]*\(0018,91..\), ){9}[^(]*\(0018,910A\)$/,
  );
});

test('metadata of an instance that was not stored is beyond this comparison', () => {
  const foreign = dataSet({ '00080018': attribute('UI', '1.9'), '0020000E': attribute('UI', '9') });
  assert.equal(metadataHasEveryAttribute(json([dataSet(), foreign]), [anInstance()]).verdict, 'pass');
});

test('pixels of any kind of number are referenced, and may be left out with a warning', () => {
  for (const [tag, vr] of [
    ['7FE00008', 'OF'],
    ['7FE00009', 'OD'],
  ] as const) {
    const stored = [anInstance([raw(tag, vr, Array(8).fill(0))])];
    const answer = (attributes: Record<string, unknown>) => json([dataSet(attributes)]);
    expectFinding(pixelDataIsReferenced(answer({ [tag]: { vr, BulkDataURI: 'http://x' } }), stored), 'WADO-RS-035', {
      assertions: 1,
    });
    expectFinding(pixelDataIsReferenced(answer({}), stored), 'WADO-RS-035', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('metadata-lacks-pixel-data', at('/0'), { tag })],
    });
    assert.equal(metadataHasEveryAttribute(answer({}), stored).verdict, 'pass', tag);
  }
});

test('PhotometricInterpretation may be that of the pixels as they are served, and has to be there', () => {
  const stored = [anInstance([str('00280004', 'CS', 'YBR_FULL_422')])];
  const served = (attributes: Record<string, unknown>) =>
    metadataHasEveryAttribute(json([dataSet(attributes)]), stored);
  assert.equal(served({ '00280004': attribute('CS', 'RGB') }).verdict, 'pass');
  expectFinding(served({}), 'WADO-RS-033', {
    verdict: 'fail',
    breaches: [breach('metadata-lacks-attribute', at('/0/00280004'), { tag: '00280004', vr: 'CS' })],
  });
});

test('what lacks more than half of the attributes is told as one thing', () => {
  const digits = ['1', '2', '3', '4', '5', '6', '7', '8'];
  const stored = [anInstance(digits.map((digit) => str(`0018900${digit}`, 'LO', 'x')))];
  const of = stored[0]?.dataSet.elements.size ?? 0;
  const told = (count: number) => {
    const kept = digits.slice(0, count).map((digit) => [`0018900${digit}`, attribute('LO', 'x')]);
    const { breaches } = metadataHasEveryAttribute(json([dataSet(Object.fromEntries(kept))]), stored);
    return breaches.map(({ code, parameters }) => [code, parameters]);
  };
  assert.deepEqual(told(0), Array(8).fill(['metadata-lacks-most-attributes', { missing: 8, of }]));
  assert.ok(!told(8 - of / 2).some(([code]) => code === 'metadata-lacks-most-attributes'));
  assert.deepEqual(told(7), [['metadata-lacks-attribute', { tag: '00189008', vr: 'LO' }]]);
});
