import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from '../../../lib/answers/pictures/pixels.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  keepsPicturesTogether,
  rendersEachFrame,
  rendersSeveralFramesSomehow,
  rendersTogether,
} from '../../../lib/judges/rendered/together.ts';
import { exchange, failed, multipart } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';
import { greyPicture, inAnotherWindow, jpeg, labelled, png } from './pictures.ts';

const WHERE = { kind: 'exchange' } as const;
const STATUS = { kind: 'status' } as const;

const across = greyPicture(24, 24, (column) => column * 10);
const down = greyPicture(24, 24, (_, row) => row * 10);
const twin = labelled('image/jpeg', jpeg(across), { id: 'X.0' });
const parts = (...pictures: readonly (Picture | string)[]) =>
  multipart(
    'image/jpeg',
    pictures.map((one) => (typeof one === 'string' ? one : jpeg(one))),
  );
const frames = (answer: Exchange, plain = twin) =>
  rendersEachFrame(answer, plain, [
    { number: 1, expected: [across] },
    { number: 3, expected: [down] },
  ]);

test('WADO-RS-072: a list of frames is a picture of each in its order, in whatever window', () => {
  expectFinding(frames(parts(across, down)), 'WADO-RS-072', { assertions: 6 });
  expectFinding(frames(parts(inAnotherWindow(across), inAnotherWindow(down))), 'WADO-RS-072', { assertions: 6 });
});

test('WADO-RS-072: another order, fewer pictures and parts that are none fail; a refusal is a warning', () => {
  const reversed = frames(parts(down, across));
  assert.deepEqual(
    [reversed.verdict, shownBy(reversed)],
    ['fail', ['X.1 rendered-another-frame', 'X.1 rendered-another-frame']],
  );
  expectFinding(frames(parts(across)), 'WADO-RS-072', {
    verdict: 'fail',
    breaches: [breach('rendered-parts-missing', WHERE, { of: 'frames', asked: 2, returned: 1 })],
  });
  expectFinding(frames(exchange({ status: 406 })), 'WADO-RS-072', {
    verdict: 'warn',
    breaches: [breach('rendered-frames-refused', STATUS, { status: 406, expected: ['200'] })],
    remark: '406: refused: no clause of its own has frame lists rendered',
  });
});

test('WADO-RS-072: pictures of another size, or that are not decoded, are not taken for the right ones', () => {
  const gif = Buffer.from('GIF89a\x18\x00\x18\x00', 'latin1');
  for (const other of [jpeg(greyPicture(12, 12, (column) => column * 20)), gif, png(greyPicture(24, 24, () => 9))])
    expectFinding(frames(multipart('image/jpeg', [jpeg(across), other])), 'WADO-RS-072', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 5,
      remark: 'a picture that is not decoded here, of another size, or of a single shade',
    });
});

test('WADO-RS-072: without a picture of one frame, or an answer, nothing is told', () => {
  expectFinding(frames(parts(across, down), exchange({ id: 'X.0', status: 404 })), 'WADO-RS-072', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'X.0 was answered 404',
  });
  expectFinding(frames(failed('reset', 'gone')), 'WADO-RS-072', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'X.1: reset, gone',
  });
});

const together = (answer: Exchange, plain = twin) => rendersTogether(answer, plain, 'study');
const TYPE = { kind: 'header', name: 'Content-Type' } as const;
const jp2 = labelled('image/jp2', 'jP');

test('WADO-RS-061: a study is a picture of each image, in whatever format', () => {
  expectFinding(together(parts(across, down)), 'WADO-RS-061', { assertions: 4 });
  expectFinding(together(multipart('image/jp2', ['jP'])), 'WADO-RS-061', { assertions: 3 });
});

test('WADO-RS-061: no part, parts that are no pictures, a page and an error fail', () => {
  for (const empty of [multipart('image/jpeg', []), exchange({ body: '' })])
    expectFinding(together(empty), 'WADO-RS-061', {
      verdict: 'fail',
      breaches: [breach('rendered-parts-missing', WHERE, { of: 'study', asked: 1, returned: 0 })],
    });
  expectFinding(together(multipart('image/jpeg', [jpeg(across), 'text'])), 'WADO-RS-061', {
    verdict: 'fail',
    breaches: [breach('rendered-no-picture', { kind: 'part', part: 1 }, { type: 'image/jpeg' })],
  });
  expectFinding(together(labelled('text/html', '<html>')), 'WADO-RS-061', {
    verdict: 'fail',
    breaches: [breach('rendered-no-picture', TYPE, { type: 'text/html' })],
  });
  expectFinding(together(exchange({ status: 500 })), 'WADO-RS-061', {
    verdict: 'fail',
    breaches: [breach('rendered-together-refused', STATUS, { status: 500, expected: ['200'] })],
  });
});

test('WADO-RS-061: one picture for all of a study, and a refusal, are warnings', () => {
  for (const [one, type] of [
    [twin, 'image/jpeg'],
    [jp2, 'image/jp2'],
  ] as const)
    expectFinding(together(one), 'WADO-RS-061', {
      verdict: 'warn',
      assertions: 3,
      breaches: [breach('rendered-together-as-one-picture', TYPE, { level: 'study', type })],
    });
  for (const status of [404, 406, 501])
    expectFinding(together(exchange({ status })), 'WADO-RS-061', {
      verdict: 'warn',
      breaches: [breach('rendered-together-refused', STATUS, { status, expected: ['200'] })],
      remark: `${status}: not offered, though Table 10.3-2 has it mandatory: few servers do`,
    });
});

test('WADO-RS-061: 406 to one picture of a study passes, one is a warning, an error fails', () => {
  const alone = (answer: Exchange) => keepsPicturesTogether(answer, twin);
  const notRefused = (status: number) => breach('rendered-alone-not-refused', STATUS, { status, expected: ['406'] });
  expectFinding(alone(exchange({ status: 406 })), 'WADO-RS-061', { assertions: 1 });
  expectFinding(alone(twin), 'WADO-RS-061', {
    verdict: 'warn',
    breaches: [notRefused(200)],
    remark: '200: one picture is sent, which can stand for one image only',
  });
  expectFinding(alone(exchange({ status: 500 })), 'WADO-RS-061', { verdict: 'fail', breaches: [notRefused(500)] });
});

test('WADO-RS-071: whatever a whole multi-frame instance renders to is the choice of the server; an error is none', () => {
  const left = 'Table 8.7.4-1 has no default for several frames';
  for (const status of [200, 406])
    expectFinding(rendersSeveralFramesSomehow(exchange({ status }), twin), 'WADO-RS-071', {
      verdict: 'info',
      remark: `${status}: ${left}`,
    });
  expectFinding(rendersSeveralFramesSomehow(exchange({ status: 500 }), twin), 'WADO-RS-071', {
    verdict: 'fail',
    breaches: [breach('rendered-whole-badly-refused', STATUS, { status: 500, expected: ['200', '406'] })],
  });
});

test('WADO-RS-061, -071: without a picture of an instance, an answer, or its content coding, nothing is told', () => {
  for (const judge of [together, keepsPicturesTogether, rendersSeveralFramesSomehow]) {
    const untold = judge(parts(across), exchange({ id: 'X.0', status: 404 }));
    assert.deepEqual(
      [untold.verdict, untold.reason, untold.remark],
      ['incomplete', 'prerequisite-failed', 'X.0 was answered 404'],
    );
    assert.equal(judge(failed('reset', 'gone'), twin).verdict, 'incomplete');
  }
  const garbled = labelled('image/jpeg', 'no gzip', { headers: [['Content-Encoding', 'gzip']] });
  for (const judge of [together, frames]) assert.deepEqual(judge(garbled).breaches, []);
});
