/** Reading back what was acknowledged: there, not there, or not as it was stored. */
import { sleep } from 'k6';
import { Counter } from 'k6/metrics';
import { isFailure } from './answer.ts';
import { failureSeen, instanceMissed } from './events.ts';
import { Expected } from './expected.ts';
import { changed, lost, operation } from './operations.ts';
import { retrieveInstances } from './retrieve.ts';
import { compareInstances } from './same-instance.ts';
import { settings } from './settings.ts';
import type { Writer } from './writer.ts';

const readBack = operation('read_back');
/** Acknowledged instances of which it is known what became of them. */
const verified = new Counter('instances_verified');

/** An acknowledged instance. */
export interface Acknowledged {
  readonly template: number;
  readonly study: number;
  readonly instance: number;
  /** Whether the target said that it did not store every element. */
  readonly isReduced: boolean;
}

const TRIES = 3;
/** So many instances without an answer, one after another, end the reading back. */
const MOST_UNANSWERED = 3;

/**
 * Retrieves every instance and compares it with what was sent. One that is not there is asked for again after the time
 * that the target is allowed; one that gets no answer in three tries stays unverified: that is no proof of a loss.
 */
export async function readBackAll(writer: Writer, instances: readonly Acknowledged[]): Promise<void> {
  const expected = new Expected(writer.prefix, writer.worker);
  const absent: Acknowledged[] = [];
  let unanswered = 0;
  for (const instance of instances) {
    const seen = await look(writer, expected, instance);
    if (seen === 'absent') absent.push(instance);
    unanswered = seen === 'unknown' ? unanswered + 1 : 0;
    // The target is gone: nothing more is to be learnt from it.
    if (unanswered === MOST_UNANSWERED) return;
  }
  if (absent.length > 0) await sleep(settings.visibilitySeconds);
  for (const instance of absent) {
    if ((await look(writer, expected, instance)) !== 'absent') continue;
    verified.add(1);
    lost.add(1);
    instanceMissed('lost', writer.instanceUID(instance.instance), 'acknowledged, and not found when it was read back');
  }
}

async function look(
  writer: Writer,
  expected: Expected,
  instance: Acknowledged,
): Promise<'absent' | 'seen' | 'unknown'> {
  const uid = writer.instanceUID(instance.instance);
  const path = `/studies/${writer.studyUID(instance.study)}/series/${writer.seriesUID(instance.study)}/instances/${uid}`;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const compare = (file: Uint8Array) =>
      compareInstances(expected.file(instance.template, instance), file, instance.isReduced);
    const { files, answer, judgement } = await retrieveInstances(readBack, path, [uid], (_uid, file) => {
      const comparison = compare(file);
      return comparison.kind === 'changed' ? comparison.why : null;
    });
    const file = files[uid];
    if (file) {
      const comparison = compare(file);
      if (comparison.kind === 'unknown') {
        failureSeen('read_back', 'not compared', comparison.why);
        return 'seen';
      }
      verified.add(1);
      if (comparison.kind === 'changed') {
        changed.add(1);
        instanceMissed('changed', uid, comparison.why);
      }
      return 'seen';
    }
    if ([204, 404, 410].indexOf(answer.status) >= 0) return 'absent';
    // A success without the instance: empty, or with others in its place. A page to log in says nothing of it.
    if (isFailure(judgement) && (judgement.kind === 'empty' || judgement.kind === 'wrong_content')) return 'absent';
    await sleep(1);
  }
  return 'unknown';
}
