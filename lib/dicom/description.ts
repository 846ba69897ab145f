import { tagOf, vrOf } from './dictionary.ts';
import type { ValueRepresentation } from './vr.ts';

export type DescribedValue = string | number | Uint8Array | DataSetDescription;
interface DescribedElement {
  readonly vr: ValueRepresentation;
  readonly values: readonly DescribedValue[];
}
/**
 * A data set for people to write: values by keyword, one or several, `[]` or '' for an empty element, the VR from the
 * dictionary (the first where it leaves a choice). A tag of eight hexadecimal digits with an explicit VR stands for
 * private elements and for other choices. PN values are strings with carets and equals signs.
 */
export interface DataSetDescription {
  readonly [keywordOrTag: string]: DescribedValue | readonly DescribedValue[] | DescribedElement;
}

/** A described element with its tag and VR found. */
interface FoundElement extends DescribedElement {
  readonly tag: string;
}

/** The element that an entry of a description is. Throws RangeError for a word that is no keyword. */
export function describedElement(key: string, given: DataSetDescription[string]): FoundElement {
  const explicit = isElement(given);
  const tag = tagOf(key) ?? (explicit && /^[0-9A-F]{8}$/.test(key) ? key : null);
  if (tag === null) throw new RangeError(`${key} is no keyword, and a tag needs a VR beside its values`);
  if (explicit) return { tag, ...given };
  const values = given === '' ? [] : ([given].flat() as DescribedValue[]);
  return { tag, vr: vrOf(tag)[0] ?? 'UN', values };
}

function isElement(given: DataSetDescription[string]): given is DescribedElement {
  return typeof given === 'object' && 'vr' in given && 'values' in given;
}

/** A UID that the file meta information repeats. Throws RangeError where the description lacks it. */
export function uidIn(description: DataSetDescription, keyword: string): string {
  const value = description[keyword];
  if (typeof value === 'string' && value !== '') return value;
  throw new RangeError(`a DICOM file needs a ${keyword}`);
}
