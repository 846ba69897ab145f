import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach, type SeenBreach } from '../../lib/breaches/breach.ts';
import type { Place } from '../../lib/breaches/place.ts';
import { causesOf } from '../../lib/results/first-cause.ts';
import { exchange, finding, resultsOf, scenario } from '../reports/fixtures.ts';

const STATUS: Place = { kind: 'status' };

interface Asked {
  readonly method?: string;
  /** Below the base of the target, unless it is a whole URL. */
  readonly path: string;
  readonly accept?: string;
  readonly status: number;
  readonly type?: string;
  /** An empty list, the same wherever it is answered, or no body. */
  readonly isEmpty?: true | 'wholly';
  /** What the answer is a breach of; null where it is as it has to be. */
  readonly found: SeenBreach | null;
}

/** Codes of the breaches that lead, one a cause. */
function leads(...asked: readonly Asked[]): string[] {
  const exchanges = asked.map(
    ({ method = 'GET', path, accept = 'application/dicom+json', status, type, isEmpty }, index) => {
      const url = new URL(path.startsWith('/') ? `/dicom-web${path}` : path, 'http://127.0.0.1:8042').href;
      const request = { method, url, headers: [['Accept', accept]] as const, body: null };
      const whole = exchange(`T.${index}`, { request });
      const headers = type === undefined ? [] : [['content-type', type] as const];
      const some = { length: isEmpty ? 2 : 9, sha256: isEmpty ? 'of []' : `of ${index}`, file: null };
      const body = isEmpty === 'wholly' ? null : some;
      return { ...whole, response: whole.response && { ...whole.response, status, headers, body } };
    },
  );
  const findings = asked.flatMap(({ found }, index) =>
    found ? [finding('QIDO-001', 'fail', { breaches: [{ ...found, grade: 'fail', exchange: `T.${index}` }] })] : [],
  );
  return causesOf(resultsOf([scenario('T', findings)], exchanges)).map(({ lead }) => lead.breach.code);
}

const refusedKey = (key: string, status: number): Asked => ({
  path: `/studies?${key}=a%20b`,
  status,
  found: breach('search-refuses-key', STATUS, { key, level: 'study', status, expected: ['200'] }),
});
const encoded = (status: number): Asked => ({
  path: '/studies/1.2/series?limit=%31',
  status,
  found: breach('search-fails', STATUS, { status, expected: ['200'] }),
});
const percents = [refusedKey('PatientID', 403), encoded(403), { ...encoded(403), path: '/series?limit=%31' }];

test('what a gateway refuses by one sign in the URL is one cause', () => {
  const unknown = breach('search-refuses-unsupported-key', STATUS, { key: 'x', status: 403, expected: ['200'] });
  const all = [...percents, { path: '/instances?x=%41', status: 403, found: unknown }];
  assert.equal(leads(...all).length, 1);
  assert.equal(leads(...all, { path: '/studies?y=%41', status: 200, found: null }).length, 3);
});

const due = (code: 'bad-key-not-refused' | 'bad-uid-not-refused' | 'method-not-refused', status: number): Asked => ({
  path: `/studies?${code}`,
  status,
  found: breach(code, STATUS, { status, expected: ['400'] }),
});
const refusals = (status: number): Asked[] => [
  due('bad-key-not-refused', status),
  due('bad-uid-not-refused', status),
  due('method-not-refused', status),
];

test('a server that has one status for whatever it refuses has one defect', () => {
  assert.equal(leads(...refusals(403)).length, 1);
  assert.equal(leads(...refusals(403), { path: '/studies/1.2', status: 404, found: null }).length, 3);
});

test('services that are missing are no such refusals', () => {
  const missing = (path: string, found: SeenBreach): Asked => ({ path, status: 404, found });
  const facts = { status: 404, expected: ['200'] };
  const three = leads(
    missing('/studies/1.2/metadata', breach('metadata-not-retrieved', STATUS, facts)),
    missing('/studies/1.2', breach('instances-not-retrieved', STATUS, facts)),
    missing('/studies/1.2/rendered', breach('rendered-not-retrieved', STATUS, facts)),
  );
  assert.equal(three.length, 3);
});

test('a page for people in place of any refusal is one cause, led by what is unknown', () => {
  const type = 'text/html; charset=utf-8';
  const unknown: Asked = {
    path: '/studies/1.2/metadata',
    status: 200,
    type,
    found: breach('unknown-resource-success', STATUS, { status: 200, expected: ['404'] }),
  };
  const frame: Asked = {
    path: '/studies/1.2/series/1.3/instances/1.4/frames/9',
    status: 200,
    type,
    found: breach('frame-beyond-last-answered', STATUS, { status: 200, expected: ['404'] }),
  };
  assert.deepEqual(leads(frame, unknown), ['unknown-resource-success']);
  assert.equal(leads({ ...frame, type: 'multipart/related' }, unknown).length, 2);
});

test('an empty list is the page of no search and no DELETE: what retrieves answer with it is another cause', () => {
  const facts = { status: 200, expected: ['404'] };
  const unknown: Asked = {
    path: '/studies/1.2/metadata',
    status: 200,
    isEmpty: true,
    found: breach('unknown-resource-success', STATUS, facts),
  };
  const refused: Asked = { path: '/studies/9', status: 404, found: null };
  assert.equal(leads(unknown, { ...due('bad-key-not-refused', 200), isEmpty: true }, refused).length, 2);
  const again = breach('delete-success-status', STATUS, facts);
  const deleted: Asked = { method: 'DELETE', path: '/studies/9', status: 200, isEmpty: true, found: again };
  assert.equal(leads(unknown, deleted, refused).length, 2);
  const frame = breach('frame-beyond-last-answered', STATUS, facts);
  const frames: Asked = { ...unknown, path: '/studies/1.2/series/1.3/instances/1.4/frames/9', found: frame };
  assert.equal(leads(unknown, frames, refused).length, 1);
});

test('that each request of a run succeeds with 200 makes no one cause of what had to be refused', () => {
  assert.equal(leads(...refusals(200)).length, 3);
});

test('links that lead nowhere below one other base are one cause, and what is wrong where they lead is not', () => {
  const link = (name: string, status: number, found: SeenBreach): Asked => ({
    path: `https://cdn.example.org/studies/1.2/series/1.3/instances/1.4/${name}`,
    status,
    type: 'multipart/related',
    found,
  });
  const facts = { status: 404, expected: ['200'] };
  const followed = breach('bulkdata-not-retrieved', STATUS, facts);
  assert.equal(
    leads(link('bulkdata/a', 404, followed), link('', 404, breach('unexpected-status', STATUS, facts))).length,
    1,
  );
  const changed = {
    tag: '7FE00010',
    path: '7FE00010',
    name: 'PixelData',
    stored: 4,
    returned: 3,
    how: 'some',
    same: 0,
  };
  const bytes = breach('bulkdata-bytes-changed', { kind: 'exchange' }, changed);
  const type = breach('bulkdata-media-type', { kind: 'header', name: 'Content-Type' }, { type: 'a/b' });
  const works: Asked = { path: '/studies', status: 200, type: 'application/json', found: null };
  assert.equal(leads(link('bulkdata/a', 200, bytes), link('bulkdata/b', 200, type), works).length, 2);
});

test('a header field that every answer lacks makes no one cause of two views without content', () => {
  const lacks = breach('resource-without-location', { kind: 'header', name: 'Content-Location' }, {});
  const empty = (path: string, found: SeenBreach): Asked => ({ path, status: 200, isEmpty: 'wholly', found });
  const [metadata, rendered] = ['/studies/1.2/metadata', '/studies/1.2/rendered'];
  const noList = breach('metadata-not-a-list', { kind: 'exchange' }, { seen: 'nothing' });
  const noPicture = breach('rendered-no-picture', { kind: 'exchange' }, { type: 'image/png' });
  const all = [empty(metadata, lacks), empty(metadata, noList), empty(rendered, lacks), empty(rendered, noPicture)];
  assert.equal(leads(...all).length, 3);
});
