import type { DataElement, DataSet } from './data-set.ts';
import { isPrivate, vrOf } from './dictionary.ts';
import type { ValueRepresentation } from './vr.ts';

/** An element while its data set is being read. */
export interface MutableElement extends DataElement {
  readonly items?: readonly MutableDataSet[];
}
/** A data set while it is being read. */
export interface MutableDataSet extends DataSet {
  readonly elements: Map<string, MutableElement>;
  characterSets: readonly string[];
}

const PIXEL_REPRESENTATION = '00280103';

/**
 * Decides between the VRs of the dictionary in a data set in Implicit VR, which does not tell them: OW where it may be
 * that (PS3.5 §A.1), else by the nearest Pixel Representation around (PS3.3 §C.7.6.3).
 */
export function settleImplicitVrs(dataSet: MutableDataSet, inheritedSign = 0): void {
  const sign = dataSet.elements.get(PIXEL_REPRESENTATION)?.value.read(0, 1)[0] ?? inheritedSign;
  for (const element of dataSet.elements.values()) {
    for (const item of element.items ?? []) settleImplicitVrs(item, sign);
    const choice = vrOf(element.tag);
    if (choice.length < 2 || element.items || element.fragments || isPrivate(element.tag)) continue;
    const vr: ValueRepresentation = choice.includes('OW') ? 'OW' : sign === 1 ? 'SS' : 'US';
    dataSet.elements.set(element.tag, { ...element, vr });
  }
}
