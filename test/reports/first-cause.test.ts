import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../lib/results/finding.ts';
import { causesOf } from '../../reports/first-cause.ts';
import { groupByKeys } from '../../reports/group-by-keys.ts';
import { tellingExchange } from '../../reports/shown-exchange.ts';
import { exchange, finding, resultsOf, scenario, violation } from './fixtures.ts';

function groups(...findings: Finding[]): string[][] {
  const run = resultsOf(
    [scenario('T01', findings)],
    [
      exchange('slow.1', { response: null, failure: { code: 'timed-out', message: 'no byte for 30 s' } }),
      exchange('T01.1'),
      exchange('T06.1'),
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

test('the worst cause comes first: by verdict, by severity, and then in the order of play', () => {
  const warn = finding('WADO-RS-001', 'warn', { violations: [violation({ actual: 'w' })] });
  const cosmetic = json('JSON-025', '/0/00080005', 'ISO_IR 100');
  const breaking = json('JSON-001', '/0/00080018', 'a');
  const later = json('JSON-008', '/0/00080016', 'b');
  assert.deepEqual(groups(warn, cosmetic, breaking, later, later), [
    ['JSON-001'],
    ['JSON-008', 'JSON-008'],
    ['JSON-025'],
    ['WADO-RS-001'],
  ]);
});

test('what is missing and what is wrong in one header of one answer is one cause, however it is said', () => {
  const where = { kind: 'header', name: 'content-type' } as const;
  const found = (requirement: string, actual: string, id: string) =>
    finding(requirement, 'fail', { exchanges: [id], violations: [violation({ actual, where })] });
  assert.equal(groups(found('COMMON-017', 'none', 'T01.1'), found('STOW-014', 'no media type', 'T01.1')).length, 1);
  assert.equal(groups(found('COMMON-017', 'none', 'T01.1'), found('STOW-014', 'no media type', 'T06.1')).length, 2);
  const part = finding('MP-007', 'fail', {
    exchanges: ['T01.1'],
    violations: [violation({ actual: '"x"', where: { ...where, part: 1 } })],
  });
  assert.equal(groups(found('COMMON-017', 'none', 'T01.1'), part).length, 2);
});

test('the same instead of the same of a whole answer is one cause, whichever search was asked', () => {
  const found = (requirement: string, actual: string) =>
    finding(requirement, 'fail', {
      claim: `selects by ${requirement}`,
      violations: [violation({ expected: 'an empty list, []', actual, where: { kind: 'exchange' } })],
    });
  assert.equal(groups(found('QIDO-010', '200 OK, no body'), found('QIDO-011', '200 OK, no body')).length, 1);
  assert.equal(groups(found('QIDO-010', '200 OK, no body'), found('QIDO-011', '404 Not Found')).length, 2);
});

test('a value that was changed is one cause wherever it comes back, and so are bytes', () => {
  const inFile = finding('STOW-032', 'fail', {
    violations: [violation({ actual: '"COERCED"', where: { kind: 'element', path: '00100020', part: 0 } })],
  });
  assert.equal(groups(inFile, json('WADO-RS-033', '/0/00100020/Value/0', '"COERCED"')).length, 1);
  assert.equal(groups(inFile, json('WADO-RS-033', '/0/00100010/Value/0', '"COERCED"')).length, 2);
  const bytes = (requirement: string, kind: 'status', actual: string) =>
    finding(requirement, 'fail', {
      violations: [violation({ where: { kind }, bytes: { offset: 0, expected: 'ff ff ff ff ff ff ff ff', actual } })],
    });
  const damaged = 'fe ff ff ff ff ff ff ff';
  assert.equal(groups(bytes('STOW-032', 'status', damaged), bytes('WADO-RS-045', 'status', damaged)).length, 1);
  assert.equal(groups(bytes('STOW-032', 'status', 'fe'), bytes('WADO-RS-045', 'status', 'fe')).length, 2);
});

test('where an instance is gone, its frames are too; where only frames are gone, that is another cause', () => {
  const gone = (id: string, path: string) =>
    exchange(id, {
      request: { method: 'GET', url: `http://127.0.0.1:8042/dicom-web/studies/1.2${path}`, headers: [], body: null },
      response: { httpVersion: '1.1', status: 404, reason: '', headers: [], body: null },
    });
  const exchanges = [gone('a', ''), gone('b', '/series/3/instances/4/frames/1'), gone('c', '/metadata')];
  const found = (requirement: string, id: string) =>
    finding(requirement, 'fail', {
      exchanges: [id],
      violations: [violation({ expected: 'status 200', actual: '404 Not Found', where: { kind: 'status' } })],
    });
  const count = (...findings: Finding[]) => causesOf(resultsOf([scenario('T01', findings)], exchanges)).length;
  const [whole, frames, metadata] = [found('STOW-032', 'a'), found('WADO-RS-040', 'b'), found('WADO-RS-030', 'c')];
  assert.equal(count(frames, whole, metadata), 1);
  assert.equal(count(frames, metadata), 2);
});

test('errors of the server to different requests are different crashes', () => {
  const failing = (id: string, path: string) =>
    exchange(id, {
      request: { method: 'GET', url: `http://127.0.0.1:8042/dicom-web/studies${path}`, headers: [], body: null },
      response: { httpVersion: '1.1', status: 500, reason: '', headers: [], body: null },
    });
  const found = (requirement: string, id: string) =>
    finding(requirement, 'fail', {
      exchanges: [id],
      violations: [violation({ expected: 'status 200', actual: '500', where: { kind: 'status' } })],
    });
  const run = resultsOf(
    [scenario('T01', [found('QIDO-001', 'a'), found('QIDO-060', 'b'), found('WADO-RS-030', 'c')])],
    [failing('a', '?limit=1'), failing('b', '?offset=1'), failing('c', '/1.2/metadata')],
  );
  assert.deepEqual(
    causesOf(run).map(({ sightings }) => sightings.length),
    [2, 1],
  );
});

test('the exchange that is shown is the one that the finding speaks of', () => {
  const answered = (id: string, status: number) =>
    exchange(id, { response: { httpVersion: '1.1', status, reason: '', headers: [], body: null } });
  const exchanges = new Map(
    [
      answered('T01.1', 200),
      answered('T01.2', 404),
      answered('T01.3', 404),
      exchange('T01.4', { response: null, failure: { code: 'timed-out', message: '' } }),
    ].map((one) => [one.id, one]),
  );
  const told = (actual: string, kind: 'status' | 'exchange') =>
    tellingExchange(
      finding('WADO-RS-001', 'fail', {
        exchanges: ['gone', ...exchanges.keys()],
        violations: [violation({ actual, where: { kind } })],
      }),
      exchanges,
    )?.id;
  assert.equal(told('T01.3: 404 Not Found', 'status'), 'T01.3');
  assert.equal(told('404 Not Found', 'status'), 'T01.2');
  assert.equal(told('http://127.0.0.1:404/x: 200', 'status'), 'T01.1');
  assert.equal(told('500', 'status'), 'T01.1');
  assert.equal(told('no answer', 'exchange'), 'T01.4');
  const named = violation({ expected: 'metadata in retrieve instance metadata (T01.3)', where: { kind: 'exchange' } });
  const found = finding('STOW-001', 'fail', { exchanges: [...exchanges.keys()], violations: [named] });
  assert.equal(tellingExchange(found, exchanges)?.id, 'T01.3');
  assert.equal(tellingExchange(finding('WADO-RS-001', 'fail', { exchanges: [] }), exchanges), undefined);
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
