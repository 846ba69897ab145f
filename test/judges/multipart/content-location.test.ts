import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { type FollowedLocation, locationsLeadBack } from '../../../lib/judges/multipart/content-location.ts';
import { EXPLICIT, file, str } from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart, OCTETS } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const LOCATION = 'http://server/studies/1.2.3/series/1.2.3.4/instances/1.1';
const one = file([], EXPLICIT, '1.1');
const two = file([], EXPLICIT, '1.2');
const origin = multipart(DICOM, [one, two], { id: 'O' });
const whole = (body: Uint8Array | string, type = DICOM) => exchange({ headers: [['Content-Type', type]], body });
const follow = (answer: FollowedLocation['exchange'], part = 0, from = origin) =>
  locationsLeadBack(from, [{ part, location: LOCATION, exchange: answer }]);
const where = { kind: 'header', name: 'Content-Location', part: 0 } as const;
const elsewhere = (actual: string | null, expected: string | null) => ({
  verdict: 'fail' as const,
  assertions: 2,
  breaches: [breach('part-location-other-content', where, { location: LOCATION, expected, actual })],
});

test('a location that leads to the same instance passes, however it is encoded', () => {
  const finding = follow(multipart(DICOM, [file([str('00100020', 'LO', 'other')], EXPLICIT, '1.1')]));
  expectFinding(finding, 'MP-008', { assertions: 2 });
  assert.equal(finding.claim, 'locates parts by URLs that lead back to their content');
  assert.deepEqual(finding.exchanges, ['O', 'X.1']);
  expectFinding(follow(whole(one)), 'MP-008', { assertions: 2 });
  expectFinding(follow(whole(two), 1), 'MP-008', { assertions: 2 });
  expectFinding(follow(whole(one, OCTETS)), 'MP-008', { assertions: 2 });
});

test('a location that leads to another instance, to no instance or to nothing is a breach', () => {
  for (const [answer, actual] of [
    [whole(two), '1.2'],
    [whole('no instance'), null],
    [whole(''), null],
    [multipart(DICOM, []), null],
    [whole('other', OCTETS), null],
  ] as const) {
    expectFinding(follow(answer), 'MP-008', elsewhere(actual, '1.1'));
  }
});

test('nothing is said of the location of a part that cannot be read itself', () => {
  for (const damaged of ['damaged', file([], EXPLICIT, '')]) {
    expectFinding(follow(whole(one), 0, multipart(DICOM, [damaged], { id: 'O' })), 'MP-008', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 1,
      remark: 'part 0 cannot be read as an instance',
    });
  }
});

test('what is no instance is the same when its bytes are', () => {
  const frames = multipart(OCTETS, ['first', 'second']);
  expectFinding(follow(multipart(OCTETS, ['first']), 0, frames), 'MP-008', { assertions: 2 });
  expectFinding(follow(whole('second', OCTETS), 1, frames), 'MP-008', { assertions: 2 });
  expectFinding(follow(whole('second', OCTETS), 0, frames), 'MP-008', elsewhere(null, null));
  expectFinding(follow(whole('firs', OCTETS), 0, frames), 'MP-008', elsewhere(null, null));
});

test('a host that cannot be reached from here is a warning', () => {
  for (const code of ['unreachable', 'tls'] as const) {
    expectFinding(follow(failed(code, 'x')), 'MP-008', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('link-out-of-reach', where, { url: LOCATION, failure: code, link: 'Content-Location' })],
    });
  }
});

test('a location that is not there is a breach, one in another type is not judged', () => {
  expectFinding(follow(exchange({ status: 404 })), 'MP-008', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('part-location-dead', { kind: 'status' }, { status: 404, expected: ['200'] })],
  });
  expectFinding(follow(exchange({ status: 406 })), 'MP-008', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: `${LOCATION} is not served in the type that was asked for`,
  });
});

test('a location of no part, without an answer or never followed is not judged', () => {
  const open = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;
  expectFinding(follow(whole(one), 2), 'MP-008', open);
  expectFinding(follow(whole(one), 0, failed('reset', 'x', 'O')), 'MP-008', open);
  expectFinding(locationsLeadBack(origin, []), 'MP-008', open);
  expectFinding(follow(failed('reset', 'gone')), 'MP-008', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'X.1: reset, gone',
  });
});
