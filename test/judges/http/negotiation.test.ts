import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  acceptParameterWins,
  comparesWithoutCase,
  matchesRanges,
  prefersHigherQuality,
  refusesWithoutAccept,
  sendsNothingRatedZero,
  skipsUnknownEntries,
} from '../../../lib/judges/http/negotiation.ts';
import { exchange, failed, multipart } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';
import { dataSet, INSTANCE, json, SERIES, STUDY } from '../json-answers.ts';

const XML = 'application/dicom+xml';
const path = { study: STUDY, series: SERIES, instance: INSTANCE };
const asJson = (id: string): Exchange => ({ ...json([dataSet()]), id });
const asXml = (id: string): Exchange => multipart(XML, ['<NativeDicomModel/>'], { id });
const empty = (id: string): Exchange => ({ ...json([]), id });
const status = (id: string, code: number): Exchange => exchange({ id, status: code });
const twin = asJson('T');
const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;
const STATUS = { kind: 'status' } as const;
const UNSHOWN = { verdict: 'incomplete', reason: 'prerequisite-failed', assertions: 0 } as const;
const NOTHING_STORED = 'T does not show what is stored: 200, 2 bytes of "application/dicom+json"';

test('COMMON-009: no Accept field is refused with 406; what is served all the same is warned of', () => {
  const judge = (answer: Exchange) => refusesWithoutAccept({ exchange: answer, twin, path });
  expectFinding(judge(status('X', 406)), 'COMMON-009', { assertions: 1 });
  for (const code of [200, 204, 400]) assert.equal(judge(status('X', code)).verdict, 'warn', String(code));
  expectFinding(judge(asJson('X')), 'COMMON-009', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('missing-accept-served', STATUS, { status: 200, expected: ['406'] })],
    remark: '200: RFC 9110 §12.5.1 reads a missing Accept as consent to any type',
  });
  for (const code of [500, 302]) assert.equal(judge(status('X', code)).verdict, 'fail', String(code));
  expectFinding(refusesWithoutAccept({ exchange: status('X', 406), twin: status('T', 406), path }), 'COMMON-009', {
    ...UNSHOWN,
    remark: 'T was answered 406',
  });
});

test('COMMON-011: what is not known in Accept is skipped', () => {
  const judge = (unknown: Exchange, malformed = asJson('M'), other = twin) =>
    skipsUnknownEntries({ exchange: unknown, twin: other, path }, malformed);
  const finding = judge(asJson('X'));
  expectFinding(finding, 'COMMON-011', { assertions: 6 });
  assert.deepEqual(finding.exchanges, ['X', 'M', 'T']);
  expectFinding(judge(status('X', 406)), 'COMMON-011', {
    verdict: 'fail',
    assertions: 4,
    breaches: [breach('unknown-accept-entry-refused', STATUS, { status: 406, expected: ['200'] })],
  });
  expectFinding(judge(asJson('X'), status('M', 400)), 'COMMON-011', {
    verdict: 'warn',
    assertions: 4,
    breaches: [breach('unknown-accept-entry-refused', STATUS, { status: 400, expected: ['200'] })],
    remark: 'M: 400: refused for an entry that is no media type',
  });
  assert.equal(judge(asJson('X'), status('M', 500)).verdict, 'fail');
  expectFinding(judge(asXml('X')), 'COMMON-011', {
    verdict: 'fail',
    assertions: 5,
    breaches: [
      breach('unknown-accept-entry-changes-type', CONTENT_TYPE, {
        type: 'multipart/related of application/dicom+xml',
        expected: 'application/dicom+json',
      }),
    ],
  });
  expectFinding(judge(empty('X')), 'COMMON-011', {
    verdict: 'fail',
    assertions: 6,
    breaches: [breach('stored-not-shown', { kind: 'exchange' }, { readable: true })],
  });
});

test('COMMON-011: an answer that did not arrive is not judged, and the other one is', () => {
  const finding = skipsUnknownEntries({ exchange: failed('reset', 'gone', 'X'), twin, path }, asJson('M'));
  expectFinding(finding, 'COMMON-011', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 3,
    remark: 'X: reset, gone',
  });
});

test('COMMON-011: a server that shows nothing has shown nothing', () => {
  const finding = skipsUnknownEntries({ exchange: empty('X'), twin: empty('T'), path }, empty('M'));
  expectFinding(finding, 'COMMON-011', { ...UNSHOWN, remark: NOTHING_STORED });
});

test('COMMON-014: application/* is what the server has of it', () => {
  const judge = (answer: Exchange, other = twin) => matchesRanges({ exchange: answer, twin: other, path });
  expectFinding(judge(asJson('X')), 'COMMON-014', { assertions: 3 });
  expectFinding(judge(status('X', 406)), 'COMMON-014', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('accept-range-refused', STATUS, { status: 406, expected: ['200'] })],
    remark: 'X: 406: refused, as if the range matched nothing',
  });
  expectFinding(judge(asXml('X')), 'COMMON-014', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach('accept-range-ignored', CONTENT_TYPE, {
        type: 'multipart/related of application/dicom+xml',
        expected: 'application/dicom+json',
      }),
    ],
  });
  const document = exchange({ id: 'X', headers: [['Content-Type', XML]], body: '<NativeDicomModel/>' });
  expectFinding(judge(document), 'COMMON-014', {
    verdict: 'info',
    assertions: 2,
    remark: 'X: XML, which is of that range too',
  });
  assert.equal(judge(status('X', 500)).verdict, 'fail');
  assert.equal(judge(empty('X')).verdict, 'fail');
  expectFinding(judge(empty('X'), empty('T')), 'COMMON-014', { ...UNSHOWN, remark: NOTHING_STORED });
  const both = matchesRanges({ exchange: asJson('X'), twin, path }, { exchange: status('Y', 406), twin, path });
  assert.deepEqual([both.verdict, both.exchanges], ['warn', ['X', 'T', 'Y', 'T']]);
});

test('COMMON-013: what is rated with 0 does not come', () => {
  const judge = (answer: Exchange, other = twin) => sendsNothingRatedZero({ exchange: answer, twin: other, path });
  expectFinding(judge(asXml('X')), 'COMMON-013', { assertions: 2 });
  expectFinding(judge(status('X', 406)), 'COMMON-013', { assertions: 1 });
  expectFinding(judge(asJson('X')), 'COMMON-013', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('excluded-type-sent', CONTENT_TYPE, { type: 'application/dicom+json' })],
  });
  assert.equal(judge(status('X', 400)).verdict, 'warn');
  assert.equal(judge(status('X', 500)).verdict, 'fail');
  expectFinding(judge(status('X', 406), empty('T')), 'COMMON-013', { ...UNSHOWN, remark: NOTHING_STORED });
});

test('COMMON-015: capitals make no other type', () => {
  const judge = (answer: Exchange, other = twin) => comparesWithoutCase({ exchange: answer, twin: other, path });
  expectFinding(judge(asJson('X')), 'COMMON-015', { assertions: 3 });
  expectFinding(judge(status('X', 406)), 'COMMON-015', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('type-in-capitals-refused', STATUS, { status: 406, expected: ['200'] })],
    remark: '406: refused, as if capitals made it another type',
  });
  expectFinding(judge(asXml('X')), 'COMMON-015', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach('type-in-capitals-ignored', CONTENT_TYPE, {
        type: 'multipart/related of application/dicom+xml',
        expected: 'application/dicom+json',
      }),
    ],
  });
  for (const answer of [status('X', 500), empty('X')]) assert.equal(judge(answer).verdict, 'fail');
  expectFinding(judge(empty('X'), empty('T')), 'COMMON-015', { ...UNSHOWN, remark: NOTHING_STORED });
});

const both = { asJson: twin, asXml: asXml('V'), path };

test('COMMON-012: the type of the higher quality is sent', () => {
  expectFinding(prefersHigherQuality(both, asJson('J'), asXml('X')), 'COMMON-012', { assertions: 4 });
  for (const [first, second, expected, type, shows] of [
    [asJson('J'), asJson('X'), `multipart/related of ${XML}`, 'application/dicom+json', 'X'],
    [asXml('J'), asXml('X'), 'application/dicom+json', `multipart/related of ${XML}`, 'J'],
  ] as const) {
    const finding = prefersHigherQuality(both, first, second);
    expectFinding(finding, 'COMMON-012', {
      verdict: 'warn',
      assertions: 4,
      breaches: [breach('quality-ignored', CONTENT_TYPE, { type, expected })],
    });
    assert.deepEqual(shownBy(finding), [`${shows} quality-ignored`]);
  }
  expectFinding(prefersHigherQuality(both, asJson('J'), status('X', 406)), 'COMMON-012', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('quality-not-understood', STATUS, { status: 406, expected: ['200'] })],
  });
  const other = exchange({ id: 'X', headers: [['Content-Type', 'text/html']], body: '<p>' });
  assert.equal(prefersHigherQuality(both, asJson('J'), other).verdict, 'fail');
});

test('COMMON-007: the parameter wins over the field', () => {
  expectFinding(acceptParameterWins(asXml('X'), both), 'COMMON-007', { assertions: 2 });
  expectFinding(acceptParameterWins(asJson('X'), both), 'COMMON-007', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach('accept-parameter-ignored', CONTENT_TYPE, {
        type: 'application/dicom+json',
        expected: 'multipart/related of application/dicom+xml',
      }),
    ],
    remark: 'the parameter is not taken notice of',
  });
  for (const code of [400, 406, 500]) {
    expectFinding(acceptParameterWins(status('X', code), both), 'COMMON-007', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('accept-parameter-refused', STATUS, { status: code, expected: ['200'] })],
    });
  }
  assert.equal(acceptParameterWins(multipart('text/xml', ['<a/>'], { id: 'X' }), both).verdict, 'fail');
});

test('who has one type only has nothing to choose from, and who shows nothing has shown nothing', () => {
  for (const judge of [
    (types: typeof both) => prefersHigherQuality(types, asJson('J'), asXml('X')),
    (types: typeof both) => acceptParameterWins(asXml('X'), types),
  ]) {
    const partly = multipart(XML, ['<NativeDicomModel/>'], { id: 'V', status: 206 });
    for (const refused of [status('V', 406), asJson('V'), partly]) {
      const { verdict, reason, remark } = judge({ ...both, asXml: refused });
      assert.deepEqual(
        [verdict, reason, remark],
        ['incomplete', 'not-claimed', 'metadata is not offered in XML, so there are no two types to choose from'],
      );
    }
    const unseen = judge({ ...both, asJson: empty('T') });
    assert.deepEqual([unseen.reason, unseen.assertions], ['prerequisite-failed', 0]);
    const late = judge({ ...both, asXml: failed('timed-out', 'no byte', 'V') });
    assert.deepEqual([late.reason, late.assertions], ['timed-out', 0]);
  }
});
