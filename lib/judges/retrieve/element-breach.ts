import { type ByteDifference, byteDifference } from '../../answers/dicom/byte-pattern.ts';
import type { Comparison, Encoded } from '../../answers/dicom/data-set-comparison.ts';
import { elementAt } from '../../answers/dicom/element-at.ts';
import { type ElementIn, littleEndianOf } from '../../answers/dicom/element-values.ts';
import { pixelShapeOf } from '../../answers/dicom/pixel-pattern.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { isPrivate } from '../../dicom/dictionary.ts';
import { frameCount } from '../../dicom/frames.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { elementTexts } from '../../dicom/values.ts';
import { BINARY_VRS } from '../../dicom/vr.ts';

/** The breach that a difference between a stored and a returned element is. */
export function breachOfComparison(
  stored: StoredInstance,
  returned: Encoded,
  { kind, path, bytes }: Comparison,
  where: Place,
): SeenBreach {
  const { name } = stored;
  const of = { tag: path.slice(-8), path, name };
  const [left, right] = [elementAt(stored.dataSet, path), elementAt(returned.dataSet, path)];
  if (kind === 'pixels') return pixelBreach(stored, returned, bytes, where);
  if (!left || !right) return lostElement(of, left, where);
  const vrs = { ...of, stored: left.element.vr, returned: right.element.vr };
  if (kind === 'unknown-vr') return breach('element-vr-unknown', where, vrs);
  const [before, after] = [left.element.items, right.element.items];
  if (kind === 'vr' || Boolean(before) !== Boolean(after)) return breach('element-vr-changed', where, vrs);
  if (before && after) {
    return breach('sequence-items-changed', where, { ...of, stored: before.length, returned: after.length });
  }
  return changedElement(of, left, right, where, bytes);
}

type OfElement = { readonly tag: string; readonly path: string; readonly name: string };

/** An element that is not there any more. */
export function lostElement(of: OfElement, stored: ElementIn | null, where: Place): SeenBreach {
  const { vr, items, value } = stored?.element ?? { vr: 'UN', value: { length: 0 } };
  const size = items ? items.length : value.length;
  if (size === 0) return breach('empty-element-lost', where, { ...of, vr });
  return breach(isPrivate(of.tag) ? 'private-element-lost' : 'element-lost', where, { ...of, vr, size });
}

/** An element that has another value than was stored. */
export function changedElement(
  of: OfElement,
  left: ElementIn,
  right: ElementIn,
  where: Place,
  bytes?: SeenBreach['bytes'],
): SeenBreach {
  const texts = { stored: textOf(left), returned: textOf(right) };
  const { stored, returned } = texts;
  if (right.element.value.length === 0) {
    return breach('element-emptied', where, { ...of, stored });
  }
  if (stored !== null && returned !== null && differOnlyBeyondAscii(stored, returned)) {
    return breach('element-text-garbled', where, { ...of, stored, returned }, bytes);
  }
  return breach('element-changed', where, { ...of, ...texts }, bytes);
}

/** Longest value that is told as text, in bytes. */
const LONGEST_TEXT = 4096;

function textOf({ element, dataSet }: ElementIn): string | null {
  if (BINARY_VRS.has(element.vr) || element.value.length > LONGEST_TEXT) return null;
  return elementTexts(element, dataSet).join('\\');
}

function differOnlyBeyondAscii(left: string, right: string): boolean {
  const ascii = (text: string) => text.replace(/[^ -~]+/g, '\u0000');
  if (left === right) return false;
  return ascii(left) === ascii(right) || isQuestioned(left, right);
}

/** Question marks for what a character set does not have: for each character, or for each byte that it was. */
function isQuestioned(left: string, right: string): boolean {
  const collapsed = (text: string) => text.replace(/(?:[^ -~]|\?)+/g, '?');
  return /[^ -~]/.test(left) && !/[^ -~]/.test(right) && collapsed(left) === collapsed(right);
}

function pixelBreach(
  { name, dataSet, transferSyntax }: StoredInstance,
  returned: Encoded,
  bytes: SeenBreach['bytes'],
  where: Place,
): SeenBreach {
  const frames = { name, stored: frameCount(dataSet), returned: frameCount(returned.dataSet) };
  if (frames.stored !== frames.returned) return breach('instance-frames-changed', where, frames);
  const length = ({ elements }: Encoded['dataSet']) => elements.get('7FE00010')?.value.length ?? 0;
  const lengths = { name, stored: length(dataSet), returned: length(returned.dataSet) };
  if (lengths.returned < lengths.stored && returned.transferSyntax === transferSyntax)
    return breach('pixels-cut-short', where, lengths, bytes);
  return breach('pixels-changed', where, { ...lengths, ...pixelDifference(dataSet, returned.dataSet) }, bytes);
}

/** How native pixels differ; compressed ones tell nothing by their bytes. */
function pixelDifference(stored: DataSet, returned: DataSet): ByteDifference {
  const [left, right] = [stored.elements.get('7FE00010'), returned.elements.get('7FE00010')];
  if (!left || !right || left.fragments || right.fragments) return { how: 'some', same: 0 };
  return byteDifference(
    littleEndianOf({ element: left, dataSet: stored }),
    littleEndianOf({ element: right, dataSet: returned }),
    pixelShapeOf(stored),
  );
}
