import { attributeOf, firstText } from '../../answers/json/data-set.ts';
import { isSuccess, isXml, statusLine } from '../../answers/response.ts';
import { acknowledges, OTHER_FAILURES_SEQUENCE, storeModuleOf } from '../../answers/store-response.ts';
import { sightOfStored, type Whereabouts } from '../../answers/stored/whereabouts.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessTaken } from '../assess-taken.ts';
import { completeResponse } from '../complete-response.ts';
import { resultsOf } from '../search/results.ts';
import { storeOutcomeOf } from './outcome.ts';
import { assessPlaces, mayBeOnItsWay, notStored } from './stored-is-observed.ts';

const WHERE = { kind: 'exchange' } as const;

/** Says that the request was not worked on for now (RFC 6585 §4, RFC 9110 §15.6.4). */
function isDeferred({ status }: ExchangeResponse): boolean {
  return status === 429 || status === 503;
}

/** STOW-001: one request stores instances of several studies. */
export function storesSeveralStudies(exchange: Exchange, whereabouts: readonly Whereabouts[]): Finding {
  const sent = whereabouts.map(({ instance }) => instance);
  const claim = 'stores instances of several studies in one request';
  return assess('STOW-001', claim, [exchange, ...whereabouts.flatMap(looksOf)], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (response.status === 413) {
      a.cannot('not-exercised', 'the server says that the request is too large for it');
      return;
    }
    const { stored, refused } = storeOutcomeOf(exchange, sent);
    if (refused[0]) a.cannot('not-exercised', `the server declines ${refused[0].name}`);
    else if (!assessTaken(response, { code: 'store-of-several-studies-refused' }, a)) return;
    const owed = whereabouts.filter(({ instance }) => stored.includes(instance));
    const lost = owed.filter((one) => sightOfStored(one) === 'absent' && !one.cut).map(({ instance }) => instance);
    for (const one of owed) assessKept(one, a, () => notStored(lost, owed.length, exchange));
    assessPlaces(owed, exchange, a);
  });
}

function looksOf({ looks }: Whereabouts): readonly Exchange[] {
  return looks.map(({ exchange }) => exchange);
}

/** Looks that do not tell show nothing against the store. */
function assessKept(whereabouts: Whereabouts, a: Assessment, lost: () => SeenBreach): void {
  const sight = sightOfStored(whereabouts);
  if (sight === 'unclear')
    a.cannot('prerequisite-failed', `no answer tells whether ${whereabouts.instance.name} is there`);
  else if (!mayBeOnItsWay(whereabouts.cut, a)) a.must(sight === 'shown', lost);
}

/**
 * STOW-031: what is sent in chunked transfer coding is stored. `twin` is a store with Content-Length that
 * succeeded.
 */
export function takesChunkedStore(exchange: Exchange, whereabouts: Whereabouts, twin: Exchange): Finding {
  const claim = 'takes a store in chunked transfer coding';
  return assess('STOW-031', claim, [exchange, ...looksOf(whereabouts), twin], (a) => {
    const response = completeResponse(exchange, a);
    const other = completeResponse(twin, a);
    if (!response || !other) return;
    if (!isSuccess(other)) {
      a.cannot('prerequisite-failed', `the same with Content-Length was answered ${statusLine(other)}`);
      return;
    }
    // HTTP/2 has no transfer coding: what was sent is a store without Content-Length, which a server may refuse.
    if (/^(HTTP\/)?[23]/i.test(response.httpVersion)) {
      const version = response.httpVersion.replace(/^HTTP\//i, '');
      if (!isSuccess(response)) {
        a.cannot(
          'not-exercised',
          `HTTP/${version} has no chunks, and a store without Content-Length was answered ${statusLine(response)}`,
        );
        return;
      }
      a.remark(`HTTP/${version} has no chunks: sent without Content-Length`);
    }
    const warn = { 411: 'asks for Content-Length' };
    if (!assessTaken(response, { warn, code: 'chunked-store-refused' }, a)) return;
    const { instance, name } = whereabouts.instance;
    assessKept(whereabouts, a, () => breach('chunked-store-lost', WHERE, { instance, name }));
  });
}

/** A store of one instance, and where that was looked for. */
export interface SingleStore {
  readonly exchange: Exchange;
  readonly whereabouts: Whereabouts;
}

/**
 * STOW-032: what is stored while something else is stored is kept. `twin` was stored alone. A store that is refused, or told
 * to come later, is no loss.
 */
export function keepsWhatIsStoredAtOnce(stores: readonly SingleStore[], twin: Whereabouts): Finding {
  const exchanges = stores.flatMap(({ exchange, whereabouts }) => [exchange, ...looksOf(whereabouts)]);
  return assess('STOW-032', 'keeps what is stored at the same time', exchanges, (a) => {
    if (sightOfStored(twin) !== 'shown')
      return a.cannot('prerequisite-failed', 'what was stored alone was not seen either');
    for (const store of stores) assessOwed(store, 'concurrent-store-lost', a);
  });
}

/** STOW-032: an instance that was deleted, and is stored again, is there. A server may refuse it. */
export function keepsWhatIsStoredAgain({ exchange, whereabouts }: SingleStore): Finding {
  const claim = 'keeps what is stored again after a delete';
  return assess('STOW-032', claim, [exchange, ...looksOf(whereabouts)], (a) =>
    assessOwed({ exchange, whereabouts }, 'store-after-delete-lost', a),
  );
}

function assessOwed(
  { exchange, whereabouts }: SingleStore,
  code: 'concurrent-store-lost' | 'store-after-delete-lost',
  a: Assessment,
): void {
  const response = completeResponse(exchange, a);
  if (!response) return;
  const { instance, name } = whereabouts.instance;
  if (acknowledges(response, instance))
    assessKept(whereabouts, a.about(exchange), () => breach(code, WHERE, { instance, name }));
  else a.cannot('not-exercised', `the store (${exchange.id}) acknowledged nothing: ${statusLine(response)}`);
}

/**
 * STOW-029: an instance that is stored again is there once, whatever is answered. `before` and `after` are the same
 * search for it, before and after the repetition.
 */
export function storedTwiceIsThereOnce(
  again: Exchange,
  { instance }: StoredInstance,
  before: Exchange,
  after: Exchange,
): Finding {
  const claim = 'keeps one copy of an instance that is stored again';
  return assess('STOW-029', claim, [again, before, after], (a) => {
    const response = completeResponse(again, a);
    const [first, second] = [before, after].map((search) => {
      const found = completeResponse(search, a);
      return found && resultsOf(found, a)?.filter((one) => firstText(one, '00080018') === instance).length;
    });
    if (!response || typeof first !== 'number' || typeof second !== 'number') return;
    if (first !== 1) {
      a.cannot('prerequisite-failed', `${before.id} has it ${first} times before it was stored again`);
      return;
    }
    if (isDeferred(response)) {
      a.cannot('prerequisite-failed', `nothing was repeated: ${statusLine(response)}`);
      return;
    }
    const { status } = response;
    a.must(status < 500, () => breach('repeated-store-server-error', { kind: 'status' }, { status }));
    a.about(after).must(second === 1, () =>
      second === 0
        ? breach('repeated-store-lost', WHERE, { instance })
        : breach('repeated-store-duplicated', WHERE, { instance, count: second }),
    );
    a.remark(`the repetition was answered ${statusLine(response)}`);
  });
}

/**
 * STOW-025: a part that is no instance is told of in OtherFailuresSequence. `exchange` stores `stored` and such a part;
 * `twin` is a store of the instance alone that was answered.
 */
export function tellsOfUnreadablePart(exchange: Exchange, stored: StoredInstance, twin: Exchange): Finding {
  const claim = 'tells of a part that is no instance';
  return assess('STOW-025', claim, [exchange, twin], (a) => {
    const response = completeResponse(exchange, a);
    const other = completeResponse(twin, a);
    if (!response || !other) return;
    if (other.status >= 500) {
      a.cannot('prerequisite-failed', `the instance alone was answered ${statusLine(other)}`);
      return;
    }
    if (isDeferred(response)) {
      a.cannot('prerequisite-failed', `neither was looked at: ${statusLine(response)}`);
      return;
    }
    const { status } = response;
    a.must(status < 500, () => breach('unreadable-part-server-error', { kind: 'status' }, { status }));
    if (status >= 500) return;
    if (isXml(response)) {
      a.cannot('not-exercised', 'the answer is XML, of which the type is judged and not the content');
      return;
    }
    const module = storeModuleOf(response);
    const isAmongInstances = module?.failed.some(({ instance }) => instance !== stored.instance) ?? false;
    a.should(otherFailures(response) > 0, () =>
      isAmongInstances
        ? breach('unreadable-part-among-instances', WHERE, { status })
        : breach('unreadable-part-concealed', WHERE, { status, hasModule: module !== null }),
    );
  });
}

/**
 * STOW-007: a store of which something was stored and something was not is answered 202. `exchange` stores an instance
 * that was not there before, and a part that is none, whatever study its path names. That it was stored the answer lists, or
 * `whereabouts` show; that the part was not the answer lists, or its status says. Table 10.5.3-1 speaks of instances, which
 * the part is none of: another status is a warning, as STOW-025 has it.
 */
export function answers202BesideAnUnreadablePart(exchange: Exchange, whereabouts: Whereabouts): Finding {
  const claim = 'answers 202 when a part of the instances was stored';
  return assess('STOW-007', claim, [exchange, ...looksOf(whereabouts)], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    const { instance, looks } = whereabouts;
    const module = storeModuleOf(response);
    const isListed = module?.referenced.some((item) => item.instance === instance.instance) ?? false;
    const shown = looks.find((look) => sightOfStored({ instance, looks: [look] }) === 'shown');
    const isRefused = !isSuccess(response) || otherFailures(response) > 0 || (module?.failed.length ?? 0) > 0;
    if (!isRefused || (!isListed && !shown)) {
      a.cannot('not-exercised', 'no answer shows that a part was stored and a part was not');
      return;
    }
    const { status } = response;
    const seenBy = isListed ? null : (shown?.exchange.operation ?? null);
    if (status >= 500) {
      a.cannot('prerequisite-failed', `the server failed: ${statusLine(response)}`);
      return;
    }
    a.should(status === 202, () =>
      isSuccess(response)
        ? breach('unreadable-part-answered-success', { kind: 'status' }, { status, expected: ['202'] })
        : breach('partial-store-answered-failure', { kind: 'status' }, { status, seenBy }),
    );
  });
}

/** How many failures the answer lists that belong to no instance. */
function otherFailures(response: ExchangeResponse): number {
  const module = storeModuleOf(response);
  return (module && attributeOf(module.dataSet, OTHER_FAILURES_SEQUENCE)?.items.length) ?? 0;
}
