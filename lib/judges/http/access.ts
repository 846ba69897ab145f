import { representationsOf } from '../../answers/multipart.ts';
import { isSuccess, mediaTypeOf } from '../../answers/response.ts';
import { isServed } from '../../answers/served.ts';
import { sightOf } from '../../answers/sight.ts';
import { breach } from '../../breaches/breach.ts';
import { firstDifference } from '../../bytes/byte-source.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';

/** What a client shows that the server does not know: no credentials at all, or wrong ones. */
export type Shown = 'none' | 'wrong';

/** One resource, asked for with the credentials of the run and by strangers. */
export interface AskedByStrangers {
  /** What it is called in reports: `/studies/{study}/metadata`. */
  readonly resource: string;
  /** What it tells of. */
  readonly path: ResourcePath;
  readonly ours: Exchange;
  readonly strangers: readonly { readonly shown: Shown; readonly exchange: Exchange }[];
}

const STATUS = { kind: 'status' } as const;
const REFUSED = [401, 403, 404];

/** Whether a server keeps strangers from anything that it gives to us; where it does not, it controls no access. */
export function controlsAccess(asked: readonly AskedByStrangers[]): boolean {
  return asked.some(
    ({ ours, strangers }) =>
      isServed(ours) &&
      strangers.some(
        ({ shown, exchange: { response } }) => shown === 'none' && REFUSED.includes(response?.status ?? 0),
      ),
  );
}

/**
 * COMMON-025: where access is controlled, nothing of a study is given to who shows no credentials, or wrong ones. What
 * the server does not give to us either says nothing.
 */
export function givesNothingToStrangers(asked: readonly AskedByStrangers[]): Finding {
  const exchanges = asked.flatMap(({ ours, strangers }) => [...strangers.map(({ exchange }) => exchange), ours]);
  return assess('COMMON-025', 'gives nothing of a study to clients without right credentials', exchanges, (a) => {
    const served = asked.filter(({ ours }) => isServed(ours));
    if (served.length === 0) a.cannot('prerequisite-failed', 'the server gives nothing to the run either');
    const known = new Set<string>();
    for (const shown of ['none', 'wrong'] as const) assessStrangers(served, shown, known, a);
  });
}

/** `known` are the resources that are told as open already: open without credentials, they are open with wrong ones. */
function assessStrangers(served: readonly AskedByStrangers[], shown: Shown, known: Set<string>, a: Assessment): void {
  const open = served.flatMap(({ resource, path, ours, strangers }) => {
    const exchange = strangers.find((stranger) => stranger.shown === shown)?.exchange;
    if (!exchange || known.has(resource)) return [];
    if (!completeResponse(exchange, a)) return [];
    if (!isGiven(exchange, ours, path)) a.holds();
    else return [{ resource, exchange }];
    return [];
  });
  const [first] = open;
  if (!first) return;
  const resources = open.map(({ resource }) => resource);
  for (const resource of resources) known.add(resource);
  a.about(first.exchange).must(false, () =>
    breach('open-to-strangers', STATUS, { shown, resources, expected: REFUSED.map(String) }),
  );
}

/** Whether an answer has of the resource what ours has: the same study in a list, or the same bytes. */
function isGiven(exchange: Exchange, ours: Exchange, path: ResourcePath): boolean {
  const [given, whole] = [exchange.response, ours.response];
  if (!given || !whole || !isSuccess(given) || !isServed(exchange)) return false;
  const type = mediaTypeOf(given)?.essence;
  if (type !== mediaTypeOf(whole)?.essence) return false;
  if (sightOf(ours, path) === 'shown') return sightOf(exchange, path) === 'shown';
  const [left, right] = [representationsOf(given), representationsOf(whole)];
  return (
    left.length > 0 && left.every(({ body }, index) => right[index] && firstDifference(body, right[index].body) < 0)
  );
}

/** A store by a stranger, and what the run saw of the instance afterwards. */
export interface StrangeStore {
  readonly shown: Shown;
  readonly store: Exchange;
  readonly look: Exchange;
  readonly path: ResourcePath;
}

/** COMMON-025 of a store: what a stranger sends is not kept. `usual` is a store of the run that was taken. */
export function storesNothingForStrangers(stores: readonly StrangeStore[], usual: Exchange): Finding {
  const exchanges = [...stores.flatMap(({ store, look }) => [store, look]), usual];
  return assess('COMMON-025', 'stores nothing for clients without right credentials', exchanges, (a) => {
    if (!isServed(usual)) a.cannot('prerequisite-failed', 'the server stored nothing for the run either');
    let isOpen = false;
    for (const { shown, store, look, path } of stores) {
      if (isOpen || !completeResponse(store, a)) continue;
      const sight = sightOf(look, path);
      if (sight === 'unclear') a.cannot('prerequisite-failed', `${look.id} does not show whether it was stored`);
      else if (sight === 'absent') a.holds();
      else {
        isOpen = true;
        a.about(store).must(false, () =>
          breach('stores-for-strangers', STATUS, { shown, expected: REFUSED.map(String) }),
        );
      }
    }
  });
}

/** A stranger's request for something that is stored, and the same for two things that are not. */
export interface AskedUnknown {
  readonly known: { readonly exchange: Exchange; readonly path: ResourcePath };
  readonly unknown: readonly [Exchange, Exchange];
}

/** COMMON-024: what is stored and what is not are answered alike to who shows no credentials. */
export function tellsStrangersNothing(asked: readonly AskedUnknown[]): Finding {
  const exchanges = asked.flatMap(({ known, unknown }) => [known.exchange, ...unknown]);
  return assess('COMMON-024', 'answers strangers alike for what is stored and what is not', exchanges, (a) => {
    for (const { known, unknown } of asked) {
      const [there, absent, another] = [known.exchange, ...unknown].map((exchange) => completeResponse(exchange, a));
      if (!there || !absent || !another) continue;
      if (isServed(known.exchange) && isSuccess(there)) {
        a.cannot('prerequisite-failed', `${known.exchange.id} gives it to everybody, which COMMON-025 judges`);
        continue;
      }
      // A page with a number or a time of its own differs each time: then the status alone is compared.
      const [first, second] = unknown.map(plainBody);
      const isSteady = first === second && absent.status === another.status;
      const isAlike = there.status === absent.status && (!isSteady || plainBody(known.exchange) === first);
      a.about(known.exchange).should(isAlike, () =>
        breach('study-revealed-to-strangers', STATUS, {
          known: there.status,
          unknown: absent.status,
          expected: [String(absent.status)],
        }),
      );
    }
  });
}

/** Longest body that is compared, in bytes: a refusal says little. */
const LONGEST = 1 << 16;

/** The body without the UIDs and the numbers in it, which an error page may repeat. */
function plainBody({ response }: Exchange): string {
  const text = Buffer.from(response?.body.read(0, LONGEST) ?? []).toString('latin1');
  return text.replaceAll(/\d+(\.\d+)+/g, 'UID').replaceAll(/\d+/g, '0');
}
