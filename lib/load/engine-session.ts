import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleScript } from './bundle.ts';
import { runEmbedded } from './embedded.ts';
import type { K6 } from './k6-binary.ts';
import type { EngineRun, Measured } from './measured.ts';
import { runK6 } from './real-k6.ts';
import type { AnyScript } from './scripts.ts';

/** Runs scripts on one engine. Owns a temporary folder for the files that go between the scripts and this process. */
export class EngineSession {
  /** `close` removes it. */
  readonly folder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-load-'));
  readonly #k6: K6 | null;
  readonly #removeFolder = (): void => rmSync(this.folder, { recursive: true, force: true });

  /** Null for `k6` means the embedded engine. */
  constructor(k6: K6 | null) {
    this.#k6 = k6;
    process.once('exit', this.#removeFolder);
  }

  /** `plannedSeconds` serves the progress line only. */
  async run(script: AnyScript, plannedSeconds: number, run: Omit<EngineRun, 'bundle'>): Promise<Measured> {
    const k6 = this.#k6;
    if (k6 === null) return runEmbedded({ ...run, bundle: await bundleScript(script, this.folder, null) });
    const summaryFile = join(this.folder, `${script}-summary.json`);
    rmSync(summaryFile, { force: true });
    const bundle = await bundleScript(script, this.folder, { path: JSON.stringify(summaryFile) });
    return runK6({ ...run, bundle, k6, folder: this.folder, summaryFile, plannedSeconds });
  }

  close(): void {
    process.removeListener('exit', this.#removeFolder);
    this.#removeFolder();
  }
}
