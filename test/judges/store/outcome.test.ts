import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storeResponseIsRight } from '../../../lib/judges/store/module.ts';
import { storeOutcomeOf } from '../../../lib/judges/store/outcome.ts';
import { answers200WhenAllAreStored } from '../../../lib/judges/store/status.ts';
import { IMPLICIT } from '../dicom-bytes.ts';
import { expectFinding } from '../expect.ts';
import { attribute } from '../json-answers.ts';
import { BOTH_STORED, failedItem, moduleOf, ONE, SENT, storeAnswer, storedItem, TWO } from '../store-answers.ts';

const declining = (reason: number, status = 202) =>
  storeAnswer(moduleOf([storedItem('1.1')], [failedItem('1.2', attribute('US', reason))]), { status });

test('an instance that is not supported, or for which there is no room, is not owed', () => {
  for (const reason of [0x0122, 0xc122, 0xa700, 0xa7ff]) {
    assert.deepEqual(storeOutcomeOf(declining(reason), SENT), { stored: [ONE], refused: [TWO] }, String(reason));
  }
  for (const reason of [0x0110, 0xa900, 0xa6ff, 0xa800, 0xc000, 1]) {
    assert.deepEqual(storeOutcomeOf(declining(reason), SENT), { stored: SENT, refused: [] }, String(reason));
  }
  for (const reason of [null, attribute('US'), attribute('US', '290')]) {
    const unexplained = storeAnswer(moduleOf([storedItem('1.1')], [failedItem('1.2', reason)]));
    assert.deepEqual(storeOutcomeOf(unexplained, SENT), { stored: SENT, refused: [] }, JSON.stringify(reason));
  }
  assert.deepEqual(storeOutcomeOf(storeAnswer(BOTH_STORED), SENT), { stored: SENT, refused: [] });
  assert.deepEqual(storeOutcomeOf({ ...declining(0x0122), response: null }, SENT), { stored: SENT, refused: [] });
});

const KEPT_OFF = { ...TWO, transferSyntax: IMPLICIT };

test('an instance in a transfer syntax that is kept off the web is not owed, whatever reason is given', () => {
  assert.deepEqual(storeOutcomeOf(declining(0x0110), [ONE, KEPT_OFF]), { stored: [ONE], refused: [KEPT_OFF] });
  assert.deepEqual(storeOutcomeOf(storeAnswer(BOTH_STORED), [ONE, KEPT_OFF]), { stored: [ONE, KEPT_OFF], refused: [] });
});

test('STOW-006: what is declined is left open, with 202 and 409, and with no other status', () => {
  for (const status of [202, 409]) {
    expectFinding(answers200WhenAllAreStored(declining(0xc122, status), SENT), 'STOW-006', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark: 'the server declines what it does not support, two first',
    });
  }
  assert.equal(answers200WhenAllAreStored(declining(0xc122, 500), SENT).verdict, 'fail');
  assert.equal(answers200WhenAllAreStored(declining(0x0110, 409), SENT).verdict, 'fail');
});

test('STOW-006: a request that is too large for the server is left open', () => {
  const finding = answers200WhenAllAreStored(storeAnswer({}, { status: 413 }), SENT);
  expectFinding(finding, 'STOW-006', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'the server says that the request is too large for it',
  });
});

test('a module that declines one instance fails nothing', () => {
  const findings = storeResponseIsRight(declining(0xc122), storeOutcomeOf(declining(0xc122), SENT));
  assert.deepEqual(
    findings.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement),
    [],
  );
});
