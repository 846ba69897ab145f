import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../lib/breaches/breach.ts';
import type { ExchangeRecord, Results, TargetRecord } from '../../lib/results/results.ts';
import { transactionOf } from '../../lib/results/transaction.ts';
import { searchAttributes, storedClasses } from '../../reports/statement/answer-attributes.ts';
import { claimRows } from '../../reports/statement/claims.ts';
import { mediaTypesOf, transferSyntaxesOf } from '../../reports/statement/media.ts';
import { observedTransactions } from '../../reports/statement/observe.ts';
import { statementMarkdown } from '../../reports/statement/statement-markdown.ts';
import { exchange, finding, resultsOf, scenario } from './fixtures.ts';
import { HOSTILE_TEXTS, hostileRun } from './hostile.ts';

const BASE = 'http://127.0.0.1:8042/dicom-web';
const target: TargetRecord = resultsOf([]).target;

const REQUESTS: readonly (readonly [method: string, path: string, expected: string | null])[] = [
  ['POST', '/studies', 'store /studies'],
  ['POST', '/studies/1.2', 'store /studies/{study}'],
  ['GET', '/studies', 'search /studies'],
  ['GET', '/studies?StudyInstanceUID=1.2', 'search /studies'],
  ['GET', '/series?x=1', 'search /series'],
  ['GET', '/studies/1.2/series', 'search /studies/{study}/series'],
  ['GET', '/studies/1.2/series/3/instances?a=b', 'search /studies/{study}/series/{series}/instances'],
  ['GET', '/studies/1.2', 'retrieve /studies/{study}'],
  ['GET', '/studies/1.2/series/3', 'retrieve /studies/{study}/series/{series}'],
  ['GET', '/studies/1.2/metadata', 'retrieve /studies/{study}/metadata'],
  [
    'GET',
    '/studies/1.2/series/3/instances/4/frames/1,2',
    'retrieve /studies/{study}/series/{series}/instances/{instance}/frames/{frames}',
  ],
  [
    'GET',
    '/studies/1.2/series/3/instances/4/frames/1/rendered',
    'retrieve /studies/{study}/series/{series}/instances/{instance}/frames/{frames}/rendered',
  ],
  ['GET', '/studies/1.2/series/3/instances/4/frames/1/2', null],
  [
    'GET',
    '/studies/1.2/series/3/instances/4/bulkdata/7fe00010',
    'retrieve /studies/{study}/series/{series}/instances/{instance}/bulkdata',
  ],
  ['DELETE', '/studies/1.2', 'delete /studies/{study}'],
  ['OPTIONS', '/', null],
  ['PATCH', '/studies', null],
  ['GET', '/wado?requestType=WADO', null],
];

for (const [method, path, expected] of REQUESTS) {
  test(`names the transaction of ${method} ${path}`, () => {
    const transaction = transactionOf(method, `${BASE}${path}`, target);
    assert.equal(transaction && `${transaction.service} ${transaction.resource}`, expected);
  });
}

test('a request to another address is no transaction of this server', () => {
  assert.equal(transactionOf('GET', 'http://elsewhere.example/studies', target), null);
});

test('split roots are known by the longest that fits', () => {
  const roots = { store: `${BASE}/in`, retrieve: `${BASE}/out`, search: `${BASE}/find`, delete: BASE };
  assert.equal(transactionOf('GET', `${BASE}/find/studies`, { ...target, roots })?.resource, '/studies');
});

test('media types come without weight, boundary and transfer syntax', () => {
  const headers = [
    ['Accept', 'multipart/related; type="application/dicom"; transfer-syntax=*;q=0.9, application/DICOM+json'] as const,
  ];
  assert.deepEqual(mediaTypesOf(headers, 'accept'), [
    'multipart/related; type="application/dicom"',
    'application/dicom+json',
  ]);
});

test('transfer syntaxes come from header, part header and file meta information', () => {
  const meta = '\u0002\u0000\u0010\u0000UI\u0014\u00001.2.840.10008.1.2.1\u0000';
  const body = new TextEncoder().encode(
    `--b\r\nContent-Type: application/dicom; transfer-syntax=1.2.840.10008.1.2.4.50\r\n\r\n${meta}`,
  );
  const headers = [['Content-Type', 'multipart/related; transfer-syntax=1.2.840.10008.1.2.5'] as const];
  assert.deepEqual(transferSyntaxesOf(headers, body), [
    '1.2.840.10008.1.2.5',
    '1.2.840.10008.1.2.4.50',
    '1.2.840.10008.1.2.1',
  ]);
  assert.deepEqual(transferSyntaxesOf([], null), []);
});

test('attributes and classes come from answers, and from none that is no DICOM JSON', () => {
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const item = { '0020000d': { vr: 'UI', Value: ['1'] }, nonsense: 1 };
  assert.deepEqual([...searchAttributes(bytes([item]))], [['0020000D', 'UI']]);
  const stored = {
    '00081199': { vr: 'SQ', Value: [{ '00081150': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.7', 5] } }, null] },
  };
  assert.deepEqual(storedClasses(bytes(stored)), ['1.2.840.10008.5.1.4.1.1.7']);
  for (const broken of ['[[[', '"text"', 'null', '{"00081199":{"Value":3}}']) {
    assert.deepEqual(
      [...searchAttributes(new TextEncoder().encode(broken))].length +
        storedClasses(new TextEncoder().encode(broken)).length,
      broken.startsWith('{') ? 1 : 0,
    );
  }
});

/** Looked at two exchanges; only the second shows the breach. */
function pagingBreached() {
  const page = breach('page-longer-than-limit', { kind: 'exchange' }, { limit: 1, offset: 0, results: 2 });
  const breaches = [{ ...page, grade: 'fail' as const, exchange: 'b' }];
  return finding('QIDO-010', 'fail', { breaches, exchanges: ['a', 'b'] });
}

function observed(): Results {
  const get = (id: string, path: string, status: number): ExchangeRecord =>
    exchange(id, {
      request: { method: 'GET', url: `${BASE}${path}`, headers: [['Accept', 'application/dicom+json']], body: null },
      response: {
        httpVersion: '1.1',
        status,
        reason: '',
        headers: [['Content-Type', 'application/dicom+json']],
        body: { length: 2, sha256: '', file: `evidence/${id}`, excerpt: '[]' },
      },
    });
  return {
    ...resultsOf(
      [scenario('T12', [pagingBreached()])],
      [
        get('a', '/studies?PatientName=A', 200),
        get('b', '/studies?limit=1', 200),
        get('p', '/studies?_probe=1&0020000d=1', 200),
        get('f', '/studies?PatientName=A&fuzzymatching=true', 200),
        get('u', '/studies?00081060=A', 200),
        get('t', '/studies?0020000D=1', 200),
        get('c', '/studies/1.2/rendered', 406),
      ],
    ),
    target: {
      ...target,
      capabilities: [
        { feature: 'search', claimed: 'yes', observed: 'unknown', evidence: '' },
        { feature: 'rendered', claimed: 'yes', observed: 'unknown', evidence: '' },
        { feature: 'deleteStudy', claimed: 'no', observed: 'yes', evidence: 'probe' },
        { feature: 'store', claimed: 'yes', observed: 'unknown', evidence: '' },
      ],
    },
  };
}

test('a row a transaction, with what succeeded and what was breached there', () => {
  const rows = observedTransactions(observed(), () => null);
  const search = rows.find(({ resource }) => resource === '/studies');
  assert.deepEqual(
    [...(search?.parameters ?? [])].map(([name, breached]) => [name, [...breached]]),
    [
      ['PatientName', []],
      ['limit', ['QIDO-010']],
      ['0020000D', []],
    ],
  );
  assert.equal(search?.succeeded, true);
  const rendered = rows.find(({ resource }) => resource.endsWith('rendered'));
  assert.equal(rendered?.succeeded, false);
  assert.deepEqual([...(rendered?.statuses ?? [])], [[406, 1]]);
});

test('claims are set against what was seen', () => {
  const results = observed();
  const rows = claimRows(
    results,
    observedTransactions(results, () => null),
  );
  assert.deepEqual(
    rows.map(({ feature, difference }) => [feature, difference]),
    [
      ['search', 'agrees'],
      ['rendered', 'claimed, not seen'],
      ['deleteStudy', 'seen, not claimed'],
      ['store', 'not settled'],
    ],
  );
});

test('the draft has its tables and names attributes by keyword', () => {
  const answer = new TextEncoder().encode('[{"00100010":{"vr":"PN"}}]');
  const draft = statementMarkdown(
    observed(),
    () => answer,
    (tag) => (tag === '00100010' ? 'PatientName' : null),
  );
  assert.match(draft, /\| `\/studies` \| \(0010,0010\) \| PN \| PatientName \|/);
  assert.match(draft, /\*\*claimed, not seen\*\*/);
  for (const title of ['Resources', 'Media types', 'Transfer syntaxes', 'Query parameters'])
    assert.ok(draft.includes(`## ${title}`));
});

test('the draft keeps its structure whatever the server said', () => {
  const headings = (text: string) =>
    statementMarkdown(
      hostileRun(text),
      () => new TextEncoder().encode(text),
      () => null,
    )
      .split('\n')
      .filter((line) => line.startsWith('#')).length;
  for (const text of HOSTILE_TEXTS) assert.equal(headings(text), headings('harmless'));
});
