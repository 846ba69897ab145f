import { attributeOf, firstText } from '../../answers/json/data-set.ts';
import { statusLine } from '../../answers/response.ts';
import { sightOf } from '../../answers/sight.ts';
import { OTHER_FAILURES_SEQUENCE, storeModuleOf } from '../../answers/store-response.ts';
import { tagName } from '../../answers/wording.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { resultsOf } from '../search/results.ts';
import { storeOutcomeOf } from './outcome.ts';

const WHERE = { kind: 'exchange' } as const;

/** Says that the request was not worked on for now (RFC 6585 §4, RFC 9110 §15.6.4). */
function isDeferred({ status }: ExchangeResponse): boolean {
  return status === 429 || status === 503;
}

/** Statuses of a store of which at least a part was kept. */
function successes(profile: Profile | undefined): number[] {
  return [200, 202, ...(profile?.statuses.store ?? [])];
}

/** STOW-001: one request stores instances of several studies. `looks` are for them afterwards, in their order. */
export function storesSeveralStudies(
  exchange: Exchange,
  sent: readonly StoredInstance[],
  looks: readonly Exchange[],
  profile?: Profile,
): Finding {
  return assess('STOW-001', 'stores instances of several studies in one request', [exchange, ...looks], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (response.status === 413) {
      a.cannot('not-exercised', 'the server says that the request is too large for it');
      return;
    }
    const { stored, refused } = storeOutcomeOf(exchange, sent);
    if (refused[0]) a.cannot('not-exercised', `the server declines ${refused[0].name}`);
    else if (!assessStatus(response, { pass: successes(profile) }, '', a)) return;
    for (const [index, instance] of sent.entries()) {
      const look = looks[index];
      if (look && stored.includes(instance)) assessShown(look, instance, a);
    }
  });
}

/** A look that does not tell shows nothing against the store. */
function assessShown(look: Exchange, instance: StoredInstance, a: Assessment): void {
  const sight = sightOf(look, instance);
  if (sight === 'unclear') {
    a.cannot('prerequisite-failed', `${look.id} does not tell whether it was stored`);
    return;
  }
  a.must(sight === 'shown', () => ({
    expected: `${instance.instance} in ${look.operation} (${look.id})`,
    actual: look.response ? statusLine(look.response) : 'no answer',
    where: WHERE,
  }));
}

/**
 * STOW-031: a store in chunked transfer coding is stored as any other. `look` is for the instance afterwards; `twin` is a
 * store with Content-Length that succeeded.
 */
export function takesChunkedStore(
  exchange: Exchange,
  instance: StoredInstance,
  look: Exchange,
  twin: Exchange,
  profile?: Profile,
): Finding {
  const claim = 'takes a store in chunked transfer coding';
  return assess('STOW-031', claim, [exchange, look, twin], (a) => {
    const response = completeResponse(exchange, a);
    const other = completeResponse(twin, a);
    if (!response || !other) return;
    if (!successes(profile).includes(other.status)) {
      a.cannot('prerequisite-failed', `the same with Content-Length was answered ${statusLine(other)}`);
      return;
    }
    const warn = { 411: 'asks for Content-Length' };
    if (!assessStatus(response, { pass: successes(profile), warn }, '', a)) return;
    assessShown(look, instance, a);
  });
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
    a.must(response.status < 500, () => ({
      expected: 'no server error',
      actual: statusLine(response),
      where: { kind: 'status' },
    }));
    a.must(second === 1, () => ({
      expected: `one result for ${instance}, as before`,
      actual: `${after.id}: ${second} of them`,
      where: WHERE,
    }));
    a.remark(`the repetition was answered ${statusLine(response)}`);
  });
}

/**
 * STOW-025: a part that is no instance is told of in OtherFailuresSequence. `exchange` stores an instance and such a part;
 * `twin` is a store of the instance alone that was answered.
 */
export function tellsOfUnreadablePart(exchange: Exchange, twin: Exchange): Finding {
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
    const isServerError = response.status >= 500;
    a.must(!isServerError, () => ({
      expected: 'no server error',
      actual: statusLine(response),
      where: { kind: 'status' },
    }));
    if (isServerError) return;
    const module = storeModuleOf(response);
    const told = module && attributeOf(module.dataSet, OTHER_FAILURES_SEQUENCE);
    a.should((told?.items.length ?? 0) > 0, () => ({
      expected: `${tagName(OTHER_FAILURES_SEQUENCE)} with an item`,
      actual: `${statusLine(response)}${module ? ', without one' : ', without a response module'}`,
      where: WHERE,
    }));
  });
}
