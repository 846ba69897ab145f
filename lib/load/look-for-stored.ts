import { setTimeout as sleep } from 'node:timers/promises';
import type { DicomWebClient, InstancePath } from '../dicomweb/operations.ts';
import type { Sight } from '../judges/sight.ts';
import { look } from '../run/clean-up.ts';

/** What became of the acknowledged instances that were looked for. */
export interface Looked {
  readonly shown: number;
  /** SOP Instance UIDs of those that are not there. */
  readonly absent: readonly string[];
}

/** So many that nothing can be said of, one after another, end the looking: the target is gone. */
const MOST_UNCLEAR = 3;

/**
 * Looks for instances that a target acknowledged, again after `visibilityMs` for those that are not there. Those of
 * which nothing can be said are in neither count.
 */
export async function lookForStored(
  dicomweb: DicomWebClient,
  stored: readonly InstancePath[],
  visibilityMs: number,
  signal: AbortSignal,
): Promise<Looked> {
  const first = await lookForEach(dicomweb, stored, signal);
  const missing = stored.filter((_, index) => first[index] === 'absent');
  if (missing.length > 0 && !signal.aborted) await sleep(visibilityMs);
  const second = await lookForEach(dicomweb, missing, signal);
  const shown = [...first, ...second].filter((sight) => sight === 'shown').length;
  return { shown, absent: missing.filter((_, index) => second[index] === 'absent').map(({ instance }) => instance) };
}

async function lookForEach(
  dicomweb: DicomWebClient,
  instances: readonly InstancePath[],
  signal: AbortSignal,
): Promise<readonly Sight[]> {
  const sights: Sight[] = [];
  for (const instance of instances) {
    const gone = sights.slice(-MOST_UNCLEAR);
    if (signal.aborted || (gone.length === MOST_UNCLEAR && gone.every((sight) => sight === 'unclear'))) break;
    sights.push(await look(dicomweb, instance));
  }
  return sights;
}
