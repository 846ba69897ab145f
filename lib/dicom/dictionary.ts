import { dictionary } from 'dcmjs/dictionary';
import { DICTIONARY_CORRECTIONS } from './dictionary-corrections.ts';
import { VALUE_REPRESENTATIONS, type ValueRepresentation } from './vr.ts';

interface Entry {
  readonly keyword: string;
  readonly vrs: readonly ValueRepresentation[];
  /** Value multiplicity as PS3.6 writes it: `1`, `1-n`. Absent where the dictionary has none. */
  readonly vm?: string | undefined;
}

const KNOWN_VRS = new Set<string>(VALUE_REPRESENTATIONS);
/** How dcmjs writes the VRs between which a transfer syntax or another element decides. */
const CHOICES: Readonly<Record<string, readonly ValueRepresentation[]>> = {
  ox: ['OB', 'OW'],
  xs: ['US', 'SS'],
  lt: ['US', 'OW'],
  up: ['UL'],
};
const byTag = new Map<string, Entry>();
const byKeyword = new Map<string, string>();
/** Entries of repeating groups (PS3.5 §7.6), by element number: 50xx curves, 60xx overlays. */
const repeating = new Map<string, Entry>();

for (const [key, { vr = '', name, vm, version }] of Object.entries(dictionary)) {
  if (version === 'PrivateTag' || !(vr in CHOICES || KNOWN_VRS.has(vr))) continue;
  const keyword = name.replace(/^RETIRED_/, '');
  const [, group, range, element] = /^\(([0-9A-F]{4})(-[0-9A-F]{4})?,([0-9A-F]{4})\)$/.exec(key) ?? [];
  if (group === undefined || element === undefined) continue;
  const tag = group + element;
  const vrs = CHOICES[vr] ?? [vr as ValueRepresentation];
  if (range) repeating.set(group.slice(0, 2) + element, { keyword, vrs, vm });
  else define(tag, { keyword, vrs, vm });
}
for (const [tag, keyword, ...vrs] of DICTIONARY_CORRECTIONS) define(tag, { keyword, vrs });

function define(tag: string, entry: Entry): void {
  byTag.set(tag, entry);
  byKeyword.set(entry.keyword, tag);
}

const UNKNOWN: readonly ValueRepresentation[] = ['UN'];
const PRIVATE_CREATOR: readonly ValueRepresentation[] = ['LO'];
const GROUP_LENGTH: readonly ValueRepresentation[] = ['UL'];

function entryOf(tag: string): Entry | undefined {
  const found = byTag.get(tag);
  if (found) return found;
  const isRepeating = (tag.startsWith('50') || tag.startsWith('60')) && !isPrivate(tag);
  return isRepeating ? repeating.get(tag.slice(0, 2) + tag.slice(4)) : undefined;
}

/** Whether a tag (eight hexadecimal digits) belongs to a private group, that is one of odd number. */
export function isPrivate(tag: string): boolean {
  return (Number.parseInt(tag.charAt(3), 16) & 1) === 1;
}

/** Whether a tag is that of a Private Creator element (PS3.5 §7.8.1). */
export function isPrivateCreator(tag: string): boolean {
  return isPrivate(tag) && tag.slice(4, 6) === '00' && tag.slice(6) >= '10';
}

/** Tag of the creator that a private element belongs to (PS3.5 §7.8.1); null for every other element. */
export function creatorOf(tag: string): string | null {
  return isPrivate(tag) && tag.slice(4, 6) >= '10' ? `${tag.slice(0, 4)}00${tag.slice(4, 6)}` : null;
}

/**
 * VRs that PS3.6 gives an element; more than one where a transfer syntax or another element decides. Private creators
 * are LO, group lengths UL, everything that is not known UN (PS3.5 §7.8.1, §6.2.2).
 */
export function vrOf(tag: string): readonly ValueRepresentation[] {
  if (tag.endsWith('0000')) return GROUP_LENGTH;
  if (isPrivateCreator(tag)) return PRIVATE_CREATOR;
  return entryOf(tag)?.vrs ?? UNKNOWN;
}

/** Keyword of a standard element (PS3.6 Table 6-1), null for private and unknown ones. */
export function keywordOf(tag: string): string | null {
  return entryOf(tag)?.keyword ?? null;
}

/** Whether PS3.6 gives an element one value at most; false for private and unknown ones. */
export function isSingleValued(tag: string): boolean {
  return entryOf(tag)?.vm === '1';
}

/** Tag of a keyword as eight upper-case hexadecimal digits, null for a word that is no keyword. */
export function tagOf(keyword: string): string | null {
  return byKeyword.get(keyword) ?? null;
}
