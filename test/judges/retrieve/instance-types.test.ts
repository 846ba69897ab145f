import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { takesUnquotedAccept, takesUnquotedStore } from '../../../lib/judges/http/unquoted-type.ts';
import {
  anythingIsMultipart,
  keepsSeveralTogether,
  offersInstanceAlone,
} from '../../../lib/judges/retrieve/instance-types.ts';
import {
  servesAnyTransferSyntax,
  servesWithoutTransferSyntax,
} from '../../../lib/judges/retrieve/transfer-syntax-offer.ts';
import { EXPLICIT, encapsulated, file, J2K, shape, stored } from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { deviating } from '../profiles.ts';

const [A, B] = [file([], EXPLICIT, '1.1'), file([], EXPLICIT, '1.2')];
const [instance, other] = [stored(A, 'green'), stored(B, 'red')];
const twin = multipart(DICOM, [A, B], { id: 'T' });
const together = (...files: readonly Uint8Array[]): Exchange => multipart(DICOM, files, { id: 'X' });
const single = (body: Uint8Array, type = DICOM): Exchange =>
  exchange({ id: 'X', headers: [['Content-Type', type]], body });
const status = (code: number): Exchange => exchange({ id: 'X', status: code });
const nothing = exchange({ id: 'T', status: 404 });
const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;
const STATUS = { kind: 'status' } as const;
const MULTIPART = 'multipart/related of application/dicom';
const WITHOUT_IT = breach('instance-missing', { kind: 'exchange' }, { instance: '1.1', name: 'green' });
const UNREADABLE = breach('retrieve-unreadable', { kind: 'exchange' }, { level: 'instance', parts: 1 });

test('a server that returns nothing has shown nothing', () => {
  for (const answer of [status(406), status(404), status(200)]) {
    const retrieved = { exchange: answer, twin: nothing, instance };
    for (const finding of [
      offersInstanceAlone(retrieved),
      keepsSeveralTogether('study', retrieved, [instance, other]),
      keepsSeveralTogether('study', retrieved, []),
      anythingIsMultipart('series', retrieved),
      takesUnquotedAccept(retrieved),
      servesWithoutTransferSyntax(retrieved),
      servesAnyTransferSyntax(retrieved),
    ]) {
      assert.deepEqual([finding.verdict, finding.assertions], ['incomplete', 0], finding.requirement);
    }
  }
});

test('WADO-RS-014: one instance comes alone, or 406 says that it does not', () => {
  const judge = (answer: Exchange) => offersInstanceAlone({ exchange: answer, twin, instance });
  expectFinding(judge(single(A)), 'WADO-RS-014', { assertions: 3 });
  expectFinding(judge(status(406)), 'WADO-RS-014', { assertions: 1 });
  expectFinding(judge(status(400)), 'WADO-RS-014', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('single-part-badly-refused', STATUS, { status: 400, expected: ['200', '406'] })],
    remark: '400: refused, but not with 406',
  });
  expectFinding(judge(together(A)), 'WADO-RS-014', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('single-part-answered-otherwise', CONTENT_TYPE, { type: MULTIPART })],
  });
  expectFinding(judge(single(B)), 'WADO-RS-014', { verdict: 'fail', assertions: 3, breaches: [WITHOUT_IT] });
  expectFinding(judge(single(Buffer.from('no DICOM'))), 'WADO-RS-014', {
    verdict: 'fail',
    assertions: 3,
    breaches: [UNREADABLE],
  });
  for (const answer of [status(500), single(A, 'application/zip')]) assert.equal(judge(answer).verdict, 'fail');
});

test('WADO-RS-015: several instances never come as one', () => {
  const judge = (answer: Exchange, held = [instance, other]) =>
    keepsSeveralTogether('study', { exchange: answer, twin }, held);
  expectFinding(judge(status(406)), 'WADO-RS-015', { assertions: 1 });
  for (const [answer, sent] of [
    [together(A, B), MULTIPART],
    [single(A, 'application/zip'), 'application/zip'],
  ] as const) {
    expectFinding(judge(answer), 'WADO-RS-015', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('several-as-single-part-not-refused', STATUS, { status: 200, expected: ['406'] })],
      remark: `200: ${sent} is sent instead`,
    });
  }
  expectFinding(judge(status(400)), 'WADO-RS-015', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('single-part-badly-refused', STATUS, { status: 400, expected: ['406'] })],
    remark: '400: refused, but not with 406',
  });
  expectFinding(judge(single(A)), 'WADO-RS-015', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('several-answered-as-one', STATUS, { status: 200, expected: ['406'] })],
  });
  const whole = judge(single(A), [instance]);
  assert.deepEqual(
    [whole.verdict, whole.breaches[0]?.code],
    ['warn', 'several-as-single-part-not-refused'],
    'nothing is lost where it is all',
  );
  assert.equal(judge(single(A, 'application/json'), [instance]).verdict, 'fail');
  for (const answer of [status(500), single(A, 'application/json')]) assert.equal(judge(answer).verdict, 'fail');
});

test('WADO-RS-016: anything is multipart', () => {
  const judge = (answer: Exchange, level: 'study' | 'series' | 'instance' = 'study') =>
    anythingIsMultipart(level, { exchange: answer, twin, instance });
  expectFinding(judge(together(A, B)), 'WADO-RS-016', { assertions: 3 });
  const untyped = multipart(DICOM, [A], { id: 'X', headers: [['Content-Type', 'multipart/related; boundary=b']] });
  assert.equal(judge(untyped).verdict, 'pass', 'that the type parameter is there is judged by MP-002');
  expectFinding(judge(single(A), 'instance'), 'WADO-RS-016', {
    verdict: 'warn',
    assertions: 3,
    breaches: [breach('anything-answered-otherwise', CONTENT_TYPE, { type: DICOM })],
    remark: 'the single part was required by the tables of 2019e to 2020b',
  });
  expectFinding(judge(single(A)), 'WADO-RS-016', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('anything-answered-otherwise', CONTENT_TYPE, { type: DICOM })],
  });
  expectFinding(judge(together(B)), 'WADO-RS-016', { verdict: 'fail', assertions: 3, breaches: [WITHOUT_IT] });
  expectFinding(judge(status(406)), 'WADO-RS-016', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('anything-refused', STATUS, { status: 406, expected: ['200'] })],
  });
  const partial = { ...together(A), response: { ...together(A).response, status: 206 } } as Exchange;
  assert.deepEqual([judge(partial).verdict, judge(partial).assertions], ['warn', 3]);
  assert.equal(judge(single(A, 'text/html'), 'instance').verdict, 'fail');
});

test('WADO-RS-016: a product may document that it refuses to choose, and nothing else', () => {
  const judge = (answer: Exchange) =>
    anythingIsMultipart('study', { exchange: answer, twin, instance }, deviating('WADO-RS-016', 'It refuses.'));
  expectFinding(judge(status(406)), 'WADO-RS-016', { verdict: 'info', assertions: 1, remark: 'It refuses.' });
  assert.equal(judge(status(500)).verdict, 'fail');
  assert.equal(judge(single(A)).verdict, 'fail');
});

const ONE_FORM = 'works with quotation marks only, as a note in PS3.18 §8.7.1 says of some servers';

test('COMMON-016: a type without quotation marks is as good in Accept', () => {
  const judge = (answer: Exchange) => takesUnquotedAccept({ exchange: answer, twin, instance });
  expectFinding(judge(together(A)), 'COMMON-016', { assertions: 3 });
  for (const code of [400, 406, 415, 500]) {
    expectFinding(judge(status(code)), 'COMMON-016', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('unquoted-type-refused', STATUS, { status: code, expected: ['200'] })],
      remark: `${code}: ${ONE_FORM}`,
    });
  }
  expectFinding(judge(single(A)), 'COMMON-016', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach(
        'unquoted-type-changes-type',
        { kind: 'header', name: 'Content-Type' },
        { type: 'application/dicom', expected: 'multipart/related of application/dicom' },
      ),
    ],
  });
  const both = takesUnquotedAccept({ exchange: single(A), twin: { ...single(A), id: 'T' }, instance });
  assert.equal(both.verdict, 'pass', 'what is served with quotation marks as well is judged by others');
  assert.equal(judge(together(B)).verdict, 'fail');
});

test('COMMON-016: a type without quotation marks is as good in a store', () => {
  const seen = { store: exchange({ id: 'S' }), look: twin, instance: other };
  const judge = (store: Exchange, look: Exchange, before = seen) =>
    takesUnquotedStore({ store, look, instance }, before);
  const finding = judge(status(200), together(A));
  expectFinding(finding, 'COMMON-016', { assertions: 2 });
  assert.deepEqual(finding.exchanges, ['X', 'X', 'S', 'T']);
  assert.equal(judge(status(202), together(A)).verdict, 'pass');
  for (const code of [400, 415, 500]) {
    expectFinding(judge(status(code), nothing), 'COMMON-016', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('unquoted-type-refused', STATUS, { status: code, expected: ['200', '202'] })],
      remark: `${code}: ${ONE_FORM}`,
    });
  }
  expectFinding(judge(status(200), together(B)), 'COMMON-016', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('unquoted-type-loses-store', { kind: 'exchange' }, { readable: true })],
  });
  assert.equal(judge(status(204), together(A)).verdict, 'pass', 'its status STOW-006 judges');
  assert.equal(judge(status(415), nothing, { ...seen, look: nothing }).reason, 'prerequisite-failed');
});

test('WADO-RS-006, -010: a transfer syntax may be left open in two ways, and either is served', () => {
  const compressed = stored(file([...shape(1, 2), encapsulated(Buffer.of(1, 2))], J2K, '1.1'));
  for (const [judge, requirement, code] of [
    [servesWithoutTransferSyntax, 'WADO-RS-006', 'default-transfer-syntax-refused'],
    [servesAnyTransferSyntax, 'WADO-RS-010', 'any-transfer-syntax-refused'],
  ] as const) {
    expectFinding(judge({ exchange: together(A), twin, instance }), requirement, { assertions: 1 });
    expectFinding(judge({ exchange: together(A), twin: nothing, instance }), requirement, { assertions: 1 });
    expectFinding(judge({ exchange: status(406), twin, instance }), requirement, {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach(code, STATUS, { status: 406, expected: ['200'] })],
    });
    assert.equal(judge({ exchange: failed('timed-out', 'no byte', 'X'), twin, instance }).reason, 'timed-out');
  }
  expectFinding(servesWithoutTransferSyntax({ exchange: status(406), twin, instance: compressed }), 'WADO-RS-006', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('default-transfer-syntax-refused', STATUS, { status: 406, expected: ['200'] })],
    remark: '406: refused, as by a server that cannot decompress what it stores',
  });
  assert.equal(servesAnyTransferSyntax({ exchange: status(406), twin, instance: compressed }).verdict, 'fail');
});
