/** Reads back acknowledged instances, to find which are lost or changed. */
import { sleep } from 'k6';
import { Counter } from 'k6/metrics';
import { ASK_AGAIN_AFTER } from '../../lib/portable/ask-again.ts';
import { isFailure } from './answer.ts';
import { failureSeen, instanceMissed } from './events.ts';
import { Expected } from './expected.ts';
import { changed, lost, operation } from './operations.ts';
import { pauseAfter } from './pause.ts';
import { retrieveInstances } from './retrieve.ts';
import { compareInstances } from './same-instance.ts';
import { settings } from './settings.ts';
import type { Writer } from './writer.ts';

const readBack = operation('read_back');
/** Acknowledged instances that were found unchanged, changed or lost. */
const verified = new Counter('instances_verified');

/** An acknowledged instance. */
export interface Acknowledged {
  readonly template: number;
  readonly study: number;
  readonly instance: number;
  /** Whether the target said that it discarded elements. */
  readonly isReduced: boolean;
}

const TRIES = 3;
/** After this many instances in a row without an answer, the reading back ends. */
const MOST_UNANSWERED = 3;

/** The same media type in Explicit VR Little Endian, which every target has to offer (PS3.18 section 8.7.3). */
const UNCOMPRESSED = `${settings.instanceAccept.replace(/;\s*transfer-syntax=[^;,]*/i, '')}; transfer-syntax=1.2.840.10008.1.2.1`;

type Fate = 'lost' | 'changed';

/** What one retrieve of an instance showed; `missed`: it was answered, but not with this instance. */
type Sight =
  | { readonly kind: 'seen' | 'unknown' }
  | { readonly kind: 'missed'; readonly fate: Fate; readonly why: string };

/**
 * Retrieves every instance and compares it with what was sent. An instance that does not come is asked for twice more,
 * after the pauses of ASK_AGAIN_AFTER. An instance without an answer in three tries stays unverified: a missing answer
 * does not prove a loss.
 */
export async function readBackAll(writer: Writer, instances: readonly Acknowledged[]): Promise<void> {
  const expected = new Expected(writer.prefix, writer.worker);
  const missed: Acknowledged[] = [];
  let unanswered = 0;
  for (const instance of instances) {
    const { kind } = await look(writer, expected, instance);
    if (kind === 'missed') missed.push(instance);
    unanswered = kind === 'unknown' ? unanswered + 1 : 0;
    // The target is gone: more requests would tell nothing.
    if (unanswered === MOST_UNANSWERED) return;
  }
  await lookAgain(writer, expected, missed);
}

/** Asks again for the instances that did not come, after each pause. */
async function lookAgain(writer: Writer, expected: Expected, missed: readonly Acknowledged[]): Promise<void> {
  let left = missed;
  for (const windows of ASK_AGAIN_AFTER) {
    if (left.length === 0) return;
    await sleep(windows * settings.visibilitySeconds);
    const still: Acknowledged[] = [];
    for (const instance of left) {
      const sight = await look(writer, expected, instance);
      if (sight.kind !== 'missed') continue;
      if (windows === ASK_AGAIN_AFTER[ASK_AGAIN_AFTER.length - 1])
        settle(sight.fate, writer.instanceUID(instance.instance), sight.why);
      else still.push(instance);
    }
    left = still;
  }
}

/** Counts and reports an instance that is lost or changed. */
function settle(fate: Fate, uid: string, why: string): void {
  verified.add(1);
  (fate === 'lost' ? lost : changed).add(1);
  instanceMissed(fate, uid, why);
}

async function look(writer: Writer, expected: Expected, instance: Acknowledged): Promise<Sight> {
  const uid = writer.instanceUID(instance.instance);
  const path = `/studies/${writer.studyUID(instance.study)}/series/${writer.seriesUID(instance.study)}/instances/${uid}`;
  const compare = (file: Uint8Array) =>
    compareInstances(expected.file(instance.template, instance), file, instance.isReduced);
  let accept = settings.instanceAccept;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { files, answer, judgement } = await retrieveInstances(readBack, path, [uid], {
      accept,
      findChange(_uid, file) {
        const comparison = compare(file);
        return comparison.kind === 'changed' ? comparison.why : null;
      },
    });
    const file = files[uid];
    const comparison = file ? compare(file) : null;
    if (comparison && comparison.kind === 'unknown') {
      // The target may have compressed it: ask for Explicit VR Little Endian.
      if (accept !== UNCOMPRESSED) {
        accept = UNCOMPRESSED;
        continue;
      }
      failureSeen('read_back', 'not compared', comparison.why);
      return { kind: 'seen' };
    }
    if (comparison) {
      if (comparison.kind === 'changed') settle('changed', uid, comparison.why);
      else verified.add(1);
      return { kind: 'seen' };
    }
    const others = Object.keys(files);
    if (others.length > 0) return { kind: 'missed', fate: 'changed', why: `${nameOf(others)} came instead` };
    const isAbsent = [204, 404, 410].indexOf(answer.status) >= 0;
    // A success without an instance means lost. Other content, such as a login page, does not.
    const isEmpty = isFailure(judgement) && judgement.kind === 'empty';
    if (isAbsent || isEmpty) {
      const came = isFailure(judgement) ? judgement.why : `status ${answer.status}`;
      return {
        kind: 'missed',
        fate: 'lost',
        why: `it was acknowledged, but was not there when it was read back: ${came}`,
      };
    }
    await sleep(pauseAfter(answer));
  }
  return { kind: 'unknown' };
}

function nameOf(uids: readonly string[]): string {
  return uids[0] === '' ? 'an object without a SOP Instance UID' : `instance ${uids[0]}`;
}
