import { holdsDicomJson, jsonBodyOf } from '../answers/json/body.ts';
import { type HeldUids, heldIn } from '../answers/sight.ts';
import type { DicomWebClient, SeriesPath, StudyPath } from '../dicomweb/operations.ts';
import { levelOf } from '../dicomweb/paths.ts';
import { type Exchange, isRedirect } from '../http/exchange.ts';
import type { InstanceList } from '../portable/deletion-decision.ts';

/** Requests that list the instances of a study or series. */
export const ROUTES = ['metadata', 'search', 'retrieve'] as const;
export type Route = (typeof ROUTES)[number];

/** What a route listed, and the answers that it did so in. */
export interface RouteList extends Omit<InstanceList, 'hasWorked'> {
  readonly by: Route;
  /** UIDs of what is listed; null where the answers are no list of instances. */
  readonly held: readonly HeldUids[] | null;
  readonly exchanges: readonly Exchange[];
}

/** Pages of a search that are asked for at most. */
const MOST_PAGES = 100;

/** Lists a study or series by one route. A search goes on until a page lists nothing new. */
export async function listBy(dicomweb: DicomWebClient, by: Route, path: StudyPath | SeriesPath): Promise<RouteList> {
  const exchanges = by === 'search' ? await searchAll(dicomweb, path) : [await ask(dicomweb, by, path)];
  const pages = exchanges.map(heldInAnswer);
  const held = pages.every((page) => page !== null) ? pages.flatMap((page) => page ?? []) : null;
  const isNamed = held?.every(({ instance }) => instance !== null) ?? false;
  const last = exchanges.at(-1);
  return {
    by,
    route: nameOf(by, path),
    held,
    instances: isNamed ? [...new Set(held?.map(({ instance }) => instance ?? ''))] : null,
    answer: `was ${last ? answerOf(last) : 'not asked'}${isNamed ? '' : ' without a list of instances'}`,
    exchanges,
  };
}

function nameOf(by: Route, path: StudyPath | SeriesPath): string {
  const whole = `the ${levelOf(path)}`;
  return { metadata: `metadata of ${whole}`, search: `a search in ${whole}`, retrieve: `retrieve of ${whole}` }[by];
}

async function ask(dicomweb: DicomWebClient, by: Route, path: StudyPath | SeriesPath): Promise<Exchange> {
  if (by === 'metadata') return dicomweb.retrieveMetadata(path);
  return 'series' in path ? dicomweb.retrieveSeries(path) : dicomweb.retrieveStudy(path);
}

async function searchAll(dicomweb: DicomWebClient, path: StudyPath | SeriesPath): Promise<readonly Exchange[]> {
  const resource = { level: 'instances', ...path } as const;
  const exchanges = [await dicomweb.search(resource, [])];
  const found = new Set(uidsOf(exchanges[0]));
  for (let size = 0; found.size > size && exchanges.length < MOST_PAGES; ) {
    size = found.size;
    const page = await dicomweb.search(resource, [['offset', String(size)]]);
    // A server without paging refuses the key: it has listed all that it lists.
    if (heldInAnswer(page) === null) break;
    exchanges.push(page);
    for (const uid of uidsOf(page)) found.add(uid);
  }
  return exchanges;
}

function uidsOf(exchange: Exchange | undefined): readonly string[] {
  return (exchange && heldInAnswer(exchange))?.flatMap(({ instance }) => instance ?? []) ?? [];
}

/** What an answer lists; nothing where the server says that there is nothing, null where it says neither. */
export function heldInAnswer({ response, failure }: Exchange): readonly HeldUids[] | null {
  if (!response || failure) return null;
  if ([204, 404, 410].includes(response.status)) return [];
  const held = response.status === 200 ? heldIn(response) : null;
  // An entry that is about nothing may be about anything.
  const root = holdsDicomJson(response) ? jsonBodyOf(response).text.root : undefined;
  return root?.kind === 'array' && root.items.length !== held?.length ? null : held;
}

function answerOf({ response, failure, earlier = [] }: Exchange): string {
  if (!response || failure) return `not answered (${failure?.message ?? 'no answer'})`;
  return `answered ${response.status}${earlier.some(isRedirect) ? ' behind a redirect' : ''}`;
}
