import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { storeAnswerIsInTheTypeAskedFor, storeAnswerLocatesWhatItCreated } from '../../../lib/judges/store/answer.ts';
import { exchange, failed, type Parts } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, STUDY } from '../json-answers.ts';
import { BOTH_STORED, NONE_STORED, SENT, storeAnswer } from '../store-answers.ts';

const JSON_TYPE = ['Content-Type', 'application/dicom+json'] as const;
const typed = (type: string | null, parts: Parts = {}) =>
  storeAnswerIsInTheTypeAskedFor(
    exchange({
      headers: type === null ? [] : [['Content-Type', type]],
      body: JSON.stringify(BOTH_STORED),
      ...parts,
    }),
  );

test('STOW-015: DICOM JSON, or JSON, answers what was asked for', () => {
  const finding = typed('application/dicom+json; charset=utf-8');
  expectFinding(finding, 'STOW-015', { assertions: 1 });
  assert.equal(finding.claim, 'answers a store in the media type that was asked for');
  expectFinding(typed('application/json'), 'STOW-015', { assertions: 1 });
  for (const body of ['[]', '{}', '{"status":"ok"}']) {
    expectFinding(typed('application/dicom+json', { body }), 'STOW-015', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'the answer has no response module in any type',
    });
  }
  expectFinding(typed('text/plain', { body: 'success' }), 'STOW-015', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the answer has no response module in any type',
  });
});

test('STOW-015: XML does not, whereas JSON under another label is JSON', () => {
  const type = 'application/dicom+xml';
  expectFinding(typed(type), 'STOW-015', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('store-response-in-other-type', { kind: 'header', name: 'Content-Type' }, { type })],
  });
  for (const label of ['application/dicom', 'nonsense', null])
    expectFinding(typed(label), 'STOW-015', { assertions: 1 });
});

test('STOW-015: a page in the place of the module is STOW-013 to tell', () => {
  expectFinding(typed('text/html', { body: '<html>' }), 'STOW-015', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the answer has no response module in any type',
  });
});

test('STOW-015: an answer without content, without success or without end is not judged', () => {
  const open = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;
  expectFinding(typed('text/html', { body: '' }), 'STOW-015', open);
  expectFinding(typed('text/html', { status: 409 }), 'STOW-015', open);
  expectFinding(storeAnswerIsInTheTypeAskedFor(failed('timed-out', 'slow')), 'STOW-015', {
    verdict: 'incomplete',
    reason: 'timed-out',
    assertions: 0,
    remark: 'X.1: timed-out, slow',
  });
});

const located = (fields: readonly (readonly [string, string])[], body: unknown = BOTH_STORED, parts: Parts = {}) =>
  storeAnswerLocatesWhatItCreated(storeAnswer(body, { headers: [JSON_TYPE, ...fields], ...parts }), SENT);
const LOCATION = ['Location', `http://server/studies/${STUDY}`] as const;
const CONTENT_LOCATION = ['content-location', ''] as const;
const hasValue = ([name]: readonly [string, string]) => name === 'Location';
const absent = (name: string) => breach('store-without-location', { kind: 'header', name }, { header: name });

test('STOW-028: both fields locate what was created', () => {
  const finding = located([LOCATION, CONTENT_LOCATION]);
  expectFinding(finding, 'STOW-028', { assertions: 3 });
  assert.equal(finding.claim, 'locates what a store created');
});

test('STOW-028: a field that is not there is a warning', () => {
  for (const [fields, breaches] of [
    [[LOCATION], [absent('Content-Location')]],
    [[CONTENT_LOCATION], [absent('Location')]],
    [[], [absent('Location'), absent('Content-Location')]],
  ] as const) {
    expectFinding(located(fields), 'STOW-028', {
      verdict: 'warn',
      assertions: 2 + fields.filter(hasValue).length,
      breaches,
    });
  }
});

test('STOW-028: a field that locates another study is a warning, one of another layout is not judged', () => {
  for (const value of ['/studies/1.2.9', 'http://server/studies/1.2.9/series/1', `/studies/${STUDY}0/`]) {
    const finding = located([
      ['Location', value],
      ['Content-Location', `/studies/${STUDY}/series/1`],
    ]);
    expectFinding(finding, 'STOW-028', {
      verdict: 'warn',
      assertions: 4,
      breaches: [
        breach('store-location-of-another-study', { kind: 'header', name: 'Location' }, { header: 'Location', value }),
      ],
    });
  }
  for (const value of ['/jobs/7', '/studies', 'https://viewer/studies/the-last']) {
    const fields = ['Location', 'Content-Location'].map((name) => [name, value] as const);
    expectFinding(located(fields), 'STOW-028', { assertions: 2 });
  }
});

test('STOW-028: of a store into several studies either may be located', () => {
  const answer = storeAnswer(BOTH_STORED, { headers: [JSON_TYPE, LOCATION, CONTENT_LOCATION] });
  const elsewhere = anInstance([], { study: '1.2.9', instance: '1.9' });
  expectFinding(storeAnswerLocatesWhatItCreated(answer, [elsewhere, ...SENT]), 'STOW-028', { assertions: 3 });
});

test('STOW-028: who says of nothing that it was stored has nothing to locate', () => {
  for (const body of [NONE_STORED, {}, []]) {
    expectFinding(located([LOCATION, CONTENT_LOCATION], body), 'STOW-028', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'the answer does not say that anything was stored',
    });
  }
});

test('STOW-028: an answer without success or without end is not judged', () => {
  expectFinding(located([], BOTH_STORED, { status: 409 }), 'STOW-028', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  assert.equal(storeAnswerLocatesWhatItCreated(failed('timed-out', 'slow'), SENT).reason, 'timed-out');
});
