import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ByteSource, fileSource } from '../bytes/byte-source.ts';
import { regularFile } from '../errors/regular-file.ts';
import type { BodyRecord, ExchangeRecord, TargetRecord } from '../results/results.ts';

/** What a script needs of a run. */
export interface RunFacts {
  readonly exchanges: readonly ExchangeRecord[];
  readonly target: Pick<TargetRecord, 'baseUrl' | 'authentication' | 'unverified' | 'authoritiesFile'>;
}

/** The bodies that a run kept. */
export interface KeptBodies {
  /** The body, or null where it was not kept. @throws UnusableFile for what is no file of the run. */
  open(body: BodyRecord | null): ByteSource | null;
}

/** The bodies in the folder of a run. */
export function bodiesIn(runFolder: string): KeptBodies {
  return {
    open(body) {
      const path = body?.file ? join(runFolder, body.file) : null;
      return path !== null && existsSync(path)
        ? fileSource(regularFile(path, { most: Number.POSITIVE_INFINITY, within: runFolder }))
        : null;
    },
  };
}
