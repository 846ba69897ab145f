import { type Alteration, alterationIn } from '../../breaches/alterations/alterations.ts';
import type { Breach } from '../../breaches/breach.ts';
import { kindOf } from '../../breaches/catalogue.ts';
import type { Consequence } from '../../breaches/consequences.ts';
import type { Says } from '../../breaches/kind.ts';
import { tagOf } from '../../dicom/dictionary.ts';
import type { Subject } from './subject.ts';

/** A breach with what it is about, and the view of a resource that shows it. */
export interface Viewed {
  readonly breach: Breach;
  readonly consequence: Consequence;
  readonly says: Says | undefined;
  readonly subject: Subject;
  readonly view: string | null;
}

/** Keys by which a search that misses a value is joined to what altered it. */
interface StoredOtherwise {
  readonly takenBy: (seen: Viewed) => readonly string[];
  readonly neededBy: (seen: Viewed) => readonly string[];
}

/** What shows a value as it is stored, each for itself. */
const VIEWS = ['GET resource', 'GET metadata'];
/** What a search does that does not find what it should. */
const FINDS_TOO_LITTLE: readonly Consequence[] = ['nothing-found', 'list-incomplete'];
/** Keys of a study with the values of its series. */
const OF_SERIES: Readonly<Record<string, string>> = { ModalitiesInStudy: 'Modality' };

/**
 * What has another value in the file and in the metadata of one resource was altered when it was stored: a search for the value
 * as it was sent misses it, and nothing is wrong with the search. Where the search would find the other value as well, or asked
 * for another resource, it has a reason of its own.
 */
export function storedOtherwise(all: readonly Viewed[]): StoredOtherwise {
  const shown = new Map<string, Map<string, Alteration[]>>();
  for (const seen of all) {
    const alteration = alterationShownBy(seen);
    if (alteration === null || seen.view === null) continue;
    for (const key of keysOf(seen)) {
      const views = shown.get(key) ?? new Map<string, Alteration[]>();
      views.set(seen.view, [...(views.get(seen.view) ?? []), alteration]);
      shown.set(key, views);
    }
  }
  const isInAllViews = (key: string): boolean => VIEWS.every((view) => shown.get(key)?.has(view));
  return {
    takenBy: (seen) => (alterationShownBy(seen) === null ? [] : keysOf(seen).filter(isInAllViews)),
    neededBy(seen) {
      const { parameters } = seen.breach;
      const { consequence, subject } = seen;
      const { key, value } = parameters;
      if (typeof key !== 'string' || typeof value !== 'string' || !FINDS_TOO_LITTLE.includes(consequence)) return [];
      const tag = tagOf(OF_SERIES[key] ?? key);
      const isReason = ({ was, is }: Alteration) => selects(value, was) && !selects(value, is);
      return subject.uids
        .map((uid) => keyOf(uid, tag))
        .filter((one) => VIEWS.every((view) => shown.get(one)?.get(view)?.some(isReason)));
    },
  };
}

function keyOf(uid: string, tag: string | null): string {
  return `stored otherwise ${uid} ${tag}`;
}

function keysOf({ subject: { within, tag } }: Viewed): readonly string[] {
  return within.map((uid) => keyOf(uid, tag));
}

/** What the values of an attribute of a data set were and are; null where a breach is of anything else, as of an item. */
function alterationShownBy({ breach, subject: { tag } }: Viewed): Alteration | null {
  const { where, code } = breach;
  if (tag === null || kindOf(code).says !== 'altered') return null;
  const isOfDataSet =
    where.kind === 'element' ? where.path === tag : where.kind === 'json' && where.pointer.split('/')[2] === tag;
  return isOfDataSet ? alterationIn(breach) : null;
}

/** Whether a search for a value finds one of these: as it is, by wildcards, a range or a list, however it was encoded. */
function selects(asked: string, values: readonly string[]): boolean {
  const stored = values.flatMap((value) => [value, ...value.split('=')]).map((value) => value.trim());
  return [asked, decoded(asked)]
    .flatMap((value) => [value, ...value.split(',')])
    .some((value) => stored.some((one) => isSelected(one, value.trim())));
}

function isSelected(stored: string, asked: string): boolean {
  if (/[*?]/.test(asked)) return patternOf(asked).test(stored);
  const [, from, to] = /^([\d.]*)-([\d.]*)$/.exec(asked) ?? [];
  if (from === undefined || to === undefined || from + to === '') return stored === asked;
  return stored !== '' && stored >= from && (to === '' || stored.slice(0, to.length) <= to);
}

function patternOf(asked: string): RegExp {
  const pattern = asked
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`, 'su');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
