import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  appliesTheWindow,
  drawsTheAnnotation,
  fitsTheViewport,
  type Rendering,
  refusesOrWarnsOfTheAnnotation,
  refusesTheValue,
  takesTheValue,
} from '../../../lib/judges/rendered/parameters.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';
import { greyPicture, inAnotherWindow, jpeg, labelled } from './pictures.ts';

const WHERE = { kind: 'exchange' } as const;
const STATUS = { kind: 'status' } as const;
const START = { kind: 'bytes', offset: 0 } as const;
const NOT_COMPARED = 'a picture that is not decoded here, of another size, or of a single shade';

const across = greyPicture(24, 24, (column) => column * 10);
const down = greyPicture(24, 24, (_, row) => row * 10);
const twin = labelled('image/jpeg', jpeg(down), { id: 'X.0' });
const asked = (parameter: Rendering['parameter'], value: string, answer: Exchange, plain = twin): Rendering => ({
  exchange: answer,
  twin: plain,
  parameter,
  value,
});
const shown = (picture = across) => labelled('image/jpeg', jpeg(picture));
const gif = labelled('image/gif', Buffer.from('GIF89a\x18\x00\x18\x00', 'latin1'));
const SIZE = { width: 24, height: 24 };
const viewport = (answer: Exchange, expected = [across]) =>
  fitsTheViewport(asked('viewport', '24,24', answer), SIZE, expected);

test('WADO-RS-065: the size fits and the region is shown, in whatever window', () => {
  for (const right of [shown(), shown(inAnotherWindow(across))])
    expectFinding(viewport(right), 'WADO-RS-065', { assertions: 4 });
  expectFinding(viewport(gif, []), 'WADO-RS-065', { assertions: 3 });
});

test('WADO-RS-065: another size, another region and a refusal fail', () => {
  const small = shown(greyPicture(20, 24, (column) => column * 10));
  expectFinding(viewport(small), 'WADO-RS-065', {
    verdict: 'fail',
    breaches: [breach('viewport-not-fitted', START, { value: '24,24', width: 20, height: 24, columns: 24, rows: 24 })],
  });
  const other = viewport(shown(down));
  assert.deepEqual([other.verdict, shownBy(other)], ['fail', ['X.1 viewport-shows-another-region']]);
  expectFinding(viewport(exchange({ status: 400 })), 'WADO-RS-065', {
    verdict: 'fail',
    breaches: [
      breach('rendering-parameter-refused', STATUS, {
        ...{ status: 400, expected: ['200'], parameter: 'viewport', value: '24,24' },
      }),
    ],
  });
});

test('WADO-RS-065: a region that is not decoded, or a pixel smaller, is not taken for the right one', () => {
  for (const unseen of [gif, shown(greyPicture(23, 24, (column) => column * 10))])
    expectFinding(viewport(unseen), 'WADO-RS-065', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 3,
      remark: NOT_COMPARED,
    });
});

test('WADO-RS-067: the picture is that of the window, and no other', () => {
  const window = (answer: Exchange) => appliesTheWindow(asked('window', '1,2,linear', answer), [across]);
  expectFinding(window(shown()), 'WADO-RS-067', { assertions: 3 });
  const other = window(shown(inAnotherWindow(across)));
  assert.deepEqual([other.verdict, shownBy(other)], ['fail', ['X.1 window-not-applied']]);
  expectFinding(window(gif), 'WADO-RS-067', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 2,
    remark: NOT_COMPARED,
  });
});

test('without a plain picture, or an answer, nothing is told of a parameter', () => {
  const judge = (answer: Exchange, plain: Exchange) =>
    fitsTheViewport(asked('viewport', '24,24', answer, plain), SIZE, [across]);
  for (const [answer, plain, remark] of [
    [shown(), exchange({ id: 'X.0', status: 404 }), 'X.0 was answered 404'],
    [shown(), labelled('text/html', '<html>', { id: 'X.0' }), 'X.0 is no picture that is read here'],
    [failed('reset', 'gone'), twin, 'X.1: reset, gone'],
  ] as const)
    expectFinding(judge(answer, plain), 'WADO-RS-065', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark,
    });
});

const quality = (answer: Exchange) => takesTheValue(asked('quality', '10', answer));
const TYPE = { kind: 'header', name: 'Content-Type' } as const;

test('WADO-RS-068: a picture is sent for a legal quality; a page, nothing and other bytes fail', () => {
  expectFinding(quality(shown()), 'WADO-RS-068', { assertions: 3 });
  for (const [type, body, seen] of [
    ['text/html', '<html>', breach('rendered-no-picture', TYPE, { type: 'text/html' })],
    [null, '', breach('rendered-no-picture', TYPE, { type: null })],
    ['image/jp2', '', breach('rendered-no-picture', TYPE, { type: 'image/jp2' })],
    ['image/jpeg', '', breach('rendered-bytes-of-another-format', START, { type: 'image/jpeg', found: null })],
  ] as const)
    expectFinding(quality(labelled(type, body)), 'WADO-RS-068', { verdict: 'fail', assertions: 2, breaches: [seen] });
});

test('a picture in a format that is not read here tells nothing of a parameter', () => {
  expectFinding(quality(labelled('image/jp2', 'x')), 'WADO-RS-068', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 1,
    remark: 'a picture in a format that is not read here',
  });
});

test('WADO-RS-068: a bad quality is answered 400; taken all the same it is a warning', () => {
  const bad = (answer: Exchange) => refusesTheValue(asked('quality', '101', answer));
  const wrong = (status: number) =>
    breach('rendering-parameter-not-refused', STATUS, {
      ...{ status, expected: ['400'], parameter: 'quality', value: '101' },
    });
  expectFinding(bad(exchange({ status: 400 })), 'WADO-RS-068', { assertions: 1 });
  expectFinding(bad(shown()), 'WADO-RS-068', {
    verdict: 'warn',
    breaches: [wrong(200)],
    remark: '200: taken all the same, where the clause wants 400',
  });
  expectFinding(bad(exchange({ status: 500 })), 'WADO-RS-068', { verdict: 'fail', breaches: [wrong(500)] });
});

test('WADO-RS-069: an annotation is drawn, or it is a warning', () => {
  const drawn = (answer: Exchange) => drawsTheAnnotation(asked('annotation', 'patient', answer));
  expectFinding(drawn(shown(across)), 'WADO-RS-069', { assertions: 3 });
  expectFinding(drawn(shown(down)), 'WADO-RS-069', {
    verdict: 'warn',
    breaches: [breach('annotation-not-drawn', WHERE, { value: 'patient' })],
  });
  expectFinding(drawn(gif), 'WADO-RS-069', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 2,
    remark: 'pictures that are not decoded here, or of different sizes',
  });
});

test('WADO-RS-069: an unknown annotation is refused with 400, or ignored with a warning', () => {
  const unknown = (answer: Exchange) => refusesOrWarnsOfTheAnnotation(asked('annotation', 'xyz', answer));
  const headers = [
    ['Content-Type', 'image/jpeg'],
    ['Warning', '299 - "annotation=xyz is not supported"'],
  ] as const;
  expectFinding(unknown(exchange({ status: 400 })), 'WADO-RS-069', { assertions: 1 });
  expectFinding(unknown(exchange({ headers, body: jpeg(down) })), 'WADO-RS-069', { assertions: 1 });
  expectFinding(unknown(shown(down)), 'WADO-RS-069', {
    verdict: 'warn',
    breaches: [
      breach('rendering-parameter-not-refused', STATUS, {
        ...{ status: 200, expected: ['400'], parameter: 'annotation', value: 'xyz' },
      }),
    ],
    remark: '200: taken all the same, where the clause wants 400',
  });
  expectFinding(unknown(exchange({ headers, body: '' })), 'WADO-RS-069', {
    verdict: 'fail',
    breaches: [breach('rendered-bytes-of-another-format', START, { type: 'image/jpeg', found: null })],
  });
  expectFinding(unknown(failed('reset', 'gone')), 'WADO-RS-069', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'X.1: reset, gone',
  });
});
