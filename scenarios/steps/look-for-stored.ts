import { type Look, sightOfStored, type Whereabouts } from '../../lib/answers/stored/whereabouts.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { waysToSee } from '../../lib/run/settling/ways-to-see.ts';
import { waitForStore } from './ask-until.ts';

const PAUSE_MS = 1_000;

/**
 * Looks for an instance by whatever may show it, until something does: retrieve, metadata, frames and search of each
 * level. What a server acknowledged may be on its way for longer than its profile grants, so the round is repeated
 * until `deadline` (of `Date.now()`). `sofar` are the looks that are known already. `lookedAt` is when the last round
 * began.
 */
export async function lookEverywhere(
  context: ScenarioContext,
  instance: StoredInstance,
  sofar: readonly Look[],
  deadline: number,
): Promise<Whereabouts & { readonly lookedAt: number }> {
  if (sightOfStored({ instance, looks: sofar }) === 'shown') return { instance, looks: sofar, lookedAt: Date.now() };
  const lookAround = async () => {
    const lookedAt = Date.now();
    const looks: Look[] = [];
    for (const { path, ask } of waysToSee(context, instance)) {
      looks.push({ path, exchange: await ask() });
      if (sightOfStored({ instance, looks }) === 'shown') break;
    }
    return { found: { instance, looks, lookedAt }, isSettled: sightOfStored({ instance, looks }) === 'shown' };
  };
  return waitForStore(context, 'a look anywhere', deadline, lookAround, [PAUSE_MS]);
}
