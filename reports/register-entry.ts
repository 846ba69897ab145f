import { allRequirements } from '../lib/requirements/register.ts';
import type { RequirementRecord, Results } from '../lib/results/results.ts';

/** What a report says about a requirement; the register's own words where it has the row. */
export interface RegisterEntry {
  readonly id: string;
  readonly service: string;
  readonly clause: string;
  /** Leads to the clause in the edition that the run was judged by. */
  readonly link: string | null;
  readonly level: string;
  readonly statement: string;
  readonly disputed: string | null;
  /** Why no scenario judges it; null where one does. */
  readonly unjudged: string | null;
  /** The run's record; undefined where the run had nothing to do with it. */
  readonly record: RequirementRecord | undefined;
}

/** Every part of a report asks for them, each ticket as well. */
const known = new WeakMap<Results, ReadonlyMap<string, RegisterEntry>>();

/**
 * Every requirement of the register in its order, with the run's record where it has one; then what only the run
 * knows, which happens when a report is made again by another version of the harness.
 */
export function registerEntries(results: Results): ReadonlyMap<string, RegisterEntry> {
  const found = known.get(results) ?? entriesOf(results);
  known.set(results, found);
  return found;
}

function entriesOf(results: Results): ReadonlyMap<string, RegisterEntry> {
  const records = new Map(results.requirements.map((record) => [record.id, record]));
  const entries = new Map<string, RegisterEntry>();
  const edition = /^\d{4}[a-e]$/.exec(results.run.harness.edition)?.[0] ?? 'current';
  for (const row of allRequirements()) {
    entries.set(row.id, {
      ...row,
      link: row.link.replace('/dicom/current/', `/dicom/${edition}/`),
      disputed: row.disputed ?? null,
      unjudged: row.unjudged ?? null,
      record: records.get(row.id),
    });
  }
  for (const record of results.requirements) {
    if (entries.has(record.id)) continue;
    entries.set(record.id, { ...record, link: null, disputed: null, unjudged: null, record });
  }
  return entries;
}
