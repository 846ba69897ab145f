import type { StoredInstance } from '../../dicom/instance.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { ScenarioContext } from '../context.ts';

/** Largest study, in bytes, that is retrieved whole to look for one instance. */
const MOST_BYTES = 256e6;

type Sights = Pick<ScenarioContext, 'dicomweb' | 'dataset' | 'ledger'>;

/** A request that may show an instance: as itself, or as the study or series that holds nothing else. */
export interface Way {
  readonly path: ResourcePath;
  readonly ask: () => Promise<Exchange>;
}

/** Requests that may show an instance. A study or series shows it only where nothing else of ours is in there. */
export function waysToSee({ dicomweb, dataset, ledger }: Sights, one: StoredInstance): readonly Way[] {
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
