import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { BOUNDS } from '../bounds.ts';
import type { InstancePath } from '../dicomweb/operations.ts';
import { readRegularFile } from '../errors/regular-file.ts';
import { ownInstances, ownSeries } from '../portable/own-instances.ts';

/** File in the folder of a run that lists the studies that are, or may be, on the target. */
export const LEDGER_FILE = 'stored-studies.txt';

/** The studies that a run stores, one Study Instance UID a line. A study is added before its first instance is sent. */
export class LedgerFile {
  readonly path: string;
  readonly #known = new Map<string, number>();
  #broken = false;

  constructor(path: string) {
    this.path = path;
  }

  /** Where the disk is full, the study is still kept in memory, so that the clean-up deletes it. */
  add(studyInstanceUID: string, instances: number): void {
    if (this.#known.has(studyInstanceUID)) return;
    this.#known.set(studyInstanceUID, instances);
    if (this.#broken) return;
    try {
      appendFileSync(this.path, `${studyInstanceUID}\n`);
    } catch {
      this.#broken = true;
    }
  }

  studies(): readonly string[] {
    return [...this.#known.keys()];
  }

  /** Every instance that the run may have stored in a study. */
  instancesOf(study: string): readonly InstancePath[] {
    const series = ownSeries(study);
    return ownInstances(study, this.#known.get(study) ?? 0).map((instance) => ({ study, series, instance }));
  }

  /** Rewrites the file with these studies only; removes it when there are none. */
  reduceTo(studies: readonly string[]): void {
    if (studies.length > 0) writeFileSync(this.path, studies.map((study) => `${study}\n`).join(''));
    else if (existsSync(this.path)) rmSync(this.path);
  }
}

/** Study Instance UIDs of a ledger file. @throws UnusableFile for what is no such file. */
export function readLedger(path: string): readonly string[] {
  return readRegularFile(path, { most: BOUNDS.journal.limit })
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
