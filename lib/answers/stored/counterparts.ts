import { creatorOf } from '../../dicom/dictionary.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { attributeOf, firstText, type JsonAttribute, type JsonDataSet } from '../json/data-set.ts';
import { below } from '../json/node.ts';
import { isCoerced, keepsOriginal } from './coercion.ts';
import { compareValues, itemOrder } from './compare-values.ts';
import {
  attributesOfEach,
  type StoredAttribute,
  type StoredAttributes,
  storedAttributes,
} from './stored-attributes.ts';

/** An attribute in JSON beside the stored one that it stands for. */
export interface Counterpart {
  readonly attribute: JsonAttribute;
  readonly stored: StoredAttribute;
}

const SPECIFIC_CHARACTER_SET = '00080005';
/** May be that of the pixel data as they are served, which is not that of what was stored (PS3.18 §10.4.1.1.2 note). */
const PHOTOMETRIC_INTERPRETATION = '00280004';
const MAY_DIFFER = [SPECIFIC_CHARACTER_SET, PHOTOMETRIC_INTERPRETATION];

/**
 * The stored instances that a data set speaks of: the instance, or all of its series or study, by the lowest UID in
 * it. None when the UIDs are of nothing known.
 */
export function instancesOf(dataSet: JsonDataSet, stored: readonly StoredInstance[]): readonly StoredInstance[] {
  const instance = firstText(dataSet, '00080018');
  if (instance !== null) return stored.filter((candidate) => candidate.instance === instance);
  const series = firstText(dataSet, '0020000E');
  if (series !== null) return stored.filter((candidate) => candidate.series === series);
  const study = firstText(dataSet, '0020000D');
  return stored.filter((candidate) => candidate.study === study);
}

/**
 * Every attribute of the data sets that has a stored counterpart, at every depth. Where several instances are spoken
 * of, as in a study result, the one counts that agrees. Specific Character Set and Photometric Interpretation are left
 * out: they may be rewritten. So is what was coerced and kept in Original Attributes Sequence.
 */
export function* counterparts(
  dataSets: readonly JsonDataSet[],
  stored: readonly StoredInstance[],
): Generator<Counterpart> {
  for (const dataSet of dataSets) {
    yield* counterpartsOf(dataSet, attributesOfEach(instancesOf(dataSet, stored)));
  }
}

function* counterpartsOf(dataSet: JsonDataSet, candidates: readonly StoredAttributes[]): Generator<Counterpart> {
  for (const attribute of dataSet.attributes) {
    if (MAY_DIFFER.includes(attribute.tag)) continue;
    const found = candidates.flatMap((attributes) =>
      isOfAnotherCreator(attribute.tag, dataSet, attributes) ? [] : (attributes.get(attribute.tag) ?? []),
    );
    const match = found.find((one) => one.vr === attribute.vr && compareValues(attribute, one) === null) ?? found[0];
    if (!match || isCoerced(attribute, match, dataSet)) continue;
    yield { attribute, stored: match };
    const order = itemOrder(attribute, match);
    for (const [index, item] of attribute.items.entries()) {
      const storedItem = match.items[order[index] ?? index];
      if (storedItem) yield* counterpartsOf(item, [storedItem]);
    }
  }
}

/** Whether a private tag stands for something else here than it did where it was stored (PS3.5 §7.8.1). */
function isOfAnotherCreator(tag: string, dataSet: JsonDataSet, attributes: StoredAttributes): boolean {
  const creator = creatorOf(tag);
  const here = creator && firstText(dataSet, creator);
  const there = creator && attributes.get(creator)?.values[0];
  return here !== null && there !== undefined && here !== there;
}

/** A stored attribute that a data set in JSON does not have. */
interface MissingAttribute {
  readonly attribute: StoredAttribute;
  /** Where it should stand. */
  readonly pointer: string;
}

/**
 * Stored attributes that the data sets lack, items of sequences included; only of data sets that name one instance, and
 * of which the server did not say that it left some out.
 */
export function* missingAttributes(
  dataSets: readonly JsonDataSet[],
  stored: readonly StoredInstance[],
): Generator<MissingAttribute> {
  for (const dataSet of dataSets) {
    const [only, ...others] = instancesOf(dataSet, stored);
    if (only && others.length === 0 && !only.isReduced) yield* missingIn(dataSet, storedAttributes(only.dataSet));
  }
}

function* missingIn(dataSet: JsonDataSet, stored: StoredAttributes): Generator<MissingAttribute> {
  for (const attribute of stored.values()) {
    if (attribute.tag === SPECIFIC_CHARACTER_SET) continue;
    const found = attributeOf(dataSet, attribute.tag);
    if (found ? isCoerced(found, attribute, dataSet) : keepsOriginal(dataSet, attribute)) continue;
    if (!found) yield { attribute, pointer: below(dataSet.pointer, attribute.tag) };
    else {
      const order = itemOrder(found, attribute);
      for (const [index, item] of found.items.entries()) {
        const storedItem = attribute.items[order[index] ?? index];
        if (storedItem) yield* missingIn(item, storedItem);
      }
    }
  }
}
