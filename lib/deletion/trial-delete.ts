import { setTimeout as sleep } from 'node:timers/promises';
import { type Sight, sightOf } from '../answers/sight.ts';
import type { StoredInstance } from '../dicom/instance.ts';
import type { DicomWebClient, InstancePath } from '../dicomweb/operations.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Trial } from './account.ts';
import { handSeenIn, type ServersHand } from './as-stored.ts';
import { sendDelete } from './send-delete.ts';

/** What the trial of a DELETE came to: how the server changes what it takes, or why nothing is deleted. */
export type Tried = { readonly hand: ServersHand } | { readonly why: string };

const PAUSE_MS = 100;

/**
 * So long a server is watched at most that may delete more than it was asked, and later than it answered; less where its profile
 * says that it hides sooner what is deleted.
 */
const WATCHED_MS = 1_000;

/** Statuses of a DELETE by which a server says that it does not delete single instances. */
const NO_SUCH_OPERATION = [400, 404, 405, 501];

/**
 * Stores two instances of a series under UIDs that nobody has, sees both, deletes one and sees it gone and the other one left: so a
 * DELETE reaches the archive that the reads show, wherever the roots of the services lead, and takes what it names alone. They are
 * the smallest things that a run stores, each in a request of its own: a server may keep one of a request. A server without DELETE
 * is not held back from saying so of other things; of one that deletes studies alone the other instance says nothing.
 */
export async function tryDeletion(sending: SendingOptions, dicomweb: DicomWebClient, trial: Trial): Promise<Tried> {
  const instance = trial.make();
  const beside = trial.makeBeside(instance);
  const windowMs = sending.target.profile.visibilityWindowMs;
  const look = (one: StoredInstance, isEnough: (sight: Sight) => boolean, waitMs: number) =>
    until(
      () => dicomweb.retrieveInstance(pathOf(one)),
      (answer) => isEnough(sightOf(answer, pathOf(one))),
      waitMs,
    );
  const sightFor = async (...asked: Parameters<typeof look>) => sightOf(await look(...asked), pathOf(asked[0]));
  for (const one of [instance, beside]) {
    trial.record(one, 'sent');
    await dicomweb.store([one.source]);
  }
  const seen = await look(instance, isShown, windowMs);
  const hand = isShown(sightOf(seen, pathOf(instance))) ? handSeenIn(seen, instance) : null;
  if (hand === null) return { why: untried('it was stored under a new UID, and is not given back') };
  trial.record(instance, 'observed');
  const isBesideShown = isShown(await sightFor(beside, isShown, windowMs));
  if (isBesideShown) trial.record(beside, 'observed');
  const first = await sendDelete(sending, pathOf(instance), undefined);
  const isUnsupported =
    NO_SUCH_OPERATION.includes(first.response?.status ?? 0) && isShown(await sightFor(instance, isShown, 0));
  const deletion = isUnsupported ? await deleteStudyOf(sending, instance, first) : first;
  const isAnswered = (deletion.response?.status ?? 500) < 300 && deletion.failure === null;
  const answered = Date.now();
  const after = await sightFor(instance, isNotShown, isAnswered ? windowMs : 0);
  // Nothing that this server is asked to delete goes: it is judged by its refusals.
  if (offersNone(first, deletion) && isShown(after)) return { hand };
  if (after !== 'absent') {
    const said = deletion.response ? `was answered ${deletion.response.status}` : 'was not answered';
    return { why: untried(`its DELETE ${said}, and it was not seen to be gone`) };
  }
  trial.record(instance, 'gone');
  if (!isUnsupported) await sleep(Math.max(0, answered + Math.min(windowMs, WATCHED_MS) - Date.now()));
  const besideAfter = await sightFor(beside, isTold, isUnsupported ? 0 : windowMs);
  if (isShown(besideAfter)) await sendDelete(sending, pathOf(beside), undefined);
  const besideNow = isShown(besideAfter) ? await sightFor(beside, isShown, 0) : besideAfter;
  if (besideNow === 'absent' && isBesideShown) trial.record(beside, 'gone');
  if (isUnsupported || (isBesideShown && isShown(besideAfter))) return { hand };
  return { why: untried(isBesideShown && besideAfter === 'absent' ? TAKEN : NOT_SEEN) };
}

const TAKEN = 'its DELETE took another instance of its series with it';
const NOT_SEEN = 'the other instance of its series could not be seen to be left';

const isShown = (sight: Sight): boolean => sight === 'shown';
const isNotShown = (sight: Sight): boolean => sight !== 'shown';
const isTold = (sight: Sight): boolean => sight !== 'unclear';

function pathOf({ study, series, instance }: StoredInstance): InstancePath {
  return { study, series, instance };
}

/** Whether a server refused the DELETE of an instance and of its study as what it does not do at all. */
function offersNone(ofInstance: Exchange, ofStudy: Exchange): boolean {
  const status = ({ response }: Exchange): number => response?.status ?? 0;
  return [405, 501].includes(status(ofInstance)) && [403, 405, 501].includes(status(ofStudy));
}

function untried(what: string): string {
  return `a DELETE was tried on an instance of this run first: ${what}`;
}

/** Its study is as new as the instance, and holds nothing else. */
function deleteStudyOf(sending: SendingOptions, { study }: StoredInstance, first: Exchange): Promise<Exchange> {
  return first.failure === null ? sendDelete(sending, { study }, undefined) : Promise.resolve(first);
}

async function until(
  ask: () => Promise<Exchange>,
  isEnough: (exchange: Exchange) => boolean,
  windowMs: number,
): Promise<Exchange> {
  const deadline = Date.now() + windowMs;
  for (;;) {
    const exchange = await ask();
    if (isEnough(exchange) || Date.now() >= deadline) return exchange;
    await sleep(PAUSE_MS);
  }
}
