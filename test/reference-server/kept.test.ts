import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { NoInstanceError, type SkippedFile, startReferenceServer } from '../../lib/reference-server/server.ts';
import { temporaryFolder } from '../cli/program.ts';
import { instancesOn, referenceServer } from '../cli/servers.ts';
import { BLUE, FILES, GREEN, RED, SERIES_GR, STORE_TYPE, STUDY, storeBody } from './corpus.ts';

async function store(url: string, ...files: readonly Uint8Array[]): Promise<number> {
  const body = new Uint8Array(storeBody(...files));
  return (await fetch(`${url}/studies`, { method: 'POST', headers: { 'Content-Type': STORE_TYPE }, body })).status;
}

const pathOf = (folder: string, instance: string): string => join(folder, STUDY, SERIES_GR, `${instance}.dcm`);

/** A folder with one good file below another folder, and three that cannot be taken. */
function mixedFolder(t: TestContext): string {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'below'));
  writeFileSync(join(folder, 'below', 'red'), FILES.red);
  writeFileSync(join(folder, 'cut.dcm'), FILES.green.subarray(0, -3));
  writeFileSync(join(folder, 'notes.txt'), 'no DICOM');
  writeFileSync(join(folder, 'other-red'), FILES.redOfAnotherDay);
  return folder;
}

test('data are there at the start, and each file that cannot be taken is named', async (t) => {
  const data = mixedFolder(t);
  const skipped: SkippedFile[] = [];
  const url = await referenceServer(t, { data, onSkipped: (file) => skipped.push(file) });
  assert.deepEqual(await instancesOn(url), [RED]);
  assert.deepEqual(
    skipped.map(({ path }) => path),
    ['cut.dcm', 'notes.txt', 'other-red'].map((name) => join(data, name)),
  );
  assert.equal((await fetch(`${url}/studies/${STUDY}`, { method: 'DELETE' })).status, 204);
  assert.deepEqual(readdirSync(data).length, 4, 'a DELETE leaves the files as they are');
});

test('a folder of data without any is refused', (t) => {
  const data = temporaryFolder(t);
  writeFileSync(join(data, 'notes.txt'), 'no DICOM');
  assert.throws(() => startReferenceServer({ data }), NoInstanceError);
});

test('what is stored is kept for the next start byte by byte, and what is deleted is gone', async (t) => {
  const folder = join(temporaryFolder(t), 'kept');
  const first = await startReferenceServer({ store: folder });
  assert.equal(await store(first.baseUrl, FILES.red, FILES.green, FILES.blue), 200);
  assert.deepEqual(readFileSync(pathOf(folder, RED)), Buffer.from(FILES.red));
  assert.equal(
    (await fetch(`${first.baseUrl}/studies/${STUDY}/series/${SERIES_GR}/instances/${GREEN}`, { method: 'DELETE' }))
      .status,
    204,
  );
  assert.ok(!existsSync(pathOf(folder, GREEN)));
  await first.close();
  // What a crash leaves of a file that was never acknowledged.
  writeFileSync(`${pathOf(folder, GREEN)}.unfinished`, FILES.green.subarray(0, 99));
  const skipped: SkippedFile[] = [];
  const second = await referenceServer(t, { store: folder, onSkipped: (file) => skipped.push(file) });
  assert.deepEqual(await instancesOn(second), [BLUE, RED].sort());
  assert.deepEqual(skipped, []);
  assert.equal((await fetch(`${second}/studies/${STUDY}`, { method: 'DELETE' })).status, 204);
  assert.deepEqual(
    readdirSync(join(folder, STUDY), { recursive: true }).filter((name) => String(name).endsWith('.dcm')),
    [],
  );
});

test('what cannot be kept is not acknowledged, and not there', {
  skip: process.getuid?.() === 0 && 'root writes anywhere',
}, async (t) => {
  const folder = temporaryFolder(t);
  const url = await referenceServer(t, { store: folder });
  chmodSync(folder, 0o500);
  assert.equal(await store(url, FILES.red), 409);
  assert.deepEqual(await instancesOn(url), []);
});

test('a study whose folder cannot be made is refused with reason A700', async (t) => {
  const folder = temporaryFolder(t);
  const url = await referenceServer(t, { store: folder });
  // A file where the folder of the study would be: not even root can write below it.
  writeFileSync(join(folder, STUDY), '');
  const body = new Uint8Array(storeBody(FILES.red));
  const answer = await fetch(`${url}/studies`, { method: 'POST', headers: { 'Content-Type': STORE_TYPE }, body });
  assert.equal(answer.status, 409);
  assert.match(await answer.text(), /"00081197":\{"vr":"US","Value":\[42752\]\}/);
  assert.deepEqual(await instancesOn(url), []);
});
