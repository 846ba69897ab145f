import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Whereabouts } from '../../../lib/answers/stored/whereabouts.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  storedIsDescribed,
  storedIsFound,
  storedIsSomewhere,
  unlessUnseen,
} from '../../../lib/judges/store/stored-is-observed.ts';
import { raw, str } from '../dicom-bytes.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, dataSet, json } from '../json-answers.ts';
import { BOTH_STORED, moduleOf, NONE_STORED, ONE, SENT, storeAnswer, storedItem, TWO } from '../store-answers.ts';

const STORE = storeAnswer(BOTH_STORED);
const seenIn = (instance: StoredInstance, ...exchanges: readonly Exchange[]): Whereabouts => ({
  instance,
  looks: exchanges.map((each) => ({ exchange: each, path: instance })),
});
const uid = (value: string) => ({ '00080018': attribute('UI', value) });
const poll = (elapsedMs: number, ...uids: readonly string[]) => ({
  exchange: { ...json(uids.map(uid)), id: `P.${elapsedMs}` },
  elapsedMs,
});

test('QIDO-065: found within the window passes', () => {
  const finding = storedIsFound(STORE, SENT, [poll(10), poll(300, '1.1', '1.2')], 300);
  expectFinding(finding, 'QIDO-065', { assertions: 1 });
  assert.equal(finding.claim, 'finds what was stored within 300 ms');
  assert.deepEqual(finding.exchanges, ['S.1', 'P.10', 'P.300']);
});

test('QIDO-065: found later is a warning, by the first answer that shows everything', () => {
  expectFinding(
    storedIsFound(STORE, SENT, [poll(10), poll(300, '1.1'), poll(301, '1.1', '1.2'), poll(900, '1.1', '1.2')], 300),
    'QIDO-065',
    {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('stored-found-late', { kind: 'exchange' }, { elapsedMs: 301, windowMs: 300 })],
    },
  );
});

test('QIDO-065: found later is no warning where nobody asked when the window was over', () => {
  expectFinding(storedIsFound(STORE, SENT, [poll(30), poll(400, '1.1', '1.2')], 300), 'QIDO-065', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'not found after 30 ms and found after 400 ms: 300 ms are granted',
  });
});

test('QIDO-065: never found is a failure, instance by instance', () => {
  expectFinding(storedIsFound(STORE, SENT, [poll(10), poll(1_800, '1.1')], 300), 'QIDO-065', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('stored-not-found', { kind: 'exchange' }, { name: 'two', instance: '1.2', waitedMs: 1_800 })],
  });
  assert.equal(storedIsFound(STORE, SENT, [poll(1_800)], 300).breachCount, 2);
});

test('QIDO-065: polls that end early or give no list decide nothing', () => {
  expectFinding(storedIsFound(STORE, SENT, [poll(1_799, '1.1')], 300), 'QIDO-065', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'looked for 1799 of 1800 ms only: play this scenario alone (--scenario)',
  });
  const error = { exchange: { ...exchange({ status: 500 }), id: 'P.9' }, elapsedMs: 400 };
  expectFinding(storedIsFound(STORE, SENT.slice(0, 1), [error], 300), 'QIDO-065', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the search (P.9) gives no list',
  });
  const missing = { exchange: { ...exchange({ status: 404 }), id: 'P.9' }, elapsedMs: 400 };
  expectFinding(storedIsFound(STORE, SENT.slice(0, 1), [missing], 300), 'QIDO-065', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the search (P.9) gives no list',
  });
  expectFinding(storedIsFound(STORE, SENT, [], 300), 'QIDO-065', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
});

test('QIDO-065: only what was acknowledged has to be found', () => {
  const half = storeAnswer(moduleOf([storedItem('1.1')]), { status: 202 });
  expectFinding(storedIsFound(half, SENT, [poll(5, '1.1')], 300), 'QIDO-065', { assertions: 1 });
  assert.deepEqual(
    storedIsFound(half, SENT, [poll(1_800, '1.2')], 300).breaches.map(({ code, parameters }) => [
      code,
      parameters.name,
    ]),
    [['stored-not-found', 'one']],
  );
});

test('QIDO-065 and STOW-032: without an acknowledgement there is nothing to find', () => {
  const metadata = json([dataSet()]);
  for (const store of [
    storeAnswer(NONE_STORED, { status: 409 }),
    storeAnswer(BOTH_STORED, { status: 409 }),
    storeAnswer(BOTH_STORED, { status: 300 }),
  ]) {
    const found = storedIsFound(store, SENT, [poll(0, '1.1', '1.2')], 300);
    const described = storedIsDescribed(store, SENT, metadata);
    const undescribed = storedIsDescribed(store, SENT, exchange({ status: 404 }));
    for (const finding of [found, described, undescribed]) {
      assert.deepEqual([finding.verdict, finding.reason, finding.assertions], ['incomplete', 'prerequisite-failed', 0]);
      assert.equal(finding.remark, 'the store (S.1) acknowledged none of the instances');
    }
  }
  assert.equal(
    storedIsFound(storeAnswer(BOTH_STORED, { status: 202 }), SENT, [poll(0, '1.1', '1.2')], 9).verdict,
    'pass',
  );
  assert.equal(storedIsFound(failed('reset', 'x'), SENT, [poll(0)], 9).remark, 'X.1: reset, x');
});

const INSTANCE_OF = anInstance(
  [str('00100020', 'LO', 'ID1'), str('00080050', 'SH', ''), raw('00282000', 'OB', [1, 2])],
  {
    instance: '1.1',
    name: 'one',
  },
);
const DESCRIBED = dataSet({ ...uid('1.1'), '00100020': attribute('LO', 'ID1'), '00080050': attribute('SH') });

test('STOW-032: private attributes that are left out are one defect, whatever their tags', () => {
  const instance = anInstance([str('00100020', 'LO', 'ID1'), str('00990010', 'LO', 'X'), str('00991001', 'LO', 'Y')], {
    instance: '1.1',
    name: 'one',
  });
  const described = dataSet({ ...uid('1.1'), '00100020': attribute('LO', 'ID1') });
  expectFinding(storedIsDescribed(STORE, [instance], json([described])), 'STOW-032', {
    verdict: 'fail',
    breaches: ['00990010', '00991001'].map((tag) =>
      breach('metadata-lacks-private-attribute', at(`/0/${tag}`), { tag, vr: 'LO', isEmpty: false }),
    ),
  });
});

test('STOW-032: what was acknowledged is described with its values', () => {
  const finding = storedIsDescribed(STORE, [INSTANCE_OF], json([DESCRIBED]));
  expectFinding(finding, 'STOW-032', { assertions: 7 });
  assert.equal(finding.claim, 'describes what it acknowledged with the stored values');
  const wrong = { ...DESCRIBED, '00100020': attribute('LO', 'ID2') };
  expectFinding(storedIsDescribed(STORE, [INSTANCE_OF], json([wrong])), 'STOW-032', {
    verdict: 'fail',
    assertions: 7,
    breaches: [
      breach('value-differs', at('/0/00100020/Value/0'), { tag: '00100020', expected: '"ID1"', actual: '"ID2"' }),
    ],
  });
  const { '00100020': id, '00080050': empty, ...poor } = DESCRIBED;
  assert.ok(id && empty);
  expectFinding(storedIsDescribed(STORE, [INSTANCE_OF], json([poor])), 'STOW-032', {
    verdict: 'fail',
    assertions: 7,
    breaches: [breach('stored-attribute-dropped', at('/0/00100020'), { tag: '00100020' })],
  });
});

test('STOW-032: metadata that came with 206 counts by its content', () => {
  expectFinding(storedIsDescribed(STORE, [INSTANCE_OF], json([DESCRIBED], { status: 206 })), 'STOW-032', {
    assertions: 7,
  });
});

test('STOW-032: without metadata of an acknowledged instance its values are not judged by them', () => {
  for (const [metadata, remark] of [
    [exchange({ status: 404 }), 'no metadata: 404'],
    [json([]), 'the metadata does not describe one'],
  ] as const) {
    expectFinding(storedIsDescribed(STORE, [INSTANCE_OF], metadata), 'STOW-032', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark,
    });
  }
  expectFinding(storedIsDescribed(STORE, [INSTANCE_OF], json('[')), 'STOW-032', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the body cannot be read as JSON: the end of the text is no value at byte 1',
  });
  assert.equal(storedIsDescribed(STORE, [INSTANCE_OF], failed('reset', 'x')).remark, 'X.1: reset, x');
});

test('STOW-032: what was acknowledged and no answer shows was lost', () => {
  const found = seenIn(ONE, exchange({ status: 404 }), json([uid('1.1')]));
  const gone = seenIn(TWO, exchange({ status: 404 }), json([]), exchange({ status: 405 }));
  const hidden = seenIn(TWO, exchange({ status: 404 }), exchange({ status: 500 }));
  expectFinding(storedIsSomewhere(STORE, [found]), 'STOW-032', { assertions: 1 });
  const lost = (sent: number, names: readonly string[], status = 200) =>
    ({
      verdict: 'fail',
      assertions: 1,
      breaches: [
        {
          ...breach('acknowledged-not-stored', { kind: 'exchange' }, { names, lost: names.length, sent, status }),
          subjects: ['1.2'],
        },
      ],
    }) as const;
  expectFinding(storedIsSomewhere(STORE, [found, gone]), 'STOW-032', lost(2, ['two']));
  for (const [silent, status] of [
    [exchange({ status: 201, body: '<ok/>', headers: [['Content-Type', 'text/xml']] }), 201],
    [exchange({ status: 204 }), 204],
  ] as const) {
    expectFinding(storedIsSomewhere(silent, [gone]), 'STOW-032', lost(1, ['two'], status));
  }
  const cut = { ...gone, cut: { waitedMs: 3_000, ofMs: 30_000 } };
  const untold = {
    reason: 'not-exercised',
    remark: 'looked for 3000 of 30000 ms only: play this scenario alone (--scenario)',
  } as const;
  expectFinding(storedIsSomewhere(STORE, [cut]), 'STOW-032', { verdict: 'incomplete', assertions: 0, ...untold });
  expectFinding(storedIsSomewhere(STORE, [found, cut]), 'STOW-032', {
    verdict: 'incomplete',
    assertions: 1,
    ...untold,
  });
  expectFinding(storedIsSomewhere(STORE, [hidden]), 'STOW-032', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'no answer tells whether two is there',
  });
});

test('STOW-032: what was refused, or told as failed, is not owed', () => {
  const gone = seenIn(TWO, exchange({ status: 404 }));
  for (const store of [
    exchange({ status: 500 }),
    storeAnswer(NONE_STORED, { status: 202 }),
    storeAnswer(moduleOf([storedItem('1.1')]), { status: 202 }),
    exchange({ status: 202, body: '<DicomAttribute tag="00081198"/>' }),
  ]) {
    const finding = storedIsSomewhere(store, [gone]);
    assert.deepEqual([finding.verdict, finding.reason], ['incomplete', 'prerequisite-failed']);
    assert.match(finding.remark ?? '', /acknowledged none of the instances/);
  }
});

test('claims about what was stored stand only once it was seen', () => {
  const passed = storedIsFound(STORE, SENT, [poll(0, '1.1', '1.2')], 300);
  const failedOne = storedIsFound(STORE, SENT, [poll(1_800)], 300);
  const both = json([uid('1.1'), uid('1.2')]);
  assert.deepEqual(unlessUnseen([passed, failedOne], SENT, [json([]), both]), [passed, failedOne]);
  assert.deepEqual(unlessUnseen([passed], SENT, [json([uid('1.1')]), json([uid('1.2')])]), [passed]);
  assert.deepEqual(unlessUnseen([passed, failedOne], SENT, [json([uid('1.1')])]), [
    {
      ...passed,
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      remark: 'what the answer says was stored was not seen on the server',
    },
    failedOne,
  ]);
  assert.equal(unlessUnseen([passed], SENT, [json([])])[0]?.verdict, 'incomplete');
});
