import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { isPrivate, isPrivateCreator, keywordOf, tagOf, vrOf } from '../../lib/dicom/dictionary.ts';
import { python, skipWithoutPydicom } from './pydicom/python.ts';

test('knows elements by tag and by keyword', () => {
  assert.equal(tagOf('PatientName'), '00100010');
  assert.equal(keywordOf('00100010'), 'PatientName');
  assert.deepEqual(vrOf('00100010'), ['PN']);
  assert.deepEqual(vrOf('7FE00010'), ['OB', 'OW']);
  assert.deepEqual(vrOf('00280106'), ['US', 'SS']);
  assert.equal(tagOf('toString'), null);
  assert.equal(tagOf('RETIRED_CodeLabel'), null);
});

test('knows what no dictionary lists', () => {
  assert.deepEqual(vrOf('00100000'), ['UL']);
  assert.deepEqual(vrOf('00110010'), ['LO']);
  assert.deepEqual(vrOf('00111001'), ['UN']);
  assert.deepEqual(vrOf('00102222'), ['UN']);
  assert.equal(keywordOf('00111001'), null);
  assert.deepEqual([keywordOf('60023000'), vrOf('60023000')], ['OverlayData', ['OB', 'OW']]);
  assert.equal(keywordOf('60033000'), null);
  assert.ok(isPrivate('00111001') && !isPrivate('00101001'));
  assert.ok(isPrivateCreator('001100FF') && !isPrivateCreator('0011000F') && !isPrivateCreator('00110100'));
});

const PRINT = `
import json, sys
from pydicom._dicom_dict import DicomDictionary
json.dump([[f"{tag:08X}", entry[0], entry[4]] for tag, entry in DicomDictionary.items()], sys.stdout)
`;

/** Keywords that later editions of PS3.6 changed, or that DICONDE and DICOS spell in their own way. */
const RENAMED = new Set(['00701305', '00701306', '300A0131', '40101029']);

describe('agrees with pydicom', { skip: skipWithoutPydicom() }, () => {
  test('on the VR and the keyword of every element', () => {
    const entries: [string, string, string][] = JSON.parse(
      execFileSync(python ?? 'python3', ['-c', PRINT], { encoding: 'utf8', maxBuffer: 2 ** 24 }),
    );
    assert.ok(entries.length > 4500);
    const named = entries.filter(([, vr, keyword]) => keyword !== '' && vr !== 'NONE');
    const differing = named.filter(([tag, vr, keyword]) => {
      return vrOf(tag).join(' or ') !== vr || (keywordOf(tag) !== keyword && !RENAMED.has(tag));
    });
    assert.deepEqual(differing, []);
  });
});
