import { at } from '../../answers/json/body.ts';
import { attributeOf, type JsonAttribute } from '../../answers/json/data-set.ts';
import { below } from '../../answers/json/node.ts';
import { RETRIEVE_URL } from '../../answers/links.ts';
import { isSuccess, isXml, mediaTypeOf, statusLine } from '../../answers/response.ts';
import {
  OTHER_FAILURES_SEQUENCE,
  singleDataSetOf,
  storeModuleOf,
  WARNING_REASON,
} from '../../answers/store-response.ts';
import { counted } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { answeredUrl, type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { assessDicomJsonLabel } from '../json/assess-json.ts';
import { assessRetrieveUrl } from '../retrieve-url-value.ts';
import { assessList } from './assess-list.ts';
import { assessableModule } from './assess-module.ts';
import { assessSchema } from './assess-schema.ts';
import type { StoreOutcome } from './outcome.ts';

/** STOW-013: a success answer holds the Store Instances Response Module. */
export function successHoldsTheModule(exchange: Exchange): Finding {
  return assess('STOW-013', 'answers a store with the response module', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (response.status !== 200 && response.status !== 202) {
      a.cannot('prerequisite-failed', `no success: ${statusLine(response)}`);
      return;
    }
    if (isXml(response)) {
      a.cannot('not-exercised', 'the module came as XML');
      return;
    }
    a.must(storeModuleOf(response) !== null, () => withoutModule(response));
  });
}

function withoutModule(response: ExchangeResponse): SeenBreach {
  const { status, body } = response;
  const where = { kind: 'exchange' } as const;
  if (body.length === 0) return breach('store-response-empty', where, { status });
  const dataSet = singleDataSetOf(response)?.dataSet;
  if (dataSet && attributeOf(dataSet, RETRIEVE_URL)) return breach('store-response-without-lists', where, { status });
  const type = mediaTypeOf(response)?.essence ?? null;
  return breach('store-response-without-module', where, { status, type, bytes: body.length });
}

/** STOW-014: the module is one object of application/dicom+json; an array of one and application/json are tolerated. */
export function moduleIsOneObject(exchange: Exchange): Finding {
  return assess('STOW-014', 'answers a store with one data set in DICOM JSON', [exchange], (a) => {
    const module = assessableModule(exchange, a);
    if (!module || !exchange.response) return;
    a.should(!module.isWrapped, () => breach('store-response-in-array', at(''), {}));
    // An error that names no type at all is told of by STOW-027 alone.
    const { response } = exchange;
    if (isSuccess(response) || mediaTypeOf(response)) assessDicomJsonLabel(response, a);
  });
}

/**
 * STOW-016: ReferencedSOPSequence names each stored instance once and nothing else. A success that lacks the sequence
 * is in breach as well, as long as it says anything.
 */
export function storedInstancesAreListed(exchange: Exchange, outcome: StoreOutcome): Finding {
  const claim = `lists ${counted(outcome.stored.length, 'stored instance')}`;
  return assess('STOW-016', claim, [exchange], (a) => {
    const { response } = exchange;
    const isDue = response !== null && isSuccess(response) && !exchange.failure && outcome.stored.length > 0;
    const module = (isDue ? singleDataSetOf(response) : null) ?? assessableModule(exchange, a);
    if (!module) return;
    assessSchema('STOW-016', module, a);
    assessList('stored', module, outcome, a);
  });
}

/** STOW-018: FailedSOPSequence names each refused instance and nothing else. */
export function refusedInstancesAreListed(exchange: Exchange, outcome: StoreOutcome): Finding {
  const { length } = outcome.refused;
  const claim = length === 0 ? 'lists no instance as failed' : `lists ${counted(length, 'failed instance')}`;
  return assess('STOW-018', claim, [exchange], (a) => {
    const module = assessableModule(exchange, a);
    if (!module) return;
    if (length === 0 && module.referenced.length === 0) {
      a.cannot('prerequisite-failed', 'the answer does not say that anything was stored');
    }
    assessSchema('STOW-018', module, a);
    assessList('refused', module, outcome, a);
  });
}

/** STOW-017: each item has the SOP Class UID and the SOP Instance UID that were sent. */
export function itemsHaveTheSentUids(exchange: Exchange, sent: readonly StoredInstance[]): Finding {
  return assess('STOW-017', 'identifies each instance as it was sent', [exchange], (a) => {
    const module = assessableModule(exchange, a);
    if (!module) return;
    assessSchema('STOW-017', module, a);
    for (const { dataSet, sopClass, instance } of [...module.referenced, ...module.failed]) {
      const known = sent.find((candidate) => candidate.instance === instance);
      if (instance === null || sopClass === null) continue;
      const { pointer } = dataSet;
      a.must(known !== undefined, () =>
        breach('store-lists-unknown-instance', at(`${pointer}/00081155`), { instance }),
      );
      if (!known) continue;
      const particulars = { expected: known.sopClass, seen: sopClass };
      a.must(known.sopClass === sopClass, () =>
        breach('store-item-of-another-class', at(`${pointer}/00081150`), particulars),
      );
    }
  });
}

/** STOW-025: parts that are no instances are told in OtherFailuresSequence; where every part was stored, it is absent. */
export function noOtherFailureIsListed(exchange: Exchange): Finding {
  return assess('STOW-025', 'lists no other failure where everything was stored', [exchange], (a) => {
    const module = assessableModule(exchange, a);
    if (!module) return;
    if (module.referenced.length === 0) {
      a.cannot('prerequisite-failed', 'the answer does not say that anything was stored');
      return;
    }
    const sequence = attributeOf(module.dataSet, OTHER_FAILURES_SEQUENCE);
    if (!sequence) {
      a.holds();
      return;
    }
    const { length } = sequence.items;
    const where = at(sequence.pointer);
    if (length > 0) a.must(false, () => breach('other-failure-without-cause', where, { items: length }));
    else a.should(false, () => breach('store-response-empty-sequence', where, { tag: OTHER_FAILURES_SEQUENCE }));
  });
}

/** STOW-019: each failed item has a FailureReason. */
export function failuresHaveAReason(exchange: Exchange): Finding {
  return assess('STOW-019', 'gives a reason for each failed instance', [exchange], (a) => {
    const module = assessableModule(exchange, a);
    if (!module) return;
    if (assessSchema('STOW-019', module, a) > 0) return;
    for (const _ of module.failed) a.holds();
  });
}

/** STOW-021: RetrieveURL is there for the study and for each stored instance, as UR, and of the right resource. */
export function retrieveUrlsAreGiven(exchange: Exchange, outcome: StoreOutcome, profile?: Profile): Finding {
  return assess('STOW-021', 'gives RetrieveURLs of the study and of each stored instance', [exchange], (a) => {
    const module = assessableModule(exchange, a);
    if (!module) return;
    const documented = documentedDeviation(profile, 'STOW-021');
    const base = answeredUrl(exchange);
    const studies = new Set(outcome.stored.map(({ study }) => study));
    const [study] = studies;
    const top = attributeOf(module.dataSet, RETRIEVE_URL);
    if (!top && documented !== null) a.note(documented);
    else if (study !== undefined) {
      a.should(top !== null, () => absentUrl(module.dataSet.pointer, 'study'));
      if (top && hasValue(top, a) && studies.size === 1) assessRetrieveUrl(top, { study }, base, a);
    }
    for (const { dataSet, instance } of module.referenced) {
      const url = attributeOf(dataSet, RETRIEVE_URL);
      const sent = outcome.stored.find((candidate) => candidate.instance === instance);
      a.should(url !== null, () => absentUrl(dataSet.pointer, 'instance'));
      if (url && sent && hasValue(url, a)) assessRetrieveUrl(url, sent, base, a);
    }
  });
}

function absentUrl(pointer: string, level: 'study' | 'instance'): SeenBreach {
  return breach('store-response-without-url', at(below(pointer, RETRIEVE_URL)), { level });
}

function hasValue({ values, pointer }: JsonAttribute, a: Assessment): boolean {
  if (values.length === 0) a.note(`RetrieveURL at ${pointer} has no value`);
  return values.length > 0;
}

const DEFINED_WARNINGS: Readonly<Record<number, string>> = {
  45056: 'data elements coerced',
  45062: 'data elements discarded',
  45063: 'data set does not match SOP Class',
};

/** STOW-023: an instance that was stored with a remark has a WarningReason, and the answer is 202. */
export function warningsAreGiven(exchange: Exchange): Finding {
  return assess('STOW-023', 'gives WarningReason with status 202', [exchange], (a) => {
    const module = assessableModule(exchange, a);
    const status = exchange.response?.status;
    if (!module) return;
    assessSchema('STOW-023', module, a);
    for (const { dataSet } of module.referenced) {
      const attribute = attributeOf(dataSet, WARNING_REASON);
      const value = attribute?.values[0];
      if (!attribute || value?.kind !== 'number') continue;
      const particulars = { status: status ?? 0, reason: Number(value.text) };
      a.should(status === 202, () => breach('store-warning-status', { kind: 'status' }, particulars));
      const meaning = DEFINED_WARNINGS[Number(value.text)];
      if (meaning === undefined) a.note(`WarningReason ${value.text} at ${attribute.pointer} is a code of the vendor`);
      else a.remark(`WarningReason ${value.text}: ${meaning}`);
    }
  });
}

/** STOW-027: the answer names the media type of its content. */
export function storeAnswerNamesItsType(exchange: Exchange): Finding {
  return assess('STOW-027', 'names the media type of the store response', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (response.body.length === 0) {
      a.cannot('not-exercised', `no content: ${statusLine(response)}`);
      return;
    }
    const grade = response.status < 300 ? a.must : a.should;
    const value = headerValue(response.headers, 'Content-Type');
    grade(mediaTypeOf(response) !== null, () =>
      breach('store-response-without-type', { kind: 'header', name: 'Content-Type' }, { value }),
    );
  });
}

/** STOW-013 to -021 over one answer, and the media type; the status is judged by what was to come of the request. */
export function storeResponseIsRight(exchange: Exchange, outcome: StoreOutcome, profile?: Profile): readonly Finding[] {
  const sent = [...outcome.stored, ...outcome.refused];
  return [
    successHoldsTheModule(exchange),
    moduleIsOneObject(exchange),
    storedInstancesAreListed(exchange, outcome),
    itemsHaveTheSentUids(exchange, sent),
    refusedInstancesAreListed(exchange, outcome),
    ...(outcome.refused.length > 0 ? [failuresHaveAReason(exchange)] : [noOtherFailureIsListed(exchange)]),
    ...(outcome.stored.length > 0 ? [retrieveUrlsAreGiven(exchange, outcome, profile)] : []),
    storeAnswerNamesItsType(exchange),
  ];
}
