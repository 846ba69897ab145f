import { sightOf } from '../../answers/sight.ts';
import { type Look, sightOfStored } from '../../answers/stored/whereabouts.ts';
import { type Breach, breach, type SeenBreach } from '../../breaches/breach.ts';
import { kindOf } from '../../breaches/catalogue.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { resourcePath } from '../../dicomweb/paths.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { isDelete, isStore } from '../../results/transaction.ts';
import type { ScenarioContext } from '../context.ts';
import { waysToSee } from './ways-to-see.ts';

/** What is looked for a second time costs a sick server no more than this many instances. */
const MOST_LOOKED_FOR = 10;
/** As after a store: what is not shown for so many windows of the profile is gone, and not on its way. */
const LONGEST_WINDOWS = 6;
const PAUSE_MS = 1_000;

type Session = Pick<ScenarioContext, 'dicomweb' | 'dataset' | 'ledger' | 'pause' | 'target' | 'waits'>;

/** Tells of instances that were shown, and are nowhere any more although nothing deleted them. */
export interface Losses {
  /** The findings of a scenario, and what was lost until then. `exchanges` are those of the run, in their order. */
  told(
    findings: readonly Finding[],
    session: Session,
    exchanges: () => readonly Exchange[],
  ): Promise<readonly Finding[]>;
}

/**
 * Where something of what was stored is missed, each instance that was shown before is looked for. One that nothing shows any
 * more is no fault of the request that met it: a store, or the server by itself, lost it. It is expected nowhere from then on.
 */
export function createLosses(): Losses {
  const goneOf = async (session: Session): Promise<readonly StoredInstance[]> => {
    const { dataset, ledger, dicomweb, pause, target, waits } = session;
    const observed = new Set(ledger.entries().flatMap(({ state, instance }) => (state === 'observed' ? instance : [])));
    let missing: readonly StoredInstance[] = dataset.instances
      .filter(({ instance }) => observed.has(instance))
      .slice(0, MOST_LOOKED_FOR);
    missing = await amongThem(missing, async (one) => sightOf(await dicomweb.retrieveMetadata(one), one) !== 'shown');
    const deadline = Date.now() + waits.windowsForLoss(LONGEST_WINDOWS) * target.profile.visibilityWindowMs;
    for (;;) {
      const begun = Date.now();
      missing = await amongThem(missing, async (instance) => (await sightAnywhere(session, instance)) === 'absent');
      if (missing.length === 0 || begun >= deadline) return missing;
      await pause(PAUSE_MS);
    }
  };
  return {
    async told(findings, session, exchanges) {
      if (session.target.isReadOnly || !findings.some(({ breaches }) => breaches.some(isMiss))) return findings;
      const gone = await goneOf(session);
      if (gone.length === 0) return findings;
      session.waits.lossTold();
      const losses = new Map<Exchange, { readonly instances: StoredInstance[]; readonly stores: number }>();
      for (const instance of gone) {
        const since = lossOf(instance, exchanges());
        // What goes with a delete, its judges tell.
        if (since === null) continue;
        session.ledger.record(instance, 'missing');
        const others = losses.get(since.exchange)?.instances ?? [];
        losses.set(since.exchange, { instances: [...others, instance], stores: since.stores });
      }
      const looks = exchanges();
      const told = [...losses].map(([exchange, { instances, stores }]) => {
        const asked = looks.findLast((one) => instances.some((instance) => isInVain(one, instance)));
        return lossFinding([exchange, ...(asked ? [asked] : [])], lostLater(instances, stores));
      });
      return [...findings, ...told];
    },
  };
}

async function amongThem(
  instances: readonly StoredInstance[],
  isOne: (instance: StoredInstance) => Promise<boolean>,
): Promise<readonly StoredInstance[]> {
  const found: StoredInstance[] = [];
  for (const instance of instances) if (await isOne(instance)) found.push(instance);
  return found;
}

/** Whether something that was stored is missing in an answer. */
function isMiss({ code, parameters, grade }: Breach): boolean {
  const { status, expected } = parameters;
  const isNotFound = (status === 404 || status === 410) && Array.isArray(expected) && expected.includes('200');
  return grade === 'fail' && (kindOf(code).says === 'absent' || isNotFound);
}

async function sightAnywhere(session: Session, instance: StoredInstance) {
  const looks: Look[] = [];
  for (const { path, ask } of waysToSee(session, instance)) {
    looks.push({ path, exchange: await ask() });
    if (sightOfStored({ instance, looks }) === 'shown') return 'shown';
  }
  return sightOfStored({ instance, looks });
}

/**
 * The request since which an instance is not shown, and how many stores succeeded between the last answer that showed it and
 * the first that did not: the first of these stores, or that answer. Null where something was deleted meanwhile.
 */
function lossOf(
  instance: StoredInstance,
  exchanges: readonly Exchange[],
): { readonly exchange: Exchange; readonly stores: number } | null {
  const last = exchanges.findLastIndex((one) => sightOf(one, instance) === 'shown');
  const after = exchanges.slice(last + 1);
  const missed = after.findIndex((one) => mayShow(one, instance) && sightOf(one, instance) === 'absent');
  const between = missed < 0 ? after : after.slice(0, missed);
  if (between.some(({ request, response }) => isDelete(request) && (response?.status ?? 0) < 300)) return null;
  const stores = between.filter(({ request, response }) => isStore(request) && (response?.status ?? 500) < 300);
  const exchange = stores[0] ?? after[missed] ?? exchanges.at(-1);
  return exchange ? { exchange, stores: stores.length } : null;
}

/** Whether a request asks for an instance, or for all of what it is in. */
function mayShow({ request: { method, url } }: Exchange, { study, series, instance }: StoredInstance): boolean {
  if (method !== 'GET') return false;
  if (url.includes(instance)) return true;
  const paths = [resourcePath({ study }), resourcePath({ study, series })];
  return paths.some((path) => [path, `${path}/metadata`].some((whole) => url.endsWith(whole)));
}

/** Whether an instance was asked for by its own path, and is not there. */
function isInVain(exchange: Exchange, instance: StoredInstance): boolean {
  return exchange.response?.status === 404 && exchange.request.url.endsWith(`${resourcePath(instance)}/metadata`);
}

function lostLater(instances: readonly StoredInstance[], stores: number): SeenBreach {
  const names = instances.map(({ name }) => name);
  const seen = breach('stored-lost-later', { kind: 'exchange' }, { names, lost: names.length, stores });
  return { ...seen, subjects: instances.map(({ instance }) => instance) };
}

/** STOW-032: what a store acknowledged is kept, whatever is stored later. */
function lossFinding(exchanges: readonly [Exchange, ...Exchange[]], seen: SeenBreach): Finding {
  return {
    requirement: 'STOW-032',
    verdict: 'fail',
    claim: 'keeps what it acknowledged',
    assertions: 1,
    breaches: [{ ...seen, grade: 'fail', exchange: exchanges[0].id }],
    breachCount: 1,
    exchanges: exchanges.map(({ id }) => id),
  };
}
