import { sightOf } from '../../lib/answers/sight.ts';
import type {
  DicomWebClient,
  QueryParameters,
  RequestOptions,
  ResourcePath,
  SearchResource,
} from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { searchForInstance } from './search-for-instance.ts';

/** A way to see a study, series or instance, which can be gone again. */
export type Way = () => Promise<Exchange>;

/** An answer that shows a resource, and how it was had. */
export interface Seen {
  readonly way: Way;
  readonly exchange: Exchange;
}

/** Metadata, retrieve and search: each of them may be what a server does not have. */
export function waysTo(
  context: ScenarioContext,
  path: ResourcePath,
): readonly [described: Way, retrieved: Way, searched: Way] {
  const { dicomweb } = context;
  return [
    () => dicomweb.retrieveMetadata(path),
    () => retrieve(dicomweb, path),
    'instance' in path
      ? async () => (await searchForInstance(context, path)).found
      : () => dicomweb.search(...searchFor(path)),
  ];
}

/** The first way that shows the resource; that of metadata where none does. */
export async function see(context: ScenarioContext, path: ResourcePath): Promise<Seen> {
  const [first, ...others] = waysTo(context, path);
  const described = { way: first, exchange: await first() };
  if (sightOf(described.exchange, path) === 'shown') return described;
  for (const way of others) {
    const exchange = await way();
    if (sightOf(exchange, path) === 'shown') return { way, exchange };
  }
  return described;
}

/**
 * Answers that tell whether a resource is there: by metadata and search, and by retrieve where one of these does not tell.
 * All of them where none tells.
 */
export async function tellingLooks(context: ScenarioContext, path: ResourcePath): Promise<readonly Exchange[]> {
  const [described, retrieved, searched] = waysTo(context, path);
  const looks = [await described(), await searched()];
  const tells = (look: Exchange) => sightOf(look, path) !== 'unclear';
  if (!looks.every(tells)) looks.push(await retrieved());
  return looks.some(tells) ? looks.filter(tells) : looks;
}

/** Retrieves a study, a series or an instance. */
export function retrieve(
  dicomweb: DicomWebClient,
  path: ResourcePath,
  options: RequestOptions = {},
): Promise<Exchange> {
  if ('instance' in path) return dicomweb.retrieveInstance(path, options);
  return 'series' in path ? dicomweb.retrieveSeries(path, options) : dicomweb.retrieveStudy(path, options);
}

/** The search for a study, a series or an instance by its UID. */
export function searchFor(path: ResourcePath): [SearchResource, QueryParameters] {
  if ('instance' in path) {
    return [{ level: 'instances', study: path.study, series: path.series }, [['SOPInstanceUID', path.instance]]];
  }
  if ('series' in path) return [{ level: 'series', study: path.study }, [['SeriesInstanceUID', path.series]]];
  return [{ level: 'studies' }, [['StudyInstanceUID', path.study]]];
}
