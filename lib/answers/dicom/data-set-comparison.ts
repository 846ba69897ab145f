import type { ByteWindow } from '../../breaches/place.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { isPrivate, vrOf } from '../../dicom/dictionary.ts';
import { encodingOf } from '../../dicom/transfer-syntax.ts';
import { byteWindow, counted, tagName } from '../wording.ts';
import { compareElementValues, type ElementIn, littleEndianOf, type ValueComparison } from './element-values.ts';
import { comparePixels, type Pixels } from './pixel-comparison.ts';

/** A data set and the transfer syntax that it came in. */
export interface Encoded {
  readonly dataSet: DataSet;
  readonly transferSyntax: string;
  /** Native pixels of each frame, where they are known without decoding. */
  readonly decoded?: readonly Uint8Array[];
}

/**
 * What the comparison of one element came to. `lost`, `changed`, `vr` and `pixels` are losses; `unknown-vr` keeps the
 * bytes under the VR UN; `rewritten` and `added` lose nothing; `undecided` could not be compared.
 */
export interface Comparison {
  readonly kind: 'equal' | 'lost' | 'changed' | 'vr' | 'unknown-vr' | 'pixels' | 'rewritten' | 'added' | 'undecided';
  /** Tag, below the tags and item numbers (from 1) of the sequences around it: `00400275[1].00400009`. */
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
  readonly bytes?: ByteWindow;
}

const PIXEL_DATA = '7FE00010';
/** Items that say how the data set is written, and nothing about its content. */
const ENCODING_ONLY = new Set(['00080005', 'FFFCFFFC']);
/** What changes with the compression of the pixel data: offset tables, and the colour model that a decoder yields. */
const TRANSCODING_ONLY = new Set(['7FE00001', '7FE00002', '00280004', '00280006']);

/**
 * Compares every element of a returned data set with the stored one, in the order of the tags. What a server may change
 * without changing the instance makes no difference: how sequences and values are encoded and padded, the
 * character set where the text is the same, group lengths, the compression of pixel data where the pixels are the same.
 */
export function* comparisons(stored: Encoded, returned: Encoded): Generator<Comparison> {
  const transcoded = isEncapsulated(stored.dataSet) !== isEncapsulated(returned.dataSet);
  yield* compareDataSets(stored.dataSet, returned.dataSet, '', { stored, returned, transcoded });
}

interface Context {
  readonly stored: Encoded;
  readonly returned: Encoded;
  readonly transcoded: boolean;
}

function isEncapsulated({ elements }: DataSet): boolean {
  return elements.get(PIXEL_DATA)?.fragments !== undefined;
}

function isCompared(tag: string, { transcoded }: Context): boolean {
  if (tag.endsWith('0000') || ENCODING_ONLY.has(tag)) return false;
  return !(transcoded && TRANSCODING_ONLY.has(tag));
}

function* compareDataSets(stored: DataSet, returned: DataSet, prefix: string, context: Context): Generator<Comparison> {
  const tags = new Set([...stored.elements.keys(), ...returned.elements.keys()]);
  for (const tag of [...tags].sort()) {
    if (!isCompared(tag, context)) continue;
    const path = prefix + tag;
    const [left, right] = [stored.elements.get(tag), returned.elements.get(tag)];
    if (left && right) {
      yield* compareElements({ element: left, dataSet: stored }, { element: right, dataSet: returned }, path, context);
    } else if (left) {
      yield { kind: 'lost', path, expected: `${tagName(tag)} ${left.vr}, ${size(left)}`, actual: 'no such element' };
    } else if (right) {
      yield { kind: 'added', path, expected: `no ${tagName(tag)}`, actual: `${right.vr}, ${size(right)}` };
    }
  }
}

function equal(path: string): Comparison {
  return { kind: 'equal', path, expected: '', actual: '' };
}

function size({ items, value }: DataElement): string {
  return items ? counted(items.length, 'item') : counted(value.length, 'byte');
}

function* compareElements(
  stored: ElementIn,
  returned: ElementIn,
  path: string,
  context: Context,
): Generator<Comparison> {
  const { element: left } = stored;
  const { element: right } = returned;
  if (left.tag === PIXEL_DATA) {
    yield* comparePixelData(stored, returned, path, context);
    return;
  }
  const vr = vrDifference(left, right, context);
  if (vr) yield { kind: vr, path, expected: `${tagName(left.tag)} with VR ${left.vr}`, actual: `VR ${right.vr}` };
  if (left.items && right.items) yield* compareItems(left.items, right.items, path, context);
  else if (left.items || right.items) yield* compareSequenceWithBytes(left, right, path);
  else yield* valueDifference(stored, returned, path);
}

/** PS3.5 §6.2.2: what came as UN may be given its VR. Implicit VR has none, so there any VR of the dictionary is right. */
function vrDifference(stored: DataElement, returned: DataElement, context: Context): 'vr' | 'unknown-vr' | null {
  if (stored.vr === returned.vr || stored.vr === 'UN') return null;
  const isBytes = (vr: string) => vr === 'OB' || vr === 'OW';
  if (isBytes(stored.vr) && isBytes(returned.vr)) return null;
  const implicit = !encodingOf(context.stored.transferSyntax).explicitVr;
  if (implicit && (isPrivate(stored.tag) || vrOf(stored.tag).includes(returned.vr))) return null;
  return returned.vr === 'UN' || implicit ? 'unknown-vr' : 'vr';
}

function* compareItems(
  stored: readonly DataSet[],
  returned: readonly DataSet[],
  path: string,
  context: Context,
): Generator<Comparison> {
  if (stored.length === returned.length) yield equal(path);
  else {
    yield {
      kind: 'changed',
      path,
      expected: counted(stored.length, 'item'),
      actual: counted(returned.length, 'item'),
    };
  }
  for (let index = 0; index < Math.min(stored.length, returned.length); index++) {
    const [left, right] = [stored[index], returned[index]];
    if (left && right) yield* compareDataSets(left, right, `${path}[${index + 1}].`, context);
  }
}

/** A sequence can hide in UN; whether the bytes of one are those items is not decided here. An empty one is empty in both. */
function* compareSequenceWithBytes(stored: DataElement, returned: DataElement, path: string): Generator<Comparison> {
  if ((stored.items ?? stored.value).length === 0 && (returned.items ?? returned.value).length === 0) {
    yield equal(path);
    return;
  }
  const kind = stored.vr === 'UN' || returned.vr === 'UN' ? 'undecided' : 'changed';
  yield { kind, path, expected: `${stored.vr}, ${size(stored)}`, actual: `${returned.vr}, ${size(returned)}` };
}

function* valueDifference(stored: ElementIn, returned: ElementIn, path: string): Generator<Comparison> {
  const compared = compareElementValues(stored, returned);
  switch (compared.kind) {
    case 'equal':
      yield equal(path);
      return;
    case 'too-large':
      yield { kind: 'undecided', path, expected: size(stored.element), actual: 'too long to be compared as text' };
      return;
    default:
      yield {
        kind: compared.kind === 'rewritten' ? 'rewritten' : 'changed',
        path,
        expected: `${tagName(stored.element.tag)} ${compared.expected}`,
        actual: compared.actual,
        ...windowOf(compared, stored, returned),
      };
  }
}

function* comparePixelData(
  stored: ElementIn,
  returned: ElementIn,
  path: string,
  context: Context,
): Generator<Comparison> {
  const compared = comparePixels(
    { ...stored, ...encodingOfPixels(context.stored) },
    { ...returned, ...encodingOfPixels(context.returned) },
  );
  if (compared.kind === 'undecided') yield { kind: 'undecided', path, expected: '', actual: compared.why };
  if (compared.kind === 'equal') yield equal(path);
  if (compared.kind !== 'different') return;
  yield {
    kind: 'pixels',
    path,
    expected: `the stored pixel data, ${compared.expected}`,
    actual: compared.actual,
    ...(stored.element.fragments || returned.element.fragments ? {} : windowOf(compared, stored, returned)),
  };
}

function encodingOfPixels({ transferSyntax, decoded }: Encoded): Pick<Pixels, 'transferSyntax' | 'decoded'> {
  return { transferSyntax, ...(decoded ? { decoded } : {}) };
}

function windowOf(compared: ValueComparison, stored: ElementIn, returned: ElementIn): { bytes?: ByteWindow } {
  if (compared.kind !== 'different' || compared.offset === undefined) return {};
  return { bytes: byteWindow(littleEndianOf(stored), littleEndianOf(returned), compared.offset) };
}
