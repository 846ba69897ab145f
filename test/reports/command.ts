import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import type { Results } from '../../lib/results/results.ts';
import { writeReports } from '../../reports/write-reports.ts';

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone when the tests are over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'run-'));
  folders.push(folder);
  return folder;
}

/** Folders with what was written of the same results and files before, by these: to copy one is cheaper. */
const written = new Map<string, string>();

/** A run folder of its own, as a run leaves it. */
export function runFolder(results: Results, files: Readonly<Record<string, string>> = {}): string {
  const text = JSON.stringify(results);
  const key = JSON.stringify([text, files]);
  const whole = written.get(key) ?? writtenFolder(results, { ...files, 'results.json': text });
  written.set(key, whole);
  const folder = emptyFolder();
  cpSync(whole, folder, { recursive: true });
  return folder;
}

function writtenFolder(results: Results, files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  writeReports(folder, results);
  return folder;
}

export interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  /** Message and hint of the error that ended it. */
  readonly error: string;
}

/** Runs a command as its user does and returns what became of it. */
export async function outcomeOf(command: Command, ...args: readonly string[]): Promise<Outcome> {
  const written: string[] = [];
  const write = process.stdout.write;
  const before = process.exitCode;
  process.exitCode = 0;
  process.stdout.write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0;
  try {
    await command
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .parseAsync([...args], { from: 'user' });
    return { exitCode: Number(process.exitCode), output: written.join(''), error: '' };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { exitCode: error.exitCode, output: written.join(''), error: `${error.message}\n${error.hint ?? ''}` };
  } finally {
    process.stdout.write = write;
    process.exitCode = before;
  }
}
