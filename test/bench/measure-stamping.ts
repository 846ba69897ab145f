import { writePart10 } from '../../lib/dicom/write-part10.ts';
import { customaryAttributes, requiredAttributes } from '../../lib/synthesis/common-attributes.ts';
import { instanceTemplate } from '../../lib/synthesis/instance-template.ts';
import { CT } from '../../lib/synthesis/modality/ct.ts';
import { type SyntheticInstance, synthesise } from '../../lib/synthesis/synthesise.ts';
import { EXPLICIT_LITTLE_ENDIAN } from '../../lib/synthesis/transfer-syntax.ts';

/** How many unique instances a second of one CPU makes. */
export interface StampingRates {
  readonly size: number;
  /** With the pixel data shared between instances, as it is sent or written. */
  readonly shared: number;
  /** Each copied into one buffer of its own. */
  readonly copied: number;
  /** Each built and written anew by dcmjs. */
  readonly dcmjs: number;
}

/** Measures stamping at a size in bytes, for about `seconds` of CPU time in all. Pixel data are drawn beforehand. */
export function measureStamping(size: number, seconds: number): StampingRates {
  const budget = (seconds * 1e6) / 3;
  return {
    size,
    shared: rate(budget, stamped(size), (instance) => instance.length),
    copied: rate(budget, stamped(size), (instance) => Buffer.concat(instance.segments).length),
    dcmjs: rate(budget, built(size), (bytes) => bytes.length),
  };
}

function stamped(size: number): Iterator<SyntheticInstance> {
  return synthesise({
    seed: 1,
    mix: [{ modality: CT, weight: 1 }],
    count: 1e9,
    size,
    transferSyntax: EXPLICIT_LITTLE_ENDIAN,
  });
}

function* built(size: number): Generator<Uint8Array> {
  const { geometry, pixelData } = instanceTemplate(CT, EXPLICIT_LITTLE_ENDIAN, size, 1);
  const PixelData = Buffer.concat(pixelData.segments);
  for (let number = 1; ; number++) {
    yield writePart10({
      dataSet: {
        ...requiredAttributes(CT, geometry),
        ...customaryAttributes(CT),
        SOPInstanceUID: `2.25.${number}`,
        InstanceNumber: String(number),
        PixelData,
      },
    });
  }
}

/** Items a CPU-second. `use` is called on each, so that no work can be left out; a fifth of the budget warms up. */
function rate<T>(budget: number, items: Iterator<T>, use: (item: T) => number): number {
  const take = (): void => {
    const { value, done } = items.next();
    if (done || use(value) === 0) throw new Error('nothing was made');
  };
  takeFor(budget / 5, take);
  return takeFor((budget * 4) / 5, take);
}

function takeFor(budget: number, take: () => void): number {
  const start = process.cpuUsage();
  let count = 0;
  for (;;) {
    for (let batch = 0; batch < 10; batch++) take();
    count += 10;
    const { user, system } = process.cpuUsage(start);
    if (user + system >= budget) return (count * 1e6) / (user + system);
  }
}
