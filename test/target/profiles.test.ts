import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nearest } from '../../lib/errors/did-you-mean.ts';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { loadProfile, PROFILE_NAMES, profileCheck } from '../../lib/target/profiles.ts';

test('every profile that comes along fits its schema and names requirements of the register once', () => {
  assert.deepEqual(PROFILE_NAMES, ['standard', 'azure-dicom']);
  const known = new Set(allRequirements().map(({ id }) => id));
  for (const name of PROFILE_NAMES) {
    const profile = loadProfile(name);
    const check = profileCheck();
    assert.ok(check(profile), JSON.stringify(check.errors));
    assert.equal(profile.name, name);
    const deviations = profile.deviations.map(({ requirement }) => requirement);
    assert.deepEqual(
      deviations.filter((id) => !known.has(id)),
      [],
    );
    assert.equal(new Set(deviations).size, deviations.length);
  }
});

test('the standard profile claims no more and no less than the standard', () => {
  const { features, deviations } = loadProfile('standard');
  assert.deepEqual(deviations, []);
  assert.deepEqual(
    [features.deleteStudy, features.deleteSeries, features.deleteInstance],
    ['unknown', 'unknown', 'unknown'],
  );
});

function refusal(nameOrFile: string): string {
  try {
    loadProfile(nameOrFile);
  } catch (error) {
    assert.ok(error instanceof CommandError);
    assert.equal(error.exitCode, 2);
    return `${error.message} ${error.hint ?? ''}`;
  }
  throw new Error('it was accepted');
}

test('an unknown name is answered with the name that was meant', () => {
  assert.match(refusal('standart'), /"standart".*Did you mean standard\?/);
  assert.match(refusal('azure'), /Did you mean azure-dicom\?/);
  assert.match(refusal('orthanc'), /Profiles: standard, azure-dicom/);
});

test('a file is read and checked', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'harness-profile-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'mine.json');
  writeFileSync(path, JSON.stringify({ ...loadProfile('azure-dicom'), name: 'mine' }));
  assert.equal(loadProfile(path).name, 'mine');
  writeFileSync(path, JSON.stringify({ ...loadProfile('standard'), edition: '2024e' }));
  assert.match(refusal(path), /mine\.json: .*edition/);
  writeFileSync(
    path,
    JSON.stringify({ ...loadProfile('standard'), features: { ...loadProfile('standard').features, store: 'maybe' } }),
  );
  assert.match(refusal(path), /\/features\/store must be one of \["yes","no","unknown"\]/);
  assert.match(refusal(join(folder, 'absent.json')), /does not exist/);
});

test('nothing is meant by a word that is far from every candidate', () => {
  assert.equal(nearest('xyzzy', ['standard', 'azure-dicom']), null);
  assert.equal(nearest('', ['standard']), null);
  assert.equal(nearest('AZURE-DICM', ['standard', 'azure-dicom']), 'azure-dicom');
});
