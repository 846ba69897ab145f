import { setTimeout as sleep } from 'node:timers/promises';
import { type Deletions, UnsafeDeletion } from '../../deletion/deletions.ts';
import { type Ledger, type LedgerEntry, type LedgerState, remaining } from '../../deletion/ledger.ts';
import { heldInAnswer } from '../../deletion/lists.ts';
import type { DicomWebClient } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { RemainsRecord } from '../../results/results.ts';
import { LEFT_FOR_CREDENTIALS } from '../cut-short.ts';
import { emptiedStudies } from './emptied-studies.ts';
import { createLooks, type LookedBy, type Looks } from './looks.ts';

/** Time for a store whose answer never came to finish on the server, in milliseconds. */
const STILL_STORING_MS = 1_500;

/** Time for a server that accepts a DELETE and carries it out later, in milliseconds. */
const STILL_DELETING_MS = 1_500;

/** Levels of DELETE, in the order in which they are tried. */
const LEVELS = ['instance', 'study'] as const;

/** What cleaning up goes by. */
export interface CleaningUp {
  readonly dicomweb: DicomWebClient;
  readonly deletions: Deletions;
  readonly ledger: Ledger;
  /** Deletes that the target offers, as far as its profile and the probe say; none where it deletes nothing. */
  readonly offered: readonly (typeof LEVELS)[number][];
  /** Study of the claim on UIDs of others: it is kept for as long as something under them is left. */
  readonly claimStudy?: string;
  /** Requests by which the run was shown an instance of its own: their not found is believed. */
  readonly worked?: ReadonlySet<LookedBy>;
}

/** What is known while cleaning up. */
interface Work extends CleaningUp {
  readonly looks: Looks;
  /** Why single instances were not deleted. */
  readonly refusals: Map<string, string>;
  /** Instances that the server lists in another study than the one that they were stored in. */
  readonly moved: Set<string>;
}

/**
 * Removes what the ledger says may still be on the server, instance by instance, and asks afterwards whether it is gone.
 * A study goes as a whole only where the server has no DELETE of instances and it was seen to hold nothing else.
 * What cannot be removed, or cannot be shown to be gone, is returned; so is a study that stays in the list of studies with
 * nothing in it.
 */
export async function cleanUp(cleaning: CleaningUp): Promise<RemainsRecord[]> {
  const { dicomweb, ledger, worked } = cleaning;
  if (remaining(ledger).some(({ state }) => state === 'sent')) await sleep(STILL_STORING_MS);
  const looks = createLooks(dicomweb, worked);
  const work: Work = { ...cleaning, looks, refusals: new Map(), moved: new Set() };
  const reasons = new Map<string, string>();
  const leftIn = (study: string): LedgerEntry[] => remaining(ledger).filter((entry) => entry.study === study);
  const oursIn = (study: string): LedgerEntry[] =>
    leftIn(study).filter(({ isDisputed, instance }) => !isDisputed && !work.moved.has(instance));
  const accepted: string[] = [];
  for (const study of inOrder(cleaning)) await recordWhatIsGone(work, leftIn(study), 'not asked to delete');
  // What a DELETE is tried on may be left as well: it is stored while studies are cleaned up.
  const next = () => inOrder(cleaning).find((study) => !reasons.has(study));
  for (let study = next(); study !== undefined; study = next()) {
    const named = study;
    if (study === cleaning.claimStudy && remaining(ledger).some(({ instance }) => ledger.shared.has(instance))) {
      reasons.set(study, 'it is the claim on what is left');
      continue;
    }
    const attempts = await removeOurs(work, study, () => oursIn(named));
    if (attempts.some(({ worked }) => worked) && oursIn(study).length > 0) accepted.push(study);
    reasons.set(study, attempts.map(({ words }) => words).join('; ') || 'the server offers no DELETE');
  }
  if (accepted.length > 0) await sleep(STILL_DELETING_MS);
  for (const study of accepted) await recordWhatIsGone(work, oursIn(study), 'deleted');
  const remains = [...reasons].flatMap(([study, why]) => {
    // What was refused and is not shown was not stored.
    const stays = leftIn(study).filter(({ state }) => state !== 'refused');
    return [
      ...stays
        .filter(({ isDisputed }) => !isDisputed)
        .flatMap((entry) => remainsOf([entry], work.refusals.get(entry.instance) ?? why)),
      ...remainsOf(
        stays.filter(({ isDisputed }) => isDisputed),
        "the server refused it: it may be somebody else's",
      ),
    ];
  });
  return [...remains, ...(await emptiedStudies(dicomweb, ledger))];
}

/** Studies in which something may be left, that of the claim last. */
function inOrder({ ledger, claimStudy }: CleaningUp): readonly string[] {
  const studies = [...new Set(remaining(ledger).map(({ study }) => study))];
  return [...studies.filter((study) => study !== claimStudy), ...studies.filter((study) => study === claimStudy)];
}

/** Deletes what is ours in a study, and asks what is gone. */
async function removeOurs(work: Work, study: string, ours: () => readonly LedgerEntry[]): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const level of LEVELS) {
    if (!work.offered.includes(level) || ours().length === 0) continue;
    const attempt =
      level === 'instance' ? await deleteOneByOne(work, ours()) : await deleteWhole(work.deletions, study);
    await recordWhatIsGone(work, ours(), attempt.worked ? 'deleted' : 'not asked to delete');
    attempts.push(attempt);
    if (!attempt.isUnsupported) break;
  }
  return attempts;
}

/** Entries as the results list them, each with the reason why it may still be there. */
export function remainsOf(entries: readonly LedgerEntry[], why: string): RemainsRecord[] {
  return entries.map(({ study, series, instance }) => ({
    studyInstanceUid: study,
    seriesInstanceUid: series,
    sopInstanceUid: instance,
    why,
  }));
}

const ACKNOWLEDGED: readonly LedgerState[] = ['acknowledged', 'missing'];

/**
 * Looks for each entry; a refused one that is shown was stored all the same. One that was acknowledged and never shown may be
 * shown later: that it is not shown says nothing before it was deleted.
 */
async function recordWhatIsGone(
  { dicomweb, looks, ledger, refusals, moved }: Work,
  entries: readonly LedgerEntry[],
  after: 'deleted' | 'not asked to delete',
): Promise<void> {
  for (const entry of entries) {
    const sight = await looks.lookFor(entry);
    const isTelling = after === 'deleted' || !ACKNOWLEDGED.includes(entry.state);
    if (sight === 'absent' && after === 'not asked to delete' && entry.state !== 'refused') {
      // It vanished from its study without a DELETE: studies are merged and split, and it lies where nobody would look.
      const study = await otherStudyOf(dicomweb, entry);
      if (study !== null) {
        moved.add(entry.instance);
        refusals.set(entry.instance, `the server lists it in study ${study} now, and it is left there`);
        continue;
      }
    }
    if (sight === 'absent' && isTelling && !moved.has(entry.instance)) ledger.record(entry, 'gone');
    else if (sight === 'shown' && (entry.state === 'refused' || ACKNOWLEDGED.includes(entry.state)))
      ledger.record(entry, 'observed');
  }
}

/** Another study in which a search over all studies lists an instance; null where it lists it in none. */
async function otherStudyOf(dicomweb: DicomWebClient, { study, instance }: LedgerEntry): Promise<string | null> {
  const found = heldInAnswer(await dicomweb.search({ level: 'instances' }, [['SOPInstanceUID', instance]])) ?? [];
  return found.find((one) => one.instance === instance && one.study !== study)?.study ?? null;
}

interface Attempt {
  /** Whether the server says that the thing is not there any more. */
  readonly worked: boolean;
  /** Whether it says that it has no such operation. */
  readonly isUnsupported: boolean;
  readonly words: string;
}

/**
 * Statuses by which servers say that they do not delete single instances (RFC 9110 §15.5.6, §15.6.2), 400 and 404 where
 * the route is unknown to them. A refusal such as 403 is no such word: who forbids to delete an instance may forbid more.
 */
const NO_SUCH_OPERATION = [400, 404, 405, 501];

async function deleteWhole(deletions: Deletions, study: string): Promise<Attempt> {
  try {
    return attempted('study', await deletions.whole({ study }));
  } catch (error) {
    if (!(error instanceof UnsafeDeletion)) throw error;
    return { worked: false, isUnsupported: false, words: error.message };
  }
}

/** After a DELETE without effect, the operation is known not to work and is not repeated on every instance. */
async function deleteOneByOne({ deletions, refusals }: Work, entries: readonly LedgerEntry[]): Promise<Attempt> {
  let attempt: Attempt = { worked: true, isUnsupported: false, words: '' };
  for (const entry of entries) {
    if (!attempt.worked) break;
    try {
      attempt = attempted('instance', await deletions.instance(entry));
    } catch (error) {
      if (!(error instanceof UnsafeDeletion)) throw error;
      refusals.set(entry.instance, error.message);
    }
  }
  return attempt.words === '' ? { ...attempt, worked: false, words: 'none of them may be deleted' } : attempt;
}

/** An instance that is not there any more was deleted with another one, which says nothing against the operation. */
function attempted(level: 'study' | 'instance', { response, failure }: Exchange): Attempt {
  const status = response?.status ?? 0;
  const answer = response ? String(status) : `with no status (${failure?.code ?? 'no answer'})`;
  const led = failure?.code === 'not-followed' ? `: ${failure.message}` : '';
  return {
    worked: (status >= 200 && status < 300) || status === 404 || status === 410,
    isUnsupported: NO_SUCH_OPERATION.includes(status),
    words:
      failure?.code === 'credentials' ? LEFT_FOR_CREDENTIALS : `DELETE of the ${level} was answered ${answer}${led}`,
  };
}
