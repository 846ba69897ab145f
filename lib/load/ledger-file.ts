import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** File in the folder of a run with the studies that are, or may be, on the target. */
export const LEDGER_FILE = 'stored-studies.txt';

/** Studies that a run stored, one Study Instance UID a line, written before the first instance of each is sent. */
export class LedgerFile {
  readonly path: string;
  readonly #known = new Set<string>();
  #broken = false;

  constructor(path: string) {
    this.path = path;
  }

  /** A full disk does not keep the study from being known, and so from being deleted. */
  add(studyInstanceUID: string): void {
    if (this.#known.has(studyInstanceUID)) return;
    this.#known.add(studyInstanceUID);
    if (this.#broken) return;
    try {
      appendFileSync(this.path, `${studyInstanceUID}\n`);
    } catch {
      this.#broken = true;
    }
  }

  studies(): readonly string[] {
    return [...this.#known];
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
