import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Whereabouts } from '../../../lib/answers/stored/whereabouts.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  answers202BesideAnUnreadablePart,
  keepsWhatIsStoredAgain,
  keepsWhatIsStoredAtOnce,
  storedTwiceIsThereOnce,
  storesSeveralStudies,
  takesChunkedStore,
  tellsOfUnreadablePart,
} from '../../../lib/judges/store/several.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { attribute, json } from '../json-answers.ts';
import {
  BOTH_STORED,
  failedItem,
  moduleOf,
  ONE,
  ONE_STORED,
  sequence,
  storeAnswer,
  storedItem,
  TWO,
} from '../store-answers.ts';

const STATUS = { kind: 'status' } as const;
const WHERE = { kind: 'exchange' } as const;
const STORED = storeAnswer(BOTH_STORED);
const look = (id: string, ...uids: readonly string[]) => ({
  ...json(uids.map((uid) => ({ '00080018': attribute('UI', uid) }))),
  id,
  operation: 'look',
});
const seenIn = (instance: StoredInstance, ...exchanges: readonly Exchange[]): Whereabouts => ({
  instance,
  looks: exchanges.map((exchange) => ({ exchange, path: instance })),
});
const BOTH_SHOWN = [seenIn(ONE, look('L.1', '1.1')), seenIn(TWO, look('L.2', '1.2'))];

test('STOW-001: a mixture that was stored and is there passes', () => {
  expectFinding(storesSeveralStudies(STORED, BOTH_SHOWN), 'STOW-001', { assertions: 3 });
});

test('STOW-001: a mixture that is refused fails, and so does an instance that was lost', () => {
  const refused = storeAnswer(null, { status: 400 });
  expectFinding(storesSeveralStudies(refused, BOTH_SHOWN), 'STOW-001', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('store-of-several-studies-refused', STATUS, { status: 400, expected: ['200', '202'] })],
  });
  const [shown] = BOTH_SHOWN;
  const lost = shown ? [shown, seenIn(TWO, exchange({ status: 404, id: 'L.2' }))] : [];
  expectFinding(storesSeveralStudies(STORED, lost), 'STOW-001', {
    verdict: 'fail',
    assertions: 3,
    breaches: [
      {
        ...breach('acknowledged-not-stored', WHERE, { names: ['two'], lost: 1, sent: 2, status: 200 }),
        subjects: ['1.2'],
      },
    ],
  });
});

test('STOW-001: what is too large, or not to be seen, says nothing', () => {
  expectFinding(storesSeveralStudies(storeAnswer(null, { status: 413 }), BOTH_SHOWN), 'STOW-001', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'the server says that the request is too large for it',
  });
  const hidden = [seenIn(ONE, look('L.1', '1.1')), seenIn(TWO, exchange({ status: 500, id: 'L.2' }))];
  expectFinding(storesSeveralStudies(STORED, hidden), 'STOW-001', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 2,
    remark: 'no answer tells whether two is there',
  });
});

test('STOW-001: an instance that is declined is not looked for', () => {
  const failure = failedItem('1.2', attribute('US', 0x0122));
  const declining = storeAnswer(moduleOf([storedItem('1.1')], [failure]), { status: 202 });
  const looks = [seenIn(ONE, look('L.1', '1.1')), seenIn(TWO, look('L.2'))];
  expectFinding(storesSeveralStudies(declining, looks), 'STOW-001', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 1,
    remark: 'the server declines two',
  });
});

test('a request that did not end shows nothing, whichever it was', () => {
  const once = look('B.1', '1.1');
  const ended = failed('reset', 'x', 'E');
  for (const finding of [
    storesSeveralStudies(ended, BOTH_SHOWN),
    takesChunkedStore(ended, seenIn(ONE, once), STORED),
    takesChunkedStore(STORED, seenIn(ONE, once), ended),
    storedTwiceIsThereOnce(ended, ONE, once, once),
    storedTwiceIsThereOnce(STORED, ONE, ended, once),
    storedTwiceIsThereOnce(STORED, ONE, once, ended),
    tellsOfUnreadablePart(ended, ONE, STORED),
    tellsOfUnreadablePart(STORED, ONE, ended),
  ]) {
    assert.deepEqual([finding.verdict, finding.assertions, finding.remark], ['incomplete', 0, 'E: reset, x']);
  }
});

test('STOW-031: stored in chunks passes, 411 is a warning, and what is nowhere fails', () => {
  const [shown] = BOTH_SHOWN;
  const absent = seenIn(ONE, exchange({ status: 404, id: 'L.1' }));
  if (!shown) return;
  expectFinding(takesChunkedStore(STORED, shown, STORED), 'STOW-031', { assertions: 2 });
  const onHttp2 = { ...STORED, response: STORED.response && { ...STORED.response, httpVersion: '2' } };
  expectFinding(takesChunkedStore(onHttp2, shown, STORED), 'STOW-031', {
    assertions: 2,
    remark: 'HTTP/2 has no chunks: sent without Content-Length',
  });
  const refusedOnHttp2 = { ...onHttp2, response: onHttp2.response && { ...onHttp2.response, status: 411 } };
  expectFinding(takesChunkedStore(refusedOnHttp2, absent, STORED), 'STOW-031', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'HTTP/2 has no chunks, and a store without Content-Length was answered 411',
  });
  const refused = storeAnswer(null, { status: 411 });
  expectFinding(takesChunkedStore(refused, absent, STORED), 'STOW-031', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('chunked-store-refused', STATUS, { status: 411, expected: ['200', '202'] })],
    remark: '411: asks for Content-Length',
  });
  expectFinding(takesChunkedStore(STORED, absent, STORED), 'STOW-031', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('chunked-store-lost', WHERE, { instance: '1.1', name: 'one' })],
  });
  const unreadable = seenIn(ONE, exchange({ headers: [['Content-Type', 'application/gzip']], body: 'x', id: 'L.1' }));
  expectFinding(takesChunkedStore(STORED, unreadable, STORED), 'STOW-031', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 1,
    remark: 'no answer tells whether one is there',
  });
  const twin = storeAnswer(ONE_STORED, { status: 409 });
  expectFinding(takesChunkedStore(refused, absent, twin), 'STOW-031', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the same with Content-Length was answered 409',
  });
});

test('STOW-029: one copy passes whatever is answered, two fail, and so does a server error', () => {
  const once = look('B.1', '1.1');
  const twice = look('A.1', '1.1', '1.1');
  const conflict = storeAnswer(ONE_STORED, { status: 409 });
  expectFinding(storedTwiceIsThereOnce(conflict, ONE, once, once), 'STOW-029', {
    assertions: 2,
    remark: 'the repetition was answered 409',
  });
  expectFinding(storedTwiceIsThereOnce(STORED, ONE, once, twice), 'STOW-029', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('repeated-store-duplicated', WHERE, { instance: '1.1', count: 2 })],
    remark: 'the repetition was answered 200',
  });
  expectFinding(storedTwiceIsThereOnce(STORED, ONE, once, look('A.1')), 'STOW-029', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('repeated-store-lost', WHERE, { instance: '1.1' })],
    remark: 'the repetition was answered 200',
  });
  expectFinding(storedTwiceIsThereOnce(storeAnswer(null, { status: 500 }), ONE, once, once), 'STOW-029', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('repeated-store-server-error', STATUS, { status: 500 })],
    remark: 'the repetition was answered 500',
  });
  expectFinding(storedTwiceIsThereOnce(STORED, ONE, look('B.1'), once), 'STOW-029', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'B.1 has it 0 times before it was stored again',
  });
  for (const status of [429, 503]) {
    expectFinding(storedTwiceIsThereOnce(storeAnswer(null, { status }), ONE, once, once), 'STOW-029', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: `nothing was repeated: ${status}`,
    });
  }
});

test('STOW-029: only the instance itself is counted, and a search that was refused counts nothing', () => {
  const beside = look('A.1', '1.1', '1.2');
  assert.equal(storedTwiceIsThereOnce(STORED, ONE, beside, beside).verdict, 'pass');
  const refused = exchange({ status: 400 });
  for (const [before, after] of [
    [refused, beside],
    [beside, refused],
  ] as const) {
    expectFinding(storedTwiceIsThereOnce(STORED, ONE, before, after), 'STOW-029', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'no search result: 400, no body',
    });
  }
});

const nowhere = seenIn(ONE, look('A.2'));

test('STOW-007: what lists a part that is none as failed and an instance as stored is answered 202', () => {
  const others = { '0008119A': sequence([{ '00081197': attribute('US', 49152) }]) };
  const told = { ...ONE_STORED, ...others };
  const on = (status: number, body: Parameters<typeof storeAnswer>[0] = told) =>
    answers202BesideAnUnreadablePart(storeAnswer(body, { status }), nowhere);
  expectFinding(on(202), 'STOW-007', { assertions: 1 });
  expectFinding(on(200), 'STOW-007', {
    verdict: 'warn',
    breaches: [breach('unreadable-part-answered-success', STATUS, { status: 200, expected: ['202'] })],
  });
  for (const status of [400, 409]) {
    expectFinding(on(status), 'STOW-007', {
      verdict: 'warn',
      breaches: [breach('partial-store-answered-failure', STATUS, { status, seenBy: null })],
    });
  }
});

test('STOW-007: what is found after a refusal beside a part that is none was stored: a warning', () => {
  const found = seenIn(ONE, look('A.2'), look('A.3', '1.1'));
  for (const status of [400, 409]) {
    for (const body of ['', moduleOf([], [failedItem('1.1')])]) {
      expectFinding(answers202BesideAnUnreadablePart(storeAnswer(body, { status }), found), 'STOW-007', {
        verdict: 'warn',
        breaches: [
          breach('partial-store-answered-failure', STATUS, {
            status,
            seenBy: 'look',
          }),
        ],
      });
    }
  }
  expectFinding(answers202BesideAnUnreadablePart(storeAnswer(ONE_STORED, { status: 202 }), found), 'STOW-007', {
    assertions: 1,
  });
});

test('STOW-007: nothing stored, nothing refused, and a server error tell nothing of a part', () => {
  const others = { '0008119A': sequence([{ '00081197': attribute('US', 49152) }]) };
  const silent = 'no answer shows that a part was stored and a part was not';
  for (const one of [STORED, storeAnswer(others), exchange({ status: 400 })])
    expectFinding(answers202BesideAnUnreadablePart(one, nowhere), 'STOW-007', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark: silent,
    });
  expectFinding(
    answers202BesideAnUnreadablePart(storeAnswer({ ...ONE_STORED, ...others }, { status: 500 }), nowhere),
    'STOW-007',
    {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'the server failed: 500',
    },
  );
});

test('STOW-025: a part that is listed among instances is told as that, and the instance itself is not meant', () => {
  const among = (uid: string) =>
    tellsOfUnreadablePart(storeAnswer(moduleOf([], [failedItem(uid, attribute('US', 49152))])), ONE, STORED);
  assert.equal(among('').breaches[0]?.code, 'unreadable-part-among-instances');
  assert.equal(among(ONE.instance).breaches[0]?.code, 'unreadable-part-concealed');
});

test('STOW-025: an item for what is no instance passes, silence is a warning, a server error fails', () => {
  const told = storeAnswer({ ...ONE_STORED, '0008119A': sequence([{ '00081197': attribute('US', 49152) }]) });
  expectFinding(tellsOfUnreadablePart(told, ONE, STORED), 'STOW-025', { assertions: 2 });
  expectFinding(tellsOfUnreadablePart(STORED, ONE, STORED), 'STOW-025', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('unreadable-part-concealed', WHERE, { status: 200, hasModule: true })],
  });
  for (const status of [429, 503]) {
    expectFinding(tellsOfUnreadablePart(exchange({ status }), ONE, STORED), 'STOW-025', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: `neither was looked at: ${status}`,
    });
  }
  expectFinding(tellsOfUnreadablePart(exchange({ status: 400 }), ONE, STORED), 'STOW-025', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('unreadable-part-concealed', WHERE, { status: 400, hasModule: false })],
  });
  expectFinding(tellsOfUnreadablePart(storeAnswer(null, { status: 500 }), ONE, STORED), 'STOW-025', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('unreadable-part-server-error', STATUS, { status: 500 })],
  });
  expectFinding(tellsOfUnreadablePart(told, ONE, storeAnswer(null, { status: 500 })), 'STOW-025', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the instance alone was answered 500',
  });
});

const [ONE_SHOWN = seenIn(ONE)] = BOTH_SHOWN;
const ONE_LOST = seenIn(ONE, exchange({ status: 404, id: 'L.1' }));
const lossOf = (code: 'concurrent-store-lost' | 'store-after-delete-lost') => ({
  verdict: 'fail' as const,
  assertions: 1,
  breaches: [breach(code, WHERE, { instance: '1.1', name: ONE.name })],
});

test('STOW-032: a store beside another one that is acknowledged and lost fails, and one that is there passes', () => {
  const store = (whereabouts: Whereabouts) => [{ exchange: storeAnswer(ONE_STORED), whereabouts }];
  const alone = seenIn(TWO, look('L.2', '1.2'));
  expectFinding(keepsWhatIsStoredAtOnce(store(ONE_SHOWN), alone), 'STOW-032', { assertions: 1 });
  expectFinding(keepsWhatIsStoredAtOnce(store(ONE_LOST), alone), 'STOW-032', lossOf('concurrent-store-lost'));
  expectFinding(keepsWhatIsStoredAtOnce(store(ONE_LOST), seenIn(TWO)), 'STOW-032', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'what was stored alone was not seen either',
  });
});

test('STOW-032: a store after a delete that is acknowledged and lost fails; a refusal is no loss', () => {
  const exchangeOf = storeAnswer(ONE_STORED);
  expectFinding(keepsWhatIsStoredAgain({ exchange: exchangeOf, whereabouts: ONE_SHOWN }), 'STOW-032', {
    assertions: 1,
  });
  expectFinding(
    keepsWhatIsStoredAgain({ exchange: exchangeOf, whereabouts: ONE_LOST }),
    'STOW-032',
    lossOf('store-after-delete-lost'),
  );
  const refused = storeAnswer(null, { status: 409 });
  const finding = keepsWhatIsStoredAgain({ exchange: refused, whereabouts: ONE_LOST });
  assert.deepEqual([finding.verdict, finding.reason], ['incomplete', 'not-exercised']);
});
