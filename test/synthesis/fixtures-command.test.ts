import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { formatBytes, parseSize } from '../../lib/portable/size.ts';
import { parseMix } from '../../lib/synthesis/mix.ts';
import { synthesise } from '../../lib/synthesis/synthesise.ts';
import { EXPLICIT_LITTLE_ENDIAN } from '../../lib/synthesis/transfer-syntax.ts';
import { WriteError, writeFiles } from '../../lib/synthesis/write-files.ts';
import { programInProcess } from '../cli/program-in-process.ts';

const work = mkdtempSync(join(tmpdir(), 'fixtures-'));
after(() => rmSync(work, { recursive: true, force: true }));
let folders = 0;
const fresh = (): string => join(work, String(++folders));

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], interruptOn?: RegExp): Promise<Outcome> {
  const child = spawn(process.execPath, ['bin.js', 'fixtures', 'make', ...args]);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
    if (interruptOn?.test(stderr)) child.kill('SIGINT');
  });
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, stdout, stderr })));
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();

const digest = (folder: string): string => {
  const hash = createHash('sha256');
  for (const path of filesBelow(folder)) hash.update(path.slice(folder.length)).update(readFileSync(path));
  return hash.digest('hex');
};

/** The command as `run` starts it, without the price of a process. */
const make = (args: readonly string[], cwd?: string) =>
  programInProcess(['fixtures', 'make', ...args], cwd === undefined ? {} : { cwd });

test('the same seed writes the same files, another seed others', async () => {
  const [one, two, three] = [fresh(), fresh(), fresh()];
  const args = ['--count', '40', '--size', '2KiB', '--modality', 'CT:50,CR:50'];
  const { status, stdout, stderr } = await run([...args, '--out', one, '--seed', '3']);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^Wrote 40 instances/);
  for (const [folder, seed] of [
    [two, '3'],
    [three, '4'],
  ] as const) {
    const { code, stdout, stderr } = await make([...args, '--out', folder, '--seed', seed]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Wrote 40 instances/);
  }
  assert.equal(filesBelow(one).length, 40);
  assert.equal(digest(one), digest(two));
  assert.notEqual(digest(one), digest(three));
});

test('without options it writes some instances, into a new folder each time', async () => {
  const cwd = fresh();
  mkdirSync(cwd);
  for (const [args, count, folder] of [
    [[], 20, 'instances'],
    [['--count', '2', '--size', '2KiB'], 2, 'instances-2'],
    [['--count', '1', '--size', '2KiB'], 1, 'instances-3'],
  ] as const) {
    const { code, stdout, stderr } = await make(args, cwd);
    assert.equal(code, 0, stderr);
    assert.match(stdout, new RegExp(`^Wrote ${count} instances of .* in ${folder}\n$`));
    assert.equal(filesBelow(join(cwd, folder)).length, count);
  }
});

test('bad input is refused with exit code 2 and a word on what to do', async () => {
  const used = fresh();
  mkdirSync(used);
  writeFileSync(join(used, 'mine.txt'), '');
  const file = fresh();
  writeFileSync(file, '');
  const cases: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['--count', '0', '--out', fresh()], /whole number/],
    [['--count', '1', '--out', used], /not empty/],
    [['--count', '1', '--out', file], /cannot be used/],
    [['--count', '1', '--out', fresh(), '--size', '100'], /1 KiB to 1 GiB/],
    [['--count', '1', '--out', fresh(), '--size', '2GiB'], /1 KiB to 1 GiB/],
    [['--count', '1', '--out', fresh(), '--size', 'big'], /no size/],
    [['--count', '1', '--out', fresh(), '--modality', 'XX'], /"XX" is no modality/],
    [['--count', '1', '--out', fresh(), '--modality', 'CT:0'], /weight/],
    [['--count', '1', '--out', fresh(), '--transfer-syntax', '1.2.840.10008.1.2.4.90'], /rle-lossless/],
    [['--count', '1', '--out', fresh(), '--wrong'], /unknown option/],
  ];
  for (const [args, says] of cases) {
    const { code, stderr } = await make(args);
    assert.equal(code, 2, `${args.join(' ')}: ${stderr}`);
    assert.match(stderr, says);
    assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace is nothing for a user');
  }
  assert.equal((await run(['--count', '0', '--out', fresh()])).status, 2);
  assert.deepEqual(readdirSync(used), ['mine.txt']);
});

test('Ctrl-C leaves whole files only, and says how many', async () => {
  const out = fresh();
  const { status, stdout } = await run(
    ['--count', '200000', '--size', '64KiB', '--modality', 'CT', '--out', out],
    / of 200000 /,
  );
  assert.equal(status, 130);
  const files = filesBelow(out);
  assert.match(stdout, new RegExp(`^Interrupted: wrote ${files.length} instances`));
  for (const path of files) {
    assert.match(path, /\.dcm$/);
    assert.ok(Math.abs(statSync(path).size - 65_536) < 2000, path);
  }
});

test('a folder that cannot be written ends the writing, with what is there said and nothing half', async () => {
  const out = fresh();
  mkdirSync(out);
  // A file stands where the second study's folder has to go.
  const instances = [
    ...synthesise({ seed: 1, mix: parseMix('CR'), count: 12, size: 1024, transferSyntax: EXPLICIT_LITTLE_ENDIAN }),
  ];
  const second = instances.find(({ study }) => study !== instances[0]?.study);
  assert.ok(second);
  writeFileSync(join(out, `CR-${second.study.studyID}`), '');
  await assert.rejects(
    writeFiles({ folder: out, instances, signal: new AbortController().signal, onWritten: () => undefined }),
    (error: unknown) => error instanceof WriteError && error.code === 'EEXIST' && error.written.files >= 1,
  );
  assert.ok(filesBelow(out).every((path) => !path.endsWith('.partial')));
});

test('a file that is there already is never written over', async () => {
  const out = fresh();
  const [first] = synthesise({
    seed: 1,
    mix: parseMix('CR'),
    count: 1,
    size: 1024,
    transferSyntax: EXPLICIT_LITTLE_ENDIAN,
  });
  assert.ok(first);
  const path = join(out, `CR-${first.study.studyID}`, '0001.dcm.partial');
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, 'of another process');
  await assert.rejects(
    writeFiles({ folder: out, instances: [first], signal: new AbortController().signal, onWritten: () => undefined }),
    WriteError,
  );
  assert.ok(!existsSync(path.replace('.partial', '')));
  assert.equal(readFileSync(path, 'utf8'), 'of another process');
});

test('sizes are read and written in the units of people', () => {
  assert.equal(parseSize('1KiB'), 1024);
  assert.equal(parseSize('6 MB'), 6_000_000);
  assert.equal(parseSize('1.5MiB'), 1_572_864);
  assert.equal(parseSize('1GiB'), 2 ** 30);
  for (const wrong of ['', '1', '1TB', '-5KiB', '5 5KiB', '1,5MiB', '1.0001GiB'])
    assert.throws(() => parseSize(wrong), RangeError);
  assert.equal(formatBytes(512), '512 bytes');
  assert.equal(formatBytes(524_288), '512 KiB');
});
