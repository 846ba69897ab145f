import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { privateAttributeBringsItsCreator } from '../../../lib/judges/search/private-attribute.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, dataSet, json } from '../json-answers.ts';

const TAG = '00291001';
const asked = (...attributes: readonly Record<string, unknown>[]) =>
  privateAttributeBringsItsCreator(json(attributes.map((one) => dataSet(one))), TAG);
const VALUE = { [TAG]: attribute('LO', 'x') };

test('QIDO-035: a private attribute comes with its creator', () => {
  expectFinding(asked({ ...VALUE, '00290010': attribute('LO', 'CREATOR') }), 'QIDO-035', { assertions: 1 });
  expectFinding(asked(VALUE), 'QIDO-035', {
    verdict: 'fail',
    breaches: [breach('json-private-without-creator', at(`/0/${TAG}`), { tag: TAG, creator: '00290010' })],
  });
});

test('QIDO-035: private attributes may be unsupported', () => {
  assert.deepEqual([asked({}).verdict, asked({}).remark], ['info', 'no private attribute is returned: 200']);
  assert.equal(privateAttributeBringsItsCreator(exchange({ status: 400 }), TAG).verdict, 'info');
  assert.equal(privateAttributeBringsItsCreator(failed('timed-out', 'no answer'), TAG).verdict, 'incomplete');
});
