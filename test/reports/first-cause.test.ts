import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../lib/results/finding.ts';
import { causesOf } from '../../reports/first-cause.ts';
import { groupByKeys } from '../../reports/group-by-keys.ts';
import { exchange, finding, resultsOf, scenario, violation } from './fixtures.ts';

function groups(...findings: Finding[]): string[][] {
  const run = resultsOf(
    [scenario('T01', findings)],
    [
      exchange('slow.1', { response: null, failure: { code: 'timed-out', message: 'no byte for 30 s' } }),
      exchange('slow.2', { response: null, failure: { code: 'timed-out', message: 'no byte for 31 s' } }),
    ],
  );
  return causesOf(run).map(({ sightings }) => sightings.map(({ finding: { requirement } }) => requirement));
}

function status(requirement: string, actual: string): Finding {
  return finding(requirement, 'fail', {
    violations: [violation({ expected: '200', actual, where: { kind: 'status' } })],
  });
}

function json(requirement: string, pointer: string, actual: string): Finding {
  return finding(requirement, 'fail', { violations: [violation({ actual, where: { kind: 'json', pointer } })] });
}

test('what one transport failure broke is one cause', () => {
  const late = (requirement: string, id: string) => finding(requirement, 'fail', { exchanges: [id] });
  assert.deepEqual(groups(late('WADO-RS-001', 'slow.1'), late('QIDO-001', 'slow.2')), [['WADO-RS-001', 'QIDO-001']]);
});

test('a server that refuses everybody has one cause, a status of one operation its own', () => {
  assert.deepEqual(groups(status('WADO-RS-001', '401 Unauthorized'), status('QIDO-001', '401')).length, 1);
  assert.deepEqual(groups(status('WADO-RS-001', '404'), status('QIDO-001', '404')).length, 2);
});

test('one wrong status of all retrievals is one cause; the wrong acceptance of two bad requests is two', () => {
  const retrieved = (id: string, path: string) =>
    exchange(id, {
      request: { method: 'GET', url: `http://127.0.0.1:8042/dicom-web/studies/1.2${path}`, headers: [], body: null },
      response: { httpVersion: '1.1', status: 206, reason: '', headers: [], body: null },
    });
  const exchanges = [retrieved('a', ''), retrieved('b', '/series/3'), retrieved('c', '/metadata')];
  const found = (requirement: string, expected: string, id: string) =>
    finding(requirement, 'fail', {
      exchanges: [id],
      claim: `keeps to ${requirement}`,
      violations: [violation({ expected, actual: '206 Partial Content', where: { kind: 'status' } })],
    });
  const count = (...findings: Finding[]) => causesOf(resultsOf([scenario('T01', findings)], exchanges)).length;
  assert.equal(count(found('WADO-RS-001', 'status 200', 'a'), found('QIDO-021', 'status 200', 'b')), 1);
  assert.equal(count(found('WADO-RS-001', 'status 200', 'a'), found('WADO-RS-030', 'status 200', 'c')), 2);
  assert.equal(count(found('WADO-RS-001', 'status 400', 'a'), found('QIDO-021', 'status 400', 'b')), 2);
});

test('the same thing at the same place is one cause, item numbers and UIDs aside', () => {
  const first = json('JSON-001', '/0/00100010/Value/0', '"Anony^Mous" of 1.2.3.4.5');
  const second = json('JSON-002', '/7/00100010/Value/0', '"Anony^Mous" of 1.2.3.9.9');
  assert.equal(groups(first, second).length, 1);
  assert.equal(groups(first, json('JSON-002', '/0/00100020/Value/0', '"Anony^Mous" of 1.2.3.4.5')).length, 2);
  assert.equal(groups(first, json('JSON-002', '/0/00100010/Value/0', 'null')).length, 2);
});

test('one claim that breaks in one way at many places is one cause', () => {
  const findings = ['00080061', '00201209', '00100010'].map((tag) => json('QIDO-029', `/0/${tag}`, 'left out'));
  assert.equal(groups(...findings).length, 1);
});

test('the worst cause comes first: by verdict, by severity, by number', () => {
  const warn = finding('WADO-RS-001', 'warn', { violations: [violation({ actual: 'w' })] });
  const cosmetic = json('JSON-025', '/0/00080005', 'ISO_IR 100');
  const breaking = json('JSON-001', '/0/00080018', 'a');
  assert.deepEqual(groups(warn, cosmetic, breaking), [['JSON-001'], ['JSON-025'], ['WADO-RS-001']]);
});

test('what is not a breach has no cause', () => {
  assert.deepEqual(
    groups(finding('JSON-001', 'pass'), finding('JSON-002', 'info'), finding('JSON-003', 'incomplete')),
    [],
  );
});

test('ids of causes are unique', () => {
  const ids = causesOf(
    resultsOf([
      scenario(
        'T01',
        ['a', 'b', 'c'].map((text) => json('JSON-001', `/0/0008001${text}`, text)),
      ),
    ]),
  ).map(({ id }) => id);
  assert.equal(new Set(ids).size, 3);
});

test('groups grow together over shared keys, in the order of their first members', () => {
  assert.deepEqual(
    groupByKeys(['a', 'b', 'c', 'bc', 'd', 'a'], (word) => [...word]),
    [['a', 'a'], ['b', 'c', 'bc'], ['d']],
  );
  assert.deepEqual(
    groupByKeys(['ab', 'cd', 'ef', 'de', 'bc'], (word) => [...word]),
    [['ab', 'cd', 'ef', 'de', 'bc']],
  );
});
