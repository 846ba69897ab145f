import type { Breach } from '../../breaches/breach.ts';
import type { Parameter } from '../../breaches/kind.ts';
import type { ExchangeRecord } from '../results.ts';
import { belowBase, isStore, type TargetAddress } from '../transaction.ts';

/** What a breach is about. */
export interface Subject {
  /** UIDs of the instances or the resource that it names, or that its request asked for. */
  readonly uids: readonly string[];
  /** The same and those of what holds it: whoever lost one of these lost the subject. */
  readonly within: readonly string[];
  /** UIDs of instances that its particulars name. */
  readonly held: readonly string[];
  /** The attribute or element that it names; null where it names none. */
  readonly tag: string | null;
}

/** A UID in a URL: those that are made of a UUID have three components (PS3.5 §B.2). */
const UID = /\b[0-2](?:\.\d+){2,}\b/g;

/** Reads what a breach is about from its particulars, and else from the URL of its exchange. */
export function subjectOf(
  { parameters, subjects }: Breach,
  exchange: ExchangeRecord | undefined,
  target: TargetAddress,
): Subject {
  const inUrl = exchange ? [...askedIn(exchange.request.url, target).matchAll(UID)].map(([uid]) => uid) : [];
  // What a store did not keep was not lost with what the URL names.
  const isStored = exchange !== undefined && isStore(exchange.request);
  const named = [parameters.instance, parameters.uid].filter(isText);
  const [uids, above] =
    subjects !== undefined
      ? [subjects, isStored ? [] : inUrl]
      : named.length > 0
        ? [named, inUrl]
        : [inUrl.slice(-1), inUrl.slice(0, -1)];
  const tag = parameters.creator ?? parameters.tag;
  return { uids, held: named, within: [...uids, ...above], tag: isText(tag) ? tag : null };
}

/** What a URL asks for, without the base of the server: a version or a tenant there may look like a UID. */
function askedIn(url: string, target: TargetAddress): string {
  const path = belowBase(url, target) ?? url.slice(url.indexOf('/', url.indexOf('//') + 2));
  return path.slice(Math.max(0, path.indexOf('/studies')));
}

function isText(value: Parameter | undefined): value is string {
  return typeof value === 'string';
}
