import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Breach, breach as seen } from '../../lib/breaches/breach.ts';
import type { Place } from '../../lib/breaches/place.ts';
import { type Cause, causesOf } from '../../lib/results/first-cause.ts';
import { exchange, finding, resultsOf, scenario } from '../reports/fixtures.ts';

const WHOLE: Place = { kind: 'exchange' };
const STATUS: Place = { kind: 'status' };

interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly found?: Omit<Breach, 'grade' | 'exchange'>;
  readonly type?: string;
}

const STUDY_UID = '2.25.11111111111';
const STUDY = `/studies/${STUDY_UID}`;
const OWN = '2.25.22222222222';
const OTHER = '2.25.22222222223';
const INSTANCE = '2.25.33333333333';

function causes(...sent: readonly Sent[]): readonly Cause[] {
  const exchanges = sent.map(({ method = 'GET', path, type }, index) => {
    const made = exchange(`T18.${index}`, {
      request: { method, url: `http://127.0.0.1:8042/dicom-web${path}`, headers: [], body: null },
    });
    const headers: [string, string][] | undefined = type === undefined ? undefined : [['Content-Type', type]];
    return { ...made, response: made.response && { ...made.response, ...(headers ? { headers } : {}) } };
  });
  const findings = sent.flatMap(({ found }, index) =>
    found
      ? [
          finding('STOW-032', 'fail', {
            breaches: [{ ...found, grade: 'fail' as const, exchange: `T18.${index}` }],
            exchanges: [`T18.${index}`],
          }),
        ]
      : [],
  );
  return causesOf(resultsOf([scenario('T18', findings)], exchanges));
}

const problems = (...sent: readonly Sent[]) => causes(...sent).map(({ lead }) => lead.breach.code);

const renamed = (stored: string, returned: string): Sent => ({
  path: STUDY,
  found: seen(
    'element-changed',
    { kind: 'element', path: '0020000E', part: 0 },
    { name: 'red.dcm', tag: '0020000E', path: '0020000E', stored, returned },
  ),
});

test('what lies under another UID than its own is missed, and seen, for that reason alone', () => {
  const missed: Sent = {
    path: `${STUDY}/series/${OWN}`,
    found: seen('instances-not-retrieved', STATUS, { status: 404, expected: ['200'] }),
  };
  const listed: Sent = {
    path: `${STUDY}/series`,
    found: seen('search-finds-foreign', { kind: 'json', pointer: '/0' }, { level: 'series', uid: OTHER, expected: 2 }),
  };
  assert.deepEqual(problems(renamed(OWN, OTHER), missed, listed), ['element-changed']);
  assert.equal(causes(renamed(OWN, OTHER), missed, listed)[0]?.harm, 'altered');
  assert.equal(problems(renamed('2.25.99999999999', '2.25.99999999998'), missed, listed).length, 3);
});

test('the UID of another instance that was stored is taken for that one, and explains nothing', () => {
  const { found, path } = renamed(OWN, OTHER);
  const missed: Sent = {
    path: `${STUDY}/series/${OWN}`,
    found: seen('instances-not-retrieved', STATUS, { status: 404, expected: ['200'] }),
  };
  assert.ok(found);
  const [first, second] = causes({ path, found: { ...found, belongsTo: 'blue.dcm' } }, missed);
  assert.equal(first?.harm, 'wrong-patient-or-image');
  assert.equal(second?.lead.breach.code, 'instances-not-retrieved');
});

test('what is never listed is not counted either, and one more than there are is a defect of its own', () => {
  const store: Sent = { method: 'POST', path: STUDY };
  const unlisted: Sent = {
    path: `${STUDY}/series/${OWN}/instances`,
    found: seen('stored-not-found', WHOLE, { name: 'red.dcm', instance: INSTANCE, waitedMs: 6_000 }),
  };
  const where: Place = { kind: 'json', pointer: '/0/00201208' };
  const counted = (code: 'search-count-too-small' | 'search-count-differs', actual: string, of: string): Sent => ({
    path: '/studies?limit=10',
    found: { ...seen(code, where, { tag: '00201208', level: 'study', expected: '3', actual }), subjects: [of] },
  });
  const tooSmall = counted('search-count-too-small', '2', STUDY_UID);
  assert.deepEqual(problems(store, unlisted, tooSmall), ['stored-not-found']);
  assert.equal(problems(store, unlisted, counted('search-count-too-small', '2', '2.25.77777777777')).length, 2);
  assert.equal(problems(store, unlisted, counted('search-count-differs', '4', STUDY_UID)).length, 2);
});

test('a wrong value of a parameter that is ignored is no defect of its own', () => {
  const tooLong: Sent = {
    path: '/studies?limit=1',
    found: seen('page-longer-than-limit', WHOLE, { limit: 1, offset: 0, results: 2 }),
  };
  const taken = (query: string): Sent => ({
    path: `/studies?${query}`,
    found: seen('bad-parameter-not-refused', STATUS, { status: 200, expected: ['400'] }),
  });
  assert.deepEqual(problems(taken('limit=abc'), tooLong), ['page-longer-than-limit']);
  assert.equal(problems(taken('offset=abc'), tooLong).length, 2);
});

test('pages of a list without an order overlap', () => {
  const where: Place = { kind: 'json', pointer: '/0' };
  const order: Sent = { path: `${STUDY}/series`, found: seen('search-order-changes', where, { results: 2, index: 0 }) };
  const again: Sent = {
    path: `${STUDY}/series?limit=1&offset=1`,
    found: seen('page-repeats-result', where, { limit: 1, offset: 1, results: 1, uid: OWN }),
  };
  assert.deepEqual(problems(again, order), ['search-order-changes']);
  assert.deepEqual(problems(again), ['page-repeats-result']);
});

test('an answer is labelled as its parts are', () => {
  const type = 'application/octet-stream';
  const where = { kind: 'header', name: 'Content-Type' } as const;
  const part: Sent = { path: STUDY, found: seen('instance-part-media-type', { ...where, part: 0 }, { type }) };
  const whole = (label: string): Sent => ({
    path: `${STUDY}/series/${OWN}`,
    found: seen('anything-answered-otherwise', where, { type: label }),
  });
  assert.deepEqual(problems(whole(`multipart/related of ${type}`), part), ['instance-part-media-type']);
  assert.equal(problems(whole('application/zip'), part).length, 2);
});

test('a page in place of 404 is told by what is not stored, and not by a wrong frame', () => {
  const frames: Sent = {
    type: 'text/html',
    path: `${STUDY}/series/${OWN}/instances/${INSTANCE}/frames/1,9`,
    found: seen('frame-list-badly-refused', STATUS, { status: 200, expected: ['206', '400', '404'] }),
  };
  const unknown: Sent = {
    type: 'text/html',
    path: '/studies/2.25.77777777777',
    found: seen('unknown-resource-success', STATUS, { status: 200, expected: ['404', '410'] }),
  };
  assert.deepEqual(problems(frames, unknown), ['unknown-resource-success']);
});
