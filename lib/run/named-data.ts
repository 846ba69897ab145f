import { underFreshUids } from '../../fixtures/sets/fresh.ts';
import { DATA_SETS, type DataSetName } from '../../fixtures/sets/index.ts';
import { drawingFrom } from '../bytes/drawn.ts';
import type { StoredInstance } from '../dicom/instance.ts';

/**
 * The named data sets under UIDs of a run, each made once. They follow from `seed`, the id of the run, and from its secret where
 * the work is done with one: whichever process asks, and whenever, what one stored another asks for. Without a seed nothing tells
 * the UIDs beforehand.
 */
export function namedData(seed: string | undefined): (name: DataSetName) => readonly StoredInstance[] {
  const known = new Map<DataSetName, readonly StoredInstance[]>();
  return (name) => {
    const make = () => underFreshUids(DATA_SETS[name].instances());
    const instances = known.get(name) ?? (seed === undefined ? make() : drawingFrom(`${seed} data ${name}`, make));
    known.set(name, instances);
    return instances;
  };
}
