import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Results } from '../../../lib/results/results.ts';
import { renderPage } from '../../../reports/page/render-page.tsx';
import { exchange, finding, resultsOf, scenario, violation } from '../fixtures.ts';
import { png } from '../png.ts';
import { tenFaultsRun } from '../runs.ts';

const page = renderPage(tenFaultsRun());

/** The part of the page that tells one problem. */
function causeIn(html: string, id: string): string {
  const from = html.indexOf(`id="${id}"`);
  assert.ok(from >= 0, id);
  const to = html.indexOf('class="cause"', from + 100);
  return html.slice(from, to < 0 ? undefined : to);
}

function runOf(changes: Parameters<typeof violation>[0], exchanges = [exchange('T06.1')]): Results {
  const breaches = [violation({ exchange: 'T06.1', ...changes })];
  return resultsOf([scenario('T06', [finding('JSON-001', 'fail', { breaches, exchanges: ['T06.1'] })])], exchanges);
}

test('the value of a breach is marked in the parsed answer, and what is missing is said to be', () => {
  assert.match(page, /<mark><span class="name">\[0\]<\/span> &quot;Anony\^Mous&quot;<\/mark>/);
  assert.match(
    page,
    /<mark><span class="name">00100020 PatientID<\/span> <b data-ja="[^"]+">not in the answer<\/b><\/mark>/,
  );
});

test('the byte at the offset of a breach is marked among those around it', () => {
  const breaches = [violation({ where: { kind: 'bytes', offset: 0x1003 }, exchange: 'T06.1' })];
  const results = {
    ...resultsOf([scenario('T06', [finding('JSON-001', 'fail', { breaches })])], [exchange('T06.1')]),
    answers: [
      {
        exchange: 'T06.1',
        where: { kind: 'bytes', offset: 0x1003 } as const,
        bytes: { offset: 0x1000, hexadecimal: '5b7b7d2c' },
      },
    ],
  };
  assert.match(renderPage(results), /<th scope="row">00001000<\/th><td>.*?<span>7d<\/span><mark>2c<\/mark>/s);
});

test('a wrong status is marked in the head of the answer, a missing header field is said to be missing', () => {
  const status = renderPage(runOf({ where: { kind: 'status' } }));
  assert.match(status, /<mark><span class="name">HTTP\/1.1<\/span> 200 OK<\/mark>/);
  const there = renderPage(runOf({ where: { kind: 'header', name: 'content-type' } }));
  assert.match(there, /<mark><span class="name">Content-Type<\/span> application\/dicom\+json<\/mark>/);
  const absent = renderPage(runOf({ where: { kind: 'header', name: 'ETag' } }));
  assert.match(absent, /<mark><span class="name">ETag<\/span> <b[^>]*>not in the answer/);
});

test('bodies are linked as files of the folder, and nothing else can become a link', () => {
  const [made] = [exchange('T06.1')];
  assert.ok(made?.response?.body);
  for (const [file, href] of [
    ['evidence/T06.1.response', './evidence/T06.1.response'],
    ['javascript:alert(1)', './javascript%3Aalert(1)'],
    ['evidence/"><b>', './evidence/%22%3E%3Cb%3E'],
  ] as const) {
    const response = { ...made.response, body: { ...made.response.body, file } };
    assert.ok(renderPage(runOf({}, [{ ...made, response }])).includes(`<a href="${href}">`), file);
  }
});

test('the exchange that shows a breach is marked among those that lead to it', () => {
  const results = runOf({}, [
    exchange('T01.1', { request: { method: 'POST', url: 'http://x/studies/1.2.3', headers: [], body: null } }),
    exchange('T06.1', { request: { method: 'GET', url: 'http://x/studies/1.2.3', headers: [], body: null } }),
  ]);
  const timeline = /<table class="timeline">.*?<\/table>/s.exec(renderPage(results))?.[0] ?? '';
  assert.equal(timeline.match(/<tr/g)?.length, 3);
  assert.match(timeline, /<tr class="shows">.*shows the breach/s);
  assert.ok(timeline.indexOf('POST') < timeline.indexOf('class="shows"'));
});

test('pictures stand in the problem that they show, with where they differ, and only there', () => {
  const picture = { label: 'frame 1', actual: png(5, 4), expected: png(4, 4) };
  const difference = { picture: png(6, 4), pixels: 1, of: 1_000_000 };
  const breaches = [
    { ...violation({ exchange: 'T11.1' }), code: 'frame-bytes-changed', parameters: { frame: 1, name: 'x', bytes: 2 } },
  ];
  const results = resultsOf(
    [
      scenario('T11', [finding('WADO-RS-045', 'fail', { breaches })], { pictures: [{ ...picture, difference }] }),
      scenario('rendered', [], { pictures: [{ ...picture, label: 'another' }] }),
    ],
    [exchange('T11.1')],
  );
  const html = renderPage(results);
  const cause = causeIn(html, 'finding-frame-bytes-changed.1').split('id="pictures"')[0] ?? '';
  assert.ok(cause.includes(png(6, 4)));
  assert.match(cause, /1 of 1,000,000 pixels differ/);
  assert.equal(html.split(png(6, 4)).length, 2);
  assert.match(html, /id="pictures".*another/s);
});

test('filters say how many problems they show of each kind', () => {
  assert.match(page, /<option value="[^"]+" data-ja="[^"]+（?[^"]*\(\d+\)"[^>]*>[^<]+ \(\d+\)<\/option>/);
  assert.match(page, /value="DICOM JSON">DICOM JSON \(\d+\)<\/option>/);
  assert.match(page, /value="SHALL">SHALL \(\d+\)<\/option>/);
  const problems = page.match(/class="cause"/g)?.length;
  assert.match(page, new RegExp(`<output id="shown" aria-live="polite">${problems} / ${problems}</output>`));
});

test('a binding duty that only warns says why, in the problem and in its clause', () => {
  const breaches = [{ ...violation({ exchange: 'T10.1' }), grade: 'warn' as const }];
  const html = renderPage(
    resultsOf([scenario('T10', [finding('JSON-018', 'warn', { breaches })])], [exchange('T10.1')]),
  );
  assert.match(causeIn(html, 'finding-value-differs.1'), /class="whyWarn"><dt [^>]*>Why a warning/);
  const row = html.slice(html.indexOf('id="JSON-018"'));
  assert.match(row.slice(0, row.indexOf('</tr>')), /class="why-warn"><b [^>]*>Why a warning/);
});
