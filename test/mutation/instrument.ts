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

/**
 * Puts all of Stryker's mutants into the files (absolute paths). Which one is alive is decided when the code runs, by
 * the free variable `$switch` (`MutantSwitch`).
 */
export async function instrument(files: readonly string[]): Promise<Instrumented> {
  const { files: instrumented, mutants } = await new Instrumenter(silent).instrument(
    files.map((name) => ({ name, content: readFileSync(name, 'utf8'), mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [], noHeader: true },
  );
  return { sources: new Map(instrumented.map(({ name, content }) => [name, switched(content)])), mutants };
}

/** Calls of Stryker's helpers made quick where they stand in loops over bytes: with numbers, and only when needed. */
function switched(content: string): string {
  return content
    .replaceAll(/stryMutAct_9fa48\("(\d+)"\)/g, '($switch.active === $1 && $switch.hit())')
    .replaceAll(
      /stryCov_9fa48\(("\d+"(?:, "\d+")*)\)/g,
      (_, ids: string) => `($switch.hits && (${ids.replaceAll(/"(\d+)"/g, '$switch.hits[$1]++')}))`,
    );
}
