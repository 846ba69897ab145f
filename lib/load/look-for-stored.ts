import { setTimeout as sleep } from 'node:timers/promises';
import { type Sight, sightOf } from '../answers/sight.ts';
import type { DicomWebClient, InstancePath } from '../dicomweb/operations.ts';
import { ASK_AGAIN_AFTER } from '../portable/ask-again.ts';

/** Which of the acknowledged instances the target still has. */
interface Looked {
  readonly shown: number;
  /** SOP Instance UIDs of the instances that the target answers are not there. */
  readonly absent: readonly string[];
}

/**
 * Instances looked for at once. When the answers to all of these are unclear, the target is gone: the rest is skipped.
 */
const AT_ONCE = 4;

/**
 * Looks for instances that a target acknowledged. Those that are absent are looked for again after one visibility
 * window and after four more. An instance whose answer is unclear is in neither count. `visibilityMs` is that window.
 */
export async function lookForStored(
  dicomweb: DicomWebClient,
  stored: readonly InstancePath[],
  visibilityMs: number,
  signal: AbortSignal,
): Promise<Looked> {
  let shown = 0;
  let missing = stored;
  for (const windows of [0, ...ASK_AGAIN_AFTER]) {
    if (missing.length === 0 || signal.aborted) break;
    await sleep(windows * visibilityMs, undefined, { signal }).catch(() => undefined);
    const sights = await lookForEach(dicomweb, missing, signal);
    shown += sights.filter((sight) => sight === 'shown').length;
    missing = missing.filter((_, index) => sights[index] === 'absent');
  }
  return { shown, absent: signal.aborted ? [] : missing.map(({ instance }) => instance) };
}

/**
 * Looks for an instance. Absent is what neither metadata nor search shows; where metadata says nothing, what a search
 * that was read does not list and a retrieve does not find.
 */
async function look(dicomweb: DicomWebClient, { study, series, instance }: InstancePath): Promise<Sight> {
  const path = { study, series, instance };
  const described = sightOf(await dicomweb.retrieveMetadata(path), path);
  if (described === 'shown') return described;
  const search = await dicomweb.search({ level: 'instances', study, series }, [['SOPInstanceUID', instance]]);
  const found = sightOf(search, path);
  if (found === 'shown' || described === 'absent') return found === 'shown' ? 'shown' : 'absent';
  return found === 'absent' ? sightOf(await dicomweb.retrieveInstance(path), path) : 'unclear';
}

async function lookForEach(
  dicomweb: DicomWebClient,
  instances: readonly InstancePath[],
  signal: AbortSignal,
): Promise<readonly Sight[]> {
  const sights: Sight[] = [];
  for (let at = 0; at < instances.length && !signal.aborted; at += AT_ONCE) {
    const seen = await Promise.all(instances.slice(at, at + AT_ONCE).map((instance) => look(dicomweb, instance)));
    sights.push(...seen);
    if (seen.every((sight) => sight === 'unclear')) break;
  }
  return sights;
}
