/** What a viewer retrieves: one operation an iteration, on something of the corpus. */
import { anyStudy, type CorpusData } from './corpus.ts';
import { operation } from './operations.ts';
import { pick, type Random } from './random.ts';
import { retrieveFrame, retrieveInstances, retrieveMetadata } from './retrieve.ts';

const instance = operation('retrieve_instance');
const series = operation('retrieve_series');
const study = operation('retrieve_study');
const frame = operation('retrieve_frame');
const metadata = operation('retrieve_metadata');

/** Parts of the retrieves: a viewer opens a study by its metadata and then takes frames and instances. */
const PARTS: readonly (readonly [part: number, what: 'instance' | 'series' | 'study' | 'frame' | 'metadata'])[] = [
  [0.5, 'instance'],
  [0.2, 'frame'],
  [0.15, 'metadata'],
  [0.1, 'series'],
  [0.05, 'study'],
];

function choose(random: Random) {
  let left = random();
  for (const [part, what] of PARTS) {
    left -= part;
    if (left < 0) return what;
  }
  return 'instance';
}

export async function retrieveSomething(random: Random, data: CorpusData): Promise<void> {
  const chosen = anyStudy(random, data);
  const one = pick(random, chosen.instances);
  const uids = chosen.instances.map(({ uid }) => uid);
  switch (choose(random)) {
    case 'instance':
      await retrieveInstances(instance, one.path, [one.uid]);
      return;
    case 'frame':
      await retrieveFrame(frame, one.path, one.frameBytes);
      return;
    case 'metadata':
      await retrieveMetadata(metadata, chosen.path, uids);
      return;
    case 'series':
      await retrieveInstances(series, chosen.seriesPath, uids);
      return;
    default:
      await retrieveInstances(study, chosen.path, uids);
  }
}
