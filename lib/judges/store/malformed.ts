import { isSuccess } from '../../answers/response.ts';
import { sightOf } from '../../answers/sight.ts';
import { acknowledges, storeModuleOf } from '../../answers/store-response.ts';
import type { CutWait } from '../../answers/stored/whereabouts.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { type LookedFor, showsIt } from '../assess-served.ts';
import { assessStatus, type StatusExpectation } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { UNLABELLED_STORE, UNREADABLE_STORE, UNSUPPORTED_STORE } from '../http/faulty-input.ts';
import { mayBeOnItsWay } from './stored-is-observed.ts';

/** A store that a server may or has to refuse, and answers that tell whether its instance is there all the same. */
export interface DoubtfulStore {
  readonly store: Exchange;
  readonly looks: readonly Exchange[];
  readonly instance: StoredInstance;
  readonly cut?: CutWait;
}

const STATUS = { kind: 'status' } as const;

/**
 * STOW-009: a body that ends in the middle of an instance is refused. To acknowledge it is to acknowledge bytes that
 * never came. `twin` was sent whole, and is there.
 */
export function refusesCutStore(cut: DoubtfulStore, twin: LookedFor): Finding {
  const claim = 'refuses a store that ends in the middle of an instance';
  return assessDoubtful('STOW-009', claim, cut, twin, UNREADABLE_STORE, (a, status) =>
    a.must(false, () => ofCut(cut, status)),
  );
}

/**
 * STOW-009: a store without closing delimiter, though its instance is whole, is refused: nobody can tell it from one that was
 * cut off. No text forbids to make out what was meant, so a server that keeps all of it is noted.
 */
export function refusesOrKeepsUnclosed(unclosed: DoubtfulStore, twin: LookedFor): Finding {
  const claim = 'refuses a store without closing delimiter, or keeps all of it';
  return assessDoubtful('STOW-009', claim, unclosed, twin, UNREADABLE_STORE, (a, status) =>
    assessTakenAnyway(unclosed, a, () => ofCut(unclosed, status)),
  );
}

/** Only a sender that goes by the status takes for stored what the lists of the answer do not name. */
function ofCut({ store, instance }: DoubtfulStore, status: number): SeenBreach {
  const module = store.response && storeModuleOf(store.response);
  if (module && !module.referenced.some((item) => item.instance === instance.instance))
    return notRefused(UNREADABLE_STORE, status);
  return breach('cut-store-acknowledged', STATUS, { status, expected: ['400'] });
}

/** STOW-009: a store that does not name its boundary is refused, or else kept. */
export function refusesOrKeepsUnbounded(unbounded: DoubtfulStore, twin: LookedFor): Finding {
  const claim = 'refuses a store that names no boundary, or keeps all of it';
  return assessDoubtful('STOW-009', claim, unbounded, twin, UNREADABLE_STORE, (a, status) =>
    assessTakenAnyway(unbounded, a, () => notRefused(UNREADABLE_STORE, status)),
  );
}

/** STOW-010: an instance in a request of a media type that is not listed is refused, or else kept. */
export function refusesOrKeepsUnlisted(unlisted: DoubtfulStore, twin: LookedFor): Finding {
  const claim = 'refuses a store of a media type that is not listed, or keeps all of it';
  return assessDoubtful('STOW-010', claim, unlisted, twin, UNSUPPORTED_STORE, (a, status) =>
    assessTakenAnyway(unlisted, a, () => notRefused(UNSUPPORTED_STORE, status)),
  );
}

/** STOW-010: an instance in a request that does not say its media type is refused, or else kept. */
export function refusesOrKeepsUnlabelled(unlabelled: DoubtfulStore, twin: LookedFor): Finding {
  const claim = 'refuses a store without Content-Type, or keeps all of it';
  return assessDoubtful('STOW-010', claim, unlabelled, twin, UNLABELLED_STORE, (a, status) =>
    assessTakenAnyway(unlabelled, a, () => notRefused(UNLABELLED_STORE, status)),
  );
}

/** An acknowledged instance is there: then the server takes more than it has to. */
function assessTakenAnyway({ looks, instance, cut }: DoubtfulStore, a: Assessment, lost: () => SeenBreach): void {
  const sights = looks.map((look) => sightOf(look, instance));
  if (sights.includes('shown')) a.note('the server takes it all the same, and has the instance');
  else if (sights.includes('absent')) {
    if (!mayBeOnItsWay(cut, a)) a.must(false, lost);
  } else a.cannot('prerequisite-failed', `no answer tells whether ${instance.name} is there`);
}

function notRefused({ code = 'unexpected-status', pass }: StatusExpectation, status: number): SeenBreach {
  return breach(code, STATUS, { status, expected: pass.map(String) });
}

/**
 * A refusal has the status of its kind, and means that nothing was stored: Table 10.5.3-1 has 400 and 409 for a server that
 * "was unable to store any Instances". What a success acknowledges, `acknowledged` judges.
 */
function assessDoubtful(
  requirement: string,
  claim: string,
  { store, looks, instance }: DoubtfulStore,
  twin: LookedFor,
  refusal: StatusExpectation,
  acknowledged: (a: Assessment, status: number) => void,
): Finding {
  return assess(requirement, claim, [store, ...looks, twin.store, twin.look], (a) => {
    const response = showsIt(twin.look, twin.instance, a) ? completeResponse(store, a) : null;
    if (!response) return;
    const { status } = response;
    if (acknowledges(response, instance.instance)) return acknowledged(a, status);
    if (isSuccess(response)) {
      a.should(false, () => notRefused(refusal, status));
      a.remark(`${status}: the answer says that the instance was not stored`);
    } else assessStatus(response, refusal, a);
    const kept = looks.find((look) => sightOf(look, instance) === 'shown');
    if (kept) {
      const { name } = instance;
      a.about(kept).must(false, () => breach('refused-store-kept', { kind: 'exchange' }, { status, name }));
    } else if (looks.some((look) => sightOf(look, instance) === 'absent')) a.holds();
  });
}
