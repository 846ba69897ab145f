import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  type AskedByStrangers,
  controlsAccess,
  givesNothingToStrangers,
  storesNothingForStrangers,
  tellsStrangersNothing,
} from '../../../lib/judges/http/access.ts';
import { exchange, failed, type Parts } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';
import { dataSet, INSTANCE, json, SERIES, STUDY } from '../json-answers.ts';

const PATH = { study: STUDY, series: SERIES, instance: INSTANCE };
const JPEG = [['Content-Type', 'image/jpeg']] as const;
const LOGIN: Parts = { headers: [['Content-Type', 'text/html']], body: '<html>log in</html>' };
const refused = (id = 'X.1') => exchange({ id, status: 401 });

const metadata = (none = refused('X.1'), wrong = refused('X.2')): AskedByStrangers => ({
  resource: '/studies/{study}/metadata',
  path: PATH,
  ours: json([dataSet()], { id: 'X.3' }),
  strangers: [
    { shown: 'none', exchange: none },
    { shown: 'wrong', exchange: wrong },
  ],
});
const frames = (none = refused('X.4'), wrong = refused('X.5')): AskedByStrangers => ({
  resource: '…/rendered',
  path: PATH,
  ours: exchange({ id: 'X.6', headers: JPEG, body: 'picture' }),
  strangers: [
    { shown: 'none', exchange: none },
    { shown: 'wrong', exchange: wrong },
  ],
});
const open = (shown: string, ...resources: readonly string[]) =>
  breach('open-to-strangers', { kind: 'status' }, { shown, resources, expected: ['401', '403', '404'] });

test('strangers get nothing of what the run gets', () => {
  expectFinding(givesNothingToStrangers([metadata(), frames()]), 'COMMON-025', { assertions: 4 });
  const given = json([dataSet()], { id: 'X.1' });
  const finding = givesNothingToStrangers([metadata(given), frames()]);
  expectFinding(finding, 'COMMON-025', { verdict: 'fail', breaches: [open('none', '/studies/{study}/metadata')] });
  assert.deepEqual(shownBy(finding), ['X.1 open-to-strangers']);
  const picture = exchange({ id: 'X.4', headers: JPEG, body: 'picture' });
  expectFinding(givesNothingToStrangers([metadata(given), frames(picture)]), 'COMMON-025', {
    verdict: 'fail',
    breaches: [open('none', '/studies/{study}/metadata', '…/rendered')],
  });
});

test('what is open without credentials is told once, and wrong ones beside it', () => {
  const given = (id: string) => json([dataSet()], { id });
  const both = metadata(given('X.1'), given('X.2'));
  expectFinding(givesNothingToStrangers([both, frames()]), 'COMMON-025', {
    verdict: 'fail',
    breaches: [open('none', '/studies/{study}/metadata')],
  });
  expectFinding(givesNothingToStrangers([metadata(refused(), given('X.2')), frames()]), 'COMMON-025', {
    verdict: 'fail',
    breaches: [open('wrong', '/studies/{study}/metadata')],
  });
});

test('an empty list, a login page and another picture give nothing', () => {
  for (const nothing of [json([], { id: 'X.1' }), exchange({ id: 'X.1', ...LOGIN }), exchange({ status: 204 })])
    expectFinding(givesNothingToStrangers([metadata(nothing)]), 'COMMON-025');
  const placeholder = exchange({ id: 'X.4', headers: JPEG, body: 'no access' });
  expectFinding(givesNothingToStrangers([frames(placeholder)]), 'COMMON-025');
});

test('what the run does not get itself shows nothing', () => {
  const finding = givesNothingToStrangers([{ ...metadata(), ours: exchange({ status: 404 }) }]);
  expectFinding(finding, 'COMMON-025', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    remark: 'the server gives nothing to the run either',
  });
  assert.equal(givesNothingToStrangers([metadata(failed('timed-out', 'no answer'), refused())]).verdict, 'incomplete');
  assert.equal(givesNothingToStrangers([]).verdict, 'incomplete');
});

test('access is controlled where anything is kept from who shows no credentials', () => {
  assert.equal(controlsAccess([metadata(json([dataSet()])), frames()]), true);
  assert.equal(controlsAccess([metadata(json([dataSet()]))]), false);
  assert.equal(controlsAccess([metadata(json([dataSet()]), refused())]), false);
  assert.equal(controlsAccess([{ ...metadata(), ours: exchange({ status: 401 }) }]), false);
});

test('what strangers send is not stored', () => {
  const usual = exchange({ id: 'X.9' });
  const absent = exchange({ id: 'X.2', status: 404 });
  const stored = json([dataSet()], { id: 'X.2' });
  const strange = (look = absent) => [{ shown: 'none', store: exchange({ id: 'X.1' }), look, path: PATH }] as const;
  expectFinding(storesNothingForStrangers(strange(), usual), 'COMMON-025', { assertions: 1 });
  expectFinding(storesNothingForStrangers(strange(stored), usual), 'COMMON-025', {
    verdict: 'fail',
    breaches: [breach('stores-for-strangers', { kind: 'status' }, { shown: 'none', expected: ['401', '403', '404'] })],
  });
  assert.equal(storesNothingForStrangers(strange(), exchange({ status: 500 })).verdict, 'incomplete');
  assert.equal(storesNothingForStrangers(strange(exchange({ status: 500 })), usual).verdict, 'incomplete');
});

test('strangers are answered alike for what is stored and what is not', () => {
  const asked = (known: Parts, ...unknown: readonly [Parts, Parts]) =>
    tellsStrangersNothing([
      {
        known: { exchange: exchange({ id: 'X.1', ...known }), path: { study: STUDY } },
        unknown: [exchange({ id: 'X.2', ...unknown[0] }), exchange({ id: 'X.3', ...unknown[1] })],
      },
    ]);
  const [no, none] = [{ status: 401 }, { status: 404 }];
  expectFinding(asked(no, no, no), 'COMMON-024', { assertions: 1 });
  expectFinding(asked(none, none, none), 'COMMON-024', { assertions: 1 });
  const revealed = (known: number, unknown: number) =>
    breach('study-revealed-to-strangers', { kind: 'status' }, { known, unknown, expected: [String(unknown)] });
  expectFinding(asked(no, none, none), 'COMMON-024', { verdict: 'warn', breaches: [revealed(401, 404)] });
  const text = (body: string) => ({ status: 403, body });
  expectFinding(asked(text('study 1.2.3 at 17'), text('study 1.2.4 at 18'), text('study 1.2.55 at 19')), 'COMMON-024');
  expectFinding(asked(text('not yours'), text('none'), text('none')), 'COMMON-024', {
    verdict: 'warn',
    breaches: [revealed(403, 403)],
  });
  expectFinding(asked(text('ticket ab'), text('ticket cd'), text('ticket ef')), 'COMMON-024');
  assert.equal(asked({ status: 200, body: 'x' }, none, none).verdict, 'incomplete');
});
