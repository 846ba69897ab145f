import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Breach, breach as seen } from '../../lib/breaches/breach.ts';
import type { Place } from '../../lib/breaches/place.ts';
import { causesOf } from '../../lib/results/first-cause.ts';
import { exchange, finding, resultsOf, scenario } from '../reports/fixtures.ts';

const WHOLE: Place = { kind: 'exchange' };
const STATUS: Place = { kind: 'status' };
const PIXELS: Place = { kind: 'element', path: '7FE00010', part: 0 };
const NAME = '00100010';

interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly found?: Omit<Breach, 'grade' | 'exchange'>;
}

const STUDY = '/studies/2.25.11111111111';
const SERIES = `${STUDY}/series/2.25.22222222222`;
const INSTANCE = `${SERIES}/instances/2.25.33333333333`;
const BASE = 'http://127.0.0.1:8042/dicom-web';

/** The harm and codes of each problem of a run of one scenario against a server at a base. */
function problemsAt(baseUrl: string, ...sent: readonly Sent[]): string[][] {
  const exchanges = sent.map(({ method = 'GET', path }, index) =>
    exchange(`T18.${index}`, { request: { method, url: `${baseUrl}${path}`, headers: [], body: null } }),
  );
  const findings = sent.flatMap(({ found }, index) =>
    found
      ? [finding('DELETE-002', 'fail', { breaches: [{ ...found, grade: 'fail' as const, exchange: `T18.${index}` }] })]
      : [],
  );
  const { scenarios } = resultsOf([scenario('T18', findings)], exchanges);
  return causesOf({ scenarios, exchanges, target: { baseUrl } }).map(({ harm, sightings }) => [
    harm,
    ...sightings.map(({ breach }) => breach.code),
  ]);
}

const problems = (...sent: readonly Sent[]) => problemsAt(BASE, ...sent);

const name = 'the multi-frame instance';

test('another picture than was asked for does not follow from pixels that were altered', () => {
  const how = { name, stored: 3466, returned: 3466, how: 'last byte', same: 3464 };
  const file = { path: INSTANCE, found: seen('pixels-changed', PIXELS, how) };
  const shows = {
    path: `${INSTANCE}/frames/2/rendered`,
    found: seen('rendered-another-frame', WHOLE, { frame: 2, likeness: 0.1, least: 0.9 }),
  };
  assert.deepEqual(problems(file, shows), [
    ['wrong-patient-or-image', 'rendered-another-frame'],
    ['altered', 'pixels-changed'],
  ]);
  const inverted = { ...file, found: seen('pixels-changed', PIXELS, { ...how, how: 'inverted', same: 0 }) };
  assert.deepEqual(problems(inverted, shows), [['altered', 'pixels-changed', 'rendered-another-frame']]);
});

test('another patient in metadata does not follow from attributes that these lack', () => {
  const path = `${INSTANCE}/metadata`;
  const thin = { path, found: seen('answer-thinner-than-before', WHOLE, { attributes: 1, tag: '00101010' }) };
  const values = { tag: NAME, expected: '"Doe^John"', actual: '"Roe^Jane"' };
  const differs = { path, found: seen('value-differs', { kind: 'json', pointer: `/0/${NAME}/Value/0` }, values) };
  assert.deepEqual(problems(thin, differs), [
    ['wrong-patient-or-image', 'value-differs'],
    ['altered', 'answer-thinner-than-before'],
  ]);
});

test('an attribute that cannot be read hides no other patient, and a text that cannot be read does not lack what it may have', () => {
  const path = `${INSTANCE}/metadata`;
  const untyped = seen('json-vr-missing', { kind: 'json', pointer: '/0/00080005' }, { tag: '00080005', value: '"a"' });
  const differs = (tag: string) => {
    const values = { tag, expected: '"Doe^John"', actual: '"Roe^Jane"' };
    return { path, found: seen('value-differs', { kind: 'json', pointer: `/0/${tag}/Value/0` }, values) };
  };
  assert.deepEqual(problems({ path, found: untyped }, differs(NAME)), [
    ['wrong-patient-or-image', 'value-differs'],
    ['not-found-or-opened', 'json-vr-missing'],
  ]);
  assert.equal(problems({ path, found: untyped }, differs('00081030')).length, 1);
});

test('what follows from the same as another breach does, and is no graver than that, follows from it too', () => {
  const path = `${INSTANCE}/metadata`;
  const tag = '0020000D';
  const unnamed = seen('json-name-no-tag', { kind: 'json', pointer: '/0/0020000d' }, { name: '0020000d' });
  const lacks = seen('metadata-lacks-attribute', { kind: 'json', pointer: `/0/${tag}` }, { tag, vr: 'UI' });
  const found = seen('search-attribute-missing', { kind: 'json', pointer: '/0' }, { tag, level: 'study' });
  assert.deepEqual(
    problems({ path, found: unnamed }, { path, found: lacks }, { path: '/studies?StudyDate=2', found }),
    [['some-clients-only', 'json-name-no-tag', 'metadata-lacks-attribute', 'search-attribute-missing']],
  );
});

test('what a milder and a graver cause explain follows from the graver one', () => {
  const instance = '2.25.33333333333';
  const store = { method: 'POST', path: STUDY };
  const half = seen('partial-store-answered-success', STATUS, { status: 200, expected: ['202'] });
  const gone = seen('repeated-store-lost', WHOLE, { instance });
  const counts = { names: [name], lost: 1, sent: 3, status: 200 };
  const missed = seen('acknowledged-not-stored', STATUS, counts);
  const told = problems(
    { ...store, found: { ...half, subjects: [instance] } },
    { path: INSTANCE, found: gone },
    { path: `${STUDY}/metadata`, found: { ...missed, subjects: [instance] } },
  );
  assert.deepEqual(told, [
    ['data-lost', 'repeated-store-lost', 'partial-store-answered-success', 'acknowledged-not-stored'],
  ]);
});

test('what a wrong link leads to is missing because of the link', () => {
  const uri = 'bulk/7FE00010';
  const pointer = '/0/7FE00010/BulkDataURI';
  const link = seen('json-bulk-data-uri-relative', { kind: 'json', pointer }, { tag: '7FE00010', uri });
  const missing = seen('bulkdata-not-retrieved', STATUS, { status: 404, expected: ['200'] });
  const sent = [
    { path: `${INSTANCE}/metadata`, found: link },
    { path: `${INSTANCE}/${uri}`, found: missing },
  ];
  assert.deepEqual(
    problems(...sent).map(([, ...codes]) => codes),
    [['json-bulk-data-uri-relative', 'bulkdata-not-retrieved']],
  );
});

test('of two breaches at one place the graver one is told, though the other keeps the rest from being read', () => {
  const path = '/studies?PatientID=1';
  const place: Place = { kind: 'json', pointer: '/0' };
  const unnamed = { path, found: seen('json-name-no-tag', place, { name: '0008002a' }) };
  const ignored = { path, found: seen('search-ignores-key', place, { key: 'PatientID', level: 'study', results: 1 }) };
  assert.deepEqual(
    problems(unnamed, ignored).map(([harm]) => harm),
    ['wrong-patient-or-image', 'some-clients-only'],
  );
});

/** A value that was altered in the file and in the metadata of an instance. */
function altered(at: string, stored: string, returned: string): Sent[] {
  const element: Place = { kind: 'element', path: NAME, part: 0 };
  const pointer: Place = { kind: 'json', pointer: `/0/${NAME}/Value/0` };
  const values = { tag: NAME, expected: JSON.stringify(stored), actual: JSON.stringify(returned) };
  return [
    { path: at, found: seen('element-changed', element, { tag: NAME, path: NAME, name, stored, returned }) },
    { path: `${at}/metadata`, found: seen('value-differs', pointer, values) },
  ];
}

const top: Place = { kind: 'json', pointer: '' };

/** A search by the name of a patient that misses what it should find. */
const misses = (value: string, ...subjects: readonly string[]): Sent => ({
  path: `/studies?PatientName=${encodeURIComponent(value)}`,
  found: {
    ...seen('search-misses-by-key', top, { key: 'PatientName', level: 'study', value, results: 0 }),
    subjects,
  },
});

test('a search misses what was altered at the store, and nothing else', () => {
  const file = altered(INSTANCE, 'Anony^Mous', 'Anony^Mo');
  assert.equal(problems(...file, misses('Anony^Mous', '2.25.11111111111')).length, 1);
  assert.equal(problems(...file, misses('Anony^Mous', '2.25.7')).length, 2, 'another study');
  assert.equal(problems(...file, misses('Doe^John', '2.25.11111111111')).length, 2, 'another value');
  assert.equal(problems(...file, misses('Anony^M*', '2.25.11111111111')).length, 2, 'found as it was altered, too');
  assert.equal(problems(...file, misses('Anony^*us', '2.25.11111111111')).length, 1);
  const [inFile] = file;
  const [, inMetadata] = altered(`${STUDY}/series/2.25.4/instances/2.25.5`, 'Anony^Mous', 'Anony^Mo');
  assert.ok(inFile && inMetadata);
  const apart = problems(inFile, inMetadata, misses('Anony^Mous', '2.25.33333333333'));
  assert.ok(
    apart.some(([, lead]) => lead === 'search-misses-by-key'),
    'altered in one view of each of two instances',
  );
});

test('what one answer lacks and another has otherwise was not altered at the store', () => {
  const [changed] = altered(INSTANCE, 'Anony^Mous', 'Anony^Mo');
  assert.ok(changed);
  const lacks = seen('metadata-lacks-attribute', { kind: 'json', pointer: '/0' }, { tag: NAME, vr: 'PN' });
  const found = problems(
    changed,
    { path: `${INSTANCE}/metadata`, found: lacks },
    misses('Anony^Mous', '2.25.33333333333'),
  );
  assert.equal(found.length, 3);
});

test('a number in the base of a server names no instance', () => {
  const gone = { level: 'instance', gone: 1, of: 1, operation: 'retrieve instance', from: 'instance' };
  const deleted = { method: 'DELETE', path: `${SERIES}/instances/2.25.9` };
  const another = { path: INSTANCE, found: seen('deleted-another', WHOLE, gone) };
  const elsewhere = {
    path: '/studies/2.25.77777777777/metadata',
    found: seen('metadata-not-retrieved', STATUS, { status: 404, expected: ['200'] }),
  };
  const everything = {
    path: '/studies',
    found: seen('search-finds-nothing', top, { level: 'study', expected: 1, status: 200 }),
  };
  // The URL of this one names nothing that it could have lost.
  const cut = {
    method: 'POST',
    path: '/studies',
    found: seen('cut-store-acknowledged', STATUS, { status: 200, expected: ['400'] }),
  };
  const numbered = 'https://host.example/dicom/2.0.1';
  for (const [sent, told] of [
    [[deleted, another, elsewhere, everything], 3],
    [[cut, elsewhere], 2],
  ] as const) {
    assert.equal(problemsAt(BASE, ...sent).length, told);
    assert.deepEqual(problemsAt(numbered, ...sent), problemsAt(BASE, ...sent));
  }
});
