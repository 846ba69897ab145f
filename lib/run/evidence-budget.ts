import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BOUNDS } from '../bounds.ts';
import type { Finding } from '../results/finding.ts';
import type { BodyRecord, ExchangeRecord } from '../results/results.ts';
import type { JournalEntry } from './journal.ts';

/** Up to so many bytes every body of a run is kept. */
const BUDGET = BOUNDS.evidence.limit;
/** Beyond it, bodies longer than this are kept only where a finding that is not harmless cites their exchange. */
const LARGE = 1 << 20;

/**
 * Keeps the evidence of a study of gigabytes from filling the disk: once the budget is spent, large bodies that no
 * failure and no warning cites are removed. They stay described by length and hash.
 */
export function createEvidenceBudget(runFolder: string, budget: number = BUDGET) {
  let spent = 0;
  const counted = new Set<string>();
  return {
    /** Accounts for the exchanges of a scenario that was judged. Returns the files that were removed. */
    settle(records: readonly ExchangeRecord[], findings: readonly Finding[]): readonly string[] {
      const cited = new Set(
        findings
          .filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
          .flatMap(({ exchanges }) => exchanges),
      );
      const removed: string[] = [];
      for (const record of records) {
        for (const { file, length } of bodiesOf(record)) {
          if (file === null || counted.has(file)) continue;
          counted.add(file);
          if (spent + length > budget && length > LARGE && !cited.has(record.id)) {
            rmSync(join(runFolder, file), { force: true });
            removed.push(file);
          } else spent += length;
        }
      }
      return removed;
    },
  };
}

/** The bodies of an exchange that there are. */
export function bodiesOf({ request, response }: ExchangeRecord): BodyRecord[] {
  return [request.body, response?.body ?? null].filter((body) => body !== null);
}

/** The journal as the run folder bears it out: a body whose file was removed has none. */
export function withKeptBodies(entries: readonly JournalEntry[], runFolder: string): JournalEntry[] {
  return entries.map((entry) =>
    entry.kind === 'exchange' ? { ...entry, record: withKeptFiles(entry.record, runFolder) } : entry,
  );
}

/** A record whose bodies name only files that are there. */
export function withKeptFiles(record: ExchangeRecord, runFolder: string): ExchangeRecord {
  const kept = (body: BodyRecord | null): BodyRecord | null =>
    body?.file && !isFile(join(runFolder, body.file)) ? { ...body, file: null } : body;
  const { request, response, curl } = record;
  const body = kept(request.body);
  return {
    ...record,
    request: { ...request, body },
    response: response && { ...response, body: kept(response.body) },
    curl: body?.file === null && request.body?.file ? curl.replace(`@${request.body.file}`, '@BODY') : curl,
  };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
