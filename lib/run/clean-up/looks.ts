import { type Sight, sightOf } from '../../answers/sight.ts';
import type { DicomWebClient, InstancePath } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { ExchangeRecord } from '../../results/results.ts';

/** Requests by which one instance is looked for. */
export const LOOKS = ['metadata', 'search', 'retrieve'] as const;
export type LookedBy = (typeof LOOKS)[number];

/** Looks for instances, and remembers by which requests the server was seen to show one. */
export interface Looks {
  /**
   * Whether an instance is there. `absent`: no request shows it, and one that showed it before answers that it is not there,
   * or, of an instance that was never shown, one that showed another. Not found where nothing was ever shown is `unclear`: the
   * server may not have such a resource.
   */
  lookFor(path: InstancePath): Promise<Sight>;
}

/** `worked`: requests that showed an instance of this run before. */
export function createLooks(dicomweb: DicomWebClient, worked: Iterable<LookedBy> = []): Looks {
  const showing = new Set(worked);
  const shownBy = new Map<string, Set<LookedBy>>();
  return {
    async lookFor({ study, series, instance }) {
      const path = { study, series, instance };
      const own = shownBy.get(instance) ?? new Set();
      shownBy.set(instance, own);
      const absentBy: LookedBy[] = [];
      for (const by of LOOKS) {
        const sight = sightOf(await ask(dicomweb, by, path), path);
        if (sight === 'absent') absentBy.push(by);
        if (sight !== 'shown') continue;
        showing.add(by);
        own.add(by);
        return 'shown';
      }
      const believed = own.size > 0 ? own : showing;
      return absentBy.some((by) => believed.has(by)) ? 'absent' : 'unclear';
    },
  };
}

function ask(dicomweb: DicomWebClient, by: LookedBy, path: InstancePath): Promise<Exchange> {
  if (by === 'metadata') return dicomweb.retrieveMetadata(path);
  if (by === 'retrieve') return dicomweb.retrieveInstance(path);
  const { study, series, instance } = path;
  return dicomweb.search({ level: 'instances', study, series }, [['SOPInstanceUID', instance]]);
}

/** By which of these requests the exchanges of a run showed an instance. */
export function looksThatWorked(exchanges: Iterable<() => Exchange>): ReadonlySet<LookedBy> {
  const worked = new Set<LookedBy>();
  for (const restore of exchanges) {
    if (worked.size === LOOKS.length) break;
    const exchange = restore();
    const asked = lookOf(exchange.request.url);
    if (asked && !worked.has(asked.by) && sightOf(exchange, asked.path) === 'shown') worked.add(asked.by);
  }
  return worked;
}

/** Whether a record may be of an answer that shows an instance. */
export function isLook({ request, response }: ExchangeRecord): boolean {
  return request.method === 'GET' && response?.status === 200 && lookOf(request.url) !== null;
}

/** The look that a URL is, and for which instance. */
function lookOf(url: string): { readonly by: LookedBy; readonly path: InstancePath } | null {
  const found =
    /\/studies\/([0-9.]+)\/series\/([0-9.]+)\/instances(?:\/([0-9.]+)(\/metadata)?$|\?SOPInstanceUID=([0-9.]+)$)/.exec(
      url,
    );
  const [, study, series, named, metadata, searched] = found ?? [];
  const instance = named ?? searched;
  if (!study || !series || !instance) return null;
  return { by: searched ? 'search' : metadata ? 'metadata' : 'retrieve', path: { study, series, instance } };
}
