import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readAll } from '../../../lib/bytes/byte-source.ts';
import { dicomJsonIsRight } from '../../../lib/judges/json/dicom-json.ts';
import { metadataIsRight } from '../../../lib/judges/retrieve/metadata.ts';
import { python, skipWithoutPydicom } from '../../dicom/pydicom/python.ts';
import { raw, seq, str, tags, utf8, words } from '../dicom-bytes.ts';
import { anInstance, json } from '../json-answers.ts';

const SCRIPT = `
import json, sys, pydicom
data_set = pydicom.dcmread(sys.argv[1])
bulk = lambda element: 'http://server/bulk/%08X' % element.tag
print(json.dumps([data_set.to_json_dict(bulk_data_threshold=64, bulk_data_element_handler=bulk)]))
`;

test('metadata that pydicom writes of an odd instance is right but for one known liberty', {
  skip: skipWithoutPydicom(),
}, () => {
  const instance = anInstance([
    str('00080005', 'CS', 'ISO_IR 192'),
    str('00080008', 'CS', 'DERIVED\\\\OTHER'),
    str('00080020', 'DA', '20200922'),
    str('00080030', 'TM', '120000.5'),
    str('00080050', 'SH', ''),
    utf8('00080090', 'PN', 'Müller^Änne'),
    utf8('00100010', 'PN', 'Yamada^Tarou=山田^太郎=やまだ^たろう'),
    str('00100020', 'LO', ' ID 1 '),
    str('00200013', 'IS', '7'),
    utf8('00204000', 'LT', 'two\r\nlines ü'),
    tags('00280009', '00181063', '00181065'),
    words('00280010', 'US', 4),
    str('00280030', 'DS', '1.10\\0.5'),
    words('00280106', 'SS', 65531),
    raw('00282000', 'OB', [1, 2, 3, 4]),
    str('00090010', 'LO', 'ACME'),
    str('00091001', 'LO', 'private'),
    raw('00091002', 'UN', [5, 6]),
    seq('00400275', [[str('00400009', 'SH', 'S1')], [], [str('00401001', 'SH', 'R1')]]),
    words('7FE00010', 'OW', ...Array(64).fill(7)),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'pydicom-'));
  try {
    const path = join(folder, 'odd.dcm');
    writeFileSync(path, readAll(instance.source));
    const { stdout, stderr } = spawnSync(python ?? '', ['-c', SCRIPT, path], { encoding: 'utf8' });
    const answer = json(stdout, { url: 'http://server/studies/1/metadata' });
    const findings = [...dicomJsonIsRight(answer, [instance]), ...metadataIsRight(answer, [instance])];
    const red = findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
    assert.deepEqual(
      red.map((finding) => [finding.requirement, finding.verdict, finding.breaches[0]?.parameters.value]),
      [['JSON-017', 'warn', '""']],
      `pydicom writes "" for a gap among values; ${stderr}`,
    );
    const silent = findings.filter(({ verdict }) => verdict === 'incomplete').map(({ requirement }) => requirement);
    assert.deepEqual(silent, [], 'the odd instance gives occasion to every judge');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
