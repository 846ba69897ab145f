import { alterationKeys } from '../../breaches/alterations/alterations.ts';
import type { Breach } from '../../breaches/breach.ts';
import { kindOf, spoiltBy } from '../../breaches/catalogue.ts';
import type { Place } from '../../breaches/place.ts';
import { isPrivate } from '../../dicom/dictionary.ts';
import { identityOf } from '../fingerprint.ts';
import type { ExchangeRecord } from '../results.ts';
import { isDelete, isStore, routeOf, type TargetAddress, transactionOf, viewOf } from '../transaction.ts';
import { isOfContent } from './answered-alike.ts';
import { labelKeys, labelledAsParts, partsLabelled } from './label-evidence.ts';
import { headerOf, isForPeople } from './page.ts';
import { framesNeeded, framesTaken, pixelKeys, pixelsNeeded, pixelsTaken } from './pixel-evidence.ts';
import { askedOf, holdsOf } from './request.ts';
import { subjectOf } from './subject.ts';

/** What was seen of one breach, as keys by which it is held beside others. */
export interface Evidence {
  /** Two breaches with one of these in common are one defect. */
  readonly shared: readonly string[];
  /** Places in one answer, of each of which one breach tells. */
  readonly places: readonly string[];
  /** What it keeps others from showing: a breach that needs one of these is its consequence. */
  readonly takes: readonly string[];
  readonly needs: readonly string[];
}

/** What tells of a breach. */
export interface Witness {
  /** The exchange that shows it. */
  readonly exchange: ExchangeRecord | undefined;
  /** The store or delete whose effect it is about; absent where it is about none. */
  readonly change: ExchangeRecord | undefined;
}

/** Statuses that say that the server has no such service: they say nothing of an instance. */
const NO_SERVICE: readonly number[] = [405, 501];

/** Eight bytes in hexadecimal; fewer are alike by chance. */
const SHORT_WINDOW = 23;

/** Reads the evidence of a breach from what it says and from the exchange that shows it. Pure. */
export function evidenceOf(breach: Breach, { exchange, change }: Witness, target: TargetAddress): Evidence {
  const { says, unread, misreads } = kindOf(breach.code);
  const asked = exchange ? askedOf(exchange) : null;
  const { uids, held, within, tag } = subjectOf(breach, exchange, target);
  const isForeign = says === 'foreign';
  return {
    shared: [
      ['code', breach.code, ...identityOf(breach), whereMissing(breach, exchange, target)].join(' '),
      ...alterationKeys(breach),
      ...bytesKeys(breach),
      ...pixelKeys(breach),
      ...topKeys(breach),
      ...(breach.belongsTo === undefined ? [] : [`values of ${breach.belongsTo}`]),
      ...moduleKeys(breach, exchange),
      ...labelKeys(breach),
      // What comes of how a request is misread has nothing in common with what other requests bring.
      ...(isForeign && misreads === undefined ? held.map((uid) => `foreign ${uid}`) : []),
      ...refusalKeys(breach, exchange, target),
      ...acknowledgedAs(breach, exchange),
      ...(exchange ? endKeys(breach, exchange) : []),
      ...(exchange && isOfContent(breach) ? baseKeys(exchange, target) : []),
    ],
    places:
      asked === null
        ? []
        : [
            ...(spoiltBy(breach) === 'answer' ? [`whole of ${asked}`] : []),
            ...(spoiltBy(breach) === 'characters' || breach.parameters.charset !== undefined
              ? [`characters of ${asked}`]
              : []),
            ...placeOf(breach.where).map((place) => `${place} of ${asked}`),
            ...(says === 'absent' || isForeign ? [`${says} ${tag ?? ''} in ${asked}`] : []),
            // What a list has twice stands in the place of what it lacks.
            ...(says === 'repeated' ? [`absent  in ${asked}`] : []),
            // A part that comes twice has the label of the first.
            ...(says === 'repeated' && breach.where.kind === 'part' ? [`foreign  in ${asked}`] : []),
            ...(says === 'absent' && tag !== null && isPrivate(tag) ? [`absent private elements in ${asked}`] : []),
            ...listedOf(breach).map((attributes) => `absent ${attributes} in ${asked}`),
            ...(says && tag ? [`${says} ${tag}`] : []),
            ...transferSyntaxesOf(breach).map((uid) => `${uid} in ${asked}`),
            ...answerTo(breach, exchange, target),
            ...successForNothing(breach, exchange, target),
          ],
    takes: [
      ...(asked === null ? [] : spoiledBy(breach, asked)),
      ...(says === 'lost' ? uids.map((uid) => `lost ${uid}`) : []),
      ...(says === 'lost' && change ? [`lost by ${change.id}`] : []),
      ...(says === 'ignored' && change && isDelete(change.request) ? uids.map((uid) => `kept ${uid}`) : []),
      ...(says === 'kept' ? within.map((uid) => `kept below ${uid}`) : []),
      ...(exchange && says === undefined && isPageOfStore(exchange)
        ? [`page from ${routeOf(exchange.request, target)}`]
        : []),
      ...(says === 'kept' && change && isStore(change.request) ? [`stored by ${change.id}`] : []),
      ...(isForeign && asked !== null && tag === null ? foreignIn(breach.where, asked) : []),
      ...(misreads ? [`misread ${misreads} ${levelOf(breach, misreads)}`] : []),
      ...linksOf(breach, exchange).map((url) => `link ${url}`),
      ...(isForeign && tag === null && breach.where.kind === 'exchange' && exchange?.request.method === 'GET'
        ? [`other at ${exchange.request.url}`]
        : []),
      ...(says === 'kept' && isOfSearch(exchange, target) ? [STALE_LISTS] : []),
      ...(asked === null ? [] : vrTaken(breach, asked)),
      ...(breach.code === 'stored-not-found' ? [UNLISTED, ...within.map((uid) => `unlisted below ${uid}`)] : []),
      ...partsLabelled(breach, exchange, target),
      ...framesTaken(breach, uids),
      ...pixelsTaken(breach, uids),
    ],
    needs: [
      ...(unread && asked !== null ? spoiledFor(breach, asked) : []),
      ...((says === 'absent' || says === 'lost') && !NO_SERVICE.includes(Number(breach.parameters.status))
        ? within.map((uid) => `lost ${uid}`)
        : []),
      ...(says === 'ignored' && change && isDelete(change.request) ? [`lost by ${change.id}`] : []),
      ...(says === 'lost' && change ? [`stored by ${change.id}`] : []),
      ...(says === 'lost' && change && isPageOfStore(change) ? [`page from ${routeOf(change.request, target)}`] : []),
      ...(says === 'kept' ? uids.map((uid) => `kept ${uid}`) : []),
      ...(isForeign && tag !== null ? uids.map((uid) => `kept below ${uid}`) : []),
      ...(isForeign ? linksOf(breach, exchange).map((url) => `other at ${url}`) : []),
      ...(isForeign && tag !== null && change && isDelete(change.request) && isOfSearch(exchange, target)
        ? [STALE_LISTS]
        : []),
      ...(asked === null ? [] : vrNeeded(breach, asked)),
      ...(isSmallerCount(breach) ? uids.map((uid) => `unlisted below ${uid}`) : []),
      ...(says === 'absent' && change && isStore(change.request) && isOfSearch(exchange, target) ? [UNLISTED] : []),
      ...labelledAsParts(breach, exchange, target),
      ...framesNeeded(breach, uids, exchange),
      ...pixelsNeeded(breach, uids, exchange),
      ...(isFollowed(breach, exchange) ? [`link ${exchange?.request.url}`] : []),
      ...((says === 'absent' || says === 'altered') && tag === null && asked !== null
        ? [`foreign in ${asked}`, ...partOf(breach.where).map((part) => `foreign part ${part} in ${asked}`)]
        : []),
      ...(exchange && ((says && says !== 'lost' && says !== 'kept') || isFaultyTaken(breach))
        ? holdsOf(exchange)
            .filter((one) => one !== misreads)
            .map((one) => `misread ${one} ${levelOf(breach, one)}`)
        : []),
    ],
  };
}

/** What a search never lists of what was just stored, it does not find by any key either. */
const UNLISTED = 'unlisted since its store';

/** A number of instances or series that leaves some out. */
function isSmallerCount({ code, parameters: { actual, expected } }: Breach): boolean {
  return kindOf(code).says === 'absent' && Number(actual) < Number(expected);
}

/** A list that a delete did not change: one that still has what was deleted shows it for all, those of before included. */
export const STALE_LISTS = 'stale lists';

function isOfSearch(exchange: ExchangeRecord | undefined, target: TargetAddress): boolean {
  return (
    exchange !== undefined && transactionOf(exchange.request.method, exchange.request.url, target)?.service === 'search'
  );
}

/** Attributes that results of one level leave out: one list in the server says which are returned. */
function listedOf({ code, parameters: { tag, level } }: Breach): string[] {
  return kindOf(code).says === 'absent' && typeof tag === 'string' && typeof level === 'string'
    ? [`attributes of ${level}`]
    : [];
}

/** The same attribute that is wrong in the answers to two stores is written by one line of a server. */
function moduleKeys({ code, where }: Breach, exchange: ExchangeRecord | undefined): string[] {
  if (!exchange || !isStore(exchange.request) || where.kind !== 'json' || kindOf(code).says) return [];
  const [tag] = where.pointer.match(/[0-9A-F]{8}(?=(\/(vr|Value)(\/\d+)?)?$)/) ?? [];
  return tag === undefined ? [] : [`written in the answer to a store: ${tag}`];
}

/** A value in the form of a wrong vr is wrong for that alone. */
function vrTaken({ where, parameters: { vr, expected } }: Breach, asked: string): string[] {
  const isWrong = typeof vr === 'string' && Array.isArray(expected) && where.kind === 'json';
  return isWrong ? placeOf(where).map((place) => `vr ${vr} at ${place} of ${asked}`) : [];
}

function vrNeeded({ where, parameters: { vr, expected } }: Breach, asked: string): string[] {
  const isForm = typeof vr === 'string' && expected === undefined && where.kind === 'json';
  return isForm ? placeOf(where).map((place) => `vr ${vr} at ${place} of ${asked}`) : [];
}

/** What stands at the top of a text in the place of a list. */
function topKeys(breach: Breach): string[] {
  const { where, parameters } = breach;
  const text = parameters.seen ?? parameters.body;
  const isTop = where.kind === 'json' && where.pointer === '' && spoiltBy(breach) === 'answer';
  return isTop && typeof text === 'string' && text !== '' ? [`instead of a list ${text.replaceAll('\\', '')[0]}`] : [];
}

/** A success with nothing where a refusal was due: the same answer at one view tells of one defect, whatever was asked for. */
function successForNothing(
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

/** Whether a store was answered with a page, which acknowledges nothing. */
function isPageOfStore({ request, response }: ExchangeRecord): boolean {
  return isStore(request) && response !== null && response.status < 300 && isForPeople(response);
}

/** A server may read the keys of one level, and not those of another. */
function levelOf({ parameters: { level } }: Breach, misread: string): string {
  return misread === 'key' && typeof level === 'string' ? level : '';
}

/**
 * Where something is missing: a usual request that is refused at one view of a resource is another defect than one that
 * is refused at another, and so is a page at one route. An error page and a login tell nothing of the route.
 */
function whereMissing(
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

/** A UID of DICOM itself, such as that of a transfer syntax. */
const STANDARD_UID = /^1\.2\.840\.10008\./;

/** Transfer syntaxes that a part is in: all breaches by which it is in one tell of one defect. */
function transferSyntaxesOf({ parameters: { actual, returned } }: Breach): string[] {
  return [actual, returned].filter((value) => typeof value === 'string' && STANDARD_UID.test(value)).map(String);
}

/** URLs that an answer hands out, where a breach is about one. */
function linksOf({ parameters: { uri, url, location } }: Breach, exchange: ExchangeRecord | undefined): string[] {
  return [uri, url, location].flatMap((link) =>
    typeof link === 'string' && exchange && URL.canParse(link, exchange.request.url)
      ? [new URL(link, exchange.request.url).href].filter((href) => href !== exchange.request.url)
      : [],
  );
}

/** A label of a part tells of that part alone. */
function foreignIn(where: Place, asked: string): string[] {
  if (where.kind !== 'header') return [`foreign in ${asked}`];
  return partOf(where).map((part) => `foreign part ${part} in ${asked}`);
}

/** Whether a breach is that a link leads nowhere, or where it must not. */
function isFollowed({ code, where, parameters }: Breach, exchange: ExchangeRecord | undefined): boolean {
  const { says } = kindOf(code);
  const isDead = says === 'absent' && where.kind === 'status';
  return exchange !== undefined && (isDead || (says === 'foreign' && parameters.url === exchange.request.url));
}

/** What a store answers leaves out in all answers what it leaves out in one. */
function answerTo({ code }: Breach, exchange: ExchangeRecord | undefined, target: TargetAddress): string[] {
  const isLeftOut = exchange && isStore(exchange.request) && kindOf(code).says === 'absent';
  return isLeftOut ? [`absent from ${viewOf(routeOf(exchange.request, target))}`] : [];
}

/**
 * What is refused at one view with one status that says nothing of a resource: an error of the server, or that it has no
 * such type. A store has no resource, so that any status does.
 */
function refusalKeys(
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

/** A store that is answered with one success where another one is due: what derives the status does so for every store. */
function acknowledgedAs(
  { where, parameters: { status, expected } }: Breach,
  exchange: ExchangeRecord | undefined,
): string[] {
  if (!exchange || !isStore(exchange.request) || where.kind !== 'status' || !Array.isArray(expected)) return [];
  const isSuccess = [status, ...expected].every((one) => Number(one) >= 200 && Number(one) < 300);
  return isSuccess ? [`store answered ${status} for ${expected.join(' or ')}`] : [];
}

/** What a breach keeps from being read. */
function spoiledBy(breach: Breach, asked: string): string[] {
  const what = spoiltBy(breach);
  if (what === null) return [];
  if (what !== 'part') return [`spoiled ${what} of ${asked}`];
  return [`spoiled part of ${asked}`, ...partOf(breach.where).map((part) => `spoiled part ${part} of ${asked}`)];
}

/** What would keep from reading what a breach misses: the whole answer, or its part, or any part where it names none. */
function spoiledFor({ code, where }: Breach, asked: string): string[] {
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

function partOf(where: Place): readonly number[] {
  return 'part' in where && where.part !== undefined ? [where.part] : [];
}

/** The name of an attribute in a pointer, or of a member beside attributes. */
const TO_ATTRIBUTE = /^.*\/[0-9A-Fa-f]{8}(?=\/|$)/;

/** The place in an answer, to the attribute; none where a breach is about the whole answer. */
function placeOf(where: Place): string[] {
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

/** Whatever ends where the bytes of the answer end was cut there. */
function endKeys(breach: Breach, { response }: ExchangeRecord): string[] {
  const { where } = breach;
  const isAtEnd =
    where.kind === 'bytes' &&
    spoiltBy(breach) === 'answer' &&
    where.offset > 0 &&
    where.offset === response?.body?.length;
  return isAtEnd ? ['answers end too soon'] : [];
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
