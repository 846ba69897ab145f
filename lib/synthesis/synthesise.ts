import { between, type Random, randomFrom } from '../portable/random.ts';
import { uid, uidPrefix } from '../portable/uid.ts';
import { type InstanceTemplate, instanceTemplate } from './instance-template.ts';
import type { Modality } from './modality/modality.ts';
import { bind, stamp } from './stamp.ts';
import { instanceValues, type SyntheticStudy, seriesValues, studyValues, syntheticStudy } from './study.ts';
import type { WritableTransferSyntax } from './transfer-syntax.ts';

/** A modality and its share of the instances, relative to the other weights. */
export interface Share {
  readonly modality: Modality;
  readonly weight: number;
}

export interface SynthesisOptions {
  /** Same seed, same bytes: a whole number from 0, below 2^47. */
  readonly seed: number;
  /** Tells generators with the same seed apart: 0 to 4095. Their UIDs never collide. */
  readonly generator?: number;
  readonly mix: readonly Share[];
  /** How many instances will be taken; studies are kept small enough for the mix to come out. */
  readonly count: number;
  /** Bytes of a file with native pixel data; null for what is usual for the modality. */
  readonly size: number | null;
  readonly transferSyntax: WritableTransferSyntax;
}

/** An instance as the buffers of its file, to be written one after another. Pixel buffers are shared: never write into them. */
export interface SyntheticInstance {
  readonly study: SyntheticStudy;
  readonly modality: Modality;
  readonly seriesInstanceUID: string;
  readonly sopInstanceUID: string;
  /** From 1 in the study. */
  readonly number: number;
  readonly segments: readonly Uint8Array[];
  readonly length: number;
}

const INSTANCES_PER_SERIES = 30;

/** Instances, study by study, `count` of them. Memory does not grow with their number. */
export function* synthesise(options: SynthesisOptions): Generator<SyntheticInstance> {
  const { seed, generator = 0, mix, count, size, transferSyntax } = options;
  const random = randomFrom(seed * 31 + generator);
  const prefix = uidPrefix(seed, generator);
  const templates = new Map<Modality, InstanceTemplate>();
  const made = new Map<Modality, number>();
  let studies = 0;
  for (let left = count; left > 0; ) {
    const { modality, weight } = mostBehind(mix, made);
    const share = weight / mix.reduce((sum, entry) => sum + entry.weight, 0);
    let template = templates.get(modality);
    if (template === undefined) {
      template = instanceTemplate(modality, transferSyntax, size, seed);
      templates.set(modality, template);
    }
    const instances = Math.min(left, studySize(random, modality, Math.ceil(count * share)));
    yield* studyInstances(template, syntheticStudy(random, prefix, studies), prefix, count - left, instances);
    made.set(modality, (made.get(modality) ?? 0) + instances);
    left -= instances;
    studies++;
  }
}

/** The modality that has the fewest of its due instances. */
function mostBehind(mix: readonly Share[], made: ReadonlyMap<Modality, number>): Share {
  const progress = ({ modality, weight }: Share) => (made.get(modality) ?? 0) / weight;
  return mix.reduce((behind, share) => (progress(share) < progress(behind) ? share : behind));
}

function studySize(random: Random, { instancesPerStudy }: Modality, most: number): number {
  return Math.max(1, Math.min(most, between(random, Math.ceil(instancesPerStudy / 2), instancesPerStudy)));
}

/** Instances of one study; `first` counts the instances made before, so that no UID comes up twice. */
function* studyInstances(
  instance: InstanceTemplate,
  study: SyntheticStudy,
  prefix: string,
  first: number,
  count: number,
): Generator<SyntheticInstance> {
  const { modality, pixelData } = instance;
  const ofStudy = bind(instance.template, studyValues(study));
  for (let start = 0; start < count; start += INSTANCES_PER_SERIES) {
    const seriesInstanceUID = uid(prefix, 'series', 0, first + start);
    const seriesNumber = start / INSTANCES_PER_SERIES + 1;
    const values = seriesValues(seriesInstanceUID, uid(prefix, 'other', 0, first + start), seriesNumber);
    const ofSeries = bind(ofStudy, values);
    const end = Math.min(count, start + INSTANCES_PER_SERIES);
    for (let index = start; index < end; index++) {
      const sopInstanceUID = uid(prefix, 'instance', 0, first + index);
      const header = stamp(ofSeries, instanceValues(modality, sopInstanceUID, index - start + 1));
      yield {
        study,
        modality,
        seriesInstanceUID,
        sopInstanceUID,
        number: index + 1,
        segments: [header, ...pixelData.segments],
        length: header.length + pixelData.length,
      };
    }
  }
}
