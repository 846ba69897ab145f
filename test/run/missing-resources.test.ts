import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Breach } from '../../lib/breaches/breach.ts';
import { seenResources } from '../../lib/run/settling/missing-resources.ts';
import { exchange } from '../judges/exchanges.ts';
import { finding } from '../results/findings.ts';

const ROOT = 'http://server/dicom-web';
const ROOTS = { search: ROOT, retrieve: ROOT, store: ROOT, delete: ROOT };
const PAGE = { headers: [['Content-Type', 'text/html']], body: '<html></html>' } as const;

const metadataOf = (study: string, status: number, id = 'T06.1') =>
  exchange({ id, url: `${ROOT}/studies/${study}/metadata`, status });

const breachIn = (id: string, grade: Breach['grade'] = 'fail'): Breach => ({
  code: 'unexpected-status',
  grade,
  parameters: {},
  where: { kind: 'status' },
  exchange: id,
});

const red = (requirement: string, ...breaches: readonly Breach[]) =>
  finding({ requirement, verdict: 'fail', assertions: 2, breaches, breachCount: breaches.length });

test('a resource that is missing is judged by what asks for it only', () => {
  const seen = seenResources(ROOTS);
  seen.note(metadataOf('1.2', 404));
  const asking = red('WADO-RS-030', breachIn('T06.1'));
  assert.equal(seen.withoutMissing(asking), asking);
  const other = seen.withoutMissing(red('WADO-RS-032', breachIn('T06.1')));
  assert.deepEqual(
    [other.verdict, other.reason, other.breaches, other.remark],
    ['incomplete', 'prerequisite-failed', [], 'the server does not have GET /studies/{study}/metadata'],
  );
});

test('a refusal is a breach of its own where the resource was served, before or after', () => {
  for (const statuses of [
    [200, 404],
    [404, 200],
  ]) {
    const seen = seenResources(ROOTS);
    for (const [index, status] of statuses.entries()) seen.note(metadataOf(`1.${index}`, status, `T06.${index}`));
    const other = red('WADO-RS-032', breachIn(`T06.${statuses.indexOf(404)}`));
    assert.equal(seen.withoutMissing(other), other);
  }
});

test('what else a finding holds against the server stays', () => {
  const seen = seenResources(ROOTS);
  seen.note(metadataOf('1.2', 405));
  const left = seen.withoutMissing(red('COMMON-020', breachIn('T06.1'), breachIn('T06.2', 'warn')));
  assert.deepEqual([left.verdict, left.breachCount, left.breaches], ['warn', 1, [breachIn('T06.2', 'warn')]]);
});

test('a page is no answer of the service, and an error of the server is no missing resource', () => {
  const seen = seenResources(ROOTS);
  seen.note(exchange({ id: 'T11.1', url: `${ROOT}/studies/1/series/2/instances/3/frames/1`, ...PAGE }));
  seen.note(exchange({ id: 'T09.1', url: `${ROOT}/studies/1/series/2/instances/3`, status: 500 }));
  assert.equal(seen.withoutMissing(red('MP-001', breachIn('T11.1'))).verdict, 'incomplete');
  assert.equal(seen.withoutMissing(red('MP-001', breachIn('T09.1'))).verdict, 'fail');
});

test('a URL outside the service, or of no resource, is judged as it is', () => {
  const seen = seenResources(ROOTS);
  seen.note(exchange({ id: 'T12.1', url: 'http://server/elsewhere/studies/1.2', status: 404 }));
  seen.note(exchange({ id: 'T12.2', url: `${ROOT}/studies/1.2/images`, status: 404 }));
  for (const id of ['T12.1', 'T12.2']) assert.equal(seen.withoutMissing(red('QIDO-021', breachIn(id))).verdict, 'fail');
});

test('what a store acknowledged and lost is a breach although the answer was a page', () => {
  const seen = seenResources(ROOTS);
  seen.note(exchange({ id: 'T01.1', method: 'POST', url: `${ROOT}/studies`, ...PAGE }));
  assert.equal(seen.withoutMissing(red('STOW-032', breachIn('T01.1'))).verdict, 'fail');
  assert.equal(seen.withoutMissing(red('STOW-013', breachIn('T01.1'))).verdict, 'incomplete');
});
