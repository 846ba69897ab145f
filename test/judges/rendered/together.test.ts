import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from '../../../lib/answers/pictures/pixels.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { rendersEachFrame } from '../../../lib/judges/rendered/together.ts';
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
    breaches: [breach('rendered-parts-missing', WHERE, { asked: 2, returned: 1 })],
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
