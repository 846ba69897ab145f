import { type Comparison, comparisons } from '../answers/dicom/data-set-comparison.ts';
import { dicomParts } from '../answers/dicom/parts.ts';
import { sightOf } from '../answers/sight.ts';
import type { StoredInstance } from '../dicom/instance.ts';
import { text } from '../dicom/values.ts';
import type { InstancePath } from '../dicomweb/operations.ts';
import type { Exchange, ExchangeResponse } from '../http/exchange.ts';

/** Whether what the server gives back under a path is what was stored there; `why` is the end of a sentence. */
export type AsStored =
  | { readonly kind: 'as stored' }
  | { readonly kind: 'absent' }
  /** It is something else: somebody else's. */
  | { readonly kind: 'other'; readonly why: string }
  /** The server does not give it back, or not in a form that can be compared. */
  | { readonly kind: 'unseen'; readonly why: string };

/**
 * What a server itself changes in whatever it takes, by element: as it was seen to do with an instance that nobody else can
 * have stored.
 */
export type ServersHand = readonly Comparison[];

const NOT_TOUCHED: ServersHand = [];

/**
 * Compares the answer to the retrieve of one instance with what was stored under its path: data set and pixels. What the
 * server itself changes in all that it takes makes no difference.
 */
export function asStored(
  exchange: Exchange,
  path: InstancePath,
  stored: StoredInstance,
  hand: ServersHand = NOT_TOUCHED,
): AsStored {
  const { response, failure } = exchange;
  if (sightOf(exchange, path) === 'absent') {
    return response?.status === 200
      ? { kind: 'other', why: 'something else is given back under it' }
      : { kind: 'absent' };
  }
  if (!response || failure || response.status !== 200) {
    return { kind: 'unseen', why: `its retrieve was ${response ? `answered ${response.status}` : 'not answered'}` };
  }
  const found = differencesOf(response, path, stored);
  if (typeof found === 'string') return { kind: 'unseen', why: found };
  // The values are not told: they may be a patient's.
  const [own] = found.filter((one) => !isOfHand(one, hand));
  if (!own) return { kind: 'as stored' };
  return own.kind === 'undecided'
    ? { kind: 'unseen', why: `it cannot be compared with what was stored: ${own.actual}` }
    : { kind: 'other', why: `it is not what was stored: ${own.path} differs` };
}

const PIXEL_DATA = '7FE00010';
/** UIDs of study, series and instance. */
const NAMING = ['0020000D', '0020000E', '00080018'];
const PATIENT = ['00100010', '00100020'];

/**
 * Why nobody can tell by what a server gives back whose it is: it keeps the pixels to itself, or both name and ID of the patient.
 * Null where it can be told.
 */
export function hiddenBy(hand: ServersHand, { dataSet }: StoredInstance): string | null {
  const changes = (tag: string) => hand.some(({ path, kind }) => path === tag && ['lost', 'changed'].includes(kind));
  if (changes(PIXEL_DATA)) return 'the server gives back whatever it takes without its pixels';
  const told = PATIENT.filter((tag) => text(dataSet, tag));
  const isHidden = told.length > 0 && told.every(changes);
  return isHidden ? 'the server gives back whatever it takes as that of another patient' : null;
}

/** What tells whose an instance is: its UIDs and class, its patient, and the day of its study. */
const TELLING = ['00080016', '00080018', '0020000D', '0020000E', '00080020', '00100010', '00100020'];

/**
 * As `asStored`, for an instance under a UID that the run made itself, so that at most its own can have been changed: only
 * other pixels and what tells whose it is make it another one. Where the server was seen to change these in whatever it takes,
 * that is its hand.
 */
export function asOwn(
  exchange: Exchange,
  path: InstancePath,
  stored: StoredInstance,
  hand: ServersHand = NOT_TOUCHED,
): AsStored {
  const changed = handSeenIn(exchange, stored) ?? [];
  const isHand = (one: Comparison) => hand.some(({ path: at, kind }) => at === one.path && kind === one.kind);
  const others = changed.filter((one) => (one.kind === 'pixels' || TELLING.includes(one.path)) && !isHand(one));
  const tolerated = changed.filter((one) => !others.includes(one));
  const seen = asStored(exchange, path, stored, tolerated);
  const isOnlyHand = seen.kind === 'other' && changed.length > 0 && others.length === 0;
  return isOnlyHand ? { kind: 'as stored' } : seen;
}

/**
 * The server's hand by an instance under a UID that nobody else knows; null where the answer does not give it back. One that does
 * not name itself is not given back: by it nothing could be told from anything else.
 */
export function handSeenIn({ response, failure }: Exchange, stored: StoredInstance): ServersHand | null {
  if (!response || failure || response.status !== 200) return null;
  const found = differencesOf(response, stored, stored);
  return typeof found === 'string' || found.some(({ path }) => NAMING.includes(path)) ? null : found;
}

/** How what is given back departs from what was stored; a sentence part where the answer is not one whole instance. */
function differencesOf(
  response: ExchangeResponse,
  path: InstancePath,
  stored: StoredInstance,
): readonly Comparison[] | string {
  const [part, ...others] = [...dicomParts(response)];
  if (!part || others.length > 0) return 'its retrieve does not give back one instance';
  if ('error' in part) return 'what is given back cannot be read';
  const { dataSet, transferSyntax } = part.file;
  for (const [tag, uid] of [
    ['0020000D', path.study],
    ['0020000E', path.series],
    ['00080018', path.instance],
  ] as const) {
    const actual = text(dataSet, tag);
    if (actual !== uid) return [{ kind: 'changed', path: tag, expected: uid, actual: actual ?? 'nothing' }];
  }
  return [...comparisons(stored, { dataSet, transferSyntax })].filter(({ kind }) => !SAME.includes(kind));
}

/** What keeps the values and may keep them in another form. */
const SAME: readonly Comparison['kind'][] = ['equal', 'rewritten', 'unknown-vr'];

/** The same value has to become the same one: what the server adds or leaves out may differ from one instance to another. */
function isOfHand({ kind, path, expected, actual }: Comparison, hand: ServersHand): boolean {
  if (kind === 'pixels' || kind === 'undecided') return false;
  return hand.some(
    (one) =>
      one.path === path &&
      one.kind === kind &&
      (kind !== 'changed' || one.expected !== expected || one.actual === actual),
  );
}
