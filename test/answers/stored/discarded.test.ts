import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDiscarded, withoutDiscarded } from '../../../lib/answers/stored/discarded.ts';
import { storedAttributes } from '../../../lib/answers/stored/stored-attributes.ts';
import { keepsWhatWasStored, tracesWhatItCoerced } from '../../../lib/judges/retrieve/fidelity.ts';
import { metadataHasEveryAttribute } from '../../../lib/judges/retrieve/metadata-attributes.ts';
import { storedIsDescribed } from '../../../lib/judges/store/stored-is-observed.ts';
import { file, raw, stored as storedIn, str } from '../../judges/dicom-bytes.ts';
import { DICOM, exchange, failed, multipart } from '../../judges/exchanges.ts';
import { anInstance, attribute, dataSet, json } from '../../judges/json-answers.ts';
import { aProfile } from '../../judges/profiles.ts';
import { moduleOf, storeAnswer, storedItem } from '../../judges/store-answers.ts';

const STORED = anInstance([str('00204000', 'LT', 'comments'), str('00200011', 'IS', '7')], { instance: '1.1' });
const warning = (reason: number) => ({ '00081196': attribute('US', reason) });
const answerWith = (reason: number, instance = '1.1') => storeAnswer(moduleOf([storedItem(instance, warning(reason))]));
const REDUCED = answerWith(0xb006);
const described = json([dataSet({ '00080018': attribute('UI', '1.1'), '00200011': attribute('IS', 7) })]);

test('an instance is marked where its own store said that elements were discarded', () => {
  const isReduced = (...stores: Parameters<typeof withDiscarded>[1]) => withDiscarded([STORED], stores)[0]?.isReduced;
  assert.equal(isReduced(REDUCED), true);
  assert.equal(isReduced(answerWith(0xb000)), undefined);
  assert.equal(isReduced(exchange({ method: 'POST' })), undefined);
  assert.equal(isReduced(failed('reset', 'x')), undefined);
  assert.equal(isReduced(answerWith(0xb006, '1.9')), undefined);
  for (const status of [300, 409]) {
    const answer = storeAnswer(moduleOf([storedItem('1.1', warning(0xb006))]), { status });
    assert.equal(isReduced(answer), undefined, String(status));
  }
  assert.equal(isReduced({ ...REDUCED, request: { ...REDUCED.request, method: 'GET' } }), undefined);
  assert.equal(isReduced(), undefined);
});

test('a product that claims level 0 or 1 of storage may discard attributes', () => {
  for (const [storageLevel, isReduced] of [
    [0, true],
    [1, true],
    [2, undefined],
  ] as const) {
    const [one] = withDiscarded([STORED], [], { ...aProfile(), storageLevel });
    assert.equal(one?.isReduced, isReduced, String(storageLevel));
  }
});

test('what was discarded with notice is missing in no metadata', () => {
  const reduced = withDiscarded([STORED], [REDUCED]);
  assert.notEqual(metadataHasEveryAttribute(described, reduced).verdict, 'fail');
  assert.equal(metadataHasEveryAttribute(described, [STORED]).verdict, 'fail');
  assert.notEqual(storedIsDescribed(REDUCED, [STORED], described).verdict, 'fail');
  assert.equal(storedIsDescribed(answerWith(0xb000), [STORED], described).verdict, 'fail');
});

test('what came back may lack elements then, and neither pixels nor the right values', () => {
  const pixels = raw('7FE00010', 'OW', [1, 2]);
  const sent = storedIn(file([str('00104000', 'LT', 'a comment '), str('00200011', 'IS', '7 '), pixels]));
  const reduced = { ...sent, isReduced: true };
  const back = (...elements: Parameters<typeof file>[0]) => multipart(DICOM, [file(elements)]);
  const without = back(str('00200011', 'IS', '7 '), pixels);
  assert.equal(keepsWhatWasStored(without, [sent]).verdict, 'fail');
  const finding = keepsWhatWasStored(without, [reduced]);
  assert.equal(finding.verdict, 'info');
  assert.match(finding.remark ?? '', /1 element \(00104000\) left out, as the answer to the store said/);
  assert.equal(tracesWhatItCoerced(without, [reduced]).verdict, 'pass');
  assert.equal(keepsWhatWasStored(back(str('00200011', 'IS', '7 ')), [reduced]).verdict, 'fail');
  assert.equal(keepsWhatWasStored(back(str('00200011', 'IS', '8 '), pixels), [reduced]).verdict, 'fail');
});

test('an attribute that was discarded is none to search by, as far as metadata shows it gone', () => {
  const tagsOf = (instances: Parameters<typeof withDiscarded>[0]) =>
    instances
      .flatMap(({ dataSet: held }) => [...storedAttributes(held).values()].filter(({ isEmpty }) => !isEmpty))
      .map(({ tag }) => tag);
  const reduced = withDiscarded([STORED], [REDUCED]);
  assert.ok(tagsOf(withoutDiscarded(reduced, [])).includes('00204000'));
  assert.ok(!tagsOf(withoutDiscarded(reduced, [described])).includes('00204000'));
  assert.ok(tagsOf(withoutDiscarded(reduced, [described])).includes('00200011'));
  assert.ok(tagsOf(withoutDiscarded([STORED], [described])).includes('00204000'));
  const whole = [STORED];
  assert.equal(withoutDiscarded(whole, [described]), whole, 'no metadata is read where nothing was discarded');
  const beside = [anInstance([], { instance: '1.2' }), ...reduced];
  assert.ok(!tagsOf(withoutDiscarded(beside, [described])).includes('00204000'), 'one of several');
  const silent = [failed('reset', 'x'), exchange({ status: 404 }), described];
  assert.ok(!tagsOf(withoutDiscarded(reduced, silent)).includes('00204000'), 'beside answers that tell nothing');
});
