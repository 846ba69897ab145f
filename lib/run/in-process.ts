import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Dataset } from '../../fixtures/dataset.ts';
import { redactorFor } from '../http/redaction.ts';
import { createTransport } from '../http/transport.ts';
import type { ExchangeRecord, ScenarioRecord } from '../results/results.ts';
import type { Target } from '../target/target.ts';
import { fleetingEvidence, folderEvidence } from './evidence.ts';
import { memoryJournal } from './journal.ts';
import { largestAnswer } from './largest-answer.ts';
import type { Scenario } from './scenario.ts';
import { createSession } from './session.ts';
import { sharedUidsOf } from './shared-uids.ts';

interface InProcessOptions {
  readonly signal?: AbortSignal;
  /** Longest answer that is read, in bytes; by default as long as in any run with this data set. */
  readonly maximumBodyBytes?: number;
  /** Longest time that a request takes, in milliseconds, however much of the answer still comes. */
  readonly overallTimeoutMs?: number;
  /** Waits; until the time has gone by where it is absent. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** A folder in which the evidence is kept; none is kept without it. */
  readonly keepIn?: string;
}

/** What scenarios found, and the exchanges that show it. */
interface Played {
  readonly scenarios: readonly ScenarioRecord[];
  readonly exchanges: readonly ExchangeRecord[];
}

/** As `playWithExchanges`, for who needs only the records of the scenarios. */
export async function playInProcess(
  scenarios: readonly Scenario[],
  target: Target,
  dataset: Dataset,
  options: InProcessOptions = {},
): Promise<ScenarioRecord[]> {
  return [...(await playWithExchanges(scenarios, target, dataset, options)).scenarios];
}

/**
 * Plays scenarios in this process, without Playwright and, unless told to, without keeping evidence: for the fault matrix and for
 * programs that use the harness as a library. What was stored stays unless the scenarios delete it.
 */
export async function playWithExchanges(
  scenarios: readonly Scenario[],
  target: Target,
  dataset: Dataset,
  options: InProcessOptions = {},
): Promise<Played> {
  const {
    signal = new AbortController().signal,
    maximumBodyBytes = largestAnswer(dataset),
    keepIn,
    overallTimeoutMs,
    pause,
  } = options;
  const folder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-'));
  const transport = createTransport({
    ...{ target, spoolFolder: folder, signal, maximumBodyBytes },
    ...(overallTimeoutMs === undefined ? {} : { overallTimeoutMs }),
  });
  const journal = memoryJournal();
  const redact = redactorFor(target);
  try {
    const session = createSession({
      target,
      dataset,
      journal,
      evidence: keepIn === undefined ? fleetingEvidence(redact) : folderEvidence(keepIn, redact),
      transport,
      keepAs: (name) => join(folder, basename(name)),
      makesPictures: false,
      ...(pause ? { pause } : {}),
      signal,
      sharedUids: sharedUidsOf(dataset, target, null),
    });
    const records: ScenarioRecord[] = [];
    for (const scenario of scenarios) records.push(await session.play(scenario));
    const exchanges = journal.entries().flatMap((entry) => (entry.kind === 'exchange' ? [entry.record] : []));
    return { scenarios: records, exchanges };
  } finally {
    transport.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
