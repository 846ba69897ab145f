import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Header } from '../../../lib/http/exchange.ts';
import {
  matchesEmptyValuesOrSaysNot,
  recordsTimeZoneOfSearches,
  takesMultipleValueMatching,
  tellsNamesByCase,
  toleratesWhatIsNoAttribute,
} from '../../../lib/judges/search/tolerated-parameters.ts';
import { loadProfile } from '../../../lib/target/profiles.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const path = { study: '1.2' };
const found = (id: string, status: number, studies: readonly string[], ...more: Header[]) =>
  exchange({
    id,
    status,
    operation: 'search studies',
    url: 'http://server/studies?StudyInstanceUID=1.2',
    headers: [['Content-Type', 'application/dicom+json'], ...more],
    body: JSON.stringify(studies.map((study) => ({ '0020000D': { vr: 'UI', Value: [study] } }))),
  });
const twin = found('T', 200, ['1.2', '1.3']);
const asked = (status: number, studies: readonly string[] = [], ...more: Header[]) => ({
  exchange: found('A', status, studies, ...more),
  ...{ twin, path, parameter: 'odd' },
});
const failure = (status: number, expected: readonly string[]) =>
  breach('search-fails-on-parameter', { kind: 'status' }, { status, expected, parameter: 'odd' });

test('COMMON-005: LIMIT limits nothing; that it does, and a refusal, are recorded', () => {
  expectFinding(tellsNamesByCase(asked(200, ['1.2', '1.3'])), 'COMMON-005', { assertions: 2 });
  assert.equal(tellsNamesByCase(asked(200, ['1.2'])).verdict, 'info');
  assert.equal(tellsNamesByCase(asked(400)).verdict, 'info');
  assert.equal(tellsNamesByCase(asked(500)).verdict, 'fail');
});

test('QIDO-052: what is no attribute is ignored or refused', () => {
  for (const status of [200, 204, 400])
    assert.equal(toleratesWhatIsNoAttribute(asked(status)).verdict, 'pass', String(status));
  expectFinding(toleratesWhatIsNoAttribute(asked(500)), 'QIDO-052', {
    verdict: 'fail',
    assertions: 1,
    breaches: [failure(500, ['200', '204', '400'])],
  });
});

test('QIDO-056: empty values are matched, or a Warning says that they are not', () => {
  assert.equal(matchesEmptyValuesOrSaysNot(asked(200)).verdict, 'pass');
  const warning: Header = ['Warning', '299 server "not supported"'];
  assert.equal(matchesEmptyValuesOrSaysNot(asked(200, ['1.2'], warning)).verdict, 'pass');
  expectFinding(matchesEmptyValuesOrSaysNot(asked(200, ['1.2'])), 'QIDO-056', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach('matching-parameter-ignored-silently', { kind: 'header', name: 'Warning' }, { parameter: 'odd' }),
    ],
  });
  for (const judge of [matchesEmptyValuesOrSaysNot, takesMultipleValueMatching])
    assert.deepEqual(judge(asked(400)).breaches[0]?.code, 'search-fails-on-parameter');
});

test('QIDO-067: whether the zone of a search is heeded is recorded', () => {
  for (const [answer, remark] of [
    [asked(200, ['1.2']), 'the time zone of the search is ignored'],
    [asked(200), 'the time zone of the search is heeded'],
    [asked(400), '400: the parameter is refused'],
  ] as const) {
    const finding = recordsTimeZoneOfSearches(answer);
    assert.deepEqual([finding.verdict, finding.remark], ['info', remark]);
  }
});

test('without the twin that finds it, nothing is judged', () => {
  const finding = toleratesWhatIsNoAttribute({ ...asked(500), twin: found('T', 200, []) });
  assert.deepEqual([finding.verdict, finding.reason], ['incomplete', 'prerequisite-failed']);
});

test('QIDO-056: a product that documents that it refuses unknown parameters refuses these', () => {
  const profile = loadProfile('azure-dicom');
  for (const judge of [matchesEmptyValuesOrSaysNot, takesMultipleValueMatching])
    assert.equal(judge(asked(400), profile).verdict, 'info');
});
