import { alterationIn } from '../../breaches/alterations/alterations.ts';
import type { Breach } from '../../breaches/breach.ts';
import type { Parameter } from '../../breaches/kind.ts';
import type { Viewed } from './altered-at-store.ts';
import { MISSING } from './families.ts';

/** Study, Series and SOP Instance UID. */
export const NAMES: readonly string[] = ['0020000D', '0020000E', '00080018'];
/** What shows the UIDs of an instance as they are. */
const VIEWS = ['GET resource', 'GET metadata'];
const UID = /\b[0-2](?:\.\d+){2,}\b/g;

/** Keys by which what is missed under one UID, or seen under another, is joined to the change of that UID. */
interface Renamed {
  readonly takenBy: (seen: Viewed) => readonly string[];
  readonly neededBy: (seen: Viewed) => readonly string[];
}

/**
 * A study, series or instance that comes back under another UID than it was stored with is missed wherever its own is asked for,
 * and is seen where nothing is expected: nothing else is wrong there.
 */
export function renamedAtStore(all: readonly Viewed[]): Renamed {
  const names = new Map(all.map((seen) => [seen, renameIn(seen)] as const));
  const known = new Set([...names.values()].flat());
  return {
    takenBy: (seen) => names.get(seen) ?? [],
    neededBy: (seen) => (known.size === 0 ? [] : [...missedIn(seen), ...shownIn(seen)].filter((key) => known.has(key))),
  };
}

/** The key of a change of one UID: whether the file shows it or where it was filed, it is one defect. */
export function renamedKeys(breach: Breach, tag: string | null): readonly string[] {
  const change = changeOf(breach, tag);
  return change ? [`renamed ${change.before} to ${change.after}`] : [];
}

function renameIn({ breach, subject: { tag }, view }: Viewed): readonly string[] {
  const isFiled = breach.code === 'stored-elsewhere';
  const change = isFiled || (view !== null && VIEWS.includes(view)) ? changeOf(breach, tag) : null;
  return change ? [`renamed ${change.before}`, `renamed to ${change.after}`] : [];
}

function changeOf(breach: Breach, tag: string | null): { readonly before: string; readonly after: string } | null {
  const { sent, found } = breach.parameters;
  if (breach.code === 'stored-elsewhere') return { before: String(sent), after: String(found) };
  if (tag === null || !NAMES.includes(tag) || breach.belongsTo !== undefined) return null;
  const { was = [], is = [] } = alterationIn(breach) ?? {};
  const [[before], [after]] = [was, is];
  return was.length === 1 && is.length === 1 && before && after ? { before, after } : null;
}

/** UIDs of what a breach misses. */
function missedIn({ breach: { where, parameters }, consequence, says, subject }: Viewed): readonly string[] {
  const { status } = parameters;
  const isNotFound = where.kind === 'status' && status !== 400 && MISSING.includes(Number(status));
  const isMissed = says === 'absent' || consequence === 'nothing-found' || consequence === 'list-incomplete';
  return isMissed || isNotFound ? subject.within.map((uid) => `renamed ${uid}`) : [];
}

/** UIDs of what a breach sees where it is not expected. */
function shownIn({ breach: { parameters }, says }: Viewed): readonly string[] {
  if (says !== 'foreign') return [];
  return uidsIn(Object.values(parameters)).map((uid) => `renamed to ${uid}`);
}

function uidsIn(parameters: readonly Parameter[]): readonly string[] {
  return parameters.flatMap((value) => (typeof value === 'string' ? [...value.matchAll(UID)].map(([uid]) => uid) : []));
}
