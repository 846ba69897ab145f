import { at, holdsDicomJson, type JsonBody, jsonBodyOf, schemaBreaches } from '../../answers/json/body.ts';
import { attributeOf, everyDataSet, firstText, type JsonDataSet } from '../../answers/json/data-set.ts';
import { excerpt, nodeAt } from '../../answers/json/node.ts';
import { describeBody, mediaTypeOf } from '../../answers/response.ts';
import { coercedTags } from '../../answers/stored/coercion.ts';
import { instancesOf, missingAttributes } from '../../answers/stored/counterparts.ts';
import type { StoredAttribute } from '../../answers/stored/stored-attributes.ts';
import { counted, tagName } from '../../answers/wording.ts';
import { breach } from '../../breaches/breach.ts';
import { isPrivate } from '../../dicom/dictionary.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { BINARY_VRS } from '../../dicom/vr.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { assessDicomJsonLabel, readableBody } from '../json/assess-json.ts';
import { assessEveryValue } from '../json/content.ts';
import { bulkDataOnlyForItsVrs } from '../json/shape.ts';
import { retrieved } from './retrieved.ts';

type Stored = readonly StoredInstance[];

const SOP_INSTANCE_UID = '00080018';
const PIXEL_DATA = ['7FE00010', '7FE00008', '7FE00009'];

/** What is wrong with 206 is said by WADO-RS-030; its body is metadata all the same. */
function hasMetadata({ status }: ExchangeResponse): boolean {
  return status === 200 || status === 206;
}

/** The readable body of a 200 or 206 answer about instances that are known; otherwise null, the reason being told. */
function metadataBody(exchange: Exchange, stored: Stored, a: Assessment): JsonBody | null {
  const response = completeResponse(exchange, a);
  if (!response) return null;
  if (stored.length === 0) {
    a.cannot('prerequisite-failed', 'no stored instance to compare with');
    return null;
  }
  if (!hasMetadata(response)) {
    a.cannot('prerequisite-failed', `no metadata: ${describeBody(response)}`);
    return null;
  }
  return readableBody(response, a);
}

/** WADO-RS-030: one data set for each instance of the resource, and for no other. */
export function metadataHasEachInstanceOnce(exchange: Exchange, stored: Stored): Finding {
  const claim = `returns metadata of exactly ${counted(stored.length, 'instance')}`;
  return assess('WADO-RS-030', claim, [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (stored.length === 0) a.cannot('prerequisite-failed', 'no stored instance to compare with');
    if (!assessStatus(response, retrieved('metadata-not-retrieved'), '', a) && response.status !== 206) return;
    a.must(holdsDicomJson(response), () =>
      breach(
        'metadata-not-json',
        { kind: 'exchange' },
        { type: mediaTypeOf(response)?.essence ?? null, bytes: response.body.length },
      ),
    );
    const body = holdsDicomJson(response) ? readableBody(response, a) : null;
    const root = body?.text.root;
    if (!body || !root) return;
    for (const { as, pointer } of schemaBreaches('metadata', root, '')) {
      a[as](false, () => breach('metadata-not-a-list', at(pointer), { seen: excerpt(nodeAt(root, pointer)) }));
    }
    assessInstances(body.dataSets, stored, a);
  });
}

function assessInstances(dataSets: readonly JsonDataSet[], stored: Stored, a: Assessment): void {
  const uids = dataSets.map((dataSet) => firstText(dataSet, SOP_INSTANCE_UID));
  for (const { instance, name } of stored) {
    const count = uids.filter((uid) => uid === instance).length;
    a.must(count === 1, () =>
      count === 0
        ? breach('metadata-lacks-instance', at(''), { instance, name, count: uids.length })
        : breach('metadata-repeats-instance', at(''), { instance, name, count }),
    );
  }
  for (const [index, uid] of uids.entries()) {
    const isKnown = stored.some(({ instance }) => instance === uid);
    const where = at(dataSets[index]?.pointer ?? '');
    a.must(isKnown, () =>
      uid === null
        ? breach('metadata-without-instance-uid', where, {})
        : breach('metadata-of-foreign-instance', where, { instance: uid }),
    );
  }
}

/** WADO-RS-031: metadata comes as application/dicom+json; application/json is tolerated. */
export function metadataIsDicomJson(exchange: Exchange): Finding {
  return assess('WADO-RS-031', 'returns metadata as application/dicom+json', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (!hasMetadata(response) || response.body.length === 0) {
      a.cannot('prerequisite-failed', `no metadata: ${describeBody(response)}`);
      return;
    }
    if (holdsDicomJson(response) && jsonBodyOf(response).text.root && jsonBodyOf(response).attributes.length === 0) {
      a.cannot('not-exercised', 'no attribute in the answer');
      return;
    }
    assessDicomJsonLabel(response, a);
  });
}

const ORIGINAL_ATTRIBUTES = '04000561';
/** Attributes that a server may add to what was stored without a word. */
const MAY_BE_ADDED = new Set(['00080005', ORIGINAL_ATTRIBUTES]);

/**
 * WADO-RS-033: metadata has every attribute of the instance with its value. A profile that documents a deviation
 * excuses binary attributes that are left out, and nothing else.
 */
export function metadataHasEveryAttribute(exchange: Exchange, stored: Stored, profile?: Profile): Finding {
  return assess('WADO-RS-033', 'returns every attribute with its stored value', [exchange], (a) => {
    const body = metadataBody(exchange, stored, a);
    if (!body) return;
    assessEveryValue(body, stored, a);
    const documented = documentedDeviation(profile, 'WADO-RS-033');
    const excused: string[] = [];
    for (const { attribute, pointer } of missingAttributes(body.dataSets, stored)) {
      const isBinary = BINARY_VRS.has(attribute.vr as never);
      if (isBinary && PIXEL_DATA.includes(attribute.tag)) continue;
      if (isBinary && documented !== null) excused.push(tagName(attribute.tag));
      else {
        a.must(false, () => breach(missing(attribute), at(pointer), { tag: attribute.tag, vr: attribute.vr }));
      }
    }
    if (excused.length > 0) a.note(`${documented}: ${[...new Set(excused)].slice(0, 10).join(', ')} left out`);
    for (const dataSet of body.dataSets) assessAdditions(dataSet, stored, a);
    const coerced = body.dataSets.flatMap((dataSet) =>
      instancesOf(dataSet, stored).flatMap((instance) => coercedTags(dataSet, instance)),
    );
    if (coerced.length > 0) {
      const names = [...new Set(coerced)].slice(0, 10).map(tagName).join(', ');
      a.note(`changed, with the original value in Original Attributes Sequence: ${names}`);
    }
  });
}

function missing({ tag, vr, isEmpty }: StoredAttribute) {
  if (isPrivate(tag)) return 'metadata-lacks-private-attribute';
  if (BINARY_VRS.has(vr as never)) return 'metadata-lacks-binary-attribute';
  return isEmpty ? 'metadata-lacks-empty-attribute' : 'metadata-lacks-attribute';
}

/** What is added where something was coerced belongs to that (§10.5.2), as IssuerOfPatientID with another PatientID. */
function assessAdditions(dataSet: JsonDataSet, stored: Stored, a: Assessment): void {
  const [instance] = instancesOf(dataSet, stored);
  if (!instance) return;
  const isCoerced = attributeOf(dataSet, ORIGINAL_ATTRIBUTES) !== null;
  const added: string[] = [];
  for (const { tag, pointer } of dataSet.attributes) {
    if (tag.startsWith('0002') || tag.endsWith('0000') || MAY_BE_ADDED.has(tag)) continue;
    const isStored = instance.dataSet.elements.has(tag);
    if (!isStored) added.push(tagName(tag));
    a.should(isStored || isCoerced, () => breach('metadata-adds-attribute', at(pointer), { tag, name: instance.name }));
  }
  if (isCoerced && added.length > 0)
    a.note(`added, beside Original Attributes Sequence: ${added.slice(0, 10).join(', ')}`);
}

/** WADO-RS-034: no File Meta Information among the attributes. */
export function metadataHasNoFileMeta(exchange: Exchange, stored: Stored): Finding {
  return assess('WADO-RS-034', 'leaves File Meta Information out of metadata', [exchange], (a) => {
    const body = metadataBody(exchange, stored, a);
    for (const { attributes } of body ? everyDataSet(body.dataSets) : []) {
      for (const { tag, pointer } of attributes) {
        a.should(!tag.startsWith('0002'), () => breach('metadata-has-file-meta', at(pointer), { tag }));
      }
    }
  });
}

/** WADO-RS-035: pixel data is a reference to bulk data; leaving it out or sending it inline is tolerated. */
export function pixelDataIsReferenced(exchange: Exchange, stored: Stored, profile?: Profile): Finding {
  return assess('WADO-RS-035', 'refers to pixel data by BulkDataURI', [exchange], (a) => {
    const body = metadataBody(exchange, stored, a);
    const documented = documentedDeviation(profile, 'WADO-RS-035');
    let excused = 0;
    for (const dataSet of body?.dataSets ?? []) {
      const [instance] = instancesOf(dataSet, stored);
      const tag = PIXEL_DATA.find((candidate) => (instance?.dataSet.elements.get(candidate)?.value.length ?? 0) > 0);
      if (tag === undefined) continue;
      const attribute = attributeOf(dataSet, tag);
      if (!attribute && documented !== null) {
        excused++;
        continue;
      }
      const grade = attribute && attribute.values.length > 0 ? a.must : a.should;
      grade(attribute?.bulkDataUri?.kind === 'string', () => {
        const code = !attribute
          ? 'metadata-lacks-pixel-data'
          : attribute.values.length > 0
            ? 'metadata-lists-pixel-data'
            : 'metadata-holds-pixel-data';
        return breach(code, at(attribute?.pointer ?? dataSet.pointer), { tag });
      });
    }
    if (excused > 0) a.note(`${documented}: pixel data left out of ${counted(excused, 'data set')}`);
  });
}

/** WADO-RS-030, -031 and -033 to -036 over one answer in DICOM JSON. */
export function metadataIsRight(exchange: Exchange, stored: Stored, profile?: Profile): readonly Finding[] {
  return [
    metadataHasEachInstanceOnce(exchange, stored),
    metadataIsDicomJson(exchange),
    metadataHasEveryAttribute(exchange, stored, profile),
    metadataHasNoFileMeta(exchange, stored),
    pixelDataIsReferenced(exchange, stored, profile),
    bulkDataOnlyForItsVrs(exchange),
  ];
}
