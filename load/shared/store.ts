/** Stores a prepared body by POST, and reads the answer (PS3.18 section 10.5.3). */
import { sleep } from 'k6';
import {
  type Answer,
  type Failure,
  failure,
  isFailure,
  type Judgement,
  json,
  measure,
  type RequestSpec,
  send,
  statusFailure,
} from './answer.ts';
import { TAG, text, values } from './dicom-json.ts';
import { targetFailed } from './events.ts';
import { acknowledged, type Operation } from './operations.ts';
import { pauseAfter } from './pause.ts';
import { settings } from './settings.ts';
import { STORE_CONTENT_TYPE, type StoreBody } from './store-body.ts';

/** Warning Reason B006H (PS3.18 Table I.2-1). */
const ELEMENTS_DISCARDED = String(0xb006);

/** Most tries to store a request of the corpus on a busy target. */
const MOST_TRIES = 4;

/** What the target answered about the instances of one request. */
export interface StoreOutcome {
  /** Places (from 0) in the request of the instances that it acknowledged. */
  readonly acknowledged: readonly number[];
  /** Those of them of which it discarded elements, as it says. */
  readonly reduced: readonly number[];
  /** Whether it acknowledged one with a Warning Reason: then it may have changed or removed attributes. */
  readonly mayBeCoerced: boolean;
  readonly judgement: Judgement;
}

/** The request that stores a body. */
export function storeRequest(body: StoreBody): RequestSpec {
  return {
    method: 'POST',
    url: `${settings.roots.store}/studies`,
    accept: 'application/dicom+json',
    contentType: STORE_CONTENT_TYPE,
    body: body.bytes,
    responseType: 'text',
  };
}

/** Stores a stamped body. `uids` are those of its instances, in order. */
export async function store(of: Operation, body: StoreBody, uids: readonly string[]): Promise<StoreOutcome> {
  let outcome: StoreOutcome = nothingTaken(failure('no_answer', 'no answer'));
  const { judgement } = await measure(of, storeRequest(body), (answer) => {
    outcome = readOutcome(answer, body, uids);
    return outcome.judgement;
  });
  if (outcome.acknowledged.length > 0) acknowledged.add(outcome.acknowledged.length, { operation: of.name });
  return { ...outcome, judgement };
}

/** Stores a stamped body without measuring it, for the corpus. Throws an Error unless every instance was stored. */
export async function storeUnmeasured(body: StoreBody, uids: readonly string[]): Promise<StoreOutcome> {
  let answer = await send(storeRequest(body), 'setup');
  for (let tries = 1; tries < MOST_TRIES && (answer.status === 429 || answer.status === 503); tries++) {
    await sleep(pauseAfter(answer));
    answer = await send(storeRequest(body), 'setup');
  }
  if (answer.status === 0) throw targetFailed(`the target gave no answer to a store: ${answer.error}`);
  const outcome = readOutcome(answer, body, uids);
  const { judgement } = outcome;
  if (isFailure(judgement)) throw targetFailed(`the target did not store the corpus: ${judgement.why}`);
  return outcome;
}

function nothingTaken(judgement: Failure): StoreOutcome {
  return { acknowledged: [], reduced: [], mayBeCoerced: false, judgement };
}

function readOutcome(answer: Answer, body: StoreBody, uids: readonly string[]): StoreOutcome {
  // 202 says that some instances have a warning or a failure. Only the body tells which.
  const byStatus = answer.status === 202 ? null : statusFailure(answer, settings.storeStatuses);
  if (byStatus) return nothingTaken(byStatus);
  const read = json(answer);
  if ('kind' in read) return nothingTaken(read);
  // Some servers put the module into an array, as they do with search results.
  const module = Array.isArray(read.value) && read.value.length === 1 ? read.value[0] : read.value;
  const taken = reasonsIn(module, TAG.referencedSOPSequence, TAG.warningReason);
  const refused = reasonsIn(module, TAG.failedSOPSequence, TAG.failureReason);
  const places: number[] = [];
  let judgement: Judgement | null = null;
  uids.forEach((uid, place) => {
    if (refused[uid] !== undefined) judgement = failure('refused', `${uid}: Failure Reason ${refused[uid]}`);
    else if (taken[uid] !== undefined) places.push(place);
    else if (!judgement) judgement = failure('unlisted', `${uid} is neither acknowledged nor refused`);
  });
  return {
    acknowledged: places,
    reduced: places.filter((place) => taken[uids[place] || ''] === ELEMENTS_DISCARDED),
    mayBeCoerced: places.some((place) => taken[uids[place] || ''] !== ''),
    judgement: judgement || { instances: uids.length, bytes: body.content },
  };
}

/** The instances in a sequence of the answer, each with its reason; an empty reason when it has none. */
function reasonsIn(dataSet: unknown, sequence: string, reason: string): { readonly [uid: string]: string } {
  const found: { [uid: string]: string } = {};
  for (const item of values(dataSet, sequence)) {
    found[text(item, TAG.referencedSOPInstanceUID)] = text(item, reason);
  }
  return found;
}
