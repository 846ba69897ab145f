import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dataset } from '../../fixtures/dataset.ts';
import { freshUidsFor, withUids } from '../../fixtures/fresh-uids.ts';
import { accountOf } from '../../lib/deletion/account.ts';
import { createDeletions } from '../../lib/deletion/deletions.ts';
import { createLedger } from '../../lib/deletion/ledger.ts';
import { resetStudy } from '../../lib/deletion/reset.ts';
import { createDicomWebClient } from '../../lib/dicomweb/client.ts';
import { redactorFor } from '../../lib/http/redaction.ts';
import { createTransport } from '../../lib/http/transport.ts';
import type { RemainsRecord, ScenarioRecord } from '../../lib/results/results.ts';
import { claimStudyOf } from '../../lib/run/claim.ts';
import { cleanUp } from '../../lib/run/clean-up/clean-up.ts';
import { fleetingEvidence } from '../../lib/run/evidence.ts';
import { memoryJournal } from '../../lib/run/journal.ts';
import { makeRoom } from '../../lib/run/make-room.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { createSession } from '../../lib/run/session.ts';
import { sharedUidsOf } from '../../lib/run/shared-uids.ts';
import { storedOf } from '../../lib/run/stored-of.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import type { ServiceRoots, Target } from '../../lib/target/target.ts';
import { type ForeignServer, TUTORIAL } from './foreign-server.ts';

export interface Course {
  readonly server: Pick<ForeignServer, 'baseUrl' | 'patienceMs'>;
  readonly uids: 'fresh' | 'original';
  readonly scenarios: readonly Scenario[];
  /** Called before each step: making room, every scenario by its id, cleaning up. */
  readonly before: (step: string) => void;
  /** Where other services than those of the server lie. */
  readonly roots?: Partial<ServiceRoots>;
  /** What the user says to --reset, and what happens meanwhile; absent where the run does not reset. */
  readonly confirmReset?: () => Promise<boolean>;
  /** The run ends in the middle of this step, by an interrupt, and cleans up. */
  readonly interruptedAt?: string;
}

export interface CourseRun {
  readonly records: readonly ScenarioRecord[];
  readonly remains: readonly RemainsRecord[];
  /** Why the run was stopped before it stored anything of its data set; null where it was not. */
  readonly stopped: Error | null;
  /** What the run said. */
  readonly said: readonly string[];
}

/** What `conformance --target` does, in this process: makes room, plays, cleans up. */
export async function runCourse(course: Course): Promise<CourseRun> {
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  const { roots = {}, confirmReset } = course;
  const resolved = resolveTarget({ target: course.server.baseUrl, embedded: false, roots }, {});
  const target: Target = {
    ...resolved,
    profile: { ...resolved.profile, visibilityWindowMs: 100 },
    get timeoutMs() {
      return course.server.patienceMs;
    },
  };
  const original = TUTORIAL;
  const uids = course.uids === 'fresh' ? Object.fromEntries(freshUidsFor(original)) : null;
  const dataset: Dataset = uids ? withUids(original, new Map(Object.entries(uids))) : original;
  const journal = memoryJournal();
  const sharedUids = sharedUidsOf(dataset, target, uids);
  const interruption = new AbortController();
  const transport = createTransport({ target, spoolFolder: folder, signal: interruption.signal });
  const afterwards = createTransport({ target, spoolFolder: folder });
  let count = 0;
  const sending = { target, transport, nextExchangeId: () => `course.${++count}` };
  const ledgerNow = () =>
    createLedger(
      journal.entries().flatMap((entry) => (entry.kind === 'ledger' ? [entry.entry] : [])),
      (entry) => journal.append({ kind: 'ledger', entry }),
      sharedUids,
    );
  const step = (name: string): void => {
    course.before(name);
    if (name === course.interruptedAt) setTimeout(() => interruption.abort(), 5);
  };
  const records: ScenarioRecord[] = [];
  const said: string[] = [];
  let stopped: Error | null = null;
  try {
    step('room');
    if (uids === null) {
      const dicomweb = createDicomWebClient(sending);
      const ledger = ledgerNow();
      const { trial } = accountOf(ledger, storedOf(dataset));
      const instances = new Set(dataset.instances.map(({ instance }) => instance));
      const say = (line: string) => void said.push(line);
      const reset = confirmReset
        ? () =>
            resetStudy({
              sending,
              dicomweb,
              study: dataset.study,
              instances,
              trial,
              server: { worked: new Set() },
              say,
              confirm: confirmReset,
            })
        : null;
      await makeRoom({ dicomweb, dataset, ledger, visibilityMs: 5_000, reset });
    }
    const evidence = fleetingEvidence(redactorFor(target));
    const { signal } = interruption;
    const keepAs = (name: string) => join(folder, name.replaceAll('/', '-'));
    const parts = { target, dataset, journal, evidence, transport, keepAs, makesPictures: false, signal, sharedUids };
    const session = createSession(parts);
    for (const scenario of course.scenarios) {
      step(scenario.id);
      records.push(await session.play(scenario));
      if (signal.aborted) break;
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    stopped = error;
  }
  try {
    step('clean-up');
    const ledger = ledgerNow();
    const cleaning = { ...sending, transport: afterwards };
    const dicomweb = createDicomWebClient(cleaning);
    const deletions = createDeletions(cleaning, dicomweb, accountOf(ledger, storedOf(dataset)));
    const remains = await cleanUp({
      ...{ dicomweb, deletions, ledger, offered: ['instance', 'study'] },
      claimStudy: claimStudyOf(dataset.study),
    });
    return { records, remains, stopped, said };
  } finally {
    transport.close();
    afterwards.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
