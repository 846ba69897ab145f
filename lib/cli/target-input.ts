import { resolve } from 'node:path';
import type { TargetInput } from '../target/configuration.ts';

/** The flags that say which server is meant. */
export interface TargetOptions {
  readonly target?: string;
  readonly targetFile?: string;
  readonly profile?: string;
  /** Seconds. */
  readonly timeout?: number;
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
  };
}
