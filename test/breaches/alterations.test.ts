import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alterationsOf } from '../../lib/breaches/alterations/alterations.ts';
import { alterationTold } from '../../reports/words/alteration-told.ts';

const json = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');
const twice = (text: string) => Buffer.from(text).toString('latin1');

type Case = readonly [title: string, before: readonly unknown[], after: readonly unknown[], told: string, how: RegExp];

/** How a value was altered, and words that an English title has for it. */
const CASES: readonly Case[] = [
  ['a date with hyphens', ['20200922'], ['2020-09-22'], 'written as YYYY-MM-DD', /YYYY-MM-DD/],
  ['a date as in Germany', ['20200922'], ['22.09.2020'], 'written as DD.MM.YYYY', /DD\.MM\.YYYY/],
  ['a time with colons', ['101530.25'], ['10:15:30'], 'written as HH:MM:SS', /HH:MM:SS/],
  ['a date and time', ['20200922101530'], ['2020-09-22T10:15:30.000Z'], 'written as YYYY-MM-DDTHH:MM:SS', /T/],
  ['a date with a time', ['20200922'], ['20200922000000'], 'written with a time of day', /time of day/],
  ['day for month', ['20200304'], ['20200403'], 'day and month exchanged', /day and month/],
  ['a decimal comma', ['0.5'], ['0,5'], '. written as ,', /decimal comma/],
  ['two decimals', ['0.0625'], ['0.06'], 'rounded to 2 decimals', /rounded to 2 decimals/],
  ['two decimals of a number', ['0.0625'], [0.06], 'rounded to 2 decimals', /rounded to 2 decimals/],
  ['no decimals', ['2.75'], [2], 'rounded to whole numbers', /whole number/],
  ['single precision', ['0.1'], [0.10000000149011612], 'single precision', /single precision/],
  ['signed', ['4294967295'], [-1], 'unsigned taken for signed', /negative/],
  ['unsigned', ['-2'], [65534], 'signed taken for unsigned', /positive/],
  ['too few bits', ['4295163905'], [196609], 'the lowest 32 bits', /32 bits/],
  ['a highest number', ['70000'], [65535], 'at most 65535', /limited to 65535/],
  ['centimetres', ['12.5'], [1.25], 'multiplied by 0.1', /multiplied by 0.1/],
  ['leading zeros', ['00042'], ['42'], 'no leading zeros', /leading zeros/],
  ['padded', ['CT'], ['CT  '], 'spaces around it', /padded/],
  ['a family name', ['Doe^John'], ['Doe'], 'cut at the first ^', /cut at the first "\^"/],
  ['UTF-8 twice', ['山田 ■'], [twice('山田 ■')], 'UTF-8 taken for another character set', /UTF-8/],
  ['UTF-8 as Windows', ['Müller'], ['MÃ¼ller'], 'UTF-8 taken for another character set', /UTF-8/],
  ['not UTF-8', ['Müller'], ['M\ufffdller'], 'characters that are no UTF-8', /encoding/],
  ['accents', ['Müller'], ['Muller'], 'no accents', /accents/],
  ['beyond ASCII', ['● circle'], [' circle'], 'no characters beyond ASCII', /beyond ASCII/],
  ['XML twice', ['a<b'], ['a&amp;lt;b'], 'escaped as HTML twice', /twice/],
  ['JSON twice', ['a"b'], ['a\\"b'], 'escaped as JSON', /JSON/],
  ['a plus sign', ['a b'], ['a+b'], 'percent-encoded', /percent/],
  ['base64', ['Doe^John'], ['RG9lXkpvaG4='], 'in base64', /base64/],
  ['given name first', ['Doe^John'], ['John^Doe'], 'components in another order', /components/],
  ['a space for a caret', ['Doe^John'], ['Doe John'], '^ written as  ', /with " " for "\^"/],
  ['the last of several', ['A', 'B'], ['B'], 'only the last value', /last of several/],
  ['two of several', ['A', 'B', 'C'], ['A', 'B'], 'the first 2 values', /first 2 values/],
  ['sorted', ['B', 'A'], ['A', 'B'], 'values in another order', /another order/],
  ['joined with commas', ['A', 'B'], ['A, B'], 'joined', /joined/],
];

/** An attribute of which no dictionary has the VR. */
const PRIVATE = '00091001';

describe('what a title says of an alteration', () => {
  for (const [title, before, after, told, how] of CASES) {
    test(title, () => {
      assert.equal(alterationsOf(json(before), json(after))[0], told);
      assert.match(alterationTold('english', PRIVATE, { expected: json(before), actual: json(after) })?.how ?? '', how);
      assert.ok(alterationTold('japanese', PRIVATE, { expected: json(before), actual: json(after) }));
    });
  }
});

describe('digits of a time are no number, and those of a number are no time', () => {
  for (const [tag, how] of [
    ['00080030', 'cut to the minute'],
    ['00281053', 'multiplied by 0.01'],
  ] as const) {
    test(tag, () => assert.equal(alterationTold('english', tag, { expected: '"120000"', actual: '"1200"' })?.how, how));
  }
});

test('another value shows no alteration', () => {
  for (const [before, after] of [
    ['1', '2'],
    ['20200922', '1'],
    ['Anony Mous', 'ANONYMOUS'],
    ['ID1', 'ID2'],
    ['12', '21'],
    ['10', '100'],
  ]) {
    assert.deepEqual(alterationsOf(json([before]), json([after])), []);
  }
});
