import type { SourceWindow } from '../bytes/source-window.ts';
import type { DataElement } from './data-set.ts';
import { isPrivate, isPrivateCreator } from './dictionary.ts';
import type { ElementHeader } from './element-header.ts';
import type { ReportDefect } from './part10-error.ts';
import { printedTag, tagText } from './tag.ts';

const META_GROUP = 0x0002;
/** Groups that no data set has (PS3.5 §7.1, §7.8): commands, and odd groups that are not for private use. */
const FORBIDDEN_GROUPS = new Set([0x0000, 0x0001, 0x0003, 0x0005, 0x0007, 0xffff]);

/** Reports a tag that may not stand where it stands: `before` are the elements so far, `lastTag` the highest of them. */
export function checkTag(
  { tag, name, offset }: ElementHeader,
  before: ReadonlyMap<string, DataElement>,
  lastTag: number,
  isFileMeta: boolean,
  report: ReportDefect,
): void {
  const printed = printedTag(name);
  const group = tag >>> 16;
  if (before.has(name)) report('duplicate-element', offset, `${printed} occurs again; the first one counts`);
  else if (tag < lastTag) report('out-of-order', offset, `${printed} comes after ${printedTag(tagText(lastTag))}`);
  if (FORBIDDEN_GROUPS.has(group) || (group === META_GROUP) !== isFileMeta) {
    report('forbidden-group', offset, `${printed} is of a group that does not belong here`);
  } else if ((tag & 0xffff) === 0 && !isFileMeta) {
    report('group-length-element', offset, `${printed} is a group length, which is retired`);
  } else if (isPrivate(name) && !isPrivateCreator(name)) {
    const creator = `${name.slice(0, 4)}00${name.slice(4, 6)}`;
    if (!before.has(creator)) {
      report('private-without-creator', offset, `${printed} has no private creator ${printedTag(creator)} before it`);
    }
  }
}

/** Reports a value field whose length or padding its VR does not allow (PS3.5 §6.2). */
export function checkValue(
  { name, facts, offset, valueOffset, length }: ElementHeader,
  window: SourceWindow,
  report: ReportDefect,
): void {
  const { vr, valueSize, padding } = facts;
  const element = `${printedTag(name)} ${vr}`;
  if (length % 2 === 0 && length % valueSize !== 0) {
    report('wrong-value-length', offset, `${element} has ${length} bytes, no multiple of ${valueSize}`);
  }
  if (length === 0 || padding === null || vr === 'OB' || vr === 'UN') return;
  const last = valueOffset + length - 1;
  const octet = window.uint8(last);
  if (padding === 0x20 && octet === 0)
    report('wrong-padding', last, `${element} is padded with NUL instead of a space`);
  if (padding === 0 && octet === 0x20)
    report('wrong-padding', last, `${element} is padded with a space instead of NUL`);
  if (padding === 0 && octet === 0 && length > 1 && window.uint8(last - 1) === 0) {
    report('wrong-padding', last, `${element} is padded with more than one NUL`);
  }
}
