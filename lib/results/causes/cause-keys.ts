import type { Breach } from '../../breaches/breach.ts';
import { kindOf, spoiltBy } from '../../breaches/catalogue.ts';
import type { Place } from '../../breaches/place.ts';
import { defectOf, identityOf } from '../fingerprint.ts';
import type { ExchangeRecord } from '../results.ts';
import { routeOf, type TargetAddress, transactionOf, viewOf } from '../transaction.ts';
import { alterationKeys } from './alteration.ts';
import { isForPeople, isOfContent } from './answered-alike.ts';

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
  /** Keys that hold only where it is no consequence of another one. */
  readonly alone: readonly string[];
}

/** Eight bytes in hexadecimal; fewer are alike by chance. */
const SHORT_WINDOW = 23;

/**
 * The keys of a breach: its cause with what identifies the defect, the same place in the same answer, the same bytes
 * instead of the same others, values that were altered alike, and the answer or part that it spoils or that was spoiled
 * for it.
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
  const cause = ['cause', kind.cause ?? breach.code, ...defectOf(breach), route].join(' ');
  return {
    sure: [
      cause,
      ...(kind.alike ? [['alike', kind.alike, ...defectOf(breach)].join(' ')] : []),
      ...(kind.alters ? alterationKeys(breach) : []),
      ...(isOneOfMany ? [] : named),
      ...(kind.explains ?? []).map((name) => `named ${filled(name, breach)}`),
      ...(exchange ? placeKeys(breach, exchange) : []),
      ...bytesKeys(breach),
      ...spoiledBy(breach),
      ...(exchange && isOfContent(breach) ? baseKeys(exchange, target) : []),
    ],
    named: isOneOfMany ? named : [],
    alone: kind.apart ? [['cause', kind.cause ?? breach.code, ...identityOf(breach)].join(' ')] : [],
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
 * 206 is wrong wherever no range was asked for. A warning about 406 or 415 is about the media type alone: what the server does not have elsewhere is not its cause.
 */
function causesBefore({ code, parameters, grade }: Breach): readonly string[] {
  const { follows = [] } = kindOf(code);
  if (parameters.status === 206) return ['partial-content', ...follows];
  const isOfType = parameters.status === 406 || parameters.status === 415;
  if (isOfType && grade === 'warn') return [];
  const isOfResource = parameters.status === 405 || parameters.status === 501;
  return isOfResource ? follows.filter((cause) => !LOSSES.includes(cause)) : follows;
}

/** A name with the parameters of a breach in it: `{level}` is its level. */
function filled(name: string, { parameters }: Breach): string {
  return name.replace(/\{(\w+)\}/g, (_, parameter: string) => String(parameters[parameter]));
}

/**
 * The keys that join a breach to others of the run. `all` has every key that some breach has for sure or is named by. Of
 * several defects that it may follow from it joins the first, or it would make one of them. What it is itself, as an end of
 * data that is missing and may come of an end of the answer, is none of these.
 */
export function joinedKeys({ sure, follows, alone }: CauseKeys, all: ReadonlySet<string>): readonly string[] {
  const first = follows.find((key) => all.has(key) && !sure.includes(key));
  return [...sure, ...(first === undefined ? alone : [first])];
}

/** What a breach keeps from being read. */
function spoiledBy(breach: Breach): string[] {
  const { exchange, where } = breach;
  const what = spoiltBy(breach);
  if (exchange === null || what === null) return [];
  if (what === 'answer') return [`spoiled ${exchange}`];
  if (what === 'content') return [`spoiled content of ${exchange}`];
  return [`spoiled part of ${exchange}`, ...partOf(where).map((part) => `spoiled part ${part} of ${exchange}`)];
}

/** What would keep from reading what a breach misses: the whole answer, or its part, or any part where it names none. */
function spoiledFor({ code, exchange, where }: Breach): string[] {
  if (exchange === null) return [];
  const parts = partOf(where);
  const inParts =
    parts.length > 0 ? parts.map((part) => `spoiled part ${part} of ${exchange}`) : [`spoiled part of ${exchange}`];
  return [
    `spoiled ${exchange}`,
    ...(kindOf(code).unread === true ? [`spoiled content of ${exchange}`] : []),
    ...inParts,
  ];
}

function partOf(where: Place): readonly number[] {
  return 'part' in where && where.part !== undefined ? [where.part] : [];
}

function placeKeys(breach: Breach, { id, response }: ExchangeRecord): string[] {
  const { where } = breach;
  switch (where.kind) {
    case 'status':
      return [`status of ${id}`];
    case 'header':
      return [`header ${where.name.toLowerCase()} ${where.part ?? ''} of ${id}`];
    case 'json':
      return where.pointer === '' ? [] : [`json ${where.pointer} of ${id}`];
    case 'element':
      return where.path === '' ? [] : [`element ${where.path} ${where.part ?? ''} of ${id}`];
    case 'bytes': {
      const isAtEnd = spoiltBy(breach) === 'answer' && where.offset > 0 && where.offset === response?.body?.length;
      return isAtEnd ? ['answers end too soon'] : [];
    }
    default:
      return [];
  }
}

/**
 * A link that leads nowhere, below another base than the server's: what made it makes others. Where resources are served
 * below it, as by a network that delivers bulk data, whatever is wrong with them has reasons of its own.
 */
function baseKeys({ request: { method, url }, response }: ExchangeRecord, target: TargetAddress): string[] {
  if (response && response.status < 300 && !isForPeople(response)) return [];
  const [base, ...path] = url.split('/studies/');
  const isElsewhere =
    path.length > 0 && transactionOf(method, url, target) === null && !url.startsWith(`${target.baseUrl}/studies/`);
  return isElsewhere ? [`links below ${base}`] : [];
}

/** The same bytes instead of the same others: no two defects have that in common. */
function bytesKeys({ bytes }: Breach): string[] {
  return bytes && bytes.actual.length >= SHORT_WINDOW ? [`bytes ${bytes.expected} ${bytes.actual}`] : [];
}
