import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../fixtures/dataset.ts';
import { withUids } from '../../fixtures/fresh-uids.ts';
import { loadDataset } from '../../fixtures/load-dataset.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { redactorFor } from '../http/redaction.ts';
import { createTransport } from '../http/transport.ts';
import { resolveTarget } from '../target/configuration.ts';
import { folderEvidence } from './evidence.ts';
import { fileJournal, JOURNAL_FILE } from './journal.ts';
import { largestAnswer } from './largest-answer.ts';
import { createSession, type Session } from './session.ts';
import { isPatient, readSetup } from './setup.ts';
import { sharedUidsOf } from './shared-uids.ts';

/**
 * Opens the session of a prepared run, in whichever process it is needed; it goes on where the journal ends. What it does
 * ends when `signal` aborts.
 */
export async function openSession(
  runFolder: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<Session> {
  const setup = readSetup(runFolder);
  const target = resolveTarget(setup.target, process.env);
  const kept = join(runFolder, 'retrieved');
  mkdirSync(kept, { recursive: true });
  const dataset = openDataset(setup.dataset, setup.freshUids);
  const spoolFolder = join(runFolder, 'spool');
  return createSession({
    target,
    dataset,
    journal: fileJournal(join(runFolder, JOURNAL_FILE)),
    evidence: folderEvidence(runFolder, redactorFor(target), target.connection),
    transport: createTransport({
      ...{ target, spoolFolder, signal, maximumBodyBytes: largestAnswer(dataset) },
      tookCredentials: true,
    }),
    keepAs: (name) => join(kept, name),
    makesPictures: true,
    signal,
    seed: setup.id,
    isPatient: isPatient(setup),
    secret: setup.secret,
    sharedUids: sharedUidsOf(dataset, target, setup.freshUids),
  });
}

/** The data set of a run: the tutorial's, or the files of a folder, under fresh UIDs where the run asks for them. */
export function openDataset(folder: string | null, uids: Readonly<Record<string, string>> | null): Dataset {
  const dataset = folder === null ? tutorialDataset() : loadDataset(folder);
  return uids === null ? dataset : withUids(dataset, new Map(Object.entries(uids)));
}
