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

/** Defects that generate.py puts into its files; the others have none. */
const DEFECTS_MEANT: Readonly<Record<string, readonly string[]>> = {
  'group-lengths': ['group-length-element'],
  'un-sequence': ['out-of-order'],
  'big-endian-pixels': ['sop-class-mismatch'],
};

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
    for (const file of files) {
      const name = basename(file, '.dcm');
      await t.test(name, () => {
        const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
        const { dataSet, defects } = readPart10(memorySource(readFileSync(join(folder, file))));
        const json = toDicomJson(dataSet);
        assert.deepEqual(normalized(json), normalized(expected));
        const source = fileSource(join(folder, file));
        try {
          assert.deepEqual(toDicomJson(readPart10(source).dataSet), json, 'from a file');
        } finally {
          source.close();
        }
        if (!name.startsWith('sample-')) {
          assert.deepEqual(
            defects.map(({ code }) => code),
            DEFECTS_MEANT[name] ?? [],
          );
        }
      });
    }
  });
});
