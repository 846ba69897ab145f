import { at } from '../../answers/json/body.ts';
import { firstText } from '../../answers/json/data-set.ts';
import { statusLine } from '../../answers/response.ts';
import { instancesIn, sightOf } from '../../answers/sight.ts';
import { acknowledges } from '../../answers/store-response.ts';
import { missingAttributes } from '../../answers/stored/counterparts.ts';
import { withDiscarded } from '../../answers/stored/discarded.ts';
import { type CutWait, sightOfStored, type Whereabouts } from '../../answers/stored/whereabouts.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import { isPrivate } from '../../dicom/dictionary.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { BINARY_VRS } from '../../dicom/vr.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';
import { readableBody } from '../json/assess-json.ts';
import { assessEveryValue } from '../json/content.ts';
import { filedElsewhere } from './filed-elsewhere.ts';

/** The standard sets no time: what takes longer than this many times what the profile grants is taken for lost. */
export const LONGEST_WINDOWS = 6;

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
  return sent.every((instance) => looks.some((look) => sightOf(look, instance) === 'shown'))
    ? findings
    : whereUnseen(findings);
}

/** The same findings where nothing was seen of what was sent: none of them passes. */
export function whereUnseen(findings: readonly Finding[]): readonly Finding[] {
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

/** The instances that a store acknowledged, by its status and its module; none after saying why. */
function acknowledged(store: Exchange, sent: readonly StoredInstance[], a: Assessment): readonly StoredInstance[] {
  const response = completeResponse(store, a);
  if (!response) return [];
  const stored = sent.filter(({ instance }) => acknowledges(response, instance));
  if (stored.length === 0)
    a.cannot('prerequisite-failed', `the store (${store.id}) acknowledged none of the instances`);
  return stored;
}

/** STOW-032: what a store acknowledged is somewhere. What no answer shows, and none may hide, was lost. */
export function storedIsSomewhere(store: Exchange, whereabouts: readonly Whereabouts[]): Finding {
  const exchanges = [store, ...whereabouts.flatMap(({ looks }) => looks.map(({ exchange }) => exchange))];
  return assess('STOW-032', 'keeps what it acknowledged', exchanges, (a) => {
    const stored = acknowledged(
      store,
      whereabouts.map(({ instance }) => instance),
      a,
    );
    const owed = whereabouts.filter(({ instance }) => stored.includes(instance));
    for (const { instance } of owed.filter((one) => sightOfStored(one) === 'unclear'))
      a.cannot('prerequisite-failed', `no answer tells whether ${instance.name} is there`);
    const telling = owed.filter((one) => sightOfStored(one) !== 'unclear' && !mayBeOnItsWay(one.cut, a));
    if (telling.length === 0) return;
    const lost = telling.filter((one) => sightOfStored(one) === 'absent').map(({ instance }) => instance);
    a.must(lost.length === 0, () => notStored(lost, owed.length, store));
    assessPlaces(owed, store, a);
  });
}

/** What is not lost is where it belongs. */
export function assessPlaces(owed: readonly Whereabouts[], store: Exchange, a: Assessment): void {
  for (const one of owed) {
    const elsewhere = filedElsewhere(one, store);
    if (elsewhere) a.must(false, () => elsewhere);
  }
}

/** Whether an instance was not looked for as long as it may be on its way; says so. It is not told as lost then. */
export function mayBeOnItsWay(cut: CutWait | undefined, a: Assessment): boolean {
  if (cut !== undefined) a.cannot('not-exercised', waitedTooShort(cut));
  return cut !== undefined;
}

/** Why a loss is not told. */
export function waitedTooShort({ waitedMs, ofMs }: CutWait): string {
  return `looked for ${waitedMs} of ${ofMs} ms only: play this scenario alone (--scenario)`;
}

/** That a store acknowledged `sent` instances, and that these of them are nowhere. */
export function notStored(lost: readonly StoredInstance[], sent: number, store: Exchange): SeenBreach {
  const names = lost.map(({ name }) => name);
  const particulars = { names, lost: lost.length, sent, status: store.response?.status ?? 0 };
  const seen = breach('acknowledged-not-stored', { kind: 'exchange' }, particulars);
  return { ...seen, subjects: lost.slice(0, MOST_SUBJECTS).map(({ instance }) => instance) };
}

/** Most UIDs that a breach names, so that the loss of a whole data set does not fill the results. */
const MOST_SUBJECTS = 100;

/**
 * QIDO-065: what was acknowledged is found by search within the window that the profile grants; later is a warning, where
 * a poll was in vain when the window was over, and never is told after `LONGEST_WINDOWS` of them. The polls are in order,
 * and all of them search for the same; the first one that shows every instance counts.
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
    const longestMs = LONGEST_WINDOWS * windowMs;
    if (stored.length === 0 || !last) return;
    const found = polls.find(({ exchange }) => stored.every((instance) => sightOf(exchange, instance) === 'shown'));
    if (found) {
      const { elapsedMs, exchange } = found;
      const inVain = polls[polls.indexOf(found) - 1];
      if (elapsedMs > windowMs && inVain && inVain.elapsedMs < windowMs) {
        const [before, after] = [inVain.elapsedMs, elapsedMs];
        a.cannot(
          'not-exercised',
          `not found after ${before} ms and found after ${after} ms: ${windowMs} ms are granted`,
        );
        return;
      }
      a.about(exchange).should(elapsedMs <= windowMs, () =>
        breach('stored-found-late', { kind: 'exchange' }, { elapsedMs, windowMs }),
      );
      return;
    }
    for (const instance of stored) {
      const sight = sightOf(last.exchange, instance);
      if (sight === 'shown') continue;
      // Where there is no such resource, that is judged with the searches.
      if (sight === 'unclear' || last.exchange.response?.status === 404)
        a.cannot('prerequisite-failed', `the search (${last.exchange.id}) gives no list`);
      // What does not say which instance it is about may be about this one.
      else if (last.exchange.response?.status === 200 && instancesIn(last.exchange) === null)
        a.cannot('prerequisite-failed', `the search (${last.exchange.id}) lists something without SOPInstanceUID`);
      else if (last.elapsedMs < longestMs)
        a.cannot('not-exercised', waitedTooShort({ waitedMs: last.elapsedMs, ofMs: longestMs }));
      else {
        const { name, instance: uid } = instance;
        const particulars = { name, instance: uid, waitedMs: last.elapsedMs };
        a.about(last.exchange).must(false, () => breach('stored-not-found', { kind: 'exchange' }, particulars));
      }
    }
  });
}

/**
 * STOW-032 by metadata: each instance that was acknowledged is there, with the stored values. What a retrieve gives
 * back is judged in full by `keepsWhatWasStored`.
 */
export function storedIsDescribed(
  store: Exchange,
  sent: readonly StoredInstance[],
  metadata: Exchange,
  profile?: Profile,
): Finding {
  const claim = 'describes what it acknowledged with the stored values';
  return assess('STOW-032', claim, [metadata, store], (a) => {
    const stored = withDiscarded(acknowledged(store, sent, a), [store], profile);
    const response = completeResponse(metadata, a);
    if (stored.length === 0 || !response) return;
    // WADO-RS-030 warns of a 206, whose content is judged all the same.
    const { status } = response;
    // That it cannot be described is judged where metadata is: what was stored may be seen otherwise.
    if (status !== 200 && status !== 206) {
      a.cannot('prerequisite-failed', `no metadata: ${statusLine(response)}`);
      return;
    }
    const body = readableBody(response, a);
    if (!body) return;
    const uids = body.dataSets.map((dataSet) => firstText(dataSet, '00080018'));
    for (const { instance, name } of stored) {
      if (!uids.includes(instance)) a.cannot('prerequisite-failed', `the metadata does not describe ${name}`);
    }
    assessEveryValue(body, stored, a);
    for (const { attribute, pointer } of missingAttributes(body.dataSets, stored)) {
      const { tag, vr } = attribute;
      a.must(attribute.isEmpty || BINARY_VRS.has(vr as never), () =>
        isPrivate(tag)
          ? breach('metadata-lacks-private-attribute', at(pointer), { tag, vr, isEmpty: false })
          : breach('stored-attribute-dropped', at(pointer), { tag }),
      );
    }
  });
}
