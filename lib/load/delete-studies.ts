import { setTimeout as sleep } from 'node:timers/promises';
import { type Deletions, UnsafeDeletion } from '../deletion/deletions.ts';
import { listBy } from '../deletion/lists.ts';
import type { DicomWebClient, InstancePath } from '../dicomweb/operations.ts';
import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import { isOwnInstance } from '../portable/own-instances.ts';
import type { RemainsRecord } from '../results/results.ts';
import type { SeenStudy, StudyLooks } from './study-looks.ts';

const AT_ONCE = 4;
/** So many requests without an answer, or with credentials that ended, one after another, and the rest is not tried: each may take a whole time-out. */
const MOST_UNANSWERED = 4;

/** What deleting after a load run goes by. */
export interface StoredStudies {
  readonly dicomweb: DicomWebClient;
  readonly deletions: Deletions;
  readonly looks: StudyLooks;
  /** Every instance that the run may have stored in a study. */
  instancesOf(study: string): readonly InstancePath[];
  /** Ends the work between two studies: what is left is told. */
  readonly stop: AbortSignal;
}

/** Statuses that say that there is no such operation (RFC 9110 §15.5.6, §15.6.2). */
const NO_SUCH_OPERATION = [405, 501];

/**
 * Deletes what a run stored in studies of its own, some at a time and instance by instance, so that nothing goes that
 * somebody else added, and asks afterwards whether they are gone. A study goes as a whole only where the server deletes
 * no single instance and the study was seen to hold nothing else. Returns those of which the target does not say that
 * they are gone, or that were not seen to be.
 */
export async function deleteStudies(
  stored: StoredStudies,
  studies: readonly string[],
  visibilityMs: number,
): Promise<readonly RemainsRecord[]> {
  const { looks, deletions, instancesOf, stop } = stored;
  const said: string[] = [];
  const left: RemainsRecord[] = [];
  const keeps = (why: string) => (studyInstanceUid: string) => left.push({ studyInstanceUid, why });
  const untried = await inParallel(studies, stop, async (study) => {
    // By what shows it now it is seen to be gone afterwards.
    await looks.lookFor(study);
    const { why, isAnswered } = await deleteStudy(deletions, study, instancesOf(study));
    if (why === null) said.push(study);
    else keeps(why)(study);
    return isAnswered;
  });
  const others = 'others got no answer, or the credentials ended';
  untried.forEach(keeps(`its deletion was not tried: ${stop.aborted ? 'the run was interrupted' : others}`));
  return [...left, ...(await notSeenGone(stored, said, visibilityMs))];
}

interface Attempt {
  /** Why the study was not deleted; null when the target says that it was. */
  readonly why: string | null;
  readonly isAnswered: boolean;
}

async function deleteStudy(deletions: Deletions, study: string, instances: readonly InstancePath[]): Promise<Attempt> {
  for (const instance of instances) {
    const exchange = await deletions.instance(instance);
    const { response } = exchange;
    if (NO_SUCH_OPERATION.includes(response?.status ?? 0)) return deleteWhole(deletions, study);
    if (!isGone(response)) return notDeleted(exchange);
  }
  return { why: null, isAnswered: true };
}

async function deleteWhole(deletions: Deletions, study: string): Promise<Attempt> {
  try {
    const exchange = await deletions.whole({ study }, ['metadata', 'search']);
    return isGone(exchange.response) ? { why: null, isAnswered: true } : notDeleted(exchange);
  } catch (error) {
    if (error instanceof UnsafeDeletion) return { why: error.message, isAnswered: true };
    throw error;
  }
}

/** An instance that is not there, since its store was refused or never sent, is as good. */
function isGone(response: ExchangeResponse | null): boolean {
  const status = response?.status ?? 0;
  return (status >= 200 && status <= 299) || status === 404 || status === 410;
}

function notDeleted({ response, failure }: Exchange): Attempt {
  if (failure?.code === 'credentials')
    return { why: 'its deletion was refused: the credentials ended', isAnswered: false };
  const status = response === null ? '' : ` (${response.status})`;
  return { why: `its deletion was not answered with success${status}`, isAnswered: response !== null };
}

/** Those of the studies that were not seen to be gone after they were deleted, again after `visibilityMs`, and why. */
export async function notSeenGone(
  { dicomweb, looks, stop }: Pick<StoredStudies, 'dicomweb' | 'looks' | 'stop'>,
  studies: readonly string[],
  visibilityMs: number,
): Promise<readonly RemainsRecord[]> {
  const look = async (some: readonly string[]): Promise<ReadonlyMap<string, SeenStudy | null>> => {
    const left = new Map<string, SeenStudy | null>();
    const unasked = await inParallel(some, stop, async (study) => {
      const seen = await looks.lookFor(study);
      if (seen.sight !== 'absent') left.set(study, seen);
      return seen.isAnswered;
    });
    for (const study of unasked) left.set(study, null);
    return left;
  };
  const first = await look(studies);
  if (first.size > 0) await sleep(visibilityMs, undefined, { signal: stop }).catch(() => undefined);
  const remains: RemainsRecord[] = [];
  for (const [study, seen] of await look([...first.keys()])) {
    const why =
      seen?.sight === 'shown'
        ? await whyStillThere(dicomweb, study)
        : `whether it is gone cannot be seen: ${seen?.answers ?? 'it was not looked for'}`;
    remains.push({ studyInstanceUid: study, why });
  }
  return remains;
}

/** What is left of a study may be somebody else's alone. */
async function whyStillThere(dicomweb: DicomWebClient, study: string): Promise<string> {
  const { instances } = await listBy(dicomweb, 'metadata', { study });
  const theirs = instances?.filter((uid) => !isOwnInstance(study, uid)) ?? [];
  return theirs.length > 0
    ? `it holds ${theirs[0]}, which the run did not store, and which is left alone`
    : 'it is still there after its deletion';
}

/** Works on some items at a time. Returns those left over when too many in a row got no answer, which `work` tells, or `stop` aborts. */
async function inParallel(
  items: readonly string[],
  stop: AbortSignal,
  work: (item: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const queue = [...items];
  let unanswered = 0;
  const worker = async (): Promise<void> => {
    while (unanswered < MOST_UNANSWERED && !stop.aborted) {
      const item = queue.pop();
      if (item === undefined) return;
      unanswered = (await work(item)) ? 0 : unanswered + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return queue;
}
