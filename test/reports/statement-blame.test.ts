import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach, type SeenBreach } from '../../lib/breaches/breach.ts';
import type { Results } from '../../lib/results/results.ts';
import { blamesOf } from '../../reports/statement/blame.ts';
import { observedTransactions } from '../../reports/statement/observe.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { exchange, finding, resultsOf, scenario } from './fixtures.ts';
import { playFaults } from './play-fault.ts';

const BASE = 'http://127.0.0.1:8042/dicom-web';

function asked(id: string, path: string, method = 'GET') {
  return exchange(id, { request: { method, url: `${BASE}${path}`, headers: [], body: null } });
}

/** A run in which one finding, that looked at every exchange, has one breach that one exchange shows. */
function blamedBy(requirement: string, seen: SeenBreach, shownBy: string, exchanges = EXCHANGES) {
  const breaches = [{ ...seen, grade: 'fail' as const, exchange: shownBy }];
  const found = finding(requirement, 'fail', { breaches, exchanges: exchanges.map(({ id }) => id) });
  return blamesOf(resultsOf([scenario('T12', [found])], exchanges)).map((blamed) => [
    blamed.exchange,
    ...blamed.parameters,
  ]);
}

const EXCHANGES = [
  asked('s', '/studies', 'POST'),
  asked('i', '/studies/1.2', 'POST'),
  asked('r', '/studies/1.2'),
  asked('k', '/studies?PatientID=A&00080020=2026&limit=2&offset=1&includefield=00081030'),
  asked('u', '/studies?StudyInstanceUID=1.2'),
  asked('d', '/studies/1.2', 'DELETE'),
  asked('g', '/studies/1.2/metadata'),
];
const WHERE = { kind: 'exchange' } as const;
const page = { limit: 2, offset: 1, results: 3 };

const CASES: readonly (readonly [what: string, requirement: string, seen: SeenBreach, by: string, blamed: string[]])[] =
  [
    [
      'a key in the spelling that was asked',
      'QIDO-010',
      breach('search-ignores-key', WHERE, { key: 'StudyDate', level: 'study', results: 2 }),
      'k',
      ['k', '00080020'],
    ],
    [
      'the keys that are not combined',
      'QIDO-006',
      breach('search-does-not-combine-keys', WHERE, {
        keys: ['PatientID', 'StudyDate'],
        level: 'study',
        results: 2,
        expected: 1,
      }),
      'k',
      ['k', 'PatientID', '00080020'],
    ],
    ['a page that is too long: limit', 'QIDO-060', breach('page-longer-than-limit', WHERE, page), 'k', ['k', 'limit']],
    [
      'a page that repeats: offset',
      'QIDO-060',
      breach('page-repeats-result', WHERE, { ...page, uid: '1' }),
      'k',
      ['k', 'offset'],
    ],
    [
      'the form of an answer: no parameter',
      'JSON-001',
      breach('search-results-not-array', WHERE, { body: '{}' }),
      'k',
      ['k'],
    ],
    [
      'nothing found by several parameters: none of them',
      'QIDO-001',
      breach('search-finds-nothing', WHERE, { level: 'study', expected: 1, status: 200 }),
      'k',
      ['k'],
    ],
    [
      'nothing found by one parameter: this one',
      'QIDO-001',
      breach('search-finds-nothing', WHERE, { level: 'study', expected: 1, status: 200 }),
      'u',
      ['u', 'StudyInstanceUID'],
    ],
    [
      'a store whose loss a retrieve shows: the store before it',
      'STOW-032',
      breach('stored-attribute-dropped', WHERE, { tag: '00100010' }),
      'r',
      ['i'],
    ],
    [
      'a study that metadata still shows: its deletion',
      'DELETE-003',
      breach('search-fails', WHERE, { status: 200, expected: ['404'] }),
      'g',
      ['d'],
    ],
  ];

for (const [what, requirement, seen, by, blamed] of CASES) {
  test(`blames ${what}`, () => assert.deepEqual(blamedBy(requirement, seen, by), [blamed]));
}

test('a loss that no store of the finding explains is blamed on each kind of store that succeeded', () => {
  const dropped = breach('stored-attribute-dropped', WHERE, { tag: '00100010' });
  const found = finding('STOW-032', 'fail', {
    breaches: [{ ...dropped, grade: 'fail', exchange: 'r' }],
    exchanges: ['r'],
  });
  const blamed = blamesOf(resultsOf([scenario('T04', [found])], EXCHANGES)).map((one) => one.exchange);
  assert.deepEqual(blamed, ['s', 'i']);
});

/** Resources and parameters that a statement calls breached, on a server with this fault. */
async function blamedWith(fault: string, ids: readonly string[]) {
  const results: Results = await playFaults(
    SCENARIOS.filter(({ id }) => ids.includes(id)),
    [fault],
  );
  const rows = observedTransactions(results, () => null);
  const parameters = rows.flatMap((row) =>
    [...row.parameters].flatMap(([name, breached]) => (breached.size > 0 ? [name] : [])),
  );
  return {
    resources: rows.filter(({ breached }) => breached.size > 0).map(({ method, resource }) => `${method} ${resource}`),
    parameters: [...new Set(parameters)].sort(),
  };
}

const STORES = ['T01', 'T02', 'T03'];

test('a server that ignores offset: offset, and not limit beside it', async () => {
  const { parameters, resources } = await blamedWith('search-ignores-offset', [...STORES, 'lists', 'paging']);
  assert.deepEqual(parameters, ['offset']);
  assert.ok(resources.length > 0 && resources.every((resource) => /GET .*(series|instances)$/.test(resource)));
});

test('a server whose search of studies ignores keys: that resource and its keys', async () => {
  const { parameters, resources } = await blamedWith('study-search-ignores-keys', [...STORES, 'T12', 'T13', 'T15']);
  assert.deepEqual([parameters, resources], [['StudyInstanceUID'], ['GET /studies']]);
});

test('a server that loses what it acknowledged: the store that was waited for in full, and no retrieve', async () => {
  const { resources } = await blamedWith('fake-store', [...STORES, 'T04', 'T06', 'T12']);
  assert.deepEqual(resources, ['POST /studies']);
});
