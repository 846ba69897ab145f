import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  thumbnailFitsViewport,
  thumbnailIsAPicture,
  thumbnailIsNotCropped,
  thumbnailsAreAtEveryLevel,
} from '../../../lib/judges/rendered/thumbnails.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';
import { greyPicture, jpeg, labelled, png } from './pictures.ts';

const STATUS = { kind: 'status' } as const;
const START = { kind: 'bytes', offset: 0 } as const;
const TYPE = { kind: 'header', name: 'Content-Type' } as const;

const square = (size: number) => greyPicture(size, size, (column) => column * 4);
const shown = (size = 32, id = 'X.1') => labelled('image/jpeg', jpeg(square(size)), { id });
const jp2 = labelled('image/jp2', 'jP');
const page = labelled('text/html', '<html>');
const answered = (status: number, id = 'X.1') => exchange({ id, status });
const twin = shown(48, 'X.0');

const LEVELS = ['study', 'series', 'instance', 'frame'] as const;
const atLevels = (...answers: readonly [Exchange, Exchange, Exchange, Exchange]) =>
  thumbnailsAreAtEveryLevel(LEVELS.map((level, at) => ({ level, exchange: answers[at] ?? answers[0] })));

test('WADO-RS-075: a picture at every level, or where the answer leads', () => {
  expectFinding(atLevels(shown(), jp2, answered(302), answered(307)), 'WADO-RS-075', { assertions: 1 });
});

test('WADO-RS-075: thumbnails of some levels are a warning, whatever the others are answered', () => {
  const some = atLevels(answered(404, 'X.2'), answered(500), shown(), shown());
  assert.deepEqual([some.verdict, shownBy(some)], ['warn', ['X.2 thumbnails-of-some-levels']]);
  assert.deepEqual(some.breaches[0]?.parameters, { offered: ['instance', 'frame'], missing: ['study'] });
});

test('WADO-RS-075: none at all is the choice of the server; errors and pages show neither', () => {
  const none = answered(404);
  expectFinding(atLevels(none, answered(501), none, answered(406)), 'WADO-RS-075', {
    verdict: 'incomplete',
    reason: 'not-claimed',
    assertions: 0,
    remark: 'the server has no thumbnails, which Table 10.3-2 leaves to it',
  });
  for (const [unclear, remark] of [
    [answered(500), 'X.1 was answered 500'],
    [answered(503), 'X.1 was answered 503'],
    [answered(401), 'X.1 was answered 401'],
    [page, 'X.1 is no picture'],
    [labelled('image/jpeg', ''), 'X.1 is no picture'],
    [failed('reset', 'gone'), 'X.1: reset, gone'],
  ] as const)
    for (const others of [none, shown()])
      expectFinding(atLevels(others, unclear, others, others), 'WADO-RS-075', {
        verdict: 'incomplete',
        reason: 'prerequisite-failed',
        assertions: 0,
        remark,
      });
});

test('WADO-RS-076: a thumbnail is one JPEG', () => {
  expectFinding(thumbnailIsAPicture(shown()), 'WADO-RS-076', { assertions: 3 });
  expectFinding(thumbnailIsAPicture(labelled(null, jpeg(square(32)))), 'WADO-RS-076', { assertions: 3 });
});

test('WADO-RS-076: another format by default is a warning, of whatever kind', () => {
  for (const [type, body] of [
    ['image/png', png(square(32))],
    ['image/jp2', 'jP'],
  ] as const)
    expectFinding(thumbnailIsAPicture(labelled(type, body)), 'WADO-RS-076', {
      verdict: 'warn',
      assertions: 3,
      breaches: [breach('rendered-in-another-format', TYPE, { asked: 'image/jpeg', type })],
    });
});

test('WADO-RS-076: a page, nothing, and a picture under another label fail', () => {
  for (const [type, body] of [
    ['text/html', '<html>'],
    ['text/html', jpeg(square(32))],
    ['image/jp2', ''],
    [null, ''],
  ] as const)
    expectFinding(thumbnailIsAPicture(labelled(type, body)), 'WADO-RS-076', {
      verdict: 'fail',
      breaches: [breach('thumbnail-no-picture', TYPE, { type })],
    });
  expectFinding(thumbnailIsAPicture(labelled('image/jpeg', png(square(32)))), 'WADO-RS-076', {
    verdict: 'fail',
    breaches: [breach('rendered-bytes-of-another-format', START, { type: 'image/jpeg', found: 'image/png' })],
  });
});

test('WADO-RS-076: no thumbnail is the choice of the server, an error tells nothing', () => {
  for (const [status, reason, remark] of [
    [404, 'not-claimed', 'no thumbnail: 404'],
    [501, 'not-claimed', 'no thumbnail: 501'],
    [500, 'prerequisite-failed', 'X.1 was answered 500'],
    [503, 'prerequisite-failed', 'X.1 was answered 503'],
  ] as const)
    expectFinding(thumbnailIsAPicture(answered(status)), 'WADO-RS-076', {
      verdict: 'incomplete',
      reason,
      assertions: 0,
      remark,
    });
});

const fits = (answer: Exchange, plain = twin) => thumbnailFitsViewport(answer, plain, 32);
const SIX = '32,32,0,0,10,10';
const crops = (answer: Exchange, plain = twin) => thumbnailIsNotCropped(answer, plain, SIX);

test('WADO-RS-076: a thumbnail stays within the viewport; larger, a page and a refusal fail', () => {
  expectFinding(fits(shown(32)), 'WADO-RS-076', { assertions: 3 });
  expectFinding(fits(shown(20)), 'WADO-RS-076', { assertions: 3 });
  expectFinding(fits(shown(33)), 'WADO-RS-076', {
    verdict: 'fail',
    breaches: [breach('thumbnail-too-large', START, { value: '32,32', width: 33, height: 33 })],
  });
  expectFinding(fits(page), 'WADO-RS-076', {
    verdict: 'fail',
    breaches: [breach('thumbnail-no-picture', TYPE, { type: 'text/html' })],
  });
  expectFinding(fits(answered(400)), 'WADO-RS-076', {
    verdict: 'fail',
    breaches: [
      breach('rendering-parameter-refused', STATUS, {
        ...{ status: 400, expected: ['200'], parameter: 'viewport', value: '32,32' },
      }),
    ],
  });
  expectFinding(fits(jp2), 'WADO-RS-076', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 2,
    remark: 'a picture in a format whose size is not read here',
  });
});

test('WADO-RS-076: six numbers are answered 400; taken all the same, or another refusal, is a warning', () => {
  const wrong = (status: number) =>
    breach('rendering-parameter-not-refused', STATUS, {
      ...{ status, expected: ['400'], parameter: 'viewport', value: SIX },
    });
  expectFinding(crops(answered(400)), 'WADO-RS-076', { assertions: 1 });
  for (const [answer, status, remark] of [
    [shown(), 200, '200: taken all the same'],
    [answered(404), 404, '404: refused, but not with 400'],
  ] as const)
    expectFinding(crops(answer), 'WADO-RS-076', { verdict: 'warn', breaches: [wrong(status)], remark });
  expectFinding(crops(answered(500)), 'WADO-RS-076', { verdict: 'fail', breaches: [wrong(500)] });
});

test('WADO-RS-076: without a thumbnail nothing is told of its viewport', () => {
  for (const judge of [fits, crops])
    for (const [plain, reason, remark] of [
      [answered(404, 'X.0'), 'not-claimed', 'no thumbnail: 404'],
      [answered(503, 'X.0'), 'prerequisite-failed', 'X.0 was answered 503'],
      [labelled('text/html', '<html>', { id: 'X.0' }), 'prerequisite-failed', 'X.0 is no picture'],
    ] as const)
      expectFinding(judge(shown(), plain), 'WADO-RS-076', { verdict: 'incomplete', reason, assertions: 0, remark });
});
