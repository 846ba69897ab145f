import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { memorySource } from '../../../lib/bytes/byte-source.ts';
import { NAMING_TAGS, savedFilesOpenAgain } from '../../../lib/judges/retrieve/saved-files.ts';
import { EXPLICIT, file, stored, str, UIDS } from '../dicom-bytes.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const NAMED = { '00100010': 'Anony^Mous', '00200010': '1', '00200011': '2', '00200013': '3' };
const VRS: Readonly<Record<string, string>> = {
  '00100010': 'PN',
  '00200010': 'SH',
  '00200011': 'IS',
  '00200013': 'IS',
};

function content(values: Readonly<Record<string, string>> = {}, instance = UIDS.instance): Buffer {
  const elements = Object.entries({ ...NAMED, ...values }).map(([tag, value]) => str(tag, VRS[tag] ?? 'LO', value));
  return file(elements, EXPLICIT, instance);
}
const original = stored(content());
const saved = (bytes: Uint8Array, name = 'a.dcm', part = 0) => ({ name, part, reopened: memorySource(bytes) });
const judge = (...files: Parameters<typeof savedFilesOpenAgain>[1]) =>
  savedFilesOpenAgain(exchange(), files, [stored(content({}, '1.9')), original]);

test('a file is named by four attributes', () => {
  assert.deepEqual(NAMING_TAGS, Object.keys(NAMED));
});

test('files that open as what was stored pass, whatever else is in them', () => {
  const finding = judge(saved(content()), saved(content({ '00100020': 'more' })));
  expectFinding(finding, 'WADO-RS-005', { assertions: 2 });
  assert.equal(finding.claim, 'gives instances that are saved and opened again as files');
});

test('an attribute that is not as stored is left to STOW-032', () => {
  expectFinding(judge(saved(content({ '00100010': 'Else', '00200010': '' }))), 'WADO-RS-005', { assertions: 1 });
});

test('an instance that was never stored is shown, and compared with nothing', () => {
  expectFinding(judge(saved(content({}, '1.7'), 'b.dcm', 2)), 'WADO-RS-005', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach(
        'saved-file-of-unknown-instance',
        { kind: 'element', path: '00080018', part: 2 },
        { file: 'b.dcm', instance: '1.7' },
      ),
    ],
  });
});

test('a file that does not open is shown with its defect', () => {
  const finding = judge(saved(Buffer.alloc(200), 'c.dcm', 3), saved(content()));
  assert.deepEqual([finding.verdict, finding.assertions, finding.breachCount], ['fail', 2, 1]);
  const [seen] = finding.breaches;
  assert.equal(seen?.code, 'saved-file-unreadable');
  assert.equal(seen?.parameters.file, 'c.dcm');
  assert.match(String(seen?.parameters.detail), /.{10,}/);
  assert.deepEqual(seen?.where, { kind: 'bytes', offset: 128, part: 3 });
});

test('an error of the harness is no violation', () => {
  const broken = {
    length: 500,
    read: () => {
      throw new RangeError('a defect of the harness');
    },
  };
  assert.throws(() => judge({ name: 'a', part: 0, reopened: broken }), /a defect of the harness/);
});

test('without a file nothing is judged', () => {
  expectFinding(judge(), 'WADO-RS-005', { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 });
});
