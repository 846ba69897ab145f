import type { Breach } from '../../breaches/breach.ts';
import type { Parameter } from '../../breaches/kind.ts';
import type { ExchangeRecord } from '../results.ts';
import { routeOf, type TargetAddress, transactionOf, viewOf } from '../transaction.ts';
import { MISSING } from './families.ts';
import { FOR_PEOPLE, headerOf, isErrorMessage, mislabelled } from './page.ts';

/** Keys of breaches whose answers a server, or what stands before it, gives without regard to what was asked. */
export interface AlikeKeys {
  readonly sure: readonly string[];
  /** As the `follows` of a cause. */
  readonly follows: readonly string[];
}

const NONE: AlikeKeys = { sure: [], follows: [] };

/** An answer that shows a breach by its status. */
interface Told {
  readonly breach: Breach;
  readonly exchange: ExchangeRecord;
  readonly status: number;
}

/** What is told of what a server does not know; of all that is answered with the same page, it says best what is wrong. */
export const OF_UNKNOWN = ['unknown-resource-success', 'unknown-resource-badly-refused'];

/** Kinds of breaches that a status has to have for it to be no coincidence that they have it. */
const LEAST_KINDS = 3;

/**
 * Reads from a run which requests were answered with one status whatever they asked for: all that have something in
 * common, such as a percent sign in the URL, or all that had to be refused. And which answers are the same page, or have
 * no body, where something else was due.
 */
export function answeredAlike(
  breaches: readonly Breach[],
  exchanges: ReadonlyMap<string, ExchangeRecord>,
  target: TargetAddress,
): (breach: Breach) => AlikeKeys {
  const told = breaches.flatMap((breach) => toldBy(breach, exchanges));
  const traits = new Map([...exchanges].map(([id, exchange]) => [id, traitsOf(exchange, target)]));
  const alike = traitsAnsweredAlike(told, exchanges, traits, target);
  const labels = mislabelled(breaches);
  const pages = samePages(told, target, labels);
  const hasOneType = isOfOneType(exchanges);
  return (breach) => {
    const [one] = toldBy(breach, exchanges);
    const exchange = exchanges.get(breach.exchange ?? '');
    const empty = exchange && isOfContent(breach) ? emptyKeys(exchange, target) : [];
    const type = hasOneType && isTypeOfAnswer(breach) ? ['one type for everything'] : [];
    if (!one) return { ...NONE, sure: [...empty, ...type] };
    const shared = (traits.get(one.exchange.id) ?? [])
      .filter((trait) => mayTell(trait, breach))
      .map((trait) => `${trait} ${one.status}`);
    const page = pageOf(one, target, labels);
    const isPage = page !== null && pages.has(page);
    const root = `unknown ${page}`;
    return {
      sure: [
        ...empty,
        ...type,
        ...shared.filter((trait) => alike.has(trait)).map((trait) => `answered alike: ${trait}`),
        ...(isPage ? [page, ...(OF_UNKNOWN.includes(breach.code) ? [root] : [])] : []),
      ],
      follows: isPage && !OF_UNKNOWN.includes(breach.code) ? [root] : [],
    };
  };
}

function toldBy(breach: Breach, exchanges: ReadonlyMap<string, ExchangeRecord>): Told[] {
  const exchange = exchanges.get(breach.exchange ?? '');
  const { status } = breach.parameters;
  return exchange?.response && exchange.response.status === status ? [{ breach, exchange, status }] : [];
}

/** Traits with their status, of which every request was answered with it and several kinds of breaches tell. */
function traitsAnsweredAlike(
  told: readonly Told[],
  exchanges: ReadonlyMap<string, ExchangeRecord>,
  traits: ReadonlyMap<string, readonly string[]>,
  target: TargetAddress,
): ReadonlySet<string> {
  const statuses = new Map<string, Set<number>>();
  for (const { id, response } of exchanges.values()) {
    for (const trait of response ? (traits.get(id) ?? []) : []) {
      statuses.set(trait, (statuses.get(trait) ?? new Set()).add(response?.status ?? 0));
    }
  }
  const kinds = new Map<string, Set<string>>();
  for (const { breach, exchange, status } of told) {
    for (const trait of traits.get(exchange.id) ?? []) {
      if (!mayTell(trait, breach) || !tellsOf(trait, breach)) continue;
      const key = `${trait} ${status}`;
      const kind = `${breach.code} ${viewOf(routeOf(exchange.request, target))}`;
      if (isAnsweredWith(status, trait, statuses.get(trait) ?? new Set()))
        kinds.set(key, (kinds.get(key) ?? new Set()).add(kind));
    }
  }
  return new Set([...kinds].flatMap(([key, { size }]) => (size >= LEAST_KINDS ? [key] : [])));
}

/**
 * Whether a server answers all that have a trait with a status. No success is among the answers to what is refused; some
 * may be refused with another status, for their own fault. That requests succeed with 200 says nothing: a run may hold
 * no other, such as one that only searches.
 */
function isAnsweredWith(status: number, trait: string, statuses: ReadonlySet<number>): boolean {
  if (status >= 400 && trait !== EVERY_REFUSAL && trait !== EVERY_FAULTY)
    return [...statuses].every((one) => one >= 400);
  const isTelling = status !== 200 && EVERY.test(trait);
  return isTelling && statuses.size === 1;
}

const EVERY_REFUSAL = 'every refusal';
/** Requests that are told to be wrong, or at which the server failed: a server that tells none of them apart fails at all. */
const EVERY_FAULTY = 'every faulty request';
const EVERY = /^every /;

/** Whether a breach may come of what answers all that have a trait. */
function mayTell(trait: string, { parameters: { status, expected } }: Breach): boolean {
  if (trait === EVERY_FAULTY && Number(status) >= 500 && expected === undefined) return true;
  if (trait === EVERY_REFUSAL || trait === EVERY_FAULTY) return isRefusalDue(expected);
  // A resource that is missing says nothing of others: whether a whole service is, families tell.
  const mayBeMissing = MISSING.includes(Number(status));
  return !mayBeMissing || (status === 400 && !OF_RESOURCE.test(trait));
}

/** Whether it shows that all with a trait are answered so: by a refusal of what had to be refused that is seen of refusals. */
function tellsOf(trait: string, { parameters: { status, expected } }: Breach): boolean {
  return trait === EVERY_REFUSAL || trait === EVERY_FAULTY || Number(status) < 400 || !isRefusalDue(expected);
}

function isRefusalDue(expected: Parameter | undefined): boolean {
  return Array.isArray(expected) && expected.every((due) => /^[45]/.test(due));
}

const OF_RESOURCE = /^(every [A-Z]+$|below |[A-Z]+ of )/;

/** What a request has in common with others, and the sort of its answer. */
function traitsOf({ request, response }: ExchangeRecord, target: TargetAddress): string[] {
  const { method, url } = request;
  const route = routeOf(request, target);
  const levels = route.split('/').filter((segment) => ['studies', 'series', 'instances'].includes(segment));
  const query = url.split('?')[1] ?? '';
  const accept = headerOf(request, 'Accept') ?? '';
  const traits: Readonly<Record<string, boolean>> = {
    [`every ${method}`]: true,
    [`${method} of ${levels.at(-1)}`]: levels.length > 0,
    'below a study': levels.length > 1 || route.includes('{study}'),
    'below a series': levels.length > 2 || route.includes('{series}'),
    'percent sign in the query': query.includes('%'),
    'wildcard in the query': /[*?]|%2A|%3F/i.test(query),
    'several query parameters': query.includes('&'),
    'quotes in Accept': accept.includes('"'),
    'parameters in Accept': accept.includes(';'),
    'several types in Accept': accept.includes(','),
    'any type in Accept': accept.includes('*/*'),
    'no Accept': accept === '',
    'body in chunks': headerOf(request, 'Transfer-Encoding') !== null,
    'every success with content':
      response !== null && response.status < 300 && response.status !== 202 && response.body !== null,
    [EVERY_REFUSAL]: response !== null && response.status >= 400,
    [EVERY_FAULTY]: response !== null && (response.status === 400 || response.status >= 500),
  };
  return Object.keys(traits).filter((trait) => traits[trait]);
}

/** The length of an empty list, with a line break. */
const LONGEST_EMPTY = 4;

/** What stands for the page of a success that shows no resource: an error, its type where it is for people, else its bytes. */
function pageOf(
  { status, exchange: { id, request, response } }: Told,
  target: TargetAddress,
  labels: ReadonlySet<string>,
): string | null {
  if (!response || status >= 400 || labels.has(id)) return null;
  const isEmpty = (response.body?.length ?? 0) <= LONGEST_EMPTY;
  // So is answered what finds nothing and what was deleted, by servers that know well what they do not have.
  const service = transactionOf(request.method, request.url, target)?.service;
  if (isEmpty && (service === 'delete' || service === 'search')) return null;
  if (isErrorMessage(response)) return `page ${status} error`;
  const type = headerOf(response, 'Content-Type') ?? '';
  const [page = ''] = FOR_PEOPLE.exec(type) ?? [];
  return `page ${status} ${page.toLowerCase() || (response.body?.sha256 ?? 'empty')}`;
}

/** Pages that are answered at several views of a resource, as none of what is stored can be. */
function samePages(told: readonly Told[], target: TargetAddress, labels: ReadonlySet<string>): ReadonlySet<string> {
  const views = new Map<string, Set<string>>();
  for (const one of told) {
    const page = pageOf(one, target, labels);
    const view = viewOf(routeOf(one.exchange.request, target));
    if (page !== null) views.set(page, (views.get(page) ?? new Set()).add(view));
  }
  return new Set([...views].flatMap(([page, { size }]) => (size > 1 ? [page] : [])));
}

/** Whether every success has the same media type, which cannot be that of several services. */
function isOfOneType(exchanges: ReadonlyMap<string, ExchangeRecord>): boolean {
  const types = [...exchanges.values()].flatMap(({ response }) =>
    response && response.status < 300 && response.body !== null ? [headerOf(response, 'Content-Type')] : [],
  );
  return new Set(types).size === 1;
}

/** Whether it may come of what an answer holds: a header field that every answer lacks does not. */
export function isOfContent(breach: Breach): boolean {
  return breach.where.kind !== 'header' || isTypeOfAnswer(breach);
}

function isTypeOfAnswer({ where }: Breach): boolean {
  return where.kind === 'header' && where.name.toLowerCase() === 'content-type' && where.part === undefined;
}

/** A resource that is answered with nothing at all, in whatever type it was asked for. */
function emptyKeys({ request, response }: ExchangeRecord, target: TargetAddress): string[] {
  const isEmpty = response?.status === 200 && (response.body?.length ?? 0) === 0 && request.method === 'GET';
  return isEmpty ? [`nothing from ${viewOf(routeOf(request, target))}`] : [];
}
