import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withOwners } from '../../../lib/answers/diagnosis/whose-value.ts';
import { type Breach, breach, type SeenBreach } from '../../../lib/breaches/breach.ts';
import { str } from '../../judges/dicom-bytes.ts';
import { anInstance } from '../../judges/json-answers.ts';
import { finding } from '../../reports/fixtures.ts';

const neighbour = anInstance(
  [str('00100010', 'PN', 'Doe^Jane'), str('00100040', 'CS', 'M'), str('00200013', 'IS', '7')],
  { instance: '1.9', name: 'neighbour.dcm' },
);

const differs = (tag: string, actual: string, expected = '"x"'): SeenBreach =>
  breach('value-differs', { kind: 'json', pointer: `/0/${tag}/Value/0` }, { tag, expected, actual });

function ownersOf(...found: readonly SeenBreach[]): readonly (string | undefined)[] {
  const breaches = found.map((one): Breach => ({ ...one, grade: 'fail', exchange: 'a' }));
  const told = withOwners([finding('WADO-RS-033', 'fail', { breaches })], () => [anInstance(), neighbour]);
  return told.flatMap((one) => one.breaches.map(({ belongsTo }) => belongsTo));
}

test('a value that another stored instance has in the same attribute is told as that of the other', () => {
  assert.deepEqual(ownersOf(differs('00100010', '{"Alphabetic":"Doe^Jane"}')), ['neighbour.dcm']);
  const changed = breach(
    'element-changed',
    { kind: 'element', path: '00100010', part: 0 },
    {
      ...{ tag: '00100010', path: '00100010', name: 'own.dcm', stored: 'Roe^Richard', returned: 'Doe^Jane' },
    },
  );
  assert.deepEqual(ownersOf(changed), ['neighbour.dcm']);
});

test('one short value is alike by chance, and two of one instance are not', () => {
  assert.deepEqual(ownersOf(differs('00100040', '"M"', '"F"')), [undefined]);
  assert.deepEqual(ownersOf(differs('00100040', '"M"', '"F"'), differs('00200013', '7', '1')), [
    'neighbour.dcm',
    'neighbour.dcm',
  ]);
});

test('a value that nobody has, or that was made of the right one, is nobody else’s', () => {
  assert.deepEqual(ownersOf(differs('00100010', '"Somebody^Else"')), [undefined]);
  assert.deepEqual(ownersOf(differs('00100010', '"Doe^Jane"', '"Doe^Jane^Ann"')), [undefined]);
});

test('short values that two instances exchanged belong to the other', () => {
  const number = (value: string, name: string) => anInstance([str('00200013', 'IS', value)], { instance: name, name });
  const stored = [number('1', 'first.dcm'), number('2', 'second.dcm')];
  const owners = (...found: readonly SeenBreach[]) => {
    const breaches = found.map((one): Breach => ({ ...one, grade: 'fail', exchange: 'a' }));
    return withOwners([finding('WADO-RS-033', 'fail', { breaches })], () => stored).flatMap((one) =>
      one.breaches.map(({ belongsTo }) => belongsTo),
    );
  };
  const [one, other] = [differs('00200013', '2', '"1"'), differs('00200013', '1', '"2"')];
  assert.deepEqual(owners(one, other), ['second.dcm', 'first.dcm']);
  assert.deepEqual(owners(one), [undefined]);
  assert.deepEqual(owners(one, differs('00200013', '2', '"3"')), [undefined, undefined]);
});
