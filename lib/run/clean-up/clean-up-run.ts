import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withSecretOfRun } from '../../bytes/drawn.ts';
import { accountOf } from '../../deletion/account.ts';
import { createDeletions, type Deletions, UnsafeDeletion } from '../../deletion/deletions.ts';
import { createLedger, type InstanceKey, type Ledger, type LedgerEntry, remaining } from '../../deletion/ledger.ts';
import { createDicomWebClient } from '../../dicomweb/client.ts';
import type { DicomWebClient } from '../../dicomweb/operations.ts';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { createTransport } from '../../http/transport.ts';
import { probe } from '../../probe/probe.ts';
import type { RemainsRecord } from '../../results/results.ts';
import { resolveTarget } from '../../target/configuration.ts';
import type { Target } from '../../target/target.ts';
import { claimsOfOthers } from '../claim.ts';
import { damagedLines, fileJournal, JOURNAL_FILE, type Journal } from '../journal.ts';
import { largestAnswer } from '../largest-answer.ts';
import { openDataset } from '../open-session.ts';
import { offeredDeletes } from '../preflight.ts';
import { readSetup } from '../setup.ts';
import { storedOf } from '../stored-of.ts';
import { cleanUp, remainsOf } from './clean-up.ts';
import { type OfThisRun, ofThisRun } from './of-this-run.ts';

/** So many instances are looked for to see that the server is the one of the run. */
const MOST_LOOKED_FOR = 50;

/** So many instances are named where nothing could be cleaned up. */
const MOST_NAMED = 100;

/**
 * Cleans up after a run that was killed, by the ledger in its journal: on the server of the run, which is seen by an instance
 * that it gives back as it was stored, and what comes back as it was stored. The journal goes on, so that what is gone now is
 * not looked for again.
 *
 * @throws CommandError with exit code 2 for a folder without a run or a damaged one, and 3 for a target that cannot be reached
 *   or is not seen to be the server of the run. Nothing was deleted.
 */
export async function cleanUpRun(folder: string, say: (line: string) => void): Promise<readonly RemainsRecord[]> {
  const path = join(folder, JOURNAL_FILE);
  if (!existsSync(path))
    throw new CommandError(`${folder} holds no ${JOURNAL_FILE}: it is no folder of a conformance run`);
  const journal = fileJournal(path);
  const left = remaining(ledgerIn(journal));
  const why = 'a line of the ledger was changed, and what it stood for is not known any more';
  const unknown = [...new Set(damagedLines(path))].map((studyInstanceUid) => ({ studyInstanceUid, why }));
  if (left.length === 0) return unknown;
  try {
    return [...(await cleanUpBy(journal, folder, say)), ...unknown];
  } catch (error) {
    // Whatever it was stopped by, what may be there has to be known.
    for (const { study, instance } of left.slice(0, MOST_NAMED))
      say(`may still be on the server: ${study} ${instance}`);
    if (left.length > MOST_NAMED) say(`and ${left.length - MOST_NAMED} more instances, which ${path} names`);
    throw error;
  }
}

async function cleanUpBy(
  journal: Journal,
  folder: string,
  say: (line: string) => void,
): Promise<readonly RemainsRecord[]> {
  const run = setupIn(folder);
  if (run === null) return [];
  const { target, dataset, proof } = run;
  const all = remaining(ledgerIn(journal));
  const foreign = all.filter((line) => !proof.isLineOfRun(line));
  const ledger = ledgerIn(journal, (line) => proof.isLineOfRun(line), proof);
  const refused = remainsOf(foreign, 'its UIDs are not of this run: it is left alone');
  if (remaining(ledger).length === 0) return refused;
  const spoolFolder = join(folder, 'spool');
  const transport = createTransport({ target, spoolFolder, maximumBodyBytes: largestAnswer(dataset) });
  try {
    const outcome = await probe(target, transport);
    if (outcome.kind !== 'ready') throw new CommandError(outcome.message, EXIT_CODES.unreachable, outcome.hint);
    let count = 0;
    const sending = { target, transport, nextExchangeId: () => `clean-up.${++count}` };
    const dicomweb = createDicomWebClient(sending);
    await seeServerOfRun(dicomweb, target, proof, remaining(ledger));
    const disputed = await noLongerClaimed(dicomweb, proof, ledger);
    const own = ledgerIn(journal, (line) => proof.isLineOfRun(line) && !disputed.includes(line.instance), proof);
    say(`Deleting from ${target.baseUrl}, one by one, ${remaining(own).length} instances of the run …`);
    const deletions = createDeletions(sending, dicomweb, accountOf(own, storedOf(dataset)));
    const work = {
      dicomweb,
      deletions: onlyAsStored(deletions, dicomweb, proof, own),
      ledger: own,
      claimStudy: proof.claimStudy,
    };
    const offered = offeredDeletes(target, outcome);
    const remains = await withSecretOfRun(run.secret, () => cleanUp({ ...work, offered }));
    const unclaimed = remaining(ledger).filter(({ instance }) => disputed.includes(instance));
    const why = "the claim of this run on its UIDs is gone: what bears them may be somebody else's";
    return [...remains, ...remainsOf(unclaimed, why), ...refused];
  } finally {
    transport.close();
    rmSync(spoolFolder, { recursive: true, force: true });
  }
}

/** How the run was made; null for one on the embedded server, which is gone with all that it held. */
function setupIn(folder: string) {
  try {
    const { id, target: input, dataset: from, freshUids, secret } = readSetup(folder);
    if (input.embedded) return null;
    if (typeof secret !== 'string' || secret === '') throw new Error('it lacks the secret of the run');
    const dataset = openDataset(from, freshUids);
    return { target: resolveTarget(input, process.env), dataset, proof: ofThisRun({ id, secret, dataset }), secret };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`run.json in ${folder}, which says how the run was made, cannot be read: ${why}`);
  }
}

/** The ledger of a run, or of the lines that are meant. Whether an instance is disputed was recorded when it was refused. */
function ledgerIn(
  journal: Journal,
  isMeant: (line: InstanceKey) => boolean = () => true,
  proof: OfThisRun | null = null,
): Ledger {
  const lines = journal
    .entries()
    .flatMap((entry) => (entry.kind === 'ledger' && isMeant(entry.entry) ? [entry.entry] : []));
  const uids = lines.flatMap(({ study, series, instance }) => [study, series, instance]);
  const shared = new Set(uids.filter((uid) => proof !== null && !proof.isOwnUid(uid)));
  return createLedger(lines, (entry) => journal.append({ kind: 'ledger', entry }), shared);
}

/** @throws CommandError with exit code 3 where no instance of the run comes back as it was stored. */
async function seeServerOfRun(
  dicomweb: DicomWebClient,
  { baseUrl }: Target,
  proof: OfThisRun,
  lines: readonly LedgerEntry[],
): Promise<void> {
  let last = 'none was found';
  for (const line of lines.slice(0, MOST_LOOKED_FOR)) {
    const seen = proof.seenIn(await dicomweb.retrieveInstance(line), line);
    if (seen.kind === 'as stored') return;
    if (seen.kind !== 'absent') last = `of ${line.instance}, ${seen.why}`;
  }
  throw new CommandError(
    `${baseUrl} gives back no instance of the run as it was stored (${last}); nothing was deleted`,
    EXIT_CODES.unreachable,
    'Either nothing of the run is left, or another archive is at this address now.',
  );
}

/**
 * SOP Instance UIDs of the data set, where others may have stored under them since: while the claim of this run is there, and
 * no other, none of the harness has.
 */
async function noLongerClaimed(dicomweb: DicomWebClient, proof: OfThisRun, ledger: Ledger): Promise<readonly string[]> {
  const shared = remaining(ledger).filter(({ instance }) => ledger.shared.has(instance));
  if (shared.length === 0) return [];
  const claim = remaining(ledger).find(({ study }) => study === proof.claimStudy);
  const isThere = claim && proof.seenIn(await dicomweb.retrieveInstance(claim), claim).kind === 'as stored';
  const isAlone = isThere && (await claimsOfOthers(dicomweb, claim)).length === 0;
  return isAlone ? [] : shared.map(({ instance }) => instance);
}

/** Deletions before which each instance is retrieved and compared: days may have gone by. */
function onlyAsStored(deletions: Deletions, dicomweb: DicomWebClient, proof: OfThisRun, ledger: Ledger): Deletions {
  const see = async (line: InstanceKey): Promise<void> => {
    const seen = proof.seenIn(await dicomweb.retrieveInstance(line), line);
    if (seen.kind === 'other')
      throw new UnsafeDeletion(`instance ${line.instance} may be somebody else's: ${seen.why}`);
  };
  return {
    async instance(path) {
      await see(path);
      return deletions.instance(path);
    },
    async whole(path, routes) {
      for (const line of remaining(ledger).filter(({ study }) => study === path.study)) await see(line);
      return deletions.whole(path, routes);
    },
  };
}
