import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  failuresHaveAReason,
  itemsHaveTheSentUids,
  retrieveUrlsAreGiven,
  storeAnswerNamesItsType,
  warningsAreGiven,
} from '../../../lib/judges/store/module.ts';
import { UIDS } from '../dicom-bytes.ts';
import { failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, STUDY } from '../json-answers.ts';
import { deviating } from '../profiles.ts';
import {
  BOTH_STORED,
  failedItem,
  moduleOf,
  NONE_STORED,
  ONE,
  ONE_STORED,
  SENT,
  storeAnswer,
  storedItem,
  TWO,
} from '../store-answers.ts';

const ALL = { stored: SENT, refused: [] };
const PART = { stored: [ONE], refused: [TWO] };
const CLASS_UID = { tag: '00081150' };
const INSTANCE_UID = { tag: '00081155' };
const FAILURE_REASON = { tag: '00081197' };

const NO_MODULE = (seen: string) =>
  ({
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: `no store response module: ${seen}`,
  }) as const;

test('STOW-017: items have the UIDs that were sent', () => {
  const finding = itemsHaveTheSentUids(storeAnswer(ONE_STORED), SENT);
  expectFinding(finding, 'STOW-017', { assertions: 4 });
  assert.equal(finding.claim, 'identifies each instance as it was sent');
  const foreign = storedItem('9');
  const wrongClass = storedItem('1.1', { '00081150': attribute('UI', '1.2') });
  const { '00081150': sopClass, ...unnamed } = failedItem('1.2');
  assert.ok(sopClass);
  expectFinding(itemsHaveTheSentUids(storeAnswer(moduleOf([foreign, wrongClass], [unnamed])), SENT), 'STOW-017', {
    verdict: 'fail',
    assertions: 4,
    breaches: [
      breach('store-item-without-attribute', at('/00081198/Value/0'), CLASS_UID),
      breach('store-lists-unknown-instance', at('/00081199/Value/0/00081155'), { instance: '9' }),
      breach('store-item-of-another-class', at('/00081199/Value/1/00081150'), {
        expected: UIDS.sopClass,
        seen: '1.2',
      }),
    ],
  });
  const { '00081155': uid, ...nameless } = storedItem('1.1');
  assert.ok(uid);
  expectFinding(itemsHaveTheSentUids(storeAnswer(moduleOf([nameless])), SENT), 'STOW-017', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('store-item-without-instance', at('/00081199/Value/0'), INSTANCE_UID)],
  });
  expectFinding(itemsHaveTheSentUids(storeAnswer({ '00081199': { vr: 'SQ' } }), SENT), 'STOW-017', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
});

test('STOW-019: each failure has a reason', () => {
  const finding = failuresHaveAReason(storeAnswer(NONE_STORED, { status: 409 }));
  expectFinding(finding, 'STOW-019', { assertions: 2 });
  assert.equal(finding.claim, 'gives a reason for each failed instance');
  expectFinding(
    failuresHaveAReason(storeAnswer(moduleOf([], [failedItem('1.1', null), failedItem('1.2')]))),
    'STOW-019',
    {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('store-item-without-attribute', at('/00081198/Value/0'), FAILURE_REASON)],
    },
  );
  expectFinding(failuresHaveAReason(storeAnswer([moduleOf([], [failedItem('1.1', attribute('US', 0))])])), 'STOW-019', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('store-attribute-malformed', at('/0/00081198/Value/0/00081197/Value/0'), { ...FAILURE_REASON, seen: '0' }),
    ],
  });
  expectFinding(failuresHaveAReason(storeAnswer(BOTH_STORED)), 'STOW-019', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  expectFinding(failuresHaveAReason(storeAnswer('')), 'STOW-019', NO_MODULE('200, no body'));
});

test('STOW-021: RetrieveURLs are there and right', () => {
  const finding = retrieveUrlsAreGiven(storeAnswer(BOTH_STORED), ALL);
  expectFinding(finding, 'STOW-021', { assertions: 12 });
  assert.equal(finding.claim, 'gives RetrieveURLs of the study and of each stored instance');
  const { '00081190': top, ...module } = BOTH_STORED;
  assert.ok(top);
  expectFinding(retrieveUrlsAreGiven(storeAnswer(module), ALL), 'STOW-021', {
    verdict: 'warn',
    assertions: 9,
    breaches: [breach('store-response-without-url', at('/00081190'), { level: 'study' })],
  });
  expectFinding(
    retrieveUrlsAreGiven(storeAnswer(module), ALL, deviating('STOW-021', 'Only with a study.')),
    'STOW-021',
    {
      verdict: 'info',
      assertions: 9,
      remark: 'Only with a study.',
    },
  );
  const { '00081190': url, ...item } = storedItem('1.1');
  assert.ok(url);
  expectFinding(retrieveUrlsAreGiven(storeAnswer(moduleOf([item])), PART), 'STOW-021', {
    verdict: 'warn',
    assertions: 5,
    breaches: [breach('store-response-without-url', at('/00081199/Value/0/00081190'), { level: 'instance' })],
  });
});

test('STOW-021: wrong URLs fail, empty ones are recorded', () => {
  const wrong = {
    ...moduleOf([storedItem('1.1', { '00081190': attribute('UR', `http://server/studies/${STUDY}`) })]),
    '00081190': attribute('UR', 'http://server/studies/9'),
  };
  expectFinding(retrieveUrlsAreGiven(storeAnswer(wrong), PART), 'STOW-021', {
    verdict: 'fail',
    assertions: 8,
    breaches: [
      breach('retrieve-url-of-another-resource', at('/00081190/Value/0'), {
        url: 'http://server/studies/9',
        path: `/studies/${STUDY}`,
      }),
      breach('retrieve-url-of-another-resource', at('/00081199/Value/0/00081190/Value/0'), {
        url: `http://server/studies/${STUDY}`,
        path: `/studies/${STUDY}/series/1.2.3.4/instances/1.1`,
      }),
    ],
  });
  const short = `http://server/studies/${STUDY}/instances/1.1`;
  const lacking = moduleOf([storedItem('1.1', { '00081190': attribute('UR', short) })]);
  assert.deepEqual(
    retrieveUrlsAreGiven(storeAnswer(lacking), PART).breaches.map(({ code, parameters }) => [code, parameters.lacks]),
    [['retrieve-url-incomplete', 'series']],
  );
  const empty = { ...moduleOf([storedItem('1.1', { '00081190': attribute('UR') })]), '00081190': attribute('UR') };
  expectFinding(retrieveUrlsAreGiven(storeAnswer(empty), PART), 'STOW-021', {
    verdict: 'info',
    assertions: 4,
    remark: 'RetrieveURL at /00081190 has no value; RetrieveURL at /00081199/Value/0/00081190 has no value',
  });
  const foreign = moduleOf([storedItem('9', { '00081190': attribute('UR', 'http://server/studies/9') })]);
  expectFinding(retrieveUrlsAreGiven(storeAnswer(foreign), PART), 'STOW-021', { assertions: 5 });
});

test('STOW-021: a module about several studies has no single URL at the top', () => {
  const other = anInstance([], { study: '9', instance: '1.2', name: 'two' });
  const two = { stored: [ONE, other], refused: [] };
  const module = { ...moduleOf([storedItem('1.1')]), '00081190': attribute('UR', 'http://server/studies/9') };
  expectFinding(retrieveUrlsAreGiven(storeAnswer(module), two), 'STOW-021', { assertions: 5 });
  expectFinding(retrieveUrlsAreGiven(storeAnswer(NONE_STORED), { stored: [], refused: SENT }), 'STOW-021', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
});

test('STOW-023: a warning has its reason, and the status 202', () => {
  const answer = (reason: unknown, status = 202) =>
    warningsAreGiven(storeAnswer(moduleOf([storedItem('1.1', { '00081196': reason }), storedItem('1.2')]), { status }));
  for (const [code, meaning] of [
    [45056, 'data elements coerced'],
    [45062, 'data elements discarded'],
    [45063, 'data set does not match SOP Class'],
  ] as const) {
    expectFinding(answer(attribute('US', code)), 'STOW-023', {
      assertions: 1,
      remark: `WarningReason ${code}: ${meaning}`,
    });
  }
  expectFinding(answer(attribute('US', 1)), 'STOW-023', {
    verdict: 'info',
    assertions: 2,
    remark: 'WarningReason 1 at /00081199/Value/0/00081196 is a code of the vendor',
  });
  expectFinding(answer(attribute('US', 45056), 200), 'STOW-023', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('store-warning-status', { kind: 'status' }, { status: 200, reason: 45056 })],
    remark: 'WarningReason 45056: data elements coerced',
  });
  expectFinding(answer(attribute('US', '45056')), 'STOW-023', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('store-attribute-malformed', at('/00081199/Value/0/00081196/Value/0'), {
        tag: '00081196',
        seen: '"45056"',
      }),
    ],
  });
  const malformed = breach('store-attribute-malformed', at('/00081199/Value/0/00081196'), {
    tag: '00081196',
    seen: '{"vr":"US"}',
  });
  expectFinding(answer({ vr: 'US' }), 'STOW-023', { verdict: 'fail', assertions: 1, breaches: [malformed] });
  const none = warningsAreGiven(storeAnswer(BOTH_STORED));
  expectFinding(none, 'STOW-023', { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 });
  assert.equal(none.claim, 'gives WarningReason with status 202');
  expectFinding(warningsAreGiven(storeAnswer('')), 'STOW-023', NO_MODULE('200, no body'));
});

test('STOW-027: the content has a media type', () => {
  const where = { kind: 'header', name: 'Content-Type' } as const;
  expectFinding(storeAnswerNamesItsType(storeAnswer(BOTH_STORED)), 'STOW-027', { assertions: 1 });
  expectFinding(storeAnswerNamesItsType(storeAnswer(BOTH_STORED, { headers: [] })), 'STOW-027', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('store-response-without-type', where, { value: null })],
  });
  expectFinding(
    storeAnswerNamesItsType(storeAnswer(BOTH_STORED, { headers: [['Content-Type', 'json']] })),
    'STOW-027',
    {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('store-response-without-type', where, { value: 'json' })],
    },
  );
  assert.equal(storeAnswerNamesItsType(storeAnswer('x', { status: 409, headers: [] })).verdict, 'warn');
  assert.equal(storeAnswerNamesItsType(storeAnswer('x', { status: 300, headers: [] })).verdict, 'warn');
  assert.equal(storeAnswerNamesItsType(storeAnswer('x', { status: 299, headers: [] })).verdict, 'fail');
  const empty = storeAnswerNamesItsType(storeAnswer('', { headers: [] }));
  expectFinding(empty, 'STOW-027', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'no content: 200',
  });
  assert.equal(empty.claim, 'names the media type of the store response');
  assert.equal(storeAnswerNamesItsType(failed('reset', 'x')).reason, 'prerequisite-failed');
});
