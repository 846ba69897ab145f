import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATALOGUE, consequenceOf } from '../../lib/breaches/catalogue.ts';
import { ALL_CONSEQUENCES, classOf, rankOf } from '../../lib/breaches/consequences.ts';
import { HARMS } from '../../lib/breaches/harm.ts';

/** Particulars that make a kind say each of its consequences. */
const PARTICULARS = [
  { tag: '00100010', key: 'PatientID', status: 200, expected: ['200'], stored: 2, returned: 1, instead: true },
  { tag: '00080060', key: 'Modality', status: 500, expected: ['404'], stored: 1, returned: 2, instead: false },
  { tag: '7FE00010', key: 'Modality', status: 404, expected: ['404'] },
  { tag: '0020000D', key: 'StudyInstanceUID', status: 404, expected: ['404'] },
];

function saidBy(code: string): string[] {
  return PARTICULARS.map((parameters) => consequenceOf({ code, parameters }));
}

test('every consequence is that of a kind', () => {
  const said = new Set(Object.keys(CATALOGUE).flatMap(saidBy));
  assert.deepEqual(
    ALL_CONSEQUENCES.filter((consequence) => !said.has(consequence)),
    [],
  );
});

test('a graver class comes first, whatever is in it', () => {
  const classes = ALL_CONSEQUENCES.map((consequence) => HARMS.indexOf(classOf(consequence)));
  assert.deepEqual(
    classes,
    classes.toSorted((left, right) => left - right),
  );
  assert.ok(rankOf('patient-mistaken') < rankOf('text-garbled'));
});

test('data is lost only where something was acknowledged and is nowhere, or was there and is gone', () => {
  const losing = Object.keys(CATALOGUE).filter((code) =>
    saidBy(code).some((consequence) => classOf(consequence as never) === 'data-lost'),
  );
  assert.deepEqual(losing.toSorted(), [
    'acknowledged-not-stored',
    'changed-content-lost',
    'chunked-store-lost',
    'concurrent-store-lost',
    'cut-store-acknowledged',
    'deleted-another',
    'refused-listed-as-stored',
    'repeated-store-lost',
    'store-after-delete-lost',
    'store-form-lost',
    'stored-lost-later',
    'unquoted-type-loses-store',
    'unusual-framing-loses-store',
  ]);
});
