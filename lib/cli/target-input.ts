import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { TargetInput } from '../target/configuration.ts';

/** The flags that say which server is meant. */
export interface TargetOptions {
  readonly target?: string;
  readonly targetFile?: string;
  readonly profile?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly product?: string;
  readonly productVersion?: string;
  readonly environment?: string;
  readonly tester?: string;
  readonly readOnly?: true;
}

/** Adds the flags that say what is tested and by whom; reports show them, and show as not given what is missing. */
export function withStatedOptions(command: Command): Command {
  return command
    .option('--product <name>', 'what is tested, for the reports')
    .option('--product-version <version>', 'its version')
    .option('--environment <text>', 'where it is tested, such as "staging, PostgreSQL 16"')
    .option('--tester <name>', 'who answers for the run');
}

/** Whether a server is named. An empty --target is a variable that was not set: the embedded one must not pass for it. */
export function namesTarget({ target, targetFile }: TargetOptions): boolean {
  return target !== undefined || targetFile !== undefined;
}

/** What the flags say of the target; `embeddedUrl` is the address of our own server, null where one is named. */
export function targetInput(options: TargetOptions, embeddedUrl: string | null): TargetInput {
  const target = options.target ?? embeddedUrl;
  return {
    ...(target === null ? {} : { target }),
    ...(options.targetFile === undefined ? {} : { targetFile: resolve(options.targetFile) }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout * 1_000 }),
    embedded: embeddedUrl !== null,
    ...(options.readOnly ? { isReadOnly: true } : {}),
    stated: statedIn(options),
  };
}

function statedIn({ product, productVersion, environment, tester }: TargetOptions): NonNullable<TargetInput['stated']> {
  return {
    ...(product === undefined ? {} : { product }),
    ...(productVersion === undefined ? {} : { productVersion }),
    ...(environment === undefined ? {} : { environment }),
    ...(tester === undefined ? {} : { tester }),
  };
}
