import type { Breach } from '../../breaches/breach.ts';
import { kindOf } from '../../breaches/catalogue.ts';
import type { ExchangeRecord } from '../results.ts';
import { isStore, routeOf, type TargetAddress, viewOf } from '../transaction.ts';
import { headerOf } from './page.ts';

/** A success with nothing where a refusal was due: the same answer at one view tells of one defect, whatever was asked for. */
export function successForNothing(
  { where, parameters: { status, expected, last } }: Breach,
  exchange: ExchangeRecord | undefined,
  target: TargetAddress,
): string[] {
  const isDue = Array.isArray(expected) ? expected.every((due) => Number(due) >= 400) : last !== undefined;
  if (!exchange?.response || where.kind !== 'status' || Number(status) >= 300 || !isDue) return [];
  if (/\/frames\/[^/]+$/.test(exchange.request.url)) return [`status ${status} for no frame`];
  const { body } = exchange.response;
  return (body?.length ?? 0) <= LONGEST_EMPTY
    ? [`status ${status} for nothing from ${viewOf(routeOf(exchange.request, target))}`]
    : [];
}

/** The length of an empty list, with a line break. */
const LONGEST_EMPTY = 4;

/** Whether a wrong request was served: what a server takes no notice of, it does not check either. */
export function isFaultyTaken({ where, parameters: { status, expected } }: Breach): boolean {
  const isDue = Array.isArray(expected) && expected.every((due) => Number(due) >= 400 || due === '206');
  return where.kind === 'status' && Number(status) < 300 && isDue;
}

/**
 * Where something is missing: a usual request that is refused at one view of a resource is another defect than one that
 * is refused at another, and so is a page at one route. An error page and a login tell nothing of the route.
 */
export function whereMissing(
  { code, where, parameters }: Breach,
  exchange: ExchangeRecord | undefined,
  target: TargetAddress,
): string {
  // Who serves no range serves it of no resource.
  if (exchange?.request.method !== 'GET' || headerOf(exchange.request, 'Range') !== null) return '';
  const route = routeOf(exchange.request, target);
  if (code === 'answer-is-page') return parameters.sort === 'error' ? '' : route;
  const { expected } = parameters;
  const isUsual = where.kind === 'status' && Array.isArray(expected) && expected.every((due) => due.startsWith('2'));
  if (!isUsual) return '';
  // Of what says that something is not there, that which is refused for its type is there.
  const { says } = kindOf(code);
  if (says) return says === 'absent' && exchange.response?.status === 406 ? 'in this type' : '';
  return viewOf(route);
}

/**
 * What is refused at one view with one status that says nothing of a resource: an error of the server, or that it has no
 * such type. A store has no resource, so that any status does.
 */
export function refusalKeys(
  { where, parameters }: Breach,
  exchange: ExchangeRecord | undefined,
  target: TargetAddress,
): string[] {
  const { status } = parameters;
  if (!exchange || where.kind !== 'status' || typeof status !== 'number') return [];
  const { method } = exchange.request;
  const { expected } = parameters;
  const isDue = Array.isArray(expected) && expected.some((due) => Number(due) >= 400);
  const isTelling = status >= 500 || status === 406 || (isStore(exchange.request) && status >= 400);
  const accept = status === 406 ? headerOf(exchange.request, 'Accept') : '';
  const view = isStore(exchange.request) ? method : viewOf(routeOf(exchange.request, target));
  const range = headerOf(exchange.request, 'Range') === null ? '' : 'of a range';
  return isTelling ? [`refused ${isDue ? 'as due' : 'though usual'} ${view} with ${status} ${accept}${range}`] : [];
}

/** The successes that a store may be answered with (PS3.18 Table 10.5.3-1). */
const OF_STORES: readonly number[] = [200, 202];

function isSuccess(status: unknown): boolean {
  return Number(status) >= 200 && Number(status) < 300;
}

/** A store that is answered with one success where another one is due: what derives the status does so for every store. */
export function acknowledgedAs(
  { where, parameters: { status, expected } }: Breach,
  exchange: ExchangeRecord | undefined,
): string[] {
  if (!exchange || !isStore(exchange.request) || where.kind !== 'status' || !Array.isArray(expected)) return [];
  const due = expected.filter(isSuccess);
  if (!isSuccess(status) || due.length === 0) return [];
  if (!OF_STORES.includes(Number(status))) return [`store answered ${status}`];
  return due.length === expected.length ? [`store answered ${status} for ${expected.join(' or ')}`] : [];
}
