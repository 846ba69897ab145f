import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { metadataHasEveryAttribute, pixelDataIsReferenced } from '../../../lib/judges/retrieve/metadata.ts';
import { raw } from '../dicom-bytes.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, dataSet, json } from '../json-answers.ts';

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
