import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import type { Reply, Selection, Task, WorkerData } from './task.ts';

type Require = (specifier: string) => unknown;
type Program = (require: Require, module: { exports: unknown }) => void;
interface Test {
  readonly name: string;
  readonly body: () => unknown;
}

/** The names that Stryker's instrumented code reads and writes. */
interface StrykerNamespace {
  activeMutant: string;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
  currentTestId?: string;
  hitCount?: number;
  hitLimit?: number;
}

const { programs, base } = workerData as WorkerData;
const requirePackage = createRequire(base);
const compiled = new Map<string, Program>();

function compile(text: string): Program {
  const known = compiled.get(text);
  if (known) return known;
  const program = new Script(`(function (require, module) {${text}\n})`).runInThisContext() as Program;
  compiled.set(text, program);
  return program;
}

const sharedModule = { exports: {} as Record<string, () => unknown> };
compile(programs.shared)(requirePackage, sharedModule);

/** Loads a test file on fresh subjects; what it registers with `test` is returned instead of run. */
function load(file: number, stryker: StrykerNamespace): Test[] {
  const tests: Test[] = [];
  const test = (name: string, body: () => unknown) => {
    tests.push({ name, body });
  };
  Object.assign(globalThis, { __stryker__: stryker });
  compile(programs.tests[file] ?? '')(
    (specifier) => {
      if (specifier === 'node:test') return { test };
      return sharedModule.exports[specifier]?.() ?? requirePackage(specifier);
    },
    { exports: {} },
  );
  return tests;
}

function failure(test: string, error: unknown): Reply {
  return { kind: 'failed', test, message: error instanceof Error ? error.message : String(error) };
}

async function dryRun(file: number): Promise<Reply> {
  const start = performance.now();
  const stryker: StrykerNamespace = { activeMutant: '', mutantCoverage: { static: {}, perTest: {} } };
  let name = 'loading';
  try {
    const tests = load(file, stryker);
    for (const [index, { name: testName, body }] of tests.entries()) {
      name = testName;
      stryker.currentTestId = `test ${index}`;
      await body();
    }
    const { static: loading, perTest } = stryker.mutantCoverage;
    return {
      kind: 'covered',
      coverage: { loading, tests: tests.map((_, index) => perTest[`test ${index}`] ?? {}) },
      milliseconds: performance.now() - start,
    };
  } catch (error) {
    return failure(name, error);
  }
}

async function tryMutant(mutant: string, hitLimit: number, selections: readonly Selection[]): Promise<Reply> {
  for (const { file, tests: selected } of selections) {
    const mutantCoverage = { static: {}, perTest: {} };
    let name = 'loading';
    try {
      const tests = load(file, { activeMutant: mutant, hitCount: 0, hitLimit, mutantCoverage });
      for (const index of selected ?? tests.keys()) {
        const test = tests[index];
        if (!test) throw new Error(`Test ${index} is gone`);
        name = test.name;
        await test.body();
      }
    } catch (error) {
      return failure(name, error);
    }
  }
  return { kind: 'survived' };
}

parentPort?.on('message', async (task: Task) => {
  const reply =
    task.kind === 'dry-run' ? await dryRun(task.file) : await tryMutant(task.mutant, task.hitLimit, task.selections);
  parentPort?.postMessage(reply);
});
