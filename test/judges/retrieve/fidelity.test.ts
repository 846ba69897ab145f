import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { keepsWhatWasStored, tracesWhatItCoerced } from '../../../lib/judges/retrieve/fidelity.ts';
import {
  EXPLICIT,
  encapsulated,
  file,
  IMPLICIT,
  JPEG_XL,
  RLE,
  raw,
  seq,
  shape,
  stored,
  str,
  type Write,
} from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { rleFrame } from '../rle-bytes.ts';

const NAME = str('00100010', 'PN', 'Doe^Jane');
const ID = (value: string) => str('00100020', 'LO', value);
const original = (...elements: Write[]) => seq('04000561', [[seq('04000550', [elements])]]);

const at = (path: string) => ({ kind: 'element', path, part: 1 }) as const;
const of = (tag: string, path = tag) => ({ tag, path, name: 'sample' });

function answers(right: readonly Write[], left: readonly Write[], to = EXPLICIT, from = EXPLICIT) {
  const answer = multipart(DICOM, ['not DICOM', file(right, to)]);
  const originals = [stored(file(left, from))];
  return { kept: keepsWhatWasStored(answer, originals), traced: tracesWhatItCoerced(answer, originals) };
}

test('the same instance passes both', () => {
  const { kept, traced } = answers([NAME, ID('P1')], [NAME, ID('P1')]);
  expectFinding(kept, 'STOW-032', { assertions: 6 });
  expectFinding(traced, 'STOW-024', { assertions: 2 });
  assert.equal(kept.claim, 'gives back every element and every pixel as stored');
  assert.equal(traced.claim, 'keeps the original of what it coerced');
});

test('a silent change is a loss and an untraced coercion', () => {
  const { kept, traced } = answers([NAME, ID('P2')], [NAME, ID('P1')]);
  expectFinding(kept, 'STOW-032', {
    verdict: 'fail',
    assertions: 6,
    breaches: [breach('element-changed', at('00100020'), { ...of('00100020'), stored: 'P1', returned: 'P2' })],
  });
  expectFinding(traced, 'STOW-024', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach('coercion-untraced', at('00100020'), { name: 'sample', tag: '00100020', tags: ['00100020'], count: 1 }),
    ],
  });
});

test('a change with its original value kept is recorded', () => {
  const { kept, traced } = answers([NAME, ID('P2'), original(ID('P1 '))], [NAME, ID('P1')]);
  expectFinding(kept, 'STOW-032', {
    verdict: 'info',
    assertions: 7,
    remark:
      'sample: 1 element (04000561) added; sample: 1 element (00100020) changed, with the original value in Original Attributes Sequence',
  });
  expectFinding(traced, 'STOW-024', { assertions: 2 });
});

test('an original that is not the stored value traces nothing', () => {
  for (const trace of [original(ID('P3')), original(NAME), seq('04000561', [[]]), seq('04000561', [])]) {
    const { kept, traced } = answers([NAME, ID('P2'), trace], [NAME, ID('P1')]);
    assert.deepEqual([kept.verdict, traced.verdict], ['fail', 'warn']);
  }
});

test('an element that is left out may be traced as well, and a sequence by being there', () => {
  assert.deepEqual(answers([NAME, original(ID('P1'))], [NAME, ID('P1')]).kept.verdict, 'info');
  const sequence = (value: string) => seq('00400275', [[str('00400009', 'SH', value)]]);
  const { kept, traced } = answers([sequence('B'), original(sequence('A'))], [sequence('A')]);
  assert.deepEqual([kept.verdict, traced.verdict], ['info', 'pass']);
  const bytes = answers([sequence('B'), original(raw('00400275', 'UN', [1, 2]))], [sequence('A')]);
  assert.deepEqual([bytes.kept.verdict, bytes.traced.verdict], ['fail', 'warn']);
});

test('pixels cannot be coerced', () => {
  const pixels = (octet: number) => raw('7FE00010', 'OW', [octet, 0]);
  const { kept, traced } = answers([pixels(2), original(pixels(1))], [pixels(1)]);
  assert.deepEqual([kept.verdict, kept.breaches[0]?.where], ['fail', at('7FE00010')]);
  assert.deepEqual(kept.breaches[0]?.bytes, { offset: 0, expected: '01 00', actual: '02 00' });
  assert.deepEqual(
    [kept.breaches[0]?.code, kept.breaches[0]?.parameters],
    ['pixels-changed', { name: 'sample', stored: 2, returned: 2, how: 'some', same: 0 }],
  );
  expectFinding(traced, 'STOW-024', { assertions: 2 });
});

test('pixels that were cut short are told apart from others', () => {
  const tell = (right: readonly Write[], left: readonly Write[], to = EXPLICIT) =>
    answers(right, left, to).kept.breaches.map(({ code, parameters }) => [code, parameters]);
  const native = (length: number, octet: number) => [
    ...shape(16, 16),
    raw('7FE00010', 'OW', Array(length).fill(octet)),
  ];
  const lengths = (returned: number) => ({ name: 'sample', stored: 256, returned });
  assert.deepEqual(tell(native(128, 0), native(256, 0)), [['pixels-cut-short', lengths(128)]]);
  assert.deepEqual(tell(native(256, 1), native(256, 0)), [
    ['pixels-changed', { ...lengths(256), how: 'some', same: 0 }],
  ]);
  const packed = tell([...shape(16, 16), encapsulated(rleFrame([[129, 1, 129, 1]]))], native(256, 0), RLE);
  assert.deepEqual(
    packed.map(([code]) => code),
    ['pixels-changed'],
    'compressed ones are shorter',
  );
});

test('an untraced change below a sequence is told by its own tag', () => {
  const step = (value: string) => [seq('00400275', [[str('00400009', 'SH', value)]])];
  const path = '00400275[1].00400009';
  expectFinding(answers(step('b'), step('a')).traced, 'STOW-024', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach('coercion-untraced', at(path), { name: 'sample', tag: '00400009', tags: ['00400009'], count: 1 }),
    ],
  });
});

test('what is added or written differently is recorded, with the first five named', () => {
  const added = ['1', '2', '3', '4', '5', '6'].map((digit) => str(`0018900${digit}`, 'LO', 'x'));
  const { kept, traced } = answers(
    [NAME, str('00280030', 'DS', '1.5'), ...added],
    [NAME, str('00280030', 'DS', '1.50')],
  );
  expectFinding(kept, 'STOW-032', {
    verdict: 'info',
    assertions: 7,
    remark:
      'sample: 6 elements (00189001, 00189002, 00189003, 00189004, 00189005, …) added; sample: 1 element (00280030) written differently with the same value',
  });
  expectFinding(traced, 'STOW-024', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach('addition-untraced', at('04000561'), {
        name: 'sample',
        tags: ['00189001', '00189002', '00189003', '00189004', '00189005'],
        count: 6,
      }),
    ],
  });
  const five = answers([NAME, ...added.slice(1)], [NAME]).kept.remark;
  assert.equal(five, 'sample: 5 elements (00189002, 00189003, 00189004, 00189005, 00189006) added');
});

test('another VR is a loss, UN for it a warning', () => {
  const changed = answers([str('00100020', 'SH', 'P1')], [ID('P1')]);
  assert.deepEqual([changed.kept.verdict, changed.traced.verdict], ['fail', 'warn']);
  const unknown = answers([raw('00291010', 'UN', Buffer.from('ab'))], [str('00291010', 'LO', 'ab')]);
  assert.deepEqual([unknown.kept.verdict, unknown.traced.verdict], ['warn', 'pass']);
  const codes = ({ kept }: ReturnType<typeof answers>) =>
    kept.breaches.map(({ code, parameters }) => [code, parameters]);
  assert.deepEqual(codes(changed), [['element-vr-changed', { ...of('00100020'), stored: 'LO', returned: 'SH' }]]);
  assert.deepEqual(codes(unknown), [['element-vr-unknown', { ...of('00291010'), stored: 'LO', returned: 'UN' }]]);
  assert.equal(answers([ID('P1')], [ID('P1')], EXPLICIT, IMPLICIT).kept.verdict, 'pass');
});

test('what cannot be compared is said to be so', () => {
  const left = [...shape(1, 2), raw('7FE00010', 'OW', [1, 2])];
  const { kept, traced } = answers([...shape(1, 2), encapsulated(Buffer.of(1, 2))], left, JPEG_XL);
  expectFinding(kept, 'STOW-032', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 8,
    remark: `sample, 7FE00010: pixel data were not compared: stored as Explicit VR Little Endian (${EXPLICIT}), returned as JPEG XL Lossless (${JPEG_XL})`,
  });
  expectFinding(traced, 'STOW-024', { assertions: 2 });
});

test('an instance that did not come back leaves fidelity open', () => {
  const answer = multipart(DICOM, [file([NAME])]);
  const originals = [
    stored(file([NAME])),
    stored(file([NAME], EXPLICIT, '1.7')),
    stored(file([NAME], EXPLICIT, '1.8')),
  ];
  expectFinding(keepsWhatWasStored(answer, originals), 'STOW-032', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 5,
    remark: '2 instances did not come back',
  });
});

test('a single-part answer is compared too', () => {
  const answer = exchange({ headers: [['Content-Type', DICOM]], body: file([ID('P2')]) });
  const finding = keepsWhatWasStored(answer, [stored(file([ID('P1')]))]);
  assert.deepEqual(finding.breaches[0]?.where, { kind: 'element', path: '00100020' });
});

test('each of two instances is compared with its own', () => {
  const [left, right] = [file([ID('P1')]), file([ID('P2')], EXPLICIT, '1.7')];
  const finding = keepsWhatWasStored(multipart(DICOM, [right, left]), [stored(left), stored(right)]);
  expectFinding(finding, 'STOW-032', { assertions: 10 });
});

test('without an answer, or with foreign instances only, nothing is compared', () => {
  const originals = [stored(file([NAME]))];
  expectFinding(keepsWhatWasStored(failed('timed-out', 'slow'), originals), 'STOW-032', {
    verdict: 'incomplete',
    reason: 'timed-out',
    assertions: 0,
    remark: 'X.1: timed-out, slow; 1 instance did not come back',
  });
  expectFinding(tracesWhatItCoerced(multipart(DICOM, [file([NAME], EXPLICIT, '1.9')]), originals), 'STOW-024', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
});

test('how an element differs is told by its kind', () => {
  const tell = (right: readonly Write[], left: readonly Write[]) =>
    answers(right, left).kept.breaches.map(({ code, parameters }) => [code, parameters]);
  const sequence = (...items: Write[][]) => seq('00400275', items);
  const step = (value: string) => [str('00400009', 'SH', value)];
  const path = '00400275[1].00400009';
  const utf8 = str('00080005', 'CS', 'ISO_IR 192');
  const latin = str('00080005', 'CS', 'ISO_IR 100');
  const text = (length: number, letter: string) => str('00104000', 'LT', letter.repeat(length));
  const name = (bytes: Buffer) => raw('00100010', 'PN', bytes);
  for (const [right, left, code, parameters] of [
    [[], [ID('P1')], 'element-lost', { ...of('00100020'), vr: 'LO', size: 2 }],
    [[], [ID('')], 'empty-element-lost', { ...of('00100020'), vr: 'LO' }],
    [[], [str('00291010', 'LO', '')], 'empty-element-lost', { ...of('00291010'), vr: 'LO' }],
    [[], [str('00291010', 'LO', 'ab')], 'private-element-lost', { ...of('00291010'), vr: 'LO', size: 2 }],
    [[ID('')], [ID('P1')], 'element-emptied', { ...of('00100020'), stored: 'P1' }],
    [[], [sequence([], [])], 'element-lost', { ...of('00400275'), vr: 'SQ', size: 2 }],
    [
      [str('00080008', 'CS', 'A\\C')],
      [str('00080008', 'CS', 'A\\B')],
      'element-changed',
      { ...of('00080008'), stored: 'A\\B', returned: 'A\\C' },
    ],
    [[text(4098, 'b')], [text(4098, 'a')], 'element-changed', { ...of('00104000'), stored: null, returned: null }],
    [
      [utf8, name(Buffer.from('Meier'))],
      [utf8, name(Buffer.from('Müller', 'utf8'))],
      'element-changed',
      { ...of('00100010'), stored: 'Müller', returned: 'Meier' },
    ],
    [
      [utf8, name(Buffer.from('Mller'))],
      [utf8, name(Buffer.from('Müller', 'utf8'))],
      'element-changed',
      { ...of('00100010'), stored: 'Müller', returned: 'Mller' },
    ],
    [[ID('P1')], [ID('')], 'element-changed', { ...of('00100020'), stored: '', returned: 'P1' }],
    [
      [raw('00282000', 'OB', [1, 2])],
      [raw('00282000', 'OB', [1, 3])],
      'element-changed',
      { ...of('00282000'), stored: null, returned: null },
    ],
    [
      [sequence(step('b'))],
      [sequence(step('a'))],
      'element-changed',
      { ...of('00400009', path), stored: 'a', returned: 'b' },
    ],
    [[sequence([])], [sequence(step('a'))], 'element-lost', { ...of('00400009', path), vr: 'SH', size: 2 }],
    [[sequence()], [sequence([])], 'sequence-items-changed', { ...of('00400275'), stored: 1, returned: 0 }],
    [
      [utf8, name(Buffer.from('M??ller'))],
      [utf8, name(Buffer.from('Müller', 'utf8'))],
      'element-text-garbled',
      { ...of('00100010'), stored: 'Müller', returned: 'M??ller' },
    ],
    [
      [latin, name(Buffer.from('Müller', 'utf8'))],
      [utf8, name(Buffer.from('Müller', 'utf8'))],
      'element-text-garbled',
      { ...of('00100010'), stored: 'Müller', returned: 'MÃ¼ller' },
    ],
  ] as const) {
    assert.deepEqual(tell(right, left), [[code, parameters]], code);
  }
  const { kept } = answers([text(4096, 'b')], [text(4096, 'a')]);
  assert.match(String(kept.breaches[0]?.parameters.stored), /^a{99}/, 'as much text as is told');
});

test('a sequence in the place of bytes, and another number of frames', () => {
  const codes = (right: readonly Write[], left: readonly Write[], syntax = EXPLICIT) =>
    answers(right, left, syntax, syntax).kept.breaches.map(({ code }) => code);
  assert.deepEqual(codes([str('00400275', 'LO', 'ab')], [seq('00400275', [[]])]), [
    'element-vr-changed',
    'element-vr-changed',
  ]);
  const frames = (count: number) => [
    ...shape(1, 2),
    str('00280008', 'IS', String(count)),
    encapsulated(...Array.from({ length: count }, () => Buffer.alloc(64))),
  ];
  assert.ok(codes(frames(1), frames(2), RLE).includes('instance-frames-changed'));
});
