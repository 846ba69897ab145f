/** Retrieves as a viewer does: one operation an iteration, on a random part of the corpus. */

import { pick, type Random } from '../../lib/portable/random.ts';
import { anyStudy, type CorpusData, type CorpusInstance, expectedOf } from './corpus.ts';
import type { Expected } from './expected.ts';
import { operation } from './operations.ts';
import { type FindChange, retrieveFrame, retrieveInstances, retrieveMetadata } from './retrieve.ts';
import { compareInstances, isOtherFrame } from './same-instance.ts';
import { settings } from './settings.ts';

const instance = operation('retrieve_instance');
const series = operation('retrieve_series');
const study = operation('retrieve_study');
const frame = operation('retrieve_frame');
const metadata = operation('retrieve_metadata');

/** Shares of the retrieves: a viewer opens a study by its metadata, then retrieves frames and instances. */
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

let expected: Expected | undefined;

const compared = { instances: false, frames: false };

/** What was stored, when this answer is to be compared with it; else null. The first of each virtual user always is. */
function sampled(data: CorpusData, what: keyof typeof compared): Expected | null {
  if (settings.sample === 0 || data.mayBeCoerced) return null;
  if (compared[what] && Math.random() >= settings.sample) return null;
  compared[what] = true;
  expected = expected || expectedOf(data);
  return expected;
}

function comparison(data: CorpusData, instances: readonly CorpusInstance[]): FindChange | null {
  const own = sampled(data, 'instances');
  if (own === null) return null;
  return (uid, file) => {
    const stored = instances.find((one) => one.uid === uid);
    const seen = stored ? compareInstances(own.file(stored.template, stored.identity), file) : null;
    return seen && seen.kind === 'changed' ? seen.why : null;
  };
}

function frameComparison(data: CorpusData, { uid, template, identity, frameBytes }: CorpusInstance) {
  const own = frameBytes > 0 ? sampled(data, 'frames') : null;
  if (own === null) return null;
  return (frame: Uint8Array) =>
    isOtherFrame(own.file(template, identity), frameBytes, frame)
      ? `${uid}: the pixels of its first frame differ`
      : null;
}

export async function retrieveSomething(random: Random, data: CorpusData): Promise<void> {
  const chosen = anyStudy(random, data);
  const one = pick(random, chosen.instances);
  const uids = chosen.instances.map(({ uid }) => uid);
  switch (choose(random)) {
    case 'instance':
      await retrieveInstances(instance, one.path, [one.uid], { findChange: comparison(data, [one]) });
      return;
    case 'frame':
      if (!one.isImage) {
        await retrieveMetadata(metadata, one.path, [one.uid]);
        return;
      }
      await retrieveFrame(frame, one.path, one.frameBytes, frameComparison(data, one));
      return;
    case 'metadata':
      await retrieveMetadata(metadata, chosen.path, uids);
      return;
    case 'series':
      await retrieveInstances(
        series,
        chosen.seriesPath,
        chosen.inSeries.map(({ uid }) => uid),
        { findChange: comparison(data, chosen.inSeries) },
      );
      return;
    default:
      await retrieveInstances(study, chosen.path, uids, { findChange: comparison(data, chosen.instances) });
  }
}
