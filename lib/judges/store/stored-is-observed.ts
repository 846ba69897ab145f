import { at } from '../../answers/json/body.ts';
import { firstText } from '../../answers/json/data-set.ts';
import { sightOf } from '../../answers/sight.ts';
import { storeModuleOf } from '../../answers/store-response.ts';
import { missingAttributes } from '../../answers/stored/counterparts.ts';
import { withDiscarded } from '../../answers/stored/discarded.ts';
import { tagName } from '../../answers/wording.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { BINARY_VRS } from '../../dicom/vr.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { readableBody } from '../json/assess-json.ts';
import { assessEveryValue } from '../json/content.ts';

/** One search for what was stored, and the milliseconds from the store's answer to the search's answer. */
export interface Poll {
  readonly exchange: Exchange;
  readonly elapsedMs: number;
}

/**
 * What an answer says of stored instances is shown by nothing until they are seen on the server: until then a pass
 * becomes `incomplete(prerequisite-failed)`. That they are missing is judged by `storedIsFound` and `storedIsDescribed`.
 */
export function unlessUnseen(
  findings: readonly Finding[],
  sent: readonly StoredInstance[],
  looks: readonly Exchange[],
): readonly Finding[] {
  if (sent.every((instance) => looks.some((look) => sightOf(look, instance) === 'shown'))) return findings;
  return findings.map((finding) =>
    finding.verdict === 'pass'
      ? {
          ...finding,
          verdict: 'incomplete',
          reason: 'prerequisite-failed',
          remark: 'what the answer says was stored was not seen on the server',
        }
      : finding,
  );
}

/** The instances that a store acknowledged, by its module; none after saying why. */
function acknowledged(store: Exchange, sent: readonly StoredInstance[], a: Assessment): readonly StoredInstance[] {
  const response = completeResponse(store, a);
  if (!response) return [];
  const referenced = response.status < 300 ? (storeModuleOf(response)?.referenced ?? []) : [];
  const stored = sent.filter(({ instance }) => referenced.some((item) => item.instance === instance));
  if (stored.length === 0)
    a.cannot('prerequisite-failed', `the store (${store.id}) acknowledged none of the instances`);
  return stored;
}

/**
 * QIDO-065: what was acknowledged is found by search within the window that the profile grants; later is a warning.
 * The polls are in order, and all of them search for the same; the first one that shows every instance counts.
 */
export function storedIsFound(
  store: Exchange,
  sent: readonly StoredInstance[],
  polls: readonly Poll[],
  windowMs: number,
): Finding {
  const exchanges = [store, ...polls.map(({ exchange }) => exchange)];
  return assess('QIDO-065', `finds what was stored within ${windowMs} ms`, exchanges, (a) => {
    const stored = acknowledged(store, sent, a);
    const last = polls.at(-1);
    if (stored.length === 0 || !last) return;
    const found = polls.find(({ exchange }) => stored.every((instance) => sightOf(exchange, instance) === 'shown'));
    if (found) {
      a.should(found.elapsedMs <= windowMs, () => ({
        expected: `found within ${windowMs} ms`,
        actual: `found after ${found.elapsedMs} ms`,
        where: { kind: 'exchange' },
      }));
      return;
    }
    for (const instance of stored) {
      const sight = sightOf(last.exchange, instance);
      if (sight === 'shown') continue;
      if (sight === 'unclear') a.cannot('prerequisite-failed', `the search (${last.exchange.id}) gives no list`);
      else if (last.elapsedMs < windowMs)
        a.cannot('not-exercised', `asked only for ${last.elapsedMs} of ${windowMs} ms`);
      else {
        a.must(false, () => ({
          expected: `${instance.name} (${instance.instance}), that was acknowledged`,
          actual: `not found after ${last.elapsedMs} ms`,
          where: { kind: 'exchange' },
        }));
      }
    }
  });
}

/**
 * STOW-032 by metadata: each instance that was acknowledged is there, with the stored values. What a retrieve gives
 * back is judged in full by `keepsWhatWasStored`.
 */
export function storedIsDescribed(store: Exchange, sent: readonly StoredInstance[], metadata: Exchange): Finding {
  const claim = 'describes what it acknowledged with the stored values';
  return assess('STOW-032', claim, [metadata, store], (a) => {
    const stored = withDiscarded(acknowledged(store, sent, a), [store]);
    const response = completeResponse(metadata, a);
    if (stored.length === 0 || !response) return;
    // WADO-RS-030 warns of a 206, whose content is judged all the same.
    if (response.status !== 206 && !assessStatus(response, { pass: [200] }, '', a)) return;
    const body = readableBody(response, a);
    if (!body) return;
    const uids = body.dataSets.map((dataSet) => firstText(dataSet, '00080018'));
    for (const { instance, name } of stored) {
      a.must(uids.includes(instance), () => ({
        expected: `metadata of ${name} (${instance}), that was acknowledged`,
        actual: `none among ${uids.length}`,
        where: at(''),
      }));
    }
    assessEveryValue(body, stored, a);
    for (const { attribute, pointer } of missingAttributes(body.dataSets, stored)) {
      a.must(attribute.isEmpty || BINARY_VRS.has(attribute.vr as never), () => ({
        expected: tagName(attribute.tag),
        actual: 'the attribute is left out',
        where: at(pointer),
      }));
    }
  });
}
