import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Breach, breach as seen } from '../../lib/breaches/breach.ts';
import type { Place } from '../../lib/breaches/place.ts';
import { causesOf } from '../../lib/results/first-cause.ts';
import { exchange, finding, resultsOf, scenario } from '../reports/fixtures.ts';

const WHOLE: Place = { kind: 'exchange' };
const STATUS: Place = { kind: 'status' };
const ELEMENT: Place = { kind: 'element', path: '7FE00010', part: 0 };

type Found = Omit<Breach, 'grade' | 'exchange'>;

interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly found?: Found;
  readonly length?: number;
}

/** UIDs as a run against a target makes them, of three components. */
const STUDY = '/studies/2.25.11111111111';
const SERIES = `${STUDY}/series/2.25.22222222222`;
const INSTANCE = `${SERIES}/instances/2.25.33333333333`;

/** Codes by which each problem of a run of one scenario is led, and those below it. */
function problems(...sent: readonly Sent[]): string[][] {
  const exchanges = sent.map(({ method = 'GET', path, length = 2_048 }, index) => {
    const made = exchange(`T18.${index}`, {
      request: { method, url: `http://127.0.0.1:8042/dicom-web${path}`, headers: [], body: null },
    });
    const body = { length, sha256: String(length).padEnd(64, '0'), file: null, excerpt: '' };
    return { ...made, response: made.response && { ...made.response, body } };
  });
  const findings = sent.flatMap(({ found }, index) =>
    found
      ? [
          finding('DELETE-002', 'fail', {
            breaches: [{ ...found, grade: 'fail' as const, exchange: `T18.${index}` }],
            exchanges: [`T18.${index}`],
          }),
        ]
      : [],
  );
  return causesOf(resultsOf([scenario('T18', findings)], exchanges)).map(({ sightings }) => [
    ...new Set(sightings.map(({ breach }) => breach.code)),
  ]);
}

const name = 'the multi-frame instance';

test('pixels that were altered alike are one problem, whichever view shows them', () => {
  const how = { name, stored: 3466, returned: 3466, how: 'last byte', same: 3464 };
  const file = { path: INSTANCE, found: seen('pixels-changed', ELEMENT, how) };
  const bytes: Place = { kind: 'bytes', offset: 3464, part: 0 };
  const frame = (more: Partial<typeof how> = {}) => ({
    path: `${INSTANCE}/frames/1`,
    found: seen('frame-bytes-changed', bytes, { frame: 1, ...how, ...more }),
  });
  assert.equal(problems(file, frame()).length, 1);
  assert.equal(problems(file, frame({ how: 'swapped' })).length, 2);
  assert.equal(problems(file, frame({ same: 7 })).length, 2);
  const some = { ...how, how: 'some' };
  assert.equal(problems({ path: INSTANCE, found: seen('pixels-changed', ELEMENT, some) }, frame(some)).length, 2);
});

test('what ends after the same number of bytes is cut by one thing', () => {
  const bulk = (returned: number) => ({
    path: `${INSTANCE}/bulkdata/7FE00010`,
    found: seen(
      'bulkdata-bytes-changed',
      { kind: 'bytes', offset: returned, part: 0 },
      { tag: '7FE00010', path: '7FE00010', name, stored: 1152, returned, how: 'cut', same: returned },
    ),
  });
  const part = {
    path: `${SERIES}/instances/2.25.44444444444/bulkdata/7FE00010`,
    found: seen(
      'part-cut-off',
      { kind: 'part', part: 0 },
      { part: 0, bytes: 1024, of: 3465, name: 'x', round: '1 KiB' },
    ),
  };
  assert.equal(problems(bulk(1024), part).length, 1);
  assert.equal(problems(bulk(900), part).length, 2);
});

test('frames that are gone from a file explain what its other views lack, and no frame that is there', () => {
  const gone = { path: INSTANCE, found: seen('instance-frames-changed', ELEMENT, { name, stored: 3, returned: 1 }) };
  const missing = (frames: string) => ({
    path: `${INSTANCE}/frames/${frames}`,
    found: seen('frames-not-retrieved', STATUS, { status: 404, expected: ['200'] }),
  });
  const count = {
    path: `${INSTANCE}/metadata`,
    found: seen(
      'value-differs',
      { kind: 'json', pointer: '/0/00280008/Value/0' },
      {
        ...{ tag: '00280008', expected: '"3"', actual: '1' },
      },
    ),
  };
  assert.deepEqual(problems(gone, count, missing('1,3')), [
    ['instance-frames-changed', 'value-differs', 'frames-not-retrieved'],
  ]);
  assert.equal(problems(gone, missing('1')).length, 2);
});

test('a picture of pixels that were altered in the file already shows these', () => {
  const how = { name, stored: 1152, returned: 1152, how: 'swapped', same: 0 };
  const file = { path: INSTANCE, found: seen('pixels-changed', ELEMENT, how) };
  const picture = (path: string) => ({
    path: `${path}/rendered?window=50000,8000,linear`,
    found: seen('rendered-looks-different', WHOLE, { name, likeness: 0.1, least: 0.9, how: null }),
  });
  assert.deepEqual(problems(picture(INSTANCE), file), [['pixels-changed', 'rendered-looks-different']]);
  assert.equal(problems(file, picture(`${SERIES}/instances/2.25.5`)).length, 2);
  const vr = seen('element-vr-changed', ELEMENT, {
    tag: '7FE00010',
    path: '7FE00010',
    name,
    stored: 'OW',
    returned: 'OB',
  });
  assert.equal(problems({ path: INSTANCE, found: vr }, picture(INSTANCE)).length, 2);
});

test('a count of a list that still has what was deleted follows from that, with UIDs of three components too', () => {
  const deletion = { method: 'DELETE', path: INSTANCE };
  const count = {
    path: `/studies?StudyInstanceUID=2.25.11111111111`,
    found: seen(
      'search-count-differs',
      { kind: 'json', pointer: '/0/00201208' },
      {
        ...{ tag: '00201208', level: 'study', expected: '2', actual: '3' },
      },
    ),
  };
  const kept = {
    path: `${SERIES}/instances?SOPInstanceUID=2.25.33333333333`,
    found: seen('deleted-still-found', WHOLE, { level: 'instance', operation: 'search instances' }),
  };
  assert.deepEqual(problems(deletion, kept, count), [['deleted-still-found', 'search-count-differs']]);
  assert.deepEqual(problems(deletion, count, kept), [['deleted-still-found', 'search-count-differs']]);
  assert.equal(problems(count, deletion, kept).length, 2, 'a count that was wrong before');
});

test('what a list has twice stands in the place of what it lacks', () => {
  const lacks = seen('metadata-lacks-instance', { kind: 'json', pointer: '' }, { instance: '1.2.3', name, count: 2 });
  const twice = seen('metadata-repeats-instance', { kind: 'json', pointer: '' }, { instance: '1.2.4', name, count: 2 });
  const path = `${STUDY}/metadata`;
  const other = { path: `${SERIES}/metadata`, found: twice };
  assert.deepEqual(problems({ path, found: lacks }, { path, found: twice }), [
    ['metadata-lacks-instance', 'metadata-repeats-instance'],
  ]);
  assert.equal(problems({ path, found: lacks }, other).length, 2);
});

test('attributes of one level that are left out of one answer are one problem', () => {
  const lacks = (path: string, tag: string, level: string) => ({
    path,
    found: seen('search-attribute-missing', { kind: 'json', pointer: `/0/${tag}` }, { tag, level }),
  });
  assert.equal(problems(lacks('/studies', '00080020', 'study'), lacks('/studies', '00080030', 'study')).length, 1);
  assert.equal(problems(lacks('/series', '00080020', 'study'), lacks('/series', '00080060', 'series')).length, 2);
});

test('a private element without value that is lost with others is lost as a private one', () => {
  const of = (tag: string) => ({ tag, path: tag, name, vr: 'LO' });
  const place = (path: string): Place => ({ kind: 'element', path, part: 0 });
  const empty = { path: INSTANCE, found: seen('empty-element-lost', place('0029100B'), of('0029100B')) };
  const lost = seen('private-element-lost', place('00291001'), { ...of('00291001'), size: 4 });
  assert.deepEqual(problems(empty, { path: INSTANCE, found: lost }), [['private-element-lost', 'empty-element-lost']]);
  assert.equal(problems(empty, { path: SERIES, found: lost }).length, 2);
});

test('a link is right where the server answers it with somebody else’s content', () => {
  const location = `http://127.0.0.1:8042/dicom-web${INSTANCE}`;
  const linked = {
    path: STUDY,
    found: seen(
      'part-location-other-content',
      { kind: 'header', name: 'Content-Location', part: 1 },
      {
        ...{ location, expected: '2.25.33333333333', actual: '2.25.9' },
      },
    ),
  };
  const other = {
    path: INSTANCE,
    found: seen('answer-of-another', WHOLE, { level: 'instance', found: 'red.dcm', isStored: true }),
  };
  assert.deepEqual(problems(linked, other), [['answer-of-another', 'part-location-other-content']]);
  assert.equal(problems(linked, { ...other, path: `${SERIES}/instances/2.25.5` }).length, 2);
});

test('an empty success at one view is one problem, whatever was asked for', () => {
  const expected = ['404', '410'];
  const unknown = {
    path: `${INSTANCE}/metadata`,
    length: 2,
    found: seen('unknown-resource-success', STATUS, { status: 200, expected }),
  };
  const elsewhere = (path: string, length: number) => ({
    ...{ path, length },
    found: seen('nothing-below-another-parent-success', STATUS, { status: 200, expected }),
  });
  assert.equal(problems(unknown, elsewhere(`${SERIES}/metadata`, 2)).length, 1);
  assert.equal(problems(unknown, elsewhere(`${INSTANCE}/rendered`, 3)).length, 2);
  assert.equal(problems(unknown, elsewhere(`${SERIES}/metadata`, 900)).length, 2);
});

test('stores that are answered with one success in place of the same other one are one problem', () => {
  const answered = (path: string, expected: string[]) => ({
    ...{ method: 'POST', path },
    found: seen(
      expected.includes('409') ? 'refused-store-answered-success' : 'partial-store-answered-success',
      STATUS,
      { status: 200, expected },
    ),
  });
  const unreadable = seen('unreadable-part-answered-success', STATUS, { status: 200, expected: ['202'] });
  const other = { method: 'POST', path: '/studies', found: unreadable, length: 512 };
  assert.equal(problems(answered(STUDY, ['202']), other).length, 1);
  assert.equal(problems(answered(STUDY, ['409']), other).length, 2, 'where nothing was stored');
});

test('a value that was altered at the store is not found as it was sent, and nothing is wrong with the search', () => {
  const file = {
    path: INSTANCE,
    found: seen(
      'element-changed',
      { kind: 'element', path: '00100010', part: 0 },
      {
        ...{ tag: '00100010', path: '00100010', name, stored: 'Anony Mous', returned: 'Anony Mo' },
      },
    ),
  };
  const metadata = {
    path: `${INSTANCE}/metadata`,
    found: seen(
      'value-differs',
      { kind: 'json', pointer: '/0/00100010/Value/0' },
      {
        ...{ tag: '00100010', expected: '"Anony Mous"', actual: '"Anony Mo"' },
      },
    ),
  };
  const search = (key: string) => ({
    path: `/studies?${key}=Anony%20Mous`,
    found: {
      ...seen(
        'search-misses-by-encoded-key',
        { kind: 'json', pointer: '' },
        {
          ...{ key, level: 'study', value: 'Anony Mous', results: 0 },
        },
      ),
      subjects: ['2.25.11111111111'],
    },
  });
  assert.equal(problems(file, metadata, search('PatientName')).length, 1);
  assert.equal(problems(file, metadata, search('ReferringPhysicianName')).length, 2);
  assert.equal(problems(file, search('PatientName')).length, 2, 'altered in the file alone');
});

test('an object in the place of a list is one problem at every route', () => {
  const top: Place = { kind: 'json', pointer: '' };
  const search = (body: string) => ({ path: '/studies', found: seen('search-results-not-array', top, { body }) });
  const metadata = { path: `${INSTANCE}/metadata`, found: seen('metadata-not-a-list', top, { seen: '{"00080005":…' }) };
  assert.equal(problems(metadata, search(String.raw`{\"00080020\":…`)).length, 1);
  assert.equal(problems(metadata, search('"text"')).length, 2);
});

test('a kind of breach that fails once in a finding is no warning', () => {
  const alphabet = (tag: string, grade: Breach['grade']) => ({
    ...seen('json-inline-other-alphabet', { kind: 'json', pointer: `/0/${tag}/InlineBinary` }, { tag }),
    ...{ grade, exchange: 'a' },
  });
  const found = finding('JSON-019', 'fail', {
    breaches: [alphabet('00291009', 'warn'), alphabet('0029100A', 'fail')],
  });
  const [cause] = causesOf(resultsOf([scenario('T10', [found])], [exchange('a')]));
  assert.deepEqual([cause?.grade, cause?.lead.breach.parameters.tag], ['fail', '0029100A']);
});

test('values of one other instance are one problem, whatever the attributes are', () => {
  const path = `${INSTANCE}/metadata`;
  const other = (tag: string, belongsTo: string) => ({
    path,
    found: {
      ...seen(
        'value-differs',
        { kind: 'json', pointer: `/0/${tag}/Value/0` },
        {
          ...{ tag, expected: '"first"', actual: '"another one"' },
        },
      ),
      belongsTo,
    },
  });
  assert.equal(problems(other('00100030', 'red.dcm'), other('00100040', 'red.dcm')).length, 1);
  assert.equal(problems(other('00100030', 'red.dcm'), other('00100040', 'blue.dcm')).length, 2);
});

test('the same wrong vr in the place of several is one problem, of two it may be chance', () => {
  const given = (tag: string, due: string) => ({
    path: `${SERIES}/metadata`,
    found: seen('xml-vr-wrong', { kind: 'json', pointer: `/0/${tag}` }, { tag, vr: 'LO', expected: [due] }),
  });
  const [date, time, code] = [given('00080020', 'DA'), given('00080030', 'TM'), given('00080060', 'CS')];
  assert.equal(problems(date, time, code).length, 1);
  assert.equal(problems(date, time).length, 2);
});

test('an attribute that is wrong in the answers to two stores is one problem', () => {
  const wrong = (path: string, found: Found) => ({ method: 'POST', path, found });
  const at: Place = { kind: 'json', pointer: '/00081198/Value/0/00081197/Value/0' };
  const text = wrong('/studies', seen('json-number-no-number', at, { tag: '00081197', vr: 'US', value: 'C000H' }));
  const reason = wrong(STUDY, seen('store-attribute-malformed', at, { tag: '00081197', seen: '110H' }));
  assert.equal(problems(text, reason).length, 1);
});

test('a value in the form of a wrong vr is wrong for that', () => {
  const at = (member: string): Place => ({ kind: 'json', pointer: `/0/00291001/${member}` });
  const metadata = `${INSTANCE}/metadata`;
  const wrong = seen('json-vr-wrong', at('vr'), { tag: '00291001', vr: 'UN', expected: ['LO'] });
  const form = seen('json-binary-as-values', at('Value'), { tag: '00291001', vr: 'UN' });
  const both = [{ ...wrong }, { ...form }].map((found) => ({ path: metadata, found }));
  assert.deepEqual(problems(...both), [['json-vr-wrong', 'json-binary-as-values']]);
});

test('multipart answers with a label of another subtype are one problem, whatever they hold', () => {
  const label: Place = { kind: 'header', name: 'Content-Type' };
  const of = (code: 'multipart-labelled-otherwise' | 'xml-media-type', type: string) => seen(code, label, { type });
  const files = of('multipart-labelled-otherwise', 'multipart/mixed; boundary=a');
  const xml = of('xml-media-type', 'multipart/mixed of application/dicom+xml');
  assert.equal(problems({ path: STUDY, found: files }, { path: `${SERIES}/metadata`, found: xml }).length, 1);
});

test('what was given another series when it was stored is one problem with all that is missed and found because of it', () => {
  const [sent, found] = ['2.25.22222222222', '2.25.22222222229'];
  const of = { tag: '0020000E', name };
  const file = seen(
    'element-changed',
    { kind: 'element', path: '0020000E', part: 0 },
    {
      ...{ ...of, path: '0020000E', stored: sent, returned: found },
    },
  );
  const at: Place = { kind: 'json', pointer: '/0/0020000E/Value/0' };
  const metadata = seen('value-differs', at, { tag: '0020000E', expected: `"${sent}"`, actual: `"${found}"` });
  const gone = { status: 404, expected: ['200'] };
  const missed = { path: `${SERIES}/metadata`, found: seen('metadata-not-retrieved', STATUS, gone) };
  const shown = [
    { path: STUDY, found: file },
    { path: `${STUDY}/metadata`, found: metadata },
  ];
  assert.equal(problems(...shown, missed).length, 1);
});
