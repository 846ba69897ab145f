import { breach } from '../../breaches/breach.ts';
import { frameCount } from '../../dicom/frames.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { ExchangeResponse } from '../../http/exchange.ts';
import { decodePicture, likeness, type Picture } from '../pictures/pixels.ts';
import { shownPictures } from '../pictures/shown-pictures.ts';
import type { Diagnosis } from './diagnosis.ts';

/** So many frames of an instance, and instances of a run, are compared with. */
const MOST_FRAMES = 8;
const MOST_INSTANCES = 20;
/** Compression leaves pictures more alike than this; two images of one patient are less. */
const LEAST_LIKENESS = 0.95;

/**
 * The stored image that a rendered picture shows instead of the one that was asked for; null where it shows that one, or none
 * that is known.
 */
export function ofAnotherPicture(
  url: string,
  response: ExchangeResponse,
  stored: readonly StoredInstance[],
): Diagnosis | null {
  const [, uid, , number = '1'] = /\/instances\/([^/]+)(\/frames\/(\d+))?\/rendered$/.exec(url) ?? [];
  const wanted = stored.find(({ instance }) => instance === uid);
  const picture = wanted ? decodePicture(response.body) : null;
  if (!wanted || !picture || isShown(wanted, Number(number), picture)) return null;
  const candidates = [wanted, ...stored.filter((one) => one !== wanted)].slice(0, MOST_INSTANCES);
  for (const one of candidates) {
    const frames = Math.min(frameCount(one.dataSet), MOST_FRAMES);
    for (let frame = 1; frame <= frames; frame++) {
      if ((one === wanted && frame === Number(number)) || !isShown(one, frame, picture)) continue;
      const shown = frames > 1 ? `frame ${frame} of ${one.name}` : one.name;
      const seen = breach('rendered-of-another', { kind: 'exchange' }, { name: wanted.name, shown });
      return { seen, part: null };
    }
  }
  return null;
}

function isShown(stored: StoredInstance, frame: number, picture: Picture): boolean {
  return shownPictures(stored, frame).some((one) => (likeness(one, picture) ?? 0) >= LEAST_LIKENESS);
}
