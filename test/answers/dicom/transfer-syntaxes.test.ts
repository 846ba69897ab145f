import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transferSyntaxName } from '../../../lib/dicom/transfer-syntax-name.ts';
import { BIG_ENDIAN, EXPLICIT, IMPLICIT, JPEG, RLE } from '../../judges/dicom-bytes.ts';

test('a transfer syntax is named for people, with its UID', () => {
  for (const [uid, name] of [
    [IMPLICIT, 'Implicit VR Little Endian'],
    [EXPLICIT, 'Explicit VR Little Endian'],
    [BIG_ENDIAN, 'Explicit VR Big Endian'],
    [RLE, 'RLE Lossless'],
    [JPEG, 'JPEG Baseline'],
  ] as const) {
    assert.equal(transferSyntaxName(uid), `${name} (${uid})`);
  }
  assert.equal(transferSyntaxName('1.2.3'), '1.2.3');
  assert.equal(transferSyntaxName('9'.repeat(100)).length, 64);
});
