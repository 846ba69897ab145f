import type { Breach } from '../breaches/breach.ts';
import { kindOf } from '../breaches/catalogue.ts';
import type { Place } from '../breaches/place.ts';
import { identityOf } from './fingerprint.ts';
import type { ExchangeRecord } from './results.ts';
import { routeOf, type TargetAddress } from './transaction.ts';

/** What breaches of one first cause share. */
export interface CauseKeys {
  /** Keys that hold by themselves. */
  readonly sure: readonly string[];
  /**
   * Names of causes that several breaches of the run may have, each a defect of its own: consequences join the first of
   * them, which does not make the others one with it.
   */
  readonly named: readonly string[];
  /** Keys that hold only where another breach has them for sure: then this one is its consequence. */
  readonly follows: readonly string[];
}

/** Eight bytes in hexadecimal; fewer are alike by chance. */
const SHORT_WINDOW = 23;

/**
 * The keys of a breach: its cause with what identifies the defect, the same place in the same answer, the same bytes
 * instead of the same others, and the answer or part that it spoils or that was spoiled for it.
 */
export function causeKeys(
  breach: Breach,
  exchanges: ReadonlyMap<string, ExchangeRecord>,
  target: TargetAddress,
): CauseKeys {
  const kind = kindOf(breach.code);
  const exchange = exchanges.get(breach.exchange ?? '');
  const route = kind.perRoute && exchange ? viewOf(routeOf(exchange.request, target)) : '';
  const named = kind.cause ? [`named ${kind.cause}`] : [];
  const isOneOfMany = kind.identity !== undefined || kind.perRoute === true;
  const cause = ['cause', kind.cause ?? breach.code, ...identityOf(breach), route].join(' ');
  return {
    sure: [
      cause,
      ...(kind.alike ? [['alike', kind.alike, ...identityOf(breach)].join(' ')] : []),
      ...(isOneOfMany ? [] : named),
      ...(kind.explains ?? []).map((name) => `named ${filled(name, breach)}`),
      ...(exchange ? placeKeys(breach, exchange.id) : []),
      ...bytesKeys(breach),
      ...(kind.spoils ? spoiledBy(breach, kind.spoils) : []),
    ],
    named: isOneOfMany ? named : [],
    follows: [
      ...causesBefore(breach).map((other) => `named ${filled(other, breach)}`),
      ...(kind.unread ? spoiledFor(breach) : []),
    ],
  };
}

/** Causes by which something is not on the server any more. */
const LOSSES = ['not-stored', 'deleted-another'];

/**
 * Causes that a breach may follow from. What was lost is not found: 405 and 501 say that the server has no such resource.
 * A warning about 406 or 415 is about the media type alone: what the server does not have elsewhere is not its cause.
 */
function causesBefore({ code, parameters, grade }: Breach): readonly string[] {
  const { follows = [] } = kindOf(code);
  const isOfType = parameters.status === 406 || parameters.status === 415;
  if (isOfType && grade === 'warn') return [];
  const isOfResource = parameters.status === 405 || parameters.status === 501;
  return isOfResource ? follows.filter((cause) => !LOSSES.includes(cause)) : follows;
}

/** A name with the parameters of a breach in it: `{level}` is its level. */
function filled(name: string, { parameters }: Breach): string {
  return name.replace(/\{(\w+)\}/g, (_, parameter: string) => String(parameters[parameter]));
}

/** The keys that join a breach to others of the run. `all` has every key that some breach has for sure or is named by. */
export function joinedKeys({ sure, follows }: CauseKeys, all: ReadonlySet<string>): readonly string[] {
  return [...sure, ...follows.filter((key) => all.has(key))];
}

/** A route without its levels: what a server does to metadata, it does to that of a study, series and instance. */
function viewOf(route: string): string {
  const [method = '', resource = ''] = route.split(' ');
  const view = resource.split('/').findLast((segment) => segment !== '' && !segment.startsWith('{')) ?? '';
  const isPlain = view === 'studies' || view === 'series' || view === 'instances';
  return `${method} ${isPlain ? (resource.endsWith('}') ? 'resource' : 'list') : view}`;
}

/** What a breach keeps from being read. */
function spoiledBy({ exchange, where }: Breach, what: 'answer' | 'part'): string[] {
  if (exchange === null) return [];
  if (what === 'answer') return [`spoiled ${exchange}`];
  return [`spoiled part of ${exchange}`, ...partOf(where).map((part) => `spoiled part ${part} of ${exchange}`)];
}

/** What would keep from reading what a breach misses: the whole answer, or its part, or any part where it names none. */
function spoiledFor({ exchange, where }: Breach): string[] {
  if (exchange === null) return [];
  const parts = partOf(where);
  const inParts =
    parts.length > 0 ? parts.map((part) => `spoiled part ${part} of ${exchange}`) : [`spoiled part of ${exchange}`];
  return [`spoiled ${exchange}`, ...inParts];
}

function partOf(where: Place): readonly number[] {
  return 'part' in where && where.part !== undefined ? [where.part] : [];
}

function placeKeys({ where }: Breach, id: string): string[] {
  switch (where.kind) {
    case 'status':
      return [`status of ${id}`];
    case 'header':
      return [`header ${where.name.toLowerCase()} ${where.part ?? ''} of ${id}`];
    case 'json':
      return where.pointer === '' ? [] : [`json ${where.pointer} of ${id}`];
    case 'element':
      return where.path === '' ? [] : [`element ${where.path} ${where.part ?? ''} of ${id}`];
    default:
      return [];
  }
}

/** The same bytes instead of the same others: no two defects have that in common. */
function bytesKeys({ bytes }: Breach): string[] {
  return bytes && bytes.actual.length >= SHORT_WINDOW ? [`bytes ${bytes.expected} ${bytes.actual}`] : [];
}
