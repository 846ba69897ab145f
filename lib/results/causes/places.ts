import type { Breach } from '../../breaches/breach.ts';
import { kindOf, spoiltBy } from '../../breaches/catalogue.ts';
import type { Place } from '../../breaches/place.ts';

/** What a breach keeps from being read. */
export function spoiledBy(breach: Breach, asked: string): string[] {
  const what = spoiltBy(breach);
  if (what === null) return [];
  if (what !== 'part') return [`spoiled ${what} of ${asked}`];
  return [`spoiled part of ${asked}`, ...partOf(breach.where).map((part) => `spoiled part ${part} of ${asked}`)];
}

/** What would keep from reading what a breach misses: the whole answer, or its part, or any part where it names none. */
export function spoiledFor({ code, where }: Breach, asked: string): string[] {
  const { unread } = kindOf(code);
  const parts = partOf(where);
  const inParts =
    parts.length > 0 ? parts.map((part) => `spoiled part ${part} of ${asked}`) : [`spoiled part of ${asked}`];
  return [
    `spoiled answer of ${asked}`,
    ...(unread === true ? [`spoiled content of ${asked}`] : []),
    ...(unread === 'characters' ? [`spoiled characters of ${asked}`] : []),
    ...inParts,
  ];
}

/** The part of an answer that a place lies in; none where it lies in no part. */
export function partOf(where: Place): readonly number[] {
  return 'part' in where && where.part !== undefined ? [where.part] : [];
}

/** The name of an attribute in a pointer, or of a member beside attributes. */
const TO_ATTRIBUTE = /^.*\/[0-9A-Fa-f]{8}(?=\/|$)/;

/** The place in an answer, to the attribute; none where a breach is about the whole answer. */
export function placeOf(where: Place): string[] {
  switch (where.kind) {
    case 'status':
      return ['status'];
    case 'header':
      return [`header ${where.name.toLowerCase()} ${where.part ?? ''}`];
    case 'json':
      return where.pointer === '' ? [] : [`json ${TO_ATTRIBUTE.exec(where.pointer)?.[0] ?? where.pointer}`];
    case 'element':
      return where.path === '' ? [] : [`element ${where.path}`];
    case 'part':
      return [`part ${where.part}`];
    case 'bytes':
      return where.part === undefined ? [] : [`byte ${where.offset} ${where.part}`];
    default:
      return [];
  }
}
