import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alterationsOf } from '../../lib/breaches/alterations/alterations.ts';

const CASES: readonly (readonly [title: string, expected: string, actual: string, told: readonly string[]])[] = [
  ['letters', '"Doe^John"', '"DOE^JOHN"', ['upper case']],
  ['a name in groups', '"Doe^John"', '{"Alphabetic":"Doe John"}', ['^ written as  ']],
  [
    'an end that is cut off',
    '"blue circle"',
    '"blue"',
    ['cut at the first  ', 'cut to 4 characters', 'without the last 7 characters'],
  ],
  ['what is put before', '"4711"', '"SITE1-4711"', ['SITE1- before it']],
  ['what is put behind', '"12"', '"12.0"', ['the same number', '.0 after it']],
  ['a time zone', '"101500"', '"091500"', ['moved by 82800 seconds']],
  ['a date', '"20260301"', '"20260228"', ['moved by -1 days']],
  ['HTML', '"a & b"', '"a &amp; b"', ['escaped as HTML']],
  ['percent-encoding', '"a b"', '"a%20b"', ['percent-encoded']],
  ['digits', '"1.257"', '1.3', ['rounded to 1 decimals', 'rounded']],
  ['one of several values', '"1", "2"', '1', ['only the first value']],
  ['groups of a name', '"Doe^John=山田^太郎"', '{"Alphabetic":"Doe^John"}', ['component groups left out']],
  ['one of several items', '2 items', '1 item', ['one item alone']],
  ['no item of several', '2 items', '0 items', ['no items']],
  ['several values in one', '"A", "B"', String.raw`"A\\B"`, ['joined']],
  ['a text with a backslash', String.raw`"a \\ b"`, '"a ", " b"', ['split at the backslash']],
  ['a text that ends with one', String.raw`"a \\"`, '"a ", null', ['split at the backslash']],
  ['one of two values', '"a", "b"', '"a", "B"', ['upper case']],
  ['two values in two ways', '"a", "bc"', '"A", "b"', []],
  ['another value', '"Anony Mous"', '"Somebody Else"', []],
  ['one letter', '"1.2.3"', '"1.2.4"', []],
  ['a text that was cut', '"abc', '"ABC', []],
  ['a group that is no text', '"Doe^John"', '{"Alphabetic":{"toString":1,"valueOf":1}}', []],
  ['a list in the place of a group', '"Doe^John"', '{"Alphabetic":[{"toString":1,"valueOf":1}]}', []],
];

describe('how a value was altered', () => {
  for (const [title, expected, actual, told] of CASES) {
    test(title, () => assert.deepEqual(alterationsOf(expected, actual), told));
  }
});
