import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { countingSwitch, livingSwitch, type MutantSwitch } from './mutant-switch.ts';
import type { Reply, Selection, Task, WorkerData } from './task.ts';

type Require = (specifier: string) => unknown;
type Program = (require: Require, module: { exports: unknown }, mutantSwitch: MutantSwitch | null) => void;
interface Test {
  readonly name: string;
  readonly body: () => unknown;
}

const { programs, base, mutants } = workerData as WorkerData;
const requirePackage = createRequire(base);
const compiled = new Map<string, Program>();

function compile(text: string): Program {
  const known = compiled.get(text);
  if (known) return known;
  const program = new Script(`(function (require, module, $switch) {${text}\n})`).runInThisContext() as Program;
  compiled.set(text, program);
  return program;
}

const sharedModule = { exports: {} as Record<string, () => unknown> };
compile(programs.shared)(requirePackage, sharedModule, null);

/**
 * Loads a test file on fresh subjects; what it registers with `test` is returned instead of run. A test with options
 * is left out: those take long, or wait for other programs.
 */
function load(file: number, mutantSwitch: MutantSwitch): Test[] {
  const tests: Test[] = [];
  const test = (name: string, body: unknown) => {
    if (typeof body === 'function') tests.push({ name, body: () => body() });
  };
  compile(programs.tests[file] ?? '')(
    (specifier) => {
      if (specifier === 'node:test') return { test };
      return sharedModule.exports[specifier]?.() ?? requirePackage(specifier);
    },
    { exports: {} },
    mutantSwitch,
  );
  return tests;
}

function failure(test: string, error: unknown): Reply {
  return { kind: 'failed', test, message: error instanceof Error ? error.message : String(error) };
}

async function dryRun(file: number): Promise<Reply> {
  const start = performance.now();
  const { hits, ...mutantSwitch } = countingSwitch(mutants);
  const taken = (): Record<number, number> => {
    const passed = [...hits.entries()].filter(([, count]) => count > 0);
    hits.fill(0);
    return Object.fromEntries(passed);
  };
  let name = 'loading';
  try {
    const tests = load(file, { ...mutantSwitch, hits });
    const loading = taken();
    const perTest: Record<number, number>[] = [];
    for (const test of tests) {
      name = test.name;
      await test.body();
      perTest.push(taken());
    }
    return { kind: 'covered', coverage: { loading, tests: perTest }, milliseconds: performance.now() - start };
  } catch (error) {
    return failure(name, error);
  }
}

async function tryMutant(mutant: number, hitLimit: number, selections: readonly Selection[]): Promise<Reply> {
  for (const { file, tests: selected } of selections) {
    let name = 'loading';
    try {
      const tests = load(file, livingSwitch(mutant, hitLimit));
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
