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

/** Statuses of a DELETE by which a server says that it does not delete single instances. */
const NO_SUCH_OPERATION = [400, 404, 405, 501];

/**
 * Stores two instances of a series under UIDs that nobody has, sees one, deletes it and sees it gone and the other one left: so a
 * DELETE reaches the archive that the reads show, wherever the roots of the services lead, and takes what it names alone. They are
 * the smallest things that a run stores. A server without DELETE is not held back from saying so of other things.
 */
export async function tryDeletion(sending: SendingOptions, dicomweb: DicomWebClient, trial: Trial): Promise<Tried> {
  const instance = trial.make();
  const beside = trial.makeBeside(instance);
  const path = pathOf(instance);
  const windowMs = sending.target.profile.visibilityWindowMs;
  const retrieve = () => dicomweb.retrieveInstance(path);
  for (const one of [instance, beside]) trial.record(one, 'sent');
  await dicomweb.store([instance.source, beside.source]);
  const seen = await until(retrieve, (answer) => sightOf(answer, path) === 'shown', windowMs);
  const hand = sightOf(seen, path) === 'shown' ? handSeenIn(seen, instance) : null;
  if (hand === null) return { why: untried('it was stored under a new UID, and is not given back') };
  trial.record(instance, 'observed');
  const isBesideShown = (await sightOfBeside(dicomweb, beside, windowMs)) === 'shown';
  const first = await sendDelete(sending, path, undefined);
  const deletion = NO_SUCH_OPERATION.includes(first.response?.status ?? 0)
    ? await deleteStudyOf(sending, instance, first)
    : first;
  const isAnswered = (deletion.response?.status ?? 500) < 300 && deletion.failure === null;
  const after = await until(retrieve, (answer) => sightOf(answer, path) !== 'shown', isAnswered ? windowMs : 0);
  // Nothing that this server is asked to delete goes: it is judged by its refusals.
  if (offersNone(first, deletion) && sightOf(after, path) === 'shown') return { hand };
  if (sightOf(after, path) !== 'absent') {
    const said = deletion.response ? `was answered ${deletion.response.status}` : 'was not answered';
    return { why: untried(`its DELETE ${said}, and it was not seen to be gone`) };
  }
  trial.record(instance, 'gone');
  const besideAfter = await sightOfBeside(dicomweb, beside, 0);
  if (besideAfter === 'shown') await sendDelete(sending, pathOf(beside), undefined);
  const besideNow = besideAfter === 'shown' ? await sightOfBeside(dicomweb, beside, 0) : besideAfter;
  if (besideNow === 'absent') trial.record(beside, 'gone');
  const isTaken = isBesideShown && besideAfter === 'absent' && first === deletion;
  return isTaken ? { why: untried('its DELETE took another instance of its series with it') } : { hand };
}

function pathOf({ study, series, instance }: StoredInstance): InstancePath {
  return { study, series, instance };
}

async function sightOfBeside(dicomweb: DicomWebClient, beside: StoredInstance, windowMs: number): Promise<Sight> {
  const path = pathOf(beside);
  const ask = () => dicomweb.retrieveInstance(path);
  return sightOf(await until(ask, (answer) => sightOf(answer, path) === 'shown', windowMs), path);
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
