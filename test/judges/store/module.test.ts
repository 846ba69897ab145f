import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFormatOfItsOwn } from '../../../lib/answers/store-response.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  moduleIsOneObject,
  noOtherFailureIsListed,
  refusedInstancesAreListed,
  storedInstancesAreListed,
  storeResponseIsRight,
  successHoldsTheModule,
} from '../../../lib/judges/store/module.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute } from '../json-answers.ts';
import {
  BOTH_STORED,
  moduleOf,
  NONE_STORED,
  ONE,
  ONE_STORED,
  SENT,
  sequence,
  storeAnswer,
  storedItem,
  TWO,
} from '../store-answers.ts';

const ALL = { stored: SENT, refused: [] };
const PART = { stored: [ONE], refused: [TWO] };
const REFERENCED = { tag: '00081199' };
const FAILED = { tag: '00081198' };
const OTHER_FAILURES = { tag: '0008119A' };
const INSTANCE_UID = { tag: '00081155' };

const NO_MODULE = (seen: string) =>
  ({
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: `no store response module: ${seen}`,
  }) as const;

test('a right answer passes everything', () => {
  const whole = storeResponseIsRight(storeAnswer(BOTH_STORED), ALL);
  const ids = (...numbers: string[]) => numbers.map((number) => [`STOW-${number}`, 'pass']);
  assert.deepEqual(
    whole.map(({ requirement, verdict }) => [requirement, verdict]),
    ids('013', '014', '016', '017', '018', '025', '021', '027'),
  );
  const part = storeResponseIsRight(storeAnswer(ONE_STORED, { status: 202 }), PART);
  assert.deepEqual(
    part.map(({ requirement, verdict }) => [requirement, verdict]),
    ids('013', '014', '016', '017', '018', '019', '021', '027'),
  );
  const nothing = storeResponseIsRight(storeAnswer(NONE_STORED, { status: 409 }), { stored: [], refused: SENT });
  assert.deepEqual(
    nothing.filter(({ verdict }) => verdict !== 'pass').map(({ requirement }) => requirement),
    ['STOW-013'],
  );
  assert.ok(!nothing.some(({ requirement }) => requirement === 'STOW-021'));
});

test('hollow answers pass nothing but the label', () => {
  for (const answer of [
    storeAnswer([]),
    storeAnswer({}),
    storeAnswer({ '00081190': attribute('UR', 'http://x') }),
    storeAnswer({ '00081199': { vr: 'SQ' } }),
    exchange({ status: 404 }),
    exchange({ status: 409 }),
    exchange({ body: '--b\r\n', headers: [['Content-Type', 'multipart/related; boundary=b']] }),
    failed('truncated', 'half-way'),
  ]) {
    const passed = storeResponseIsRight(answer, ALL).filter(({ verdict }) => verdict === 'pass');
    assert.deepEqual(
      passed.map(({ requirement }) => requirement).filter((id) => !['STOW-027', 'STOW-013', 'STOW-014'].includes(id)),
      [],
    );
  }
});

const ofOtherContent = (bytes: number) =>
  breach('store-response-without-module', { kind: 'exchange' }, { status: 200, type: 'application/dicom+json', bytes });

test('STOW-013: a success holds the module', () => {
  expectFinding(successHoldsTheModule(storeAnswer(BOTH_STORED)), 'STOW-013', { assertions: 1 });
  expectFinding(successHoldsTheModule(storeAnswer([BOTH_STORED], { status: 202 })), 'STOW-013', { assertions: 1 });
  for (const tag of ['00081198', '00081199', '0008119A']) {
    assert.equal(successHoldsTheModule(storeAnswer({ [tag]: { vr: 'SQ' } })).verdict, 'pass', tag);
  }
  const where = { kind: 'exchange' } as const;
  for (const [body, wrong] of [
    ['', breach('store-response-empty', where, { status: 200 })],
    ['[]', ofOtherContent(2)],
    ['{}', ofOtherContent(2)],
    ['[{"00081199":{"vr":"SQ"}},{}]', ofOtherContent(29)],
    ['{"status":"ok"}', ofOtherContent(15)],
    ['{', ofOtherContent(1)],
    ['{"00081190":{"vr":"UR"}}', breach('store-response-without-lists', where, { status: 200 })],
  ] as const) {
    expectFinding(successHoldsTheModule(storeAnswer(body)), 'STOW-013', {
      verdict: 'fail',
      assertions: 1,
      breaches: [wrong],
    });
  }
  for (const status of [201, 204, 409, 500]) {
    expectFinding(successHoldsTheModule(storeAnswer(BOTH_STORED, { status })), 'STOW-013', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: `no success: ${status}`,
    });
  }
  expectFinding(successHoldsTheModule(storeAnswer('done', { headers: [] })), 'STOW-013', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('store-response-without-module', where, { status: 200, type: null, bytes: 4 })],
  });
  const xml = storeAnswer('<NativeDicomModel/>', { headers: [['Content-Type', 'application/dicom+xml']] });
  expectFinding(successHoldsTheModule(xml), 'STOW-013', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'the module came as XML',
  });
  assert.equal(successHoldsTheModule(storeAnswer(BOTH_STORED)).claim, 'answers a store with the response module');
  assert.equal(successHoldsTheModule(failed('reset', 'x')).reason, 'prerequisite-failed');
});

test('STOW-014: the module is one object of application/dicom+json', () => {
  const where = { kind: 'header', name: 'Content-Type' } as const;
  const finding = moduleIsOneObject(storeAnswer(BOTH_STORED));
  expectFinding(finding, 'STOW-014', { assertions: 2 });
  assert.equal(finding.claim, 'answers a store with one data set in DICOM JSON');
  expectFinding(moduleIsOneObject(storeAnswer([BOTH_STORED])), 'STOW-014', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('store-response-in-array', at(''), {})],
  });
  expectFinding(
    moduleIsOneObject(storeAnswer(BOTH_STORED, { headers: [['Content-Type', 'application/json']] })),
    'STOW-014',
    {
      verdict: 'warn',
      assertions: 2,
      breaches: [breach('json-labelled-otherwise', where, { type: 'application/json' })],
    },
  );
  expectFinding(
    moduleIsOneObject(storeAnswer(BOTH_STORED, { headers: [['Content-Type', 'text/plain']] })),
    'STOW-014',
    {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('json-labelled-otherwise', where, { type: 'text/plain' })],
    },
  );
  assert.equal(moduleIsOneObject(storeAnswer(BOTH_STORED, { headers: [] })).breaches[0]?.parameters.type, null);
  expectFinding(moduleIsOneObject(storeAnswer([])), 'STOW-014', NO_MODULE('200, 2 bytes of "application/dicom+json"'));
});

test('STOW-016: each stored instance is listed once and no other', () => {
  const finding = storedInstancesAreListed(storeAnswer(BOTH_STORED), ALL);
  expectFinding(finding, 'STOW-016', { assertions: 4 });
  assert.equal(finding.claim, 'lists 2 stored instances');
  expectFinding(storedInstancesAreListed(storeAnswer(moduleOf([storedItem('1.1')])), ALL), 'STOW-016', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('stored-not-listed', at('/00081199'), { instance: '1.2', name: 'two', listed: 1 })],
  });
  const more = moduleOf([storedItem('1.1'), storedItem('1.1'), storedItem('1.2'), storedItem('9'), {}]);
  expectFinding(storedInstancesAreListed(storeAnswer(more), ALL), 'STOW-016', {
    verdict: 'fail',
    assertions: 7,
    breaches: [
      breach('store-lists-twice', at('/00081199'), { ...REFERENCED, instance: '1.1', name: 'one', count: 2 }),
      breach('store-lists-unknown-instance', at('/00081199/Value/3'), { instance: '9' }),
      breach('store-item-without-instance', at('/00081199/Value/4'), INSTANCE_UID),
    ],
  });
  expectFinding(storedInstancesAreListed(storeAnswer(NONE_STORED), ALL), 'STOW-016', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('stored-not-listed', at(''), { instance: '1.1', name: 'one', listed: 0 }),
      breach('stored-not-listed', at(''), { instance: '1.2', name: 'two', listed: 0 }),
    ],
  });
  expectFinding(storedInstancesAreListed(exchange({ status: 409 }), ALL), 'STOW-016', NO_MODULE('409, no body'));
});

test('STOW-016: a success without the sequence is in breach, unless it says nothing at all', () => {
  const bare = storeAnswer({ '00081190': attribute('UR', 'http://server/studies/1') });
  expectFinding(storedInstancesAreListed(bare, PART), 'STOW-016', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('stored-not-listed', at(''), { instance: '1.1', name: 'one', listed: 0 })],
  });
  const { response } = bare;
  for (const silent of [
    storeAnswer({}),
    storeAnswer([]),
    storeAnswer([{ '00081190': attribute('UR') }, {}]),
    { ...bare, response: response && { ...response, status: 409 } },
    { ...bare, failure: { code: 'truncated', message: 'x' } as const },
  ]) {
    const finding = storedInstancesAreListed(silent, PART);
    assert.deepEqual([finding.verdict, finding.assertions], ['incomplete', 0]);
  }
  assert.equal(storedInstancesAreListed(bare, { stored: [], refused: SENT }).verdict, 'incomplete');
});

test('STOW-016: nothing stored, nothing listed', () => {
  const nothing = { stored: [], refused: SENT };
  expectFinding(storedInstancesAreListed(storeAnswer(NONE_STORED), nothing), 'STOW-016', { assertions: 1 });
  const empty = { ...NONE_STORED, '00081199': { vr: 'SQ' } };
  expectFinding(storedInstancesAreListed(storeAnswer(empty), nothing), 'STOW-016', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('store-response-empty-sequence', at('/00081199'), REFERENCED)],
  });
  expectFinding(storedInstancesAreListed(storeAnswer(ONE_STORED), nothing), 'STOW-016', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('refused-listed-as-stored', at('/00081199/Value/0'), { instance: '1.1', name: 'one' })],
  });
});

test('STOW-016 and -018: the sequences have the form of sequences', () => {
  const item = storedItem('1.1');
  expectFinding(
    storedInstancesAreListed(storeAnswer({ '00081199': { vr: 'SQ', Value: [item, 7] } }), PART),
    'STOW-016',
    {
      verdict: 'fail',
      assertions: 4,
      breaches: [
        breach('store-attribute-malformed', at('/00081199/Value/1'), { ...REFERENCED, seen: '7' }),
        breach('store-item-without-instance', at('/00081199/Value/1'), INSTANCE_UID),
      ],
    },
  );
  const wrapped = [{ '00081199': sequence([item]), '00081198': { vr: 'LO' } }];
  expectFinding(refusedInstancesAreListed(storeAnswer(wrapped), ALL), 'STOW-018', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('store-attribute-malformed', at('/0/00081198/vr'), { ...FAILED, seen: '"LO"' }),
      breach('store-response-empty-sequence', at('/0/00081198'), FAILED),
    ],
  });
});

test('STOW-018: refused instances are listed, and none on success', () => {
  const success = refusedInstancesAreListed(storeAnswer(BOTH_STORED), ALL);
  expectFinding(success, 'STOW-018', { assertions: 1 });
  assert.equal(success.claim, 'lists no instance as failed');
  const part = refusedInstancesAreListed(storeAnswer(ONE_STORED), PART);
  expectFinding(part, 'STOW-018', { assertions: 2 });
  assert.equal(part.claim, 'lists 1 failed instance');
  expectFinding(refusedInstancesAreListed(storeAnswer({ ...BOTH_STORED, '00081198': sequence([]) }), ALL), 'STOW-018', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('store-response-empty-sequence', at('/00081198'), FAILED)],
  });
  expectFinding(refusedInstancesAreListed(storeAnswer(ONE_STORED), ALL), 'STOW-018', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('stored-listed-as-failed', at('/00081198/Value/0'), { instance: '1.2', name: 'two' })],
  });
  expectFinding(refusedInstancesAreListed(storeAnswer(moduleOf([storedItem('1.1')])), PART), 'STOW-018', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('refused-not-listed', at(''), { instance: '1.2', name: 'two', listed: 0 })],
  });
  expectFinding(refusedInstancesAreListed(storeAnswer({ '00081199': { vr: 'SQ' } }), ALL), 'STOW-018', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 1,
    remark: 'the answer does not say that anything was stored',
  });
  expectFinding(refusedInstancesAreListed(exchange(), ALL), 'STOW-018', NO_MODULE('200, no body'));
});

test('STOW-025: no failure is told of where everything was stored', () => {
  const listing = (items: readonly unknown[]) =>
    noOtherFailureIsListed(storeAnswer({ ...BOTH_STORED, '0008119A': sequence(items) }));
  expectFinding(noOtherFailureIsListed(storeAnswer(BOTH_STORED)), 'STOW-025', { assertions: 1 });
  expectFinding(listing([{ '00081197': attribute('US', 272) }]), 'STOW-025', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('other-failure-without-cause', at('/0008119A'), { items: 1 })],
  });
  expectFinding(listing([]), 'STOW-025', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('store-response-empty-sequence', at('/0008119A'), OTHER_FAILURES)],
  });
  expectFinding(noOtherFailureIsListed(storeAnswer(NONE_STORED)), 'STOW-025', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the answer does not say that anything was stored',
  });
});

test("an answer in a format of the vendor's own is that and nothing else", () => {
  const labelled = (type: string) =>
    exchange({
      headers: [['Content-Type', type]],
      body: JSON.stringify({ status: 'success', stored: ['1.1'] }),
    });
  const own = labelled('application/json');
  assert.equal(own.response && isFormatOfItsOwn(own.response), true);
  assert.equal(successHoldsTheModule(own).breaches[0]?.code, 'store-response-without-module');
  assert.equal(storedInstancesAreListed(own, PART).verdict, 'incomplete');
  for (const [body, isOwn] of [
    ['*** error', true],
    ['', false],
    ['\u00ef\u00bb\u00bf[]', false],
    [' {}', false],
  ] as const) {
    const { response } = exchange({ headers: [['Content-Type', 'application/json']], body });
    assert.equal(response && isFormatOfItsOwn(response), isOwn, body);
  }
  const claimed = labelled('application/dicom+json');
  assert.equal(claimed.response && isFormatOfItsOwn(claimed.response), false);
  assert.equal(storedInstancesAreListed(claimed, PART).verdict, 'fail');
  const tagged = storeAnswer(ONE_STORED, { headers: [['Content-Type', 'application/json']] });
  assert.equal(tagged.response && isFormatOfItsOwn(tagged.response), false);
});
