import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Breach } from '../../lib/breaches/breach.ts';
import type { Place } from '../../lib/breaches/place.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { LoadResult } from '../../lib/results/load-result.ts';
import { resultsProblems } from '../../lib/results/read-results.ts';
import schema from '../../lib/results/results.schema.json' with { type: 'json' };
import type { Results } from '../../lib/results/results.ts';
import { exchange, finding, resultsOf, scenario } from './fixtures.ts';
import { png } from './png.ts';
import { cleanRun, loadRun, nothingJudgedRun, partialRun, tenFaultsRun } from './runs.ts';

/** Every property there, the optional ones too, so that the compiler notices a new one here. */
type Whole<T> = T extends readonly (infer Item)[]
  ? number extends T['length']
    ? readonly Whole<Item>[]
    : T
  : T extends object
    ? { readonly [Key in keyof T]-?: Whole<Exclude<T[Key], undefined>> }
    : T;

const PLACES: readonly Whole<Place>[] = [
  { kind: 'exchange' },
  { kind: 'status' },
  { kind: 'header', name: 'Content-Type', part: 1 },
  { kind: 'json', pointer: '/0' },
  { kind: 'part', part: 0 },
  { kind: 'element', path: '(0010,0010)', part: 1 },
  { kind: 'bytes', offset: 4, part: 0 },
];

const EVERY_REASON = {
  'not-claimed': 1,
  'prerequisite-failed': 1,
  'not-exercised': 1,
  'timed-out': 1,
  'harness-error': 1,
  excluded: 1,
  'over-limit': 1,
  unsafe: 1,
};

function wholeResults(): Whole<Results> {
  const breaches = PLACES.map(
    (where): Whole<Breach> => ({
      code: 'value-differs',
      grade: 'fail',
      parameters: { expected: 'a', list: ['b'] },
      exchange: 'T01.1',
      where,
      bytes: { offset: 0, expected: '00', actual: '01' },
      subjects: ['1.2'],
      belongsTo: 'red.dcm',
      thisOneAlone: 'blue.dcm',
    }),
  );
  const whole: Whole<Finding> = {
    requirement: 'JSON-001',
    verdict: 'incomplete',
    reason: 'timed-out',
    claim: 'is so',
    assertions: 0,
    breaches,
    breachCount: 7,
    remark: 'why',
    exchanges: ['T01.1'],
  };
  const body = { length: 1, sha256: 'a', file: 'evidence/T01.1.response', excerpt: '{}' };
  const message = { headers: [['Accept', '*/*']] as const, body };
  const run = resultsOf([], []);
  return {
    ...run,
    run: { ...run.run, why: 'cut', shard: { index: 1, of: 2, selection: ['T01'] } },
    target: {
      ...run.target,
      roots: { store: 's', retrieve: 'r', search: 'q', delete: 'd' },
      clientCertificate: true,
      unverified: true,
      authoritiesFile: 'a',
      stated: { product: 'p', productVersion: '1', environment: 'e', tester: 't' },
    },
    plan: { ...run.plan, copies: 1, stays: 'one study', isReadOnly: true },
    scenarios: [
      {
        ...scenario('T01', []),
        data: 'tutorial',
        reason: 'timed-out',
        baseline: { reason: 'known', ticket: 'T-1', owner: 'Ada', expires: '2027-03-31' },
        findings: [whole],
        pictures: [
          {
            label: 'p',
            actual: png(1, 1),
            expected: png(1, 1),
            difference: { picture: png(1, 1), pixels: 0, of: 1 },
          },
        ],
      },
    ],
    exchanges: [
      {
        ...exchange('T01.1'),
        request: { method: 'GET', url: 'http://127.0.0.1/', ...message },
        earlier: [{ url: 'http://127.0.0.1/', status: 302, reason: 'Found', headers: [['Location', '/x']] }],
        response: { httpVersion: '1.1', status: 200, reason: 'OK', ...message },
        failure: { code: 'reset', message: 'gone', hint: 'start it' },
        timings: { startedAt: run.run.startedAt, sent: 1, firstByte: 2, end: 3 },
      },
    ],
    answers: PLACES.map((where) => ({
      exchange: 'T01.1',
      where,
      tree: { label: 'JSON', text: '[]', marked: true, absent: true, children: [], left: 1 },
      bytes: { offset: 0, hexadecimal: '00' },
    })),
    requirements: [
      {
        id: 'JSON-001',
        service: 'DICOM JSON',
        clause: 'PS3.18 §F.2',
        level: 'SHALL',
        statement: 's',
        verdict: 'fail',
        reason: 'timed-out',
        judged: 1,
        notJudged: EVERY_REASON,
        scenarios: ['T01'],
        repetitions: ['pass', 'fail'],
        baseline: { reason: 'known', ticket: 'T-1', owner: 'Ada', expires: '2027-03-31' },
      },
    ],
    summary: {
      ...run.summary,
      why: 'w',
      failOn: 'fail',
      counts: { SHALL: { pass: 0, info: 0, incomplete: 0, warn: 0, fail: 1 } },
    },
    coverage: {
      rows: 9,
      judged: 1,
      notJudged: EVERY_REASON,
      elsewhere: { duties: 1 },
      nowhere: 0,
    },
    remains: [{ studyInstanceUid: '1', seriesInstanceUid: '2', sopInstanceUid: '3', why: 'w' }],
    load: wholeLoad(),
    required: ['JSON-001'],
    unmatched: [{ requirement: 'JSON-001', why: 'w' }],
    leftOut: ['addresses'],
  };
}

function wholeLoad(): Whole<LoadResult> {
  const { load } = loadRun();
  assert.ok(load);
  const [operation] = load.operations;
  assert.ok(operation?.latency && operation.timeToFirstByte);
  const readBack = { requests: 1, instances: 1, bytes: 1, failed: 0 };
  const second = { ...readBack, second: 0, p50: 1, p95: 2, virtualUsers: 1, readBack };
  return {
    ...load,
    operations: [
      {
        ...operation,
        latency: operation.latency,
        timeToFirstByte: operation.timeToFirstByte,
        firstByteHistogram: [[1, 1]],
        failureExamples: { status_5xx: 'status 500' },
      },
    ],
    series: [second],
    thresholds: [{ metric: 'm', expression: 'p(95)<1', holds: true, actual: 1 }],
    changed: ['1.2'],
    verified: 3,
    arrivals: { askedPerSecond: 20, reachedPerSecond: 19.5, seconds: 30 },
  };
}

test('results of every kind keep to the schema', () => {
  for (const run of [cleanRun(), tenFaultsRun(), partialRun(), nothingJudgedRun(), loadRun()]) {
    assert.deepEqual(resultsProblems(run), []);
  }
});

test('results with every optional property keep to the schema', () => {
  assert.deepEqual(resultsProblems(wholeResults()), []);
});

test('the schema names no property that results do not have', () => {
  const named = new Set<string>();
  collectPropertyNames(schema, named);
  const used = new Set<string>();
  collectKeys(wholeResults(), used);
  assert.deepEqual(
    [...named].filter((name) => !used.has(name)),
    [],
  );
});

test('results with a property too many, at any depth, break the schema', () => {
  const whole = wholeResults();
  for (const path of objectPaths(whole, [])) {
    if (FREE_OBJECTS.some((free) => path.join('/').endsWith(free))) continue;
    const copy = structuredClone(whole);
    (at(copy, path) as Record<string, unknown>).surplus = true;
    assert.notDeepEqual(resultsProblems(copy), [], `${path.join('/')}/surplus was let through`);
  }
});

/** Objects whose property names are data. */
const FREE_OBJECTS = ['summary/counts', 'load/settings', 'failures', 'parameters'];

test('results that miss a required property break the schema', () => {
  for (const key of Object.keys(cleanRun())) {
    const copy: Record<string, unknown> = { ...cleanRun() };
    delete copy[key];
    assert.notDeepEqual(resultsProblems(copy), [], `${key} was not missed`);
  }
});

test('a pass without an assertion breaks the schema', () => {
  const run = resultsOf([scenario('T01', [finding('JSON-001', 'pass', { assertions: 0 })])]);
  assert.notDeepEqual(resultsProblems(run), []);
});

test('a file outside the run folder breaks the schema', () => {
  for (const file of ['../secret', '/etc/passwd', 'evidence/../../secret', 'C:\\secret', '..\\secret']) {
    const body = { length: 1, sha256: '', file };
    const run = resultsOf([], [exchange('T01.1', { request: { method: 'GET', url: '', headers: [], body } })]);
    assert.notDeepEqual(resultsProblems(run), [], `${file} was let through`);
  }
});

function collectPropertyNames(node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name);
    collectPropertyNames(value, names);
  }
}

function collectKeys(node: unknown, keys: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    keys.add(key);
    collectKeys(value, keys);
  }
}

function objectPaths(node: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([key, value]) => objectPaths(value, [...path, key]));
  return Array.isArray(node) ? below : [path, ...below];
}

function at(node: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], node);
}
