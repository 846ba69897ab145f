import { appendFileSync, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { BOUNDS } from '../bounds.ts';
import { isLedgerEntry, type LedgerEntry } from '../deletion/ledger.ts';
import { readRegularFile } from '../errors/regular-file.ts';
import type { ExchangeRecord, ScenarioRecord } from '../results/results.ts';

/** Everything that happened in a run, in order. A run that dies leaves all that it had seen. */
export type JournalEntry =
  | { readonly kind: 'exchange'; readonly scenario: string; readonly record: ExchangeRecord }
  | { readonly kind: 'ledger'; readonly entry: LedgerEntry }
  | { readonly kind: 'scenario'; readonly record: ScenarioRecord };

/** Name of a run's journal in its folder. */
export const JOURNAL_FILE = 'journal.ndjson';

export interface Journal {
  append(entry: JournalEntry): void;
  entries(): readonly JournalEntry[];
}

/** A journal that lives as long as the process. */
export function memoryJournal(): Journal {
  const entries: JournalEntry[] = [];
  return { append: (entry) => void entries.push(entry), entries: () => entries };
}

/**
 * A journal in a file, one entry a line, shared by the processes of a run. A line that a dying process did not finish is
 * left out.
 */
export function fileJournal(path: string): Journal {
  return {
    // The line feed in front ends a line that another process left unfinished, which would swallow this one.
    append: (entry) => appendFileSync(path, `\n${JSON.stringify(entry)}\n`),
    entries: () => linesOf(path).flatMap(entryOf),
  };
}

function linesOf(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const limits = { most: BOUNDS.journal.limit, within: dirname(path) };
  return readRegularFile(path, limits).toString('utf8').split('\n');
}

/**
 * Lines of the ledger in a journal that are whole and no entries: somebody changed them. What they stood for may be on the server,
 * in the study that is returned for each, as far as it can be read.
 */
export function damagedLines(path: string): readonly string[] {
  return linesOf(path).flatMap(damagedIn);
}

function damagedIn(line: string): string[] {
  if (line === '' || entryOf(line).length > 0) return [];
  try {
    const { kind, entry } = JSON.parse(line) as {
      readonly kind?: unknown;
      readonly entry?: { readonly study?: unknown };
    };
    const study = String(entry?.study);
    return kind === 'ledger' ? [/^[0-9.]{1,128}$/.test(study) ? study : 'unknown study'] : [];
  } catch {
    return [];
  }
}

/** Why a request of the run had no credentials that the target takes; null where none was so. */
export function credentialsRefusal(entries: readonly JournalEntry[]): string | null {
  for (const entry of entries) {
    if (entry.kind === 'exchange' && entry.record.failure?.code === 'credentials') return entry.record.failure.message;
  }
  return null;
}

function entryOf(line: string): JournalEntry[] {
  if (line === '') return [];
  try {
    const entry: unknown = JSON.parse(line);
    return isEntry(entry) ? [entry] : [];
  } catch {
    return [];
  }
}

/** A ledger is a list of what may be deleted: what is no whole entry of it is none. */
function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'ledger') return 'entry' in value && isLedgerEntry(value.entry);
  return (value.kind === 'exchange' || value.kind === 'scenario') && 'record' in value;
}
