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
import { isForPeople } from './page.ts';
import { framesNeeded, framesTaken, pixelKeys, pixelsNeeded, pixelsTaken } from './pixel-evidence.ts';
import { partOf, placeOf, spoiledBy, spoiledFor } from './places.ts';
import { NAMES, renamedKeys } from './renamed-at-store.ts';
import { askedOf, holdsOf } from './request.ts';
import { acknowledgedAs, isFaultyTaken, refusalKeys, successForNothing, whereMissing } from './status-evidence.ts';
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
      ...renamedKeys(breach, tag),
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
      ...(says === 'lost' && Number(breach.parameters.stores) > 0 ? [REMOVED_BY_STORE] : []),
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
      ...(breach.code === 'concurrent-store-lost' ? [REMOVED_BY_STORE] : []),
      ...(says === 'lost' && change && isPageOfStore(change) ? [`page from ${routeOf(change.request, target)}`] : []),
      ...(says === 'kept' ? uids.map((uid) => `kept ${uid}`) : []),
      ...(isForeign && tag !== null ? uids.map((uid) => `kept below ${uid}`) : []),
      ...(isForeign ? linksOf(breach, exchange).map((url) => `other at ${url}`) : []),
      ...(isForeign && tag !== null && change && isDelete(change.request) && isOfSearch(exchange, target)
        ? [STALE_LISTS]
        : []),
      ...(asked === null ? [] : vrNeeded(breach, asked)),
      ...(isSmallerCount(breach) ? uids.map((uid) => `unlisted below ${uid}`) : []),
      ...(says === 'absent' && tag === null && change && isStore(change.request) && isOfSearch(exchange, target)
        ? [UNLISTED]
        : []),
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

/** A store that removes what was there before removes what is stored beside it as well. */
const REMOVED_BY_STORE = 'removed by a store';

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
  if (kindOf(code).says !== 'absent' || typeof tag !== 'string' || typeof level !== 'string') return [];
  return [`attributes of ${level}`, ...(NAMES.includes(tag) ? ['identifiers'] : [])];
}

/** The same attribute that is wrong in the answers to two stores is written by one line of a server. */
function moduleKeys({ code, where, parameters }: Breach, exchange: ExchangeRecord | undefined): string[] {
  if (!exchange || !isStore(exchange.request) || where.kind !== 'json' || kindOf(code).says) return [];
  const [inPointer] = where.pointer.match(/[0-9A-F]{8}(?=(\/(vr|Value)(\/\d+)?)?$)/) ?? [];
  const tag = typeof parameters.tag === 'string' ? parameters.tag : inPointer;
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

/** Whether a store was answered with a page, which acknowledges nothing. */
function isPageOfStore({ request, response }: ExchangeRecord): boolean {
  return isStore(request) && response !== null && response.status < 300 && isForPeople(response);
}

/** A server may read the keys of one level, and not those of another. */
function levelOf({ parameters: { level } }: Breach, misread: string): string {
  return misread === 'key' && typeof level === 'string' ? level : '';
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
