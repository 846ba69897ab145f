import { describeBody, isSuccess, isXml, mediaTypeOf, statusLine } from '../../answers/response.ts';
import { sightOf } from '../../answers/sight.ts';
import { acknowledgesAll, hasWarnings, storeModuleOf, tellsOfFailure } from '../../answers/store-response.ts';
import { sightOfStored, type Whereabouts } from '../../answers/stored/whereabouts.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus, type StatusExpectation } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { isKeptOff, storeOutcomeOf } from './outcome.ts';

const STATUS = { kind: 'status' } as const;

/**
 * STOW-006: 200 when every instance was stored and nothing was to be remarked. That they were stored the response has to
 * say, or where it has no module all of them were seen: a bare 200 has shown nothing. `whereabouts` tells where they were.
 */
export function answers200WhenAllAreStored(
  exchange: Exchange,
  sent: readonly StoredInstance[],
  profile?: Profile,
  whereabouts: readonly Whereabouts[] = [],
): Finding {
  return assess('STOW-006', 'answers 200 when every instance was stored', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    const success = profile?.statuses.store ?? [200];
    const isKept = whereabouts.length > 0 && whereabouts.every((one) => sightOfStored(one) === 'shown');
    const failure = isKept ? 'store-done-answered-failure' : 'store-refused';
    const module = storeModuleOf(response);
    const isAll = module ? acknowledgesAll(module, sent) : isKept && !tellsOfFailure(response);
    const code = isSuccess(response) && (isAll || !module) ? 'store-success-status' : failure;
    const expectation: StatusExpectation = { pass: success, code };
    const [declined] = storeOutcomeOf(exchange, sent).refused;
    const keptOff = sent.find(isKeptOff);
    if (declined && [202, 409].includes(response.status)) {
      a.cannot('not-exercised', `the server declines what it does not support, ${declined.name} first`);
    } else if (keptOff && response.status >= 400 && response.status < 500) {
      a.cannot('not-exercised', `${keptOff.name} is in a transfer syntax that is kept off the web`);
    } else if (response.status === 413) {
      a.cannot('not-exercised', 'the server says that the request is too large for it');
    } else if ([200, 202].includes(response.status) && isAll && module && hasWarnings(module)) {
      a.note(`${response.status}: instances were stored with a warning, of which STOW-023 judges the status`);
    } else if (!isAll && (success.includes(response.status) || (response.status === 202 && !module))) {
      a.cannot('prerequisite-failed', `the answer does not say that all was stored: ${describeBody(response)}`);
    } else if (response.status === 202 && isAll && !success.includes(202)) {
      a.should(false, () => breach('store-202-without-warning', STATUS, {}));
    } else assessStatus(response, expectation, a);
  });
}

/**
 * STOW-007: 202 when a part of the instances was stored. The response has to say which; one that says that all of them
 * were is judged by what was stored. `looks` are searches or metadata for them afterwards.
 */
export function answers202WhenPartIsStored(
  exchange: Exchange,
  sent: readonly StoredInstance[],
  looks: readonly Exchange[],
): Finding {
  const claim = 'answers 202 when a part of the instances was stored';
  return assess('STOW-007', claim, [exchange, ...looks], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    const module = storeModuleOf(response);
    const isShown = (instance: StoredInstance) => looks.some((look) => sightOf(look, instance) === 'shown');
    if (response.status === 202 && (module?.referenced.length ?? 0) === 0 && !sent.some(isShown)) {
      a.cannot('prerequisite-failed', `the answer does not say that something was stored: ${describeBody(response)}`);
      return;
    }
    if (module && acknowledgesAll(module, sent)) {
      a.cannot('not-exercised', `the answer says that every instance was stored: ${statusLine(response)}`);
      return;
    }
    if (!module && isSuccess(response) && sent.every(isShown)) {
      a.cannot('not-exercised', `every instance was seen to be stored: ${statusLine(response)}`);
      return;
    }
    // Each representation shall be of the study (§10.5.1.1.1): some take that for a condition of the request.
    const { status } = response;
    const shown = looks.find((look) => sent.some((instance) => sightOf(look, instance) === 'shown'));
    const seenBy = shown?.operation ?? null;
    if (status === 409 && (shown || (module?.referenced.length ?? 0) > 0))
      a.must(false, () => breach('partial-store-answered-failure', STATUS, { status, seenBy }));
    else if (status === 409) {
      const warn = { 409: 'the request was refused as a whole' };
      assessStatus(response, { pass: [202], warn, code: 'partial-store-refused-whole' }, a);
    } else {
      const code = isSuccess(response) ? 'partial-store-answered-success' : 'partial-store-status';
      assessStatus(response, { pass: [202], code }, a);
    }
  });
}

/** STOW-008: 409 when nothing was stored. `twin` is a store request that succeeded. */
export function answers409WhenNothingIsStored(exchange: Exchange, twin: Exchange): Finding {
  return assess('STOW-008', 'answers 409 when no instance could be stored', [exchange, twin], (a) => {
    if (!assessTwin(twin, a)) return;
    const response = completeResponse(exchange, a);
    if (!response) return;
    const warn = { 400: 'kept for bad syntax by Table 10.5.3-1' };
    const code = isSuccess(response) ? 'refused-store-answered-success' : 'refused-store-status';
    assessStatus(response, { pass: [409], warn, code }, a);
  });
}

/**
 * STOW-012: an instance of another study than the URL names is not stored. `looks` are searches, metadata or retrieves
 * for it afterwards; `twin` is a store request that succeeded.
 */
export function otherStudiesAreNotStored(
  instance: StoredInstance,
  looks: readonly Exchange[],
  twin: Exchange,
): Finding {
  return assess('STOW-012', 'does not store an instance of another study', [...looks, twin], (a) => {
    if (!assessTwin(twin, a)) return;
    for (const look of looks) {
      const sight = sightOf(look, instance);
      if (sight === 'unclear') a.cannot('prerequisite-failed', `${look.id} does not tell whether it was stored`);
      else {
        const { operation } = look;
        a.about(look).must(sight === 'absent', () =>
          breach(
            'stray-instance-stored',
            { kind: 'exchange' },
            { instance: instance.instance, name: instance.name, operation },
          ),
        );
      }
    }
  });
}

/** STOW-026: a 409 answer explains itself, by the module or by other text. `twin` is a store request that succeeded. */
export function explainsARefusal(exchange: Exchange, twin: Exchange): Finding {
  return assess('STOW-026', 'explains a 409 answer', [exchange, twin], (a) => {
    const response = completeResponse(exchange, a);
    if (!response || !assessTwin(twin, a)) return;
    if (response.status !== 409) {
      a.cannot('not-exercised', `the answer is no 409: ${statusLine(response)}`);
      return;
    }
    if (response.body.length === 0) {
      a.note('the 409 answer has no body');
      return;
    }
    if (isXml(response)) {
      a.cannot('not-exercised', 'the answer is XML, of which the type is judged and not the content');
      return;
    }
    if (isLabelledOtherwise(response)) {
      a.cannot('prerequisite-failed', 'the store response is labelled otherwise, as STOW-014 tells');
      return;
    }
    const failed = storeModuleOf(response)?.failed.length ?? 0;
    a.should(failed > 0, () => {
      const type = mediaTypeOf(response)?.essence ?? null;
      return breach('refusal-unexplained', { kind: 'exchange' }, { type, bytes: response.body.length });
    });
  });
}

/** Whether it is the module all the same, under the label of something else. */
function isLabelledOtherwise(response: ExchangeResponse): boolean {
  const headers = response.headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  return storeModuleOf(response) === null && (storeModuleOf({ ...response, headers })?.failed.length ?? 0) > 0;
}

/**
 * A store request that the server took: without one, refusing proves nothing. Any success is an acknowledgement, unless
 * its module lists no instance as stored.
 */
function assessTwin(twin: Exchange, a: Assessment): boolean {
  const response = completeResponse(twin, a);
  if (!response) return false;
  const listed = storeModuleOf(response)?.referenced.length;
  const wasTaken = isSuccess(response) && listed !== 0;
  if (!wasTaken) {
    const said = isSuccess(response) ? 'stored no instance' : `was answered ${statusLine(response)}`;
    a.cannot('prerequisite-failed', `the valid request (${twin.id}) ${said}`);
  }
  return wasTaken;
}
