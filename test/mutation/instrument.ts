import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';

type Mutants = Awaited<ReturnType<Instrumenter['instrument']>>['mutants'];
export type Mutant = Mutants[number];

/** Sources with every mutant switched into them, by path, and the mutants themselves. */
export interface Instrumented {
  readonly sources: ReadonlyMap<string, string>;
  readonly mutants: readonly Mutant[];
}

const nothing = () => undefined;
const never = () => false;
const silent: ConstructorParameters<typeof Instrumenter>[0] = {
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};

/** Puts all of Stryker's mutants into the files (absolute paths). Which one is alive is decided when the code runs. */
export async function instrument(files: readonly string[]): Promise<Instrumented> {
  const { files: instrumented, mutants } = await new Instrumenter(silent).instrument(
    files.map((name) => ({ name, content: readFileSync(name, 'utf8'), mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  return { sources: new Map(instrumented.map(({ name, content }) => [name, content])), mutants };
}
