import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causesOf } from '../../lib/results/first-cause.ts';
import type { ExchangeRecord } from '../../lib/results/results.ts';
import { renderPage } from '../../reports/page/render-page.tsx';
import { reproduction } from '../../reports/reproduction.ts';
import { ticketText } from '../../reports/ticket.ts';
import { exchange, finding, resultsOf, scenario, violation } from './fixtures.ts';

function store(id: string, status: number, file: string | null = `evidence/${id}.request`): ExchangeRecord {
  const body = { length: 9, sha256: '', file };
  return exchange(id, {
    request: { method: 'POST', url: 'http://127.0.0.1:8042/dicom-web/studies', headers: [], body },
    response: { httpVersion: '1.1', status, reason: '', headers: [], body: null },
    curl: `curl ${id}`,
  });
}

const STORED = [store('T01.1', 200), exchange('T01.2'), store('T02.1', 409), store('T03.1', 202)];
const asked = exchange('T04.1', { curl: 'curl T04.1' });
const LATER = [asked, store('partial-store.1', 202), store('T20.9', 200)];

test('what was stored and deleted again is stored first', () => {
  const run = resultsOf([], [...STORED, ...LATER]);
  assert.deepEqual(
    reproduction(run, asked)
      .split('\n')
      .filter((line) => !line.startsWith('# ')),
    ['curl T01.1', 'curl T03.1', 'curl T04.1'],
  );
});

test('a request before any store, or after one whose body was not kept, stands alone', () => {
  for (const before of [[], [store('T01.1', 200, null)], [store('T01.1', 409)]]) {
    assert.equal(reproduction(resultsOf([], [...before, asked]), asked), 'curl T04.1');
  }
});

test('what is still on the server is not stored again', () => {
  const remains = [{ studyInstanceUid: '1.2.3', why: 'the server offers no DELETE' }];
  assert.equal(reproduction(resultsOf([], [...STORED, asked], { remains }), asked), 'curl T04.1');
});

test('a ticket shows the exchange that its finding speaks of, and how to come there', () => {
  const found = finding('WADO-RS-001', 'fail', { exchanges: ['T01.2', 'T04.1'] });
  const [violation] = found.breaches;
  assert.ok(violation);
  const run = resultsOf(
    [scenario('T04', [{ ...found, breaches: [{ ...violation, exchange: 'T04.1' }] }])],
    [...STORED, asked],
  );
  const [cause] = causesOf(run);
  assert.ok(cause);
  assert.match(ticketText(run, cause), /curl T01\.1\ncurl T03\.1\n# and then exchange T04\.1:\ncurl T04\.1/);
});

test('the page says once how to store again, and repeats each request by its own line', () => {
  const runs = [asked, { ...asked, id: 'T06.1', curl: 'curl T06.1' }];
  const found = ['WADO-RS-001', 'WADO-RS-030'].map((requirement, index) =>
    scenario('T04', [
      finding(requirement, 'fail', {
        breaches: [violation({ claim: requirement, exchange: runs[index]?.id ?? '', where: { kind: 'exchange' } })],
      }),
    ]),
  );
  const page = renderPage(resultsOf(found, [...STORED, ...runs]));
  assert.match(page, /<pre id="prepare"[^>]*>curl T01\.1\ncurl T03\.1<\/pre>/);
  for (const { id } of runs) assert.match(page, new RegExp(`-curl"[^>]*>curl ${id}</pre>`));
});
