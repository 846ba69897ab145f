import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { allRequirements, type RegisterRow, requirement } from '../../lib/requirements/register.ts';
import { LEVELS } from '../../lib/requirements/requirement.ts';
import { COVERS } from '../../scenarios/suites.ts';

const folder = new URL('../../lib/requirements/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const files = readdirSync(new URL('register/', folder));
const rowsOf = (file: string) => read(`register/${file}`) as RegisterRow[];

test('every file of the register meets its schema', () => {
  const schema = read('register.schema.json') as { items: { properties: Record<string, { enum?: string[] }> } };
  const valid = new Ajv2020({ allErrors: true }).compile(schema);
  for (const file of files) {
    assert.ok(valid(read(`register/${file}`)), `${file}: ${JSON.stringify(valid.errors?.slice(0, 3))}`);
  }
  assert.equal(valid([{ id: 'x' }]), false);
  assert.deepEqual(schema.items.properties.level?.enum, [...LEVELS]);
});

test('the loader takes in every row of every file, once', () => {
  const ids = files.flatMap((file) => rowsOf(file).map((row) => row.id));
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(new Set(allRequirements().map((row) => row.id)), new Set(ids));
  assert.equal(allRequirements().length, ids.length);
});

test('holds all duties common to the services, of multipart messages and of retrieve', () => {
  const count = (service: string) => allRequirements().filter((row) => row.service === service).length;
  for (const [service, least] of [
    ['Common', 37],
    ['Multipart', 10],
    ['WADO-RS', 66],
  ] as const) {
    assert.ok(count(service) >= least, service);
  }
});

test('starts with the common duties and links each row to its clause', () => {
  const [first] = allRequirements();
  assert.equal(first?.id, 'COMMON-001');
  const {
    judges: _,
    japanese: __,
    ...row
  } = rowsOf('retrieve.json').find(({ id }) => id === 'WADO-RS-004') as RegisterRow;
  assert.deepEqual(requirement('WADO-RS-004'), {
    ...row,
    link: 'https://dicom.nema.org/medical/dicom/current/output/html/part18.html#sect_10.4.3.3.1',
  });
});

test('no two rows share a statement', () => {
  const statements = allRequirements().map((row) => row.statement);
  assert.equal(new Set(statements).size, statements.length);
});

test('each row is judged by a scenario, or says why by none, and not both', () => {
  const judged = new Set(Object.values(COVERS).flat());
  const wrong = allRequirements().filter(({ id, unjudged }) => judged.has(id) === (unjudged !== undefined));
  assert.deepEqual(
    wrong.map(({ id, unjudged }) => `${id}: ${unjudged === undefined ? 'no scenario and no reason' : 'both'}`),
    [],
  );
  const known = new Set(allRequirements().map(({ id }) => id));
  assert.deepEqual(
    [...judged].filter((id) => !known.has(id)),
    [],
  );
});

const STANDARD = new URL('../../../shared/standard/requirements.csv', import.meta.url);

test('every requirement of the reading of PS3.18 stands in the register', {
  skip: existsSync(STANDARD) ? false : 'the reading of the standard is not here',
}, () => {
  const known = new Set(allRequirements().map(({ id }) => id));
  const ids = readFileSync(STANDARD, 'utf8').match(/^[A-Z]+(-RS)?-\d{3}(?=,)/gm) ?? [];
  assert.ok(ids.length > 270, `only ${ids.length} were read`);
  assert.deepEqual(
    ids.filter((id) => !known.has(id)),
    [],
  );
});

test('an unknown id is a slip of the harness and throws', () => {
  assert.throws(() => requirement('WADO-RS-999'), new RangeError('No requirement WADO-RS-999 in the register'));
});
