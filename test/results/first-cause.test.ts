import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Breach, type Grade, breach as seen } from '../../lib/breaches/breach.ts';
import type { StatusCode } from '../../lib/breaches/catalogue.ts';
import type { Place } from '../../lib/breaches/place.ts';
import { type Cause, causesOf } from '../../lib/results/first-cause.ts';
import { exchange, finding, resultsOf, scenario } from '../reports/fixtures.ts';

const WHOLE: Place = { kind: 'exchange' };
const STATUS: Place = { kind: 'status' };

function at(id: string, found: Omit<Breach, 'grade' | 'exchange'>, grade: Grade = 'fail'): Breach {
  return { ...found, grade, exchange: id };
}

/** A request of its own for each id. */
const asked = (id: string) => {
  const url = `http://127.0.0.1:8042/dicom-web/studies/1.2/${id}`;
  return exchange(id, { request: { method: id.startsWith('store') ? 'POST' : 'GET', url, headers: [], body: null } });
};

/** Codes of the breaches in each group, the lead first. */
function groups(...breaches: readonly Breach[]): string[][] {
  return causes(...breaches).map(({ sightings }) => sightings.map(({ breach: { code } }) => code));
}

function causes(...breaches: readonly Breach[]): Cause[] {
  const findings = breaches.map((one) => finding('JSON-001', one.grade, { breaches: [one] }));
  const exchanges = [...new Set(breaches.map(({ exchange: id }) => id ?? ''))].map(asked);
  return causesOf(resultsOf([scenario('T01', findings)], exchanges));
}

const ignores = (key: string) => seen('search-ignores-key', WHOLE, { key, level: 'study', results: 1 });
const notClosed = (bytes: number) =>
  seen('multipart-not-closed', { kind: 'bytes', offset: bytes }, { boundary: `b${bytes}`, bytes });
const missing = seen('instance-missing', WHOLE, { name: 'red.dcm', instance: '1.2.3' });
const status = (code: number) => seen('unexpected-status', STATUS, { status: code, expected: ['200'] });

test('one defect is one cause, whatever its particulars are in each answer', () => {
  assert.equal(groups(at('a', notClosed(10)), at('b', notClosed(9_999)), at('c', notClosed(4))).length, 1);
});

test('two keys that are ignored are two causes, although the sentences are alike', () => {
  assert.equal(groups(at('a', ignores('PatientID')), at('b', ignores('StudyDate'))).length, 2);
  assert.equal(groups(at('a', ignores('PatientID')), at('b', ignores('PatientID'))).length, 1);
});

test('a key that is ignored with all of its level follows from that, and one of another level does not', () => {
  const all = seen('search-ignores-all-keys', WHOLE, { keys: ['StudyInstanceUID'], level: 'study', results: 1 });
  const group = ['search-ignores-all-keys', 'search-ignores-key'];
  assert.deepEqual(groups(at('a?PatientID=1', ignores('PatientID')), at('b?StudyDate=1', all)), [group]);
  const series = at(
    'c?Modality=CT',
    seen('search-ignores-key', WHOLE, { key: 'Modality', level: 'series', results: 1 }),
  );
  assert.equal(groups(series, at('b?StudyDate=1', all)).length, 2);
});

test('where a level is never found, that no key of it finds anything is no other problem', () => {
  const nothing = at('a?x=1', seen('search-finds-nothing', STATUS, { level: 'study', expected: 1, status: 204 }));
  const byKey = (key: string, level: string) =>
    at(`b?${key}=1`, seen('search-misses-by-key', WHOLE, { key, level, value: '1', results: 0 }));
  assert.equal(groups(nothing, byKey('PatientID', 'study'), byKey('StudyDate', 'study')).length, 1);
  assert.equal(groups(nothing, byKey('Modality', 'series')).length, 2);
  assert.equal(groups(byKey('PatientID', 'study'), byKey('StudyDate', 'study')).length, 2);
});

test('keys that find nothing for another reason do not make many of one that finds nothing by itself', () => {
  const nothing = at('a?x=1', seen('search-finds-nothing', STATUS, { level: 'instance', expected: 1, status: 204 }));
  const byKey = (key: string, level: string) =>
    at(`b?${key}=1`, seen('search-misses-by-key', WHOLE, { key, level, value: '1', results: 0 }));
  const keys = ['PatientID', 'StudyDate', 'Modality', 'SOPInstanceUID', 'SOPClassUID', 'InstanceNumber'];
  const ofInstances = keys.map((key) => byKey(key, 'instance'));
  assert.equal(groups(...ofInstances).length, 1);
  assert.equal(groups(nothing, ...ofInstances, byKey('StudyDate', 'study')).length, 2);
});

test('what cannot be read in a spoiled answer follows from what spoiled it, and is told below it', () => {
  assert.deepEqual(groups(at('a', missing), at('a', notClosed(10))), [['multipart-not-closed', 'instance-missing']]);
  assert.equal(groups(at('b', missing), at('a', notClosed(10))).length, 2);
});

test('whatever a server refuses with the status with which it refuses every store is one cause', () => {
  const refusal = (code: StatusCode, answered: number) => seen(code, STATUS, { status: answered, expected: ['200'] });
  const every = at('store a', refusal('store-refused', 403));
  for (const code of [
    'store-of-several-studies-refused',
    'chunked-store-refused',
    'unquoted-type-refused',
    'unusual-framing-refused',
    'unreadable-store-not-refused',
    'unsupported-store-not-refused',
  ] as const) {
    assert.equal(groups(every, at('store b', refusal(code, 403))).length, 1, code);
    assert.equal(groups(every, at('store b', refusal(code, 411))).length, 2, code);
  }
});

test('that a type is not offered does not follow from a resource that is missing elsewhere', () => {
  const noXml = seen('xml-refused', STATUS, { status: 406, expected: ['200'] });
  const noMetadata = seen('metadata-not-retrieved', STATUS, { status: 501, expected: ['200'] });
  assert.equal(groups(at('metadata', noMetadata), at('series', noXml, 'warn')).length, 2);
});

test('a wrong status is a cause of its own at each view of a resource, whatever the level', () => {
  assert.equal(groups(at('series/3/metadata', status(500)), at('metadata', status(500))).length, 1);
  assert.equal(groups(at('metadata', status(500)), at('rendered', status(500))).length, 2);
  assert.equal(groups(at('metadata', status(500)), at('series/3/metadata', status(404))).length, 2);
});

test('two breaches at one place of one answer are one cause', () => {
  const where: Place = { kind: 'header', name: 'Content-Type' };
  const untyped = seen('media-type-missing', where, { found: null });
  const labelled = seen('json-labelled-otherwise', where, { type: null });
  assert.equal(groups(at('a', untyped), at('a', labelled)).length, 1);
});

test('causes with a failure stand first, and then by harm', () => {
  const lost = seen('acknowledged-not-stored', WHOLE, { lost: 1, sent: 1, names: ['red.dcm'], status: 200 });
  const cosmetic = seen('metadata-has-file-meta', { kind: 'json', pointer: '/0/00020010' }, { tag: '00020010' });
  const order = groups(at('a', cosmetic), at('b', status(500), 'warn'), at('c', lost, 'warn')).map(([code]) => code);
  assert.deepEqual(order, ['metadata-has-file-meta', 'acknowledged-not-stored', 'unexpected-status']);
});

test('a problem is told by its failure, and is no graver for what is only warned of beside it', () => {
  const where: Place = { kind: 'header', name: 'Content-Type' };
  const warned = seen('location-of-another-resource', where, { location: '/studies/9', asked: '/studies/1' });
  const untyped = seen('media-type-repeated', where, { values: ['a/b', 'c/d'] });
  const [first] = causes(at('a', warned, 'warn'), at('a', untyped));
  assert.deepEqual([first?.lead.breach.code, first?.harm], ['media-type-repeated', 'some-clients-only']);
});

test('of one class the identity of a patient stands before how a name is written', () => {
  const differs = (id: string, code: 'value-differs' | 'name-groups-differ', tag: string) =>
    at(id, seen(code, { kind: 'json', pointer: `/0/${tag}/Value/0` }, { tag, expected: '"A^B"', actual: '"C^D"' }));
  const order = causes(
    differs('a', 'name-groups-differ', '00081060'),
    differs('b', 'value-differs', '00080090'),
    differs('c', 'value-differs', '00100020'),
  ).map(({ lead }) => lead.consequence);
  assert.deepEqual(order, ['patient-mistaken', 'value-altered', 'text-garbled']);
});

test('what follows from a parameter that is ignored joins it, and makes it one with nothing else', () => {
  const page = { limit: 1, offset: 1, results: 1 };
  const asked = 'b?limit=1&offset=1';
  const repeated = at(asked, seen('page-repeats-result', WHOLE, { ...page, uid: '1.2' }));
  const unordered = at('c', seen('search-order-changes', WHOLE, { results: 2, index: 0 }));
  const ignored = at('a?limit=1', seen('page-longer-than-limit', WHOLE, page));
  assert.deepEqual(groups(ignored, repeated, unordered), [
    ['search-order-changes'],
    ['page-longer-than-limit', 'page-repeats-result'],
  ]);
});

test('values of two attributes that were altered alike are one cause, and otherwise two', () => {
  const differs = (id: string, tag: string, expected: string, actual: string) =>
    at(id, seen('value-differs', { kind: 'json', pointer: `/0/${tag}/Value/0` }, { tag, expected, actual }));
  const upper = differs('a', '00081030', '"Head"', '"HEAD"');
  assert.equal(groups(upper, differs('b', '0008103E', '"Axial"', '"AXIAL"')).length, 1);
  assert.equal(groups(upper, differs('b', '0008103E', '"Axial"', '"Coronal"')).length, 2);
  assert.equal(groups(upper, differs('b', '00081030', '"Neck"', '"Foot"')).length, 1, 'of one attribute');
});

test('what a search includes of an attribute follows from its other value, and is one cause where it has none', () => {
  const included = (id: string, tag: string) =>
    at(id, seen('includefield-value-differs', WHOLE, { tag, level: 'study', expected: '"a"', actual: '"x y"' }));
  const differs = (id: string, tag: string) =>
    at(id, seen('value-differs', WHOLE, { tag, expected: '"a"', actual: '"x y"' }));
  assert.equal(groups(included('a', '00081030'), included('b', '00080050')).length, 1);
  const both = [differs('c', '00081030'), differs('d', '00080050')];
  assert.equal(groups(included('a', '00081030'), included('b', '00080050'), ...both).length, 2);
});

test('attributes that cannot be read are no reason for a text that is no UTF-8', () => {
  const unnamed = at('a', seen('json-name-no-tag', { kind: 'json', pointer: '/0/0008002a' }, { name: '0008002a' }));
  const bytes: Place = { kind: 'bytes', offset: 7 };
  assert.equal(groups(unnamed, at('a', seen('json-not-utf8', bytes, { message: 'C3' }))).length, 2);
  assert.equal(groups(unnamed, at('a', missing)).length, 1);
});

test('a search that leaves most attributes out has one defect', () => {
  const lacks = (tag: string) => at(`x${tag}`, seen('search-attribute-missing', WHOLE, { tag, level: 'study' }));
  const tags = ['00080020', '00080030', '00080050', '00080090', '00100010', '00100020'];
  assert.equal(groups(...tags.map(lacks)).length, 1);
  assert.equal(groups(...tags.slice(0, 5).map(lacks)).length, 5);
});

test('what has a breach that stands alone is a problem of its own, whatever else spoils its other answers', () => {
  const cut = (id: string) =>
    at(id, seen('data-set-truncated', { kind: 'bytes', offset: 4, part: 0 }, { rule: 'x', at: 4, detail: 'it ends' }));
  const found = finding('JSON-001', 'fail', { breaches: [cut('a'), cut('b')] });
  const ending = finding('MP-004', 'fail', { breaches: [at('b', notClosed(10))], exchanges: ['a', 'b'] });
  const told = causesOf(resultsOf([scenario('T01', [found, ending])], ['a', 'b'].map(asked)));
  assert.deepEqual(
    told.map(({ lead }) => lead.breach.code),
    ['data-set-truncated', 'multipart-not-closed'],
  );
});

/** A run of exchanges in order, each with what it shows. */
function run(
  ...sent: readonly { method: string; path: string; found?: Omit<Breach, 'grade' | 'exchange'> }[]
): string[] {
  const exchanges = sent.map(({ method, path }, index) =>
    exchange(`T18.${index}`, {
      request: { method, url: `http://127.0.0.1:8042/dicom-web${path}`, headers: [], body: null },
    }),
  );
  const findings = sent.flatMap(({ found }, index) =>
    found ? [finding('DELETE-002', 'fail', { breaches: [at(`T18.${index}`, found)] })] : [],
  );
  return causesOf(resultsOf([scenario('T18', findings)], exchanges)).map(({ lead }) => lead.breach.code);
}

const INSTANCE = '/studies/1.2.3.4/series/1.2.3.5/instances/1.2.3.6';
const deleted = { method: 'DELETE', path: '/studies/1.2.3.4/series/1.2.3.5/instances/1.2.3.7' };
const another = (path: string) => ({
  method: 'GET',
  path,
  found: seen('deleted-another', WHOLE, {
    level: 'instance',
    gone: 1,
    of: 1,
    operation: 'retrieve instance',
    from: 'instance',
  }),
});
const misses = (instance: string) => ({
  method: 'GET',
  path: '/studies/1.2.3.4',
  found: seen('instance-missing', WHOLE, { name: 'red.dcm', instance }),
});

test('what a retrieve misses after an instance was lost follows from that where it is the same instance', () => {
  assert.deepEqual(run(deleted, another(INSTANCE), misses('1.2.3.6')), ['deleted-another']);
  assert.equal(run(deleted, another(INSTANCE), misses('1.2.3.8')).length, 2);
});

test('nothing follows from what happened later', () => {
  assert.equal(run(misses('1.2.3.6'), deleted, another(INSTANCE)).length, 2);
});

test('an instance that a store lost is told once, however it is looked for', () => {
  const lost = seen('acknowledged-not-stored', WHOLE, { lost: 1, sent: 1, names: ['red.dcm'], status: 200 });
  const store = { method: 'POST', path: '/studies', found: { ...lost, subjects: ['1.2.3.6'] } };
  assert.deepEqual(run(store, misses('1.2.3.6')), ['acknowledged-not-stored']);
  assert.equal(run(store, misses('1.2.3.8')).length, 2);
});

test('no grave breach stands below a milder one', () => {
  const where: Place = { kind: 'json', pointer: '/0/00100010' };
  const differs = seen('value-differs', where, { tag: '00100010', expected: '"a"', actual: '"b c"' });
  const empty = seen('json-empty-written', where, { tag: '00100010', form: '[]' });
  assert.deepEqual(groups(at('a', empty), at('a', differs)), [['value-differs', 'json-empty-written']]);
});
