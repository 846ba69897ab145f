import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ownInstances, ownSeries } from '../../load/shared/own-instances.ts';
import type { InstancePath } from '../dicomweb/operations.ts';

/** File in the folder of a run with the studies that are, or may be, on the target. */
export const LEDGER_FILE = 'stored-studies.txt';

/** Studies that a run stored, one Study Instance UID a line, written before the first instance of each is sent. */
export class LedgerFile {
  readonly path: string;
  readonly #known = new Map<string, number>();
  #broken = false;

  constructor(path: string) {
    this.path = path;
  }

  /** A full disk does not keep the study from being known, and so from being deleted. */
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

  /** Leaves only these in the file, and no file when there are none. */
  reduceTo(studies: readonly string[]): void {
    if (studies.length > 0) writeFileSync(this.path, studies.map((study) => `${study}\n`).join(''));
    else if (existsSync(this.path)) rmSync(this.path);
  }
}

/** Study Instance UIDs of a ledger file. Throws the file system's own error. */
export function readLedger(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
