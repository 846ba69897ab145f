import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { ByteSource } from '../../../lib/bytes/byte-source.ts';
import { describesItsBytes } from '../../../lib/judges/http/content-type-parameters.ts';
import { partsAreValidPart10 } from '../../../lib/judges/retrieve/part10-validity.ts';
import {
  EXPLICIT,
  file,
  fileMeta,
  identity,
  J2K,
  raw,
  seq,
  stored,
  str,
  UIDS,
  type Write,
  words,
} from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart, OCTETS } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const judged = (content: Uint8Array, originals: Uint8Array[] = []) =>
  partsAreValidPart10(
    multipart(DICOM, [file([]), content]),
    originals.map((one) => stored(one)),
  );

test('valid files pass, in parts and as the whole body', () => {
  const finding = judged(file([str('00100010', 'PN', 'A^B')]));
  expectFinding(finding, 'WADO-RS-005', { assertions: 2 });
  assert.equal(finding.claim, 'sends each instance as a valid PS3.10 file');
  const single = exchange({ headers: [['Content-Type', DICOM]], body: file([]) });
  expectFinding(partsAreValidPart10(single, []), 'WADO-RS-005', { assertions: 1 });
});

test('file meta information is told apart from a data set that names another instance, or none', () => {
  const actual = (content: Uint8Array) =>
    judged(content).breaches.map(({ code, parameters }) => [code, parameters.detail]);
  const bare = fileMeta(EXPLICIT, '1.9');
  assert.deepEqual(actual(bare), [
    [
      'file-meta-of-another-class',
      'no SOPClassUID (0008,0016) in the data set matches MediaStorageSOPClassUID (0002,0002)',
    ],
    [
      'file-meta-of-another-instance',
      'no SOPInstanceUID (0008,0018) in the data set matches MediaStorageSOPInstanceUID (0002,0003)',
    ],
  ]);
  const other = file([], EXPLICIT, '1.8').subarray(fileMeta(EXPLICIT, '1.8').length);
  assert.deepEqual(actual(Buffer.concat([bare, other])), [
    [
      'file-meta-of-another-instance',
      'SOPInstanceUID (0008,0018) of the data set differs from MediaStorageSOPInstanceUID (0002,0003)',
    ],
  ]);
});

test('pixel data have a VR that their samples permit', () => {
  const pixels = (vr: 'OB' | 'OW', bits: number) => file([words('00280100', 'US', bits), raw('7FE00010', vr, [1, 2])]);
  for (const [vr, bits] of [
    ['OB', 1],
    ['OB', 8],
    ['OW', 8],
    ['OW', 16],
  ] as const) {
    assert.equal(judged(pixels(vr, bits)).verdict, 'pass', `${vr}, ${bits} bits`);
  }
  const [seen] = judged(pixels('OB', 16)).breaches;
  assert.deepEqual(
    [seen?.code, seen?.parameters],
    [
      'pixel-data-vr',
      { at: 346, rule: 'wrong-pixel-vr', detail: 'pixel data have VR OB and are native with 16 Bits Allocated' },
    ],
  );
  const asStored = judged(pixels('OB', 16), [pixels('OB', 16)]);
  assert.equal(asStored.verdict, 'pass');
});

test('bytes without prefix are no file', () => {
  const bytes = file([]);
  bytes.write('DICX', 128, 'latin1');
  expectFinding(judged(bytes), 'WADO-RS-005', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach(
        'file-without-prefix',
        { kind: 'bytes', offset: 128, part: 1 },
        { rule: 'no-prefix', at: 128, detail: 'no DICM prefix after the preamble' },
        {
          offset: 128,
          expected: '44 49 43 4d',
          actual: bytes
            .subarray(128, 144)
            .toString('hex')
            .replace(/(..)(?=.)/g, '$1 '),
        },
      ),
    ],
  });
  const single = exchange({ headers: [['Content-Type', DICOM]], body: 'short' });
  expectFinding(partsAreValidPart10(single, []), 'WADO-RS-005', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach(
        'file-unreadable',
        { kind: 'bytes', offset: 5 },
        { rule: 'too-short', at: 5, detail: '5 bytes are too few for a preamble and a prefix' },
      ),
    ],
  });
});

function wrongLength(): Buffer {
  const bytes = file([]);
  bytes.writeUInt32LE(1, 140);
  return bytes;
}

function mismatched(): Buffer {
  const encoding = { explicit: true, little: true };
  return Buffer.concat([fileMeta(EXPLICIT, '1.9'), ...identity().map((write) => write(encoding))]);
}

for (const [name, content, code, verdict] of [
  ['a wrong group length', wrongLength(), 'file-meta-group-length', 'fail'],
  ['another instance in the meta information', mismatched(), 'file-meta-of-another-instance', 'fail'],
  ['bytes after the end', Buffer.concat([file([]), Buffer.of(13, 10)]), 'data-set-trailing-bytes', 'fail'],
  ['a data set that is cut', file([str('00100010', 'PN', 'A^B^')]).subarray(0, -2), 'data-set-truncated', 'fail'],
  ['an odd length', file([raw('00100010', 'PN', [65])]), 'data-set-odd-length', 'fail'],
  ['text padded with NUL', file([str('00100010', 'PN', 'A^B', 0)]), 'data-set-padding', 'warn'],
] as const) {
  test(name, () => {
    const finding = judged(content);
    assert.deepEqual([finding.verdict, finding.breachCount, finding.assertions], [verdict, 1, 3]);
    const [seen] = finding.breaches;
    assert.equal(seen?.code, code);
    assert.notEqual(seen?.parameters.detail, '');
    assert.equal(seen?.where.kind === 'bytes' && seen.where.part, 1);
    assert.ok(seen?.where.kind === 'bytes' && seen.where.offset >= 132);
  });
}

test('each rule of the file meta information is named', () => {
  const encoding = { explicit: true, little: true };
  const data = identity().map((write) => write(encoding));
  const meta = (length: number | null, ...elements: Buffer[]) => {
    const group = Buffer.concat(elements);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(length ?? group.length);
    const start = length === -1 ? Buffer.alloc(0) : raw('00020000', 'UL', size)(encoding);
    return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), start, group, ...data]);
  };
  const version = raw('00020001', 'OB', [0, 1])(encoding);
  const [sopClass, sopInstance] = [
    str('00020002', 'UI', UIDS.sopClass)(encoding),
    str('00020003', 'UI', UIDS.instance)(encoding),
  ];
  const [syntax, implementation] = [
    str('00020010', 'UI', EXPLICIT)(encoding),
    str('00020012', 'UI', '1.2.3.9')(encoding),
  ];
  const rules = (content: Buffer) =>
    judged(content).breaches.map(({ code, parameters: { tag } }) => (tag === undefined ? code : `${code} ${tag}`));
  const noLength = Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    version,
    sopClass,
    sopInstance,
    syntax,
    implementation,
    ...data,
  ]);
  assert.deepEqual(rules(noLength), ['file-meta-group-length']);
  assert.deepEqual(rules(meta(null, version, sopClass, sopInstance, syntax)), ['file-meta-lacks-element 00020012']);
  const badVersion = raw('00020001', 'OB', [0, 0])(encoding);
  assert.deepEqual(rules(meta(null, badVersion, sopClass, sopInstance, syntax, implementation)), [
    'file-meta-value 00020001',
  ]);
  const otherClass = str('00020002', 'UI', '1.2.9')(encoding);
  assert.deepEqual(rules(meta(null, version, otherClass, sopInstance, syntax, implementation)), [
    'file-meta-of-another-class',
  ]);
  const implicit = { explicit: false, little: true };
  const group = Buffer.concat(
    [
      raw('00020001', 'OB', [0, 1]),
      str('00020002', 'UI', UIDS.sopClass),
      str('00020003', 'UI', UIDS.instance),
      str('00020010', 'UI', EXPLICIT),
      str('00020012', 'UI', '1.2.3.9'),
    ].map((write) => write(implicit)),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(group.length);
  const implicitMeta = Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    raw('00020000', 'UL', size)(implicit),
    group,
    ...data,
  ]);
  assert.ok(rules(implicitMeta).includes('file-meta-encoding'));
});

test('a group length in the data set is retired and legal', () => {
  expectFinding(judged(file([raw('00080000', 'UL', [0, 0, 0, 0])])), 'WADO-RS-005', { assertions: 2 });
});

test('a defect that the instance was stored with is not held against the server', () => {
  const odd = file([raw('00100010', 'PN', [65])], EXPLICIT, '1.7');
  const finding = judged(odd, [file([]), odd]);
  assert.deepEqual([finding.verdict, finding.breachCount, finding.assertions], ['pass', 0, 2]);
  assert.match(finding.remark ?? '', /^as it was stored: /);
  assert.equal(judged(odd, [file([])]).verdict, 'fail', 'another instance had no such defect');
  const more = Buffer.concat([odd, Buffer.of(13, 10)]);
  assert.equal(judged(more, [odd]).breachCount, 1, 'a second kind of defect is new');
});

test('a stored instance that cannot be read any more excuses nothing', () => {
  const content = Buffer.concat([file([]), Buffer.of(13, 10)]);
  const unreadable: ByteSource = { length: 0, read: () => new Uint8Array() };
  const finding = partsAreValidPart10(multipart(DICOM, [content]), [{ ...stored(file([])), source: unreadable }]);
  assert.equal(finding.verdict, 'fail');
});

test('without a DICOM part, or without an answer, there is nothing to judge', () => {
  const incomplete = { verdict: 'incomplete', reason: 'prerequisite-failed', assertions: 0 } as const;
  const remark = 'there is no application/dicom part';
  expectFinding(partsAreValidPart10(multipart(OCTETS, ['x']), []), 'WADO-RS-005', { ...incomplete, remark });
  expectFinding(partsAreValidPart10(failed('reset', 'gone'), []), 'WADO-RS-005', {
    ...incomplete,
    remark: 'X.1: reset, gone',
  });
});

test('an offset table that cannot be one is a warning', () => {
  const pixelData: Write = () =>
    Buffer.from(
      'e07f10004f420000ffffffff' + 'feff00e002000000' + '0000' + 'feff00e002000000' + '0102' + 'feffdde000000000',
      'hex',
    );
  const finding = judged(file([pixelData], J2K));
  assert.deepEqual([finding.verdict, finding.breaches[0]?.code], ['warn', 'pixel-data-offset-table']);
});

test('what is beyond the bounds of the reader is not judged', () => {
  let nested = seq('00400275', []);
  for (let depth = 0; depth < 70; depth++) nested = seq('00400275', [[nested]]);
  const finding = judged(file([nested]));
  assert.deepEqual([finding.verdict, finding.reason], ['incomplete', 'over-limit']);
  assert.match(finding.remark ?? '', /deeper than 64/);
});

test("an error of reading is the harness's own", () => {
  const broken: ByteSource = {
    length: 1000,
    read: () => {
      throw new Error('the disk is gone');
    },
  };
  const one = exchange({ headers: [['Content-Type', `${DICOM}; transfer-syntax=${EXPLICIT}`]] });
  const answer = { ...one, response: one.response && { ...one.response, body: broken } };
  assert.throws(() => partsAreValidPart10(answer, []), /the disk is gone/);
  assert.throws(() => describesItsBytes(answer), /the disk is gone/);
  const later = { ...stored(file([])), source: broken };
  const odd = multipart(DICOM, [file([raw('00100010', 'PN', [65])])]);
  assert.throws(() => partsAreValidPart10(odd, [later]), /the disk is gone/);
});

test('a rule of data sets that has no kind of its own is told by its name', () => {
  const [seen] = judged(file([raw('00070010', 'LO', [65, 66])])).breaches;
  assert.deepEqual([seen?.code, seen?.parameters.rule], ['data-set-malformed', 'forbidden-group']);
});
