import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileSource, memorySource } from '../../lib/bytes/byte-source.ts';
import { type DicomJsonDataSet, type DicomJsonValue, toDicomJson } from '../../lib/dicom/json.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { python, skipWithoutPydicom } from './pydicom/python.ts';

/** The data set with the VRs that JSON has as number or string in one spelling: pydicom's expectation has them as text. */
function normalized(dataSet: DicomJsonDataSet): unknown {
  const entries = Object.entries(dataSet).map(([tag, attribute]) => {
    if (!attribute.Value) return [tag, attribute];
    return [tag, { ...attribute, Value: attribute.Value.map((value) => normalizedValue(value, attribute.vr)) }];
  });
  return Object.fromEntries(entries);
}

function normalizedValue(value: DicomJsonValue, vr: string): unknown {
  if (value === null) return null;
  if (vr === 'IS' || vr === 'DS') return Number(value);
  if (vr === 'SV' || vr === 'UV') return String(value);
  return vr === 'SQ' ? normalized(value as DicomJsonDataSet) : value;
}

describe('reads what pydicom reads', { skip: skipWithoutPydicom() }, () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dicom-'));
    execFileSync(python ?? 'python3', [join(import.meta.dirname, 'pydicom/generate.py'), folder]);
  });
  after(() => rmSync(folder, { recursive: true }));

  test('in every file', async (t) => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.dcm'));
    assert.ok(files.length > 50, `${files.length} files`);
    for (const name of files) {
      await t.test(basename(name, '.dcm'), () => {
        const bytes = readFileSync(join(folder, name));
        const expected = JSON.parse(readFileSync(join(folder, name.replace('.dcm', '.json')), 'utf8'));
        const { dataSet } = readPart10(memorySource(bytes));
        const json = toDicomJson(dataSet);
        assert.deepEqual(normalized(json), normalized(expected));
        const file = fileSource(join(folder, name));
        try {
          assert.deepEqual(toDicomJson(readPart10(file).dataSet), json, 'from a file');
        } finally {
          file.close();
        }
      });
    }
  });
});
