import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { text } from '../../lib/dicom/values.ts';
import { writePart10 } from '../../lib/dicom/write-part10.ts';
import { randomFrom } from '../../lib/portable/random.ts';
import { bind, stamp } from '../../lib/synthesis/stamp.ts';
import { templateOf } from '../../lib/synthesis/template.ts';

const OPEN = ['00020003', '00080018', '00100010', '00100020', '0020000D', '00200013'];

function template(transferSyntax: string) {
  const file = writePart10({
    transferSyntax,
    dataSet: {
      SpecificCharacterSet: 'ISO_IR 192',
      SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
      SOPInstanceUID: '1.2.3',
      PatientName: 'A^B',
      PatientID: '',
      StudyInstanceUID: '1.2.4',
      InstanceNumber: '1',
      StudyDescription: 'constant',
      ReferencedStudySequence: [{ ReferencedSOPInstanceUID: '1.2.5' }],
      Rows: 2,
    },
  });
  return templateOf(file, OPEN);
}

const SYNTAXES = ['1.2.840.10008.1.2.1', '1.2.840.10008.1.2'];

test('values of any length are stamped with exact lengths, and the file stays without a defect', () => {
  const random = randomFrom(1);
  for (const syntax of SYNTAXES) {
    const open = template(syntax);
    for (let round = 0; round < 200; round++) {
      const uid = `1.2.${'3'.repeat(1 + Math.floor(random() * 59))}`;
      const name = '山'.repeat(Math.floor(random() * 20));
      const id = 'x'.repeat(Math.floor(random() * 65));
      const part10 = readPart10(
        memorySource(
          stamp(open, {
            '00020003': uid,
            '00080018': uid,
            '00100010': Buffer.from(name, 'utf8'),
            '00100020': id,
            '0020000D': `${uid}.1`.slice(0, 64),
            '00200013': String(round),
          }),
        ),
      );
      assert.deepEqual(part10.defects, []);
      assert.equal(part10.transferSyntax, syntax);
      assert.equal(text(part10.fileMeta, '00020003'), uid);
      assert.equal(text(part10.dataSet, '00080018'), uid);
      assert.equal(text(part10.dataSet, '00100010') ?? '', name);
      assert.equal(text(part10.dataSet, '00100020') ?? '', id);
      assert.equal(text(part10.dataSet, '00200013'), String(round));
      assert.equal(text(part10.dataSet, '00081030'), 'constant');
    }
  }
});

test('binding first what is shared gives the same bytes as stamping all at once', () => {
  for (const syntax of SYNTAXES) {
    const open = template(syntax);
    const values = {
      '00020003': '1.2.33',
      '00080018': '1.2.33',
      '00100010': 'Odd^One',
      '00100020': 'ID',
      '0020000D': '1.2.444',
      '00200013': '17',
    };
    const { '00020003': meta, '00080018': uid, ...shared } = values;
    const bound = bind(bind(open, { '00100010': shared['00100010'] }), shared);
    assert.deepEqual(
      bound.slots.map(({ tag }) => tag),
      ['00020003', '00080018'],
    );
    assert.deepEqual(stamp(bound, { '00020003': meta, '00080018': uid }), stamp(open, values));
    assert.deepEqual(stamp(bind(open, values), {}), stamp(open, values));
  }
});

test('a value that was forgotten is named', () => {
  assert.throws(() => stamp(template('1.2.840.10008.1.2.1'), {}), /00020003/);
});

test('an element that is not there cannot be left open', () => {
  const file = writePart10({ dataSet: { SOPClassUID: '1.2.840.10008.5.1.4.1.1.7', SOPInstanceUID: '1.2.3' } });
  assert.throws(() => templateOf(file, ['00100010']), /00100010/);
});
