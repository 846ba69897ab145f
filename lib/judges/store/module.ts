import { at, schemaBreaches } from '../../answers/json/body.ts';
import { attributeOf, type JsonAttribute } from '../../answers/json/data-set.ts';
import { below, excerpt, nodeAt } from '../../answers/json/node.ts';
import { RETRIEVE_URL } from '../../answers/links.ts';
import { describeBody, isSuccess, mediaTypeOf, statusLine } from '../../answers/response.ts';
import {
  FAILED_SOP_SEQUENCE,
  OTHER_FAILURES_SEQUENCE,
  REFERENCED_SOP_SEQUENCE,
  type SopItem,
  type StoreModule,
  singleDataSetOf,
  storeModuleOf,
  WARNING_REASON,
} from '../../answers/store-response.ts';
import { counted, quoted, tagName } from '../../answers/wording.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { answeredUrl, type Exchange, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { assessDicomJsonLabel } from '../json/assess-json.ts';
import { assessRetrieveUrl } from '../retrieve-url-value.ts';
import { assessableModule } from './assess-module.ts';
import type { StoreOutcome } from './outcome.ts';

/** Violations of the module's schema that belong to one requirement. Says how many there were. */
function assessSchema(requirement: string, { dataSet }: StoreModule, a: Assessment): number {
  const { node, pointer } = dataSet;
  const found = schemaBreaches('store-response', node, pointer).filter((breach) => breach.requirement === requirement);
  for (const breach of found) {
    const actual = excerpt(nodeAt(node, breach.pointer.slice(pointer.length)));
    a[breach.as](false, () => ({ expected: breach.expected, actual, where: at(breach.pointer) }));
  }
  return found.length;
}

/** STOW-013: a success answer holds the Store Instances Response Module. */
export function successHoldsTheModule(exchange: Exchange): Finding {
  return assess('STOW-013', 'answers a store with the response module', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (response.status !== 200 && response.status !== 202) {
      a.cannot('prerequisite-failed', `no success: ${statusLine(response)}`);
      return;
    }
    if (/xml/.test(mediaTypeOf(response)?.essence ?? '')) {
      a.cannot('not-exercised', 'the module came as XML');
      return;
    }
    a.must(storeModuleOf(response) !== null, () => ({
      expected: 'a data set with ReferencedSOPSequence or FailedSOPSequence',
      actual: describeBody(response),
      where: { kind: 'exchange' },
    }));
  });
}

/** STOW-014: the module is one object of application/dicom+json; an array of one and application/json are tolerated. */
export function moduleIsOneObject(exchange: Exchange): Finding {
  return assess('STOW-014', 'answers a store with one data set in DICOM JSON', [exchange], (a) => {
    const module = assessableModule(exchange, a);
    if (!module || !exchange.response) return;
    a.should(!module.isWrapped, () => ({ expected: 'an object', actual: 'an array of one object', where: at('') }));
    assessDicomJsonLabel(exchange.response, a);
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
    assessList(REFERENCED_SOP_SEQUENCE, module, module.referenced, outcome.stored, a);
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
    assessList(FAILED_SOP_SEQUENCE, module, module.failed, outcome.refused, a);
  });
}

function assessList(
  tag: string,
  { dataSet }: StoreModule,
  items: readonly SopItem[],
  expected: readonly StoredInstance[],
  a: Assessment,
): void {
  const sequence = attributeOf(dataSet, tag);
  const where = at(sequence?.pointer ?? dataSet.pointer);
  if (expected.length === 0) {
    const grade = items.length === 0 ? a.should : a.must;
    grade(sequence === null, () => ({
      expected: `no ${tagName(tag)}`,
      actual: items.length === 0 ? 'an empty sequence' : counted(items.length, 'item'),
      where,
    }));
    return;
  }
  for (const { instance, name } of expected) {
    const count = items.filter((item) => item.instance === instance).length;
    a.must(count === 1, () => ({
      expected: `one item for ${name} (${instance}) in ${tagName(tag)}`,
      actual: count === 0 ? `none among ${counted(items.length, 'item')}` : `${count} of them`,
      where,
    }));
  }
  for (const { instance, dataSet: item } of items) {
    a.must(
      expected.some((one) => one.instance === instance),
      () => ({
        expected: 'only items about instances of the request that belong here',
        actual: instance === null ? 'an item without ReferencedSOPInstanceUID' : `an item for ${quoted(instance)}`,
        where: at(item.pointer),
      }),
    );
  }
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
      a.must(known !== undefined, () => ({
        expected: 'ReferencedSOPInstanceUID of an instance that was sent',
        actual: quoted(instance),
        where: at(`${dataSet.pointer}/00081155`),
      }));
      if (!known) continue;
      a.must(known.sopClass === sopClass, () => ({
        expected: `ReferencedSOPClassUID ${known.sopClass}`,
        actual: quoted(sopClass),
        where: at(`${dataSet.pointer}/00081150`),
      }));
    }
  });
}

/** STOW-025: what fails beside the instances is told, and nothing is where each part of the request was stored. */
export function noOtherFailureIsListed(exchange: Exchange): Finding {
  return assess('STOW-025', 'lists no other failure where everything was stored', [exchange], (a) => {
    const module = assessableModule(exchange, a);
    if (!module) return;
    if (module.referenced.length === 0) {
      a.cannot('prerequisite-failed', 'the answer does not say that anything was stored');
      return;
    }
    const sequence = attributeOf(module.dataSet, OTHER_FAILURES_SEQUENCE);
    const items = sequence?.items.length ?? 0;
    const grade = items === 0 ? a.should : a.must;
    grade(sequence === null, () => ({
      expected: `no ${tagName(OTHER_FAILURES_SEQUENCE)}`,
      actual: items === 0 ? 'an empty sequence' : counted(items, 'item'),
      where: at(sequence?.pointer ?? ''),
    }));
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
      a.should(top !== null, () => absentUrl(module.dataSet.pointer));
      if (top && hasValue(top, a) && studies.size === 1) assessRetrieveUrl(top, { study }, base, a);
    }
    for (const { dataSet, instance } of module.referenced) {
      const url = attributeOf(dataSet, RETRIEVE_URL);
      const sent = outcome.stored.find((candidate) => candidate.instance === instance);
      a.should(url !== null, () => absentUrl(dataSet.pointer));
      if (url && sent && hasValue(url, a)) assessRetrieveUrl(url, sent, base, a);
    }
  });
}

function absentUrl(pointer: string) {
  return {
    expected: tagName(RETRIEVE_URL),
    actual: 'the attribute is left out',
    where: at(below(pointer, RETRIEVE_URL)),
  };
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
      const [value] = attribute?.values ?? [];
      if (!attribute || value?.kind !== 'number') continue;
      a.should(status === 202, () => ({
        expected: 'status 202 with a warning',
        actual: `${status}`,
        where: { kind: 'status' },
      }));
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
    grade(value !== null && mediaTypeOf(response) !== null, () => ({
      expected: 'a Content-Type field',
      actual: value === null ? 'none' : quoted(value),
      where: { kind: 'header', name: 'Content-Type' },
    }));
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
