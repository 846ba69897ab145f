import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { readAll } from '../../../lib/bytes/byte-source.ts';
import { sayTheSame, servicesAgree, tellsAnotherNumber } from '../../../lib/judges/store/changed.ts';
import { str } from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, attribute, dataSet, INSTANCE, json } from '../json-answers.ts';
import { storeAnswer } from '../store-answers.ts';

const numbered = (number: string) => anInstance([str('00200013', 'IS', number)]);
const STORED = numbered('1');
const described = (id: string, operation: string, ...values: readonly unknown[]) =>
  json([dataSet({ '00200013': attribute('IS', ...values) })], { id, operation });
const retrieved = (number: string) =>
  multipart(DICOM, [readAll(numbered(number).source)], { id: 'R', operation: 'retrieve instance' });
const AGAIN = storeAnswer({}, { id: 'A', status: 409 });
const BEFORE = described('B', 'retrieve instance metadata', 1);
const looks = (search: unknown, metadata: unknown, file: string) =>
  [described('S', 'search instances', search), described('M', 'metadata', metadata), retrieved(file)] as const;

test('STOW-030: search, metadata and retrieve tell the same, the first content or the second', () => {
  const finding = servicesAgree(AGAIN, STORED, BEFORE, looks(1, '1 ', '1'));
  expectFinding(finding, 'STOW-030', {
    assertions: 4,
    remark: 'the second store was answered 409, the first content is there',
  });
  assert.deepEqual(finding.exchanges, ['S', 'M', 'R', 'A', 'B']);
  expectFinding(servicesAgree(AGAIN, STORED, BEFORE, looks('02', 2, '2')), 'STOW-030', {
    assertions: 4,
    remark: 'the second store was answered 409, the second content is there',
  });
  assert.equal(sayTheSame(looks(2, 2, '2'), STORED), true);
  assert.equal(sayTheSame(looks(1, 2, '2'), STORED), false);
});

test('STOW-030: services that tell different contents fail, and so does an instance that is gone', () => {
  expectFinding(servicesAgree(AGAIN, STORED, BEFORE, looks(1, 2, '2')), 'STOW-030', {
    verdict: 'fail',
    assertions: 4,
    breaches: [
      breach(
        'changed-content-differs',
        { kind: 'exchange' },
        { told: ['1 in search instances', '2 in metadata', '2 in retrieve instance'] },
      ),
    ],
    remark: 'the second store was answered 409',
  });
  const [search, metadata, file] = looks(1, 1, '1');
  const versions = [1, 2].map((number) => dataSet({ '00200013': attribute('IS', number) }));
  const both = json(versions, { id: 'S', operation: 'search instances' });
  assert.equal(servicesAgree(AGAIN, STORED, BEFORE, [both, metadata, file]).verdict, 'fail');
  const gone = exchange({ id: 'R', operation: 'retrieve instance', status: 404 });
  expectFinding(servicesAgree(AGAIN, STORED, BEFORE, [search, metadata, gone]), 'STOW-030', {
    verdict: 'fail',
    assertions: 4,
    breaches: [
      breach('changed-content-hidden', { kind: 'exchange' }, { instance: INSTANCE, operation: 'retrieve instance' }),
    ],
    remark: 'the second store was answered 409, the first content is there',
  });
});

test('STOW-030: an instance that no service shows any more was lost', () => {
  const gone = ['search instances', 'metadata'].map((operation) => exchange({ id: 'G', operation, status: 404 }));
  const finding = servicesAgree(AGAIN, STORED, BEFORE, gone);
  assert.equal(finding.verdict, 'fail');
  assert.deepEqual(
    finding.breaches.map(({ code, parameters }) => [code, parameters.operation]),
    [
      ['changed-content-lost', 'search instances'],
      ['changed-content-lost', 'metadata'],
    ],
  );
});

test('STOW-030: a search that does not return the number is left out of the comparison', () => {
  const search = json([dataSet()], { id: 'S', operation: 'search instances' });
  const [, metadata, file] = looks(0, 2, '2');
  expectFinding(servicesAgree(AGAIN, STORED, BEFORE, [search, metadata, file]), 'STOW-030', {
    assertions: 4,
    remark: 'the second store was answered 409, the second content is there',
  });
});

test('STOW-030: what was not seen first, or is told by one answer only, shows nothing', () => {
  const unseen = exchange({ id: 'B', status: 404 });
  expectFinding(servicesAgree(AGAIN, STORED, unseen, looks(1, 1, '1')), 'STOW-030', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'B does not show what was stored first',
  });
  const untold = json([dataSet()], { id: 'M' });
  expectFinding(servicesAgree(AGAIN, STORED, BEFORE, [untold, untold, retrieved('1')]), 'STOW-030', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 3,
    remark: 'hardly an answer has InstanceNumber (0020,0013), by which the contents differ',
  });
  const refused = exchange({ id: 'S', status: 500 });
  const [, metadata, file] = looks(0, 1, '1');
  expectFinding(servicesAgree(AGAIN, STORED, BEFORE, [refused, metadata, file]), 'STOW-030', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 3,
    remark: 'S does not tell what is there; the second store was answered 409, the first content is there',
  });
  expectFinding(servicesAgree(failed('reset', 'x', 'A'), STORED, BEFORE, looks(1, 1, '1')), 'STOW-030', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'A: reset, x',
  });
});

test('an answer counts for the number of the instance only, and not where it gives none', () => {
  const agrees = (...answers: Parameters<typeof sayTheSame>[0]) => sayTheSame(answers, STORED);
  const two = described('M', 'metadata', 2);
  assert.equal(agrees(two, described('S', 'search instances', '1')), false);
  for (const none of ['', ' ', null]) assert.equal(agrees(two, described('S', 'search instances', none)), true);
  assert.equal(agrees(two, failed('reset', 'x')), true);
  const another = dataSet({ '00080018': attribute('UI', '1.9'), '00200013': attribute('IS', 9) });
  assert.equal(agrees(two, json([another])), true);
  const files = [anInstance([str('00200013', 'IS', '9')], { instance: '1.9' }), anInstance()];
  for (const { source } of files) assert.equal(agrees(two, multipart(DICOM, [readAll(source)])), true);
  assert.equal(agrees(two, multipart(DICOM, ['no file'])), true);
});

test('a service that gave another number than was stored before the second store cannot tell the contents apart', () => {
  assert.equal(tellsAnotherNumber(described('S', 'search instances', 1), STORED), false);
  assert.equal(tellsAnotherNumber(described('S', 'search instances', 0), STORED), true);
  assert.equal(tellsAnotherNumber(described('S', 'search instances'), STORED), false);
});
