import type { ExchangeRecord } from '../results/results.ts';
import type { KeptBodies, RunFacts } from './evidence.ts';
import { sentBy, type Uids } from './stored-instances.ts';

/** A request that changes what the server holds. */
export interface Change {
  readonly exchange: ExchangeRecord;
  /** What a store sends; empty for a delete. */
  readonly stores: readonly Uids[];
  /** Whether a store may send something that `stores` does not have. */
  readonly isOpaque: boolean;
  /** What a delete names; null for a store. */
  readonly deletes: Partial<Uids> | null;
}

/** A store is read once for all findings of a run. */
const known = new WeakMap<KeptBodies, Map<ExchangeRecord, Change | null>>();

/** The store or delete that an exchange is, or null; a store whose body was not kept stores nothing that is known. */
export function changeOf(exchange: ExchangeRecord, bodies: KeptBodies): Change | null {
  const ofRun = known.get(bodies) ?? new Map<ExchangeRecord, Change | null>();
  known.set(bodies, ofRun);
  const earlier = ofRun.get(exchange);
  if (earlier !== undefined) return earlier;
  const change = readChange(exchange, bodies);
  ofRun.set(exchange, change);
  return change;
}

function readChange(exchange: ExchangeRecord, bodies: KeptBodies): Change | null {
  const { method, url, body } = exchange.request;
  if (method === 'DELETE') {
    const deletes = deletedBy(url);
    return deletes && { exchange, stores: [], isOpaque: false, deletes };
  }
  if (method !== 'POST') return null;
  const kept = bodies.open(body);
  const { instances, isOpaque } = kept ? sentBy(exchange, kept) : { instances: [], isOpaque: true };
  return { exchange, stores: instances, isOpaque, deletes: null };
}

/** Studies that a change can touch: those of its instances, and the one that its URL names. */
export function studiesOf({ exchange, stores, deletes }: Change): string[] {
  const named = deletes ? [deletes.study] : [pathUid(exchange.request.url, 'studies')];
  return [...new Set([...stores.map(({ study }) => study), ...named])].filter((uid) => uid !== undefined);
}

/**
 * The stores and deletes that bring a server where it was when `asked` was sent, in order: those of the studies that it
 * asks for, or of all that were there where it names none, since a study was last emptied in an earlier scenario.
 */
export function changesBefore({ exchanges }: RunFacts, asked: ExchangeRecord, bodies: KeptBodies): Change[] {
  const earlier = exchanges.slice(0, Math.max(0, exchanges.indexOf(asked)));
  const changes = earlier.flatMap((exchange) => changeOf(exchange, bodies) ?? []);
  const itself = changeOf(asked, bodies);
  if (itself && itself.deletes === null) {
    const sent = new Set(itself.stores.map(({ instance }) => instance));
    const studies = changes
      .filter(({ stores }) => stores.some(({ instance }) => sent.has(instance)))
      .flatMap(studiesOf);
    return inLastLife(changes, [...new Set(studies)], asked);
  }
  const studies = askedStudies(changes, asked);
  const deletesSomething = changes.some((change) => change.deletes && studies.includes(change.deletes.study ?? ''));
  const ofScenario = changes.filter(({ exchange }) => scenarioOf(exchange) === scenarioOf(asked));
  // What is done to another study may be what harms this one, as where a delete takes others along.
  const isAboutDeleting = deletesSomething || ofScenario.some(({ deletes }) => deletes !== null);
  const besides = isAboutDeleting ? ofScenario.flatMap(studiesOf) : [];
  return inLastLife(changes, [...new Set([...studies, ...besides])], asked);
}

function askedStudies(changes: readonly Change[], { request }: ExchangeRecord): string[] {
  const url = decoded(request.url);
  const [path = ''] = url.split('?');
  const uidsIn = (text: string): string[] => text.match(/\d+(?:\.\d+)+/g) ?? [];
  const naming = (uids: readonly string[]): string[] => {
    const stored = changes.flatMap(({ stores }) => stores);
    return stored
      .filter(({ study, series, instance }) => [study, series, instance].some((uid) => uids.includes(uid)))
      .map(({ study }) => study);
  };
  const inPath = naming(uidsIn(path));
  if (inPath.length > 0) return inPath;
  const inQuery = naming(uidsIn(url));
  const there = [...new Set(changes.flatMap(studiesOf))].filter((study) => isHeld(changes, study));
  return [...new Set([...inQuery, ...there])];
}

function isHeld(changes: readonly Change[], study: string): boolean {
  return held(changes, study).at(-1) !== 0;
}

/** How many instances a study holds after each change that touches it, as far as the answers tell. */
function held(changes: readonly Change[], study: string): number[] {
  const there = new Set<string>();
  return changes.map(({ exchange, stores, deletes }) => {
    const status = exchange.response?.status ?? 0;
    for (const uids of stores) if (uids.study === study && status < 500) there.add(key(uids));
    if (deletes?.study === study && status >= 200 && status < 300) {
      for (const one of there) if (one.startsWith(key(deletes))) there.delete(one);
    }
    return there.size;
  });
}

function key({ study = '', series, instance }: Partial<Uids>): string {
  return [study, ...(series ? [series] : []), ...(instance ? [instance] : [])].join('/');
}

function inLastLife(changes: readonly Change[], studies: readonly string[], asked: ExchangeRecord): Change[] {
  const wanted = new Set<Change>();
  for (const study of studies) {
    const ofStudy = changes.filter((change) => studiesOf(change).includes(study));
    const counts = held(ofStudy, study);
    const begins = ofStudy.findLastIndex(({ exchange, deletes }, index) => {
      const isEmptied = deletes !== null && counts[index] === 0;
      const isFilledAgain = ofStudy.slice(index + 1).some(({ stores }) => stores.length > 0);
      return isEmptied && isFilledAgain && scenarioOf(exchange) !== scenarioOf(asked);
    });
    for (const change of ofStudy.slice(begins + 1)) wanted.add(change);
  }
  return changes.filter((change) => wanted.has(change));
}

/** Scenario that an exchange belongs to. */
export function scenarioOf({ id }: Pick<ExchangeRecord, 'id'>): string {
  return id.replace(/\.\d+$/, '');
}

function deletedBy(url: string): Partial<Uids> | null {
  const study = pathUid(url, 'studies');
  const [series, instance] = [pathUid(url, 'series'), pathUid(url, 'instances')];
  return study === undefined ? null : { study, ...(series ? { series } : {}), ...(instance ? { instance } : {}) };
}

function pathUid(url: string, level: string): string | undefined {
  return new RegExp(`/${level}/([0-9.]+)`).exec(url.split('?')[0] ?? '')?.[1];
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
