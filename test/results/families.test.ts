import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach, type SeenBreach } from '../../lib/breaches/breach.ts';
import type { Place } from '../../lib/breaches/place.ts';
import { causesOf } from '../../lib/results/first-cause.ts';
import { exchange, finding, resultsOf, scenario } from '../reports/fixtures.ts';

const WHOLE: Place = { kind: 'exchange' };

/** A request for a path with the breach of its answer, or one that was answered with success. */
interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly found?: SeenBreach;
}

/** Number of breaches in each group. */
function groups(...asked: readonly Asked[]): number[] {
  const exchanges = asked.map(({ method = 'GET', path, found }, index) => {
    const url = `http://127.0.0.1:8042/dicom-web${path}`;
    const whole = exchange(`T.${index}`, { request: { method, url, headers: [], body: null } });
    return { ...whole, response: whole.response && { ...whole.response, status: found ? 404 : 200 } };
  });
  const findings = asked.flatMap(({ found }, index) =>
    found ? [finding('QIDO-001', 'fail', { breaches: [{ ...found, grade: 'fail', exchange: `T.${index}` }] })] : [],
  );
  return causesOf(resultsOf([scenario('T', findings)], exchanges)).map(({ sightings }) => sightings.length);
}

const RESOURCES: Readonly<Record<string, string>> = {
  '/studies': 'studies',
  '/series': 'across-studies',
  '/instances': 'across-studies',
  '/studies/1.2/series': 'series-of-study',
  '/studies/1.2/instances': 'instances-of-study',
  '/studies/1.2/series/1.3/instances': 'instances-of-series',
};

const noSearch = (path: string, status = 404): Asked => ({
  path,
  found: breach('search-not-offered', WHOLE, { status, expected: ['200'], resource: RESOURCES[path] ?? '' }),
});
const works = (path: string): Asked => ({ path });

test('a server without any search has one defect, however it refuses each of them', () => {
  assert.deepEqual(groups(...Object.keys(RESOURCES).map((path) => noSearch(path))), [6]);
  assert.deepEqual(
    groups(noSearch('/studies', 405), noSearch('/series', 404), noSearch('/studies/1.2/series', 501)),
    [3],
  );
});

test('what is unknown and what is refused as wrong have a reason each', () => {
  assert.deepEqual(groups(noSearch('/studies', 404), noSearch('/series', 400)), [1, 1]);
  assert.deepEqual(groups(noSearch('/studies', 400), noSearch('/series', 400)), [2]);
});

test('two searches that are missing are two defects where another one works', () => {
  const both = [noSearch('/studies'), noSearch('/studies/1.2/series')];
  assert.deepEqual(groups(...both, works('/studies/1.2/series/1.3/instances')), [1, 1]);
  assert.deepEqual(groups(...both), [2]);
});

test('a server without relational searches has one defect, and one that has some of them one for each', () => {
  const relational = [noSearch('/series'), noSearch('/studies/1.2/instances')];
  assert.deepEqual(groups(...relational, works('/studies')), [2]);
  assert.deepEqual(groups(...relational, works('/studies'), works('/instances')), [1, 1]);
});

test('searches that are missing are no defect with metadata or a store that is', () => {
  const metadata = breach('metadata-not-retrieved', WHOLE, { status: 404, expected: ['200'] });
  const store = breach('store-not-offered', WHOLE, { status: 404, expected: ['200'] });
  const asked: Asked[] = [
    noSearch('/studies'),
    { path: '/studies/1.2/metadata', found: metadata },
    { method: 'POST', path: '/studies', found: store },
    { method: 'POST', path: '/studies/1.2', found: store },
  ];
  assert.deepEqual(groups(...asked).toSorted(), [1, 1, 2]);
});

test('metadata that no level has is one defect whatever the refusal, and not where a level fails in another way', () => {
  const refused = (path: string, status: number): Asked => ({
    path,
    found: breach('metadata-not-retrieved', WHOLE, { status, expected: ['200'] }),
  });
  const [study, series] = ['/studies/1.2/metadata', '/studies/1.2/series/1.3/metadata'];
  assert.deepEqual(groups(refused(study, 404), refused(series, 501)), [2]);
  assert.deepEqual(groups(refused(study, 404), refused(series, 500)), [1, 1]);
});

test('a server that deletes on no level has one defect', () => {
  const refused = (path: string, level: string, status: number): Asked => ({
    method: 'DELETE',
    path,
    found: breach('delete-refused', WHOLE, { level, status, expected: ['200'] }),
  });
  const both = [refused('/studies/1.2', 'study', 405), refused('/studies/1.2/series/1.3', 'series', 404)];
  assert.deepEqual(groups(...both), [2]);
  assert.deepEqual(groups(...both, { method: 'DELETE', path: '/studies/1.2/series/1.3/instances/1.4' }), [1, 1]);
});

test('unique keys that are ignored at all levels are one defect, and other keys are not', () => {
  const ignores = (path: string, level: string, key: string): Asked => ({
    path,
    found: breach('search-ignores-key', WHOLE, { key, level, results: 2 }),
  });
  const study = ignores('/studies', 'study', 'StudyInstanceUID');
  const series = ignores('/studies/1.2/series', 'series', 'SeriesInstanceUID');
  assert.deepEqual(groups(study, series), [2]);
  assert.deepEqual(groups(study, series, works('/instances')), [1, 1]);
  assert.deepEqual(groups(study, ignores('/series', 'series', 'Modality')), [1, 1]);
});
