import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { measure } from './measure.ts';
import { score } from './score.ts';

const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
after(() => rmSync(folder, { recursive: true }));

const SUBJECT = `
export const LEAST = [10];
export function isEnough(count: number): boolean {
  return count > (LEAST[0] ?? 0);
}
export function sum(numbers: readonly number[]): number {
  let total = 0;
  for (let index = 0; index < numbers.length; index++) total += numbers[index] ?? 0;
  return total;
}
export function unused(): string {
  return 'never called';
}
`;

const PREAMBLE = `
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEnough, LEAST, sum } from './subject.ts';
`;

const NARROW = `${PREAMBLE}
test('enough', () => {
  assert.equal(isEnough(11), true);
  assert.equal(isEnough(9), false);
});
`;

const OTHER = `${PREAMBLE}
test('sum', async () => {
  assert.equal(sum([1, 2]), 3);
  assert.equal(sum([]), 0);
  await Promise.resolve();
  assert.equal(LEAST.length, 1);
});
`;

const REST = { rooms: [folder], workers: 1, slackMilliseconds: 1_000, progress: () => undefined };

function place(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('what a test notices is killed, what none notices survives, what none passes is uncovered', async () => {
  const subjects = [place('subject.ts', SUBJECT)];
  const tests = [place('subject.test.ts', NARROW), place('other.test.ts', OTHER)];
  let calls = 0;
  const outcomes = await measure({ ...REST, subjects, tests, workers: 2, progress: () => calls++ });
  assert.equal(calls, outcomes.length);
  const fates = Object.fromEntries(
    outcomes.map(({ fate, mutant }) => [`${mutant.location.start.line} ${mutant.replacement}`, fate]),
  );
  assert.deepEqual(fates, {
    '1 []': 'killed',
    '2 {}': 'killed',
    '3 true': 'killed',
    '3 false': 'killed',
    '3 count >= (LEAST[0] ?? 0)': 'survived',
    '3 count <= (LEAST[0] ?? 0)': 'killed',
    '3 LEAST[0] && 0': 'killed',
    '5 {}': 'killed',
    '7 false': 'killed',
    '7 index <= numbers.length': 'survived',
    '7 index >= numbers.length': 'killed',
    '7 index--': 'killed',
    '7 total -= numbers[index] ?? 0': 'killed',
    '7 numbers[index] && 0': 'killed',
    '10 {}': 'uncovered',
    '11 ""': 'uncovered',
  });
  const { mutants, noticed, timedOut, files } = score(outcomes, folder);
  assert.deepEqual([mutants, noticed, timedOut, files.length], [16, 12, 0, 1]);
  assert.deepEqual(files[0]?.survivors[0], {
    line: 4,
    column: 10,
    fate: 'survived',
    mutator: 'EqualityOperator',
    replacement: 'count >= (LEAST[0] ?? 0)',
  });
});

test('a subject that is reached through another file of the rooms is the mutated one', async () => {
  const subjects = [place('subject.ts', SUBJECT)];
  mkdirSync(join(folder, 'callers'));
  place(
    'callers/average.ts',
    "import { sum } from '../subject.ts';\nexport const average = (of: number[]) => sum(of) / of.length;",
  );
  const through = `
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { average } from './callers/average.ts';
test('average', () => assert.equal(average([1, 3]), 2));
`;
  const outcomes = await measure({ ...REST, subjects, tests: [place('average.test.ts', through)] });
  assert.deepEqual(
    outcomes.filter(({ mutant }) => mutant.replacement.startsWith('total -=')).map(({ fate }) => fate),
    ['killed'],
  );
});

test('a loop that passes no mutant again is stopped by the clock', async () => {
  const subjects = [place('endless.ts', 'export const STEP = [1].length;\n')];
  const loop = `
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STEP } from './endless.ts';
test('ends', () => {
  let steps = 0;
  while (steps < 5) steps += STEP;
  assert.equal(steps, 5);
});
`;
  const outcomes = await measure({ ...REST, subjects, tests: [place('endless.test.ts', loop)] });
  assert.deepEqual(
    outcomes.map(({ fate }) => fate),
    ['timed-out'],
  );
  const { mutants, noticed, timedOut } = score(outcomes, folder);
  assert.deepEqual([mutants, noticed, timedOut], [1, 1, 1]);
});

test('tests that fail without a mutant measure nothing', async () => {
  const subjects = [place('subject.ts', SUBJECT)];
  const failing = `${PREAMBLE}test('wrong', () => assert.equal(sum([1]), 2));`;
  await assert.rejects(
    measure({ ...REST, subjects, tests: [place('failing.test.ts', failing)] }),
    /failing\.test\.ts does not pass without a mutant: "wrong" fails/,
  );
});
