import { type Look, sightOfStored, type Whereabouts } from '../../lib/answers/stored/whereabouts.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { ResourcePath } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { waitForStore } from './ask-until.ts';

/** Largest study, in bytes, that is retrieved whole to look for one instance. */
const MOST_BYTES = 256e6;
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

interface Way {
  readonly path: ResourcePath;
  readonly ask: () => Promise<Exchange>;
}

/** Requests that may show an instance. A study or series shows it only where nothing else of ours is in there. */
function waysToSee({ dicomweb, dataset, ledger }: ScenarioContext, one: StoredInstance): readonly Way[] {
  const { study, series, instance } = one;
  const path = { study, series, instance };
  const others = ledger.entries().filter((entry) => entry.instance !== instance && ledger.holds(entry.instance));
  const byUid = [['SOPInstanceUID', instance]] as const;
  const isLarge = dataset.instances.reduce((sum, { source }) => sum + source.length, 0) > MOST_BYTES;
  return [
    { path, ask: () => dicomweb.retrieveMetadata(path) },
    { path, ask: () => dicomweb.retrieveInstance(path) },
    { path, ask: () => dicomweb.search({ level: 'instances', study, series }, byUid) },
    { path, ask: () => dicomweb.search({ level: 'instances', study }, byUid) },
    { path, ask: () => dicomweb.search({ level: 'instances' }, byUid) },
    { path, ask: () => dicomweb.retrieveMetadata({ study, series }) },
    { path, ask: () => dicomweb.retrieveMetadata({ study }) },
    { path, ask: () => dicomweb.retrieveFrames(path, [1]) },
    ...(others.some((other) => other.series === series)
      ? []
      : [
          {
            path: { study, series },
            ask: () => dicomweb.search({ level: 'series', study }, [['SeriesInstanceUID', series]]),
          },
        ]),
    ...(others.some((other) => other.study === study)
      ? []
      : [{ path: { study }, ask: () => dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study]]) }]),
    ...(isLarge
      ? []
      : [
          { path, ask: () => dicomweb.retrieveSeries({ study, series }) },
          { path, ask: () => dicomweb.retrieveStudy({ study }) },
        ]),
  ];
}
