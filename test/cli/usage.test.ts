import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { freshUidsFor, withUids } from '../../fixtures/fresh-uids.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { readAll } from '../../lib/bytes/byte-source.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { HARNESS } from '../../lib/harness.ts';
import { harness, smallStudy, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';

/** What a person may type, and what the answer has to say. None of it asks anything of a server. */
const MISTAKES: readonly (readonly [title: string, args: readonly string[], says: RegExp])[] = [
  ['an unknown command', ['conformence'], /unknown command 'conformence'[\s\S]*conformance\?/],
  ['the name of something that every object has', ['toString'], /unknown command 'toString'/],
  ['an unknown flag', ['conformance', '--profil', 'standard'], /unknown option '--profil'[\s\S]*--profile\?/],
  ['a flag without its value', ['conformance', '--target'], /--target <url>.* argument missing/],
  ['an unknown suite', ['conformance', 'tutoral'], /unknown suite "tutoral"[\s\S]*did you mean tutorial\?/],
  [
    'a URL in place of a suite, as npm run leaves it without --',
    ['conformance', 'http://127.0.0.1:9'],
    /For a server: .*conformance .*--target http:\/\/127\.0\.0\.1:9/,
  ],
  ['a suite that is none after one that is', ['conformance', 'tutorial', 'duty'], /unknown suite "duty"/],
  ['an unknown profile', ['conformance', '--profile', 'azure-dicon'], /no profile "azure-dicon"[\s\S]*azure-dicom\?/],
  ['a profile file that is not there', ['conformance', '--profile', './no.json'], /profile.*no\.json/],
  ['an unknown scenario', ['conformance', '--scenario', 'T04', '--scenario', 'T4'], /"T4"[\s\S]*did you mean T04\?/],
  ['an unknown verdict to fail on', ['conformance', '--fail-on', 'error'], /Allowed choices are fail, warn, never/],
  ['a language that reports do not have', ['conformance', '--lang', 'fr'], /Allowed choices are en, ja/],
  ['a time-out that is none', ['conformance', '--timeout', 'soon'], /--timeout: "soon"/],
  [
    'a configuration that is not there',
    ['conformance', '--config', 'no-such.json'],
    /configuration .*no-such\.json does not exist/,
  ],
  ['a target without scheme', ['conformance', '--target', 'pacs.example:8042'], /--target is not an absolute URL/],
  ['a target of another scheme', ['conformance', '--target', 'ftp://pacs.example/'], /scheme ftp/],
  ['a target that a variable did not give', ['conformance', '--target', ''], /--target is not an absolute URL/],
  ['a folder that a variable did not give', ['conformance', '--out', ''], /--out: no folder is named/],
  ['a data set that is not there', ['conformance', '--dataset', 'no-such-folder'], /no-such-folder/],
  ['a baseline that is not there', ['conformance', '--baseline', 'no.json'], /--baseline: no\.json does not exist/],
  ['a baseline without a reason', ['baseline', 'runs/1'], /--reason: say why the breaches are accepted/],
  ['a run that is not there', ['report', 'no-such-run'], /no-such-run.*[\s\S]*folder of a run/],
  ['an unknown fault', ['reference-server', '--fault', 'fake-stor-200'], /fake-stor-200[\s\S]*did you mean /],
  ['an unknown fault to play', ['faults', 'fake-delet'], /no fault named fake-delet[\s\S]*did you mean fake-delete\?/],
  ['an unknown fault beside --list', ['faults', 'xyzzy', '--list'], /no fault named xyzzy[\s\S]*faults --list/],
  ['a data set that a variable did not give', ['conformance', '--dataset', ''], /--dataset: no folder is named/],
  ['a baseline that a variable did not give', ['conformance', '--baseline', ''], /--baseline: no file is named/],
  [
    'a file for a folder of runs',
    ['history', process.execPath],
    /results\.json cannot be read.*[\s\S]*folder of a run/,
  ],
  ['an answer to no question', ['conformance', '--yes'], /--yes answers the question of --reset, which is not given/],
  [
    'a reset of what is not there',
    ['conformance', '--target', 'http://127.0.0.1:1', '--reset', '--uids', 'fresh'],
    /--reset: under fresh UIDs nothing is in the way/,
  ],
  [
    'parts of a run that is repeated',
    ['conformance', '--repeat', '2', '--shard', '1/2'],
    /--repeat and --shard exclude each other/,
  ],
  ['an unknown script', ['load', 'stwo'], /stwo/],
  ['a threshold of no metric', ['load', 'stow', '--threshold', '__proto__: count==0'], /__proto__.* names no metric/],
];

/** One mistake of each kind is made with the real program: a command, a flag, and what only we can refuse. */
const WITH_A_PROCESS = ['an unknown command', 'an unknown flag', 'an unknown profile'];

describe('a mistake is refused with words that help', () => {
  for (const [title, args, says] of MISTAKES) {
    test(title, async (t) => {
      const cwd = temporaryFolder(t);
      const run = WITH_A_PROCESS.includes(title) ? harness : programInProcess;
      const { code, stdout, stderr } = await run(args, { cwd });
      assert.equal(code, EXIT_CODES.usage, stderr);
      assert.match(stderr, says);
      assert.equal(stdout, '');
      assert.doesNotMatch(stderr, /\n {4}at |defect of the harness/, 'a stack trace helps nobody here');
      assert.deepEqual(readdirSync(cwd), [], 'nothing was begun, so nothing is left');
    });
  }
});

test('a URL with a password in it is refused without repeating it', async (t) => {
  const cwd = temporaryFolder(t);
  const { code, stdout, stderr } = await programInProcess(
    ['conformance', '--target', 'https://me:hunter2-secret@pacs.example/dicom-web'],
    { cwd },
  );
  assert.equal(code, EXIT_CODES.usage);
  assert.match(stderr, /DICOMWEB_USER and DICOMWEB_PASSWORD/);
  assert.doesNotMatch(stdout + stderr, /hunter2/);
  assert.deepEqual(readdirSync(cwd), []);
});

test('half of a user name and password is refused by the name of the other half', async (t) => {
  const { code, stderr } = await programInProcess(['conformance'], {
    cwd: temporaryFolder(t),
    env: { DICOMWEB_USER: 'me' },
  });
  assert.equal(code, EXIT_CODES.usage);
  assert.match(stderr, /DICOMWEB_PASSWORD is not set/);
});

test('a folder without DICOM files is no data set', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'notes.txt'), 'no picture');
  const { code, stderr } = await programInProcess(['conformance', '--dataset', folder]);
  assert.equal(code, EXIT_CODES.usage);
  assert.match(stderr, /holds no DICOM instance \(1 other files\)/);
});

test('a folder with two studies is no data set, and both are named', async (t) => {
  const folder = smallStudy(temporaryFolder(t));
  const other = tutorialDataset({ rows: 8, columns: 8 });
  const [instance] = withUids(other, freshUidsFor(other)).instances;
  assert.ok(instance);
  writeFileSync(join(folder, 'other.dcm'), readAll(instance.source));
  const { code, stderr } = await programInProcess(['conformance', '--dataset', folder]);
  assert.equal(code, EXIT_CODES.usage);
  assert.match(stderr, /two studies/);
  for (const study of [other.study, instance.study]) assert.ok(stderr.includes(study), stderr);
});

test('a folder with one instance twice is no data set', async (t) => {
  const folder = smallStudy(temporaryFolder(t));
  copyFileSync(join(folder, 'red-triangle.dcm'), join(folder, 'copy.dcm'));
  const { code, stderr } = await programInProcess(['conformance', '--dataset', folder]);
  assert.equal(code, EXIT_CODES.usage);
  assert.match(stderr, /both hold the instance/);
});

test('results are never mixed into a folder that has something in it', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'evidence'));
  const { code, stderr } = await programInProcess(['conformance', '--out', folder]);
  assert.equal(code, EXIT_CODES.usage);
  assert.match(stderr, /is not empty[\s\S]*name a new folder/);
  assert.deepEqual(readdirSync(folder), ['evidence']);
});

test('results need a folder, not a file', async (t) => {
  const file = join(temporaryFolder(t), 'results');
  writeFileSync(file, '');
  const { code, stderr } = await programInProcess(['conformance', '--out', file]);
  assert.equal(code, EXIT_CODES.usage);
  assert.match(stderr, /is a file, not a folder/);
  assert.ok(existsSync(file));
});

test('a link that leads in a circle is no folder for results, and no data set', async (t) => {
  const cwd = temporaryFolder(t);
  symlinkSync('loop', join(cwd, 'loop'));
  mkdirSync(join(cwd, 'study'));
  symlinkSync('loop.dcm', join(cwd, 'study', 'loop.dcm'));
  for (const [args, says] of [
    [['conformance', '--out', 'loop'], /loop is a link that leads to no folder/],
    [['conformance', '--out', 'loop/in'], /loop is a link that leads to no folder/],
    [['conformance', '--dataset', 'loop'], /cannot read the folder .*loop/],
    [['conformance', '--dataset', 'study'], /the link .*loop\.dcm cannot be followed/],
  ] as const) {
    const { code, stderr } = await programInProcess(args, { cwd });
    assert.equal(code, EXIT_CODES.usage, stderr);
    assert.match(stderr, says);
  }
});

test('the version is that of the package', async () => {
  const { code, stdout } = await harness(['--version']);
  assert.equal(code, EXIT_CODES.conformant);
  assert.equal(stdout.trim(), HARNESS.version);
});
