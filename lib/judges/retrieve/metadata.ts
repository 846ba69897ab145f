import { at, holdsDicomJson, jsonBodyOf, schemaBreaches } from '../../answers/json/body.ts';
import {
  attributeOf,
  everyDataSet,
  firstText,
  type JsonAttribute,
  type JsonDataSet,
} from '../../answers/json/data-set.ts';
import { excerpt, nodeAt } from '../../answers/json/node.ts';
import { describeBody, mediaTypeOf } from '../../answers/response.ts';
import { instancesOf } from '../../answers/stored/counterparts.ts';
import { counted, tagName } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus, retrieved } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { assessDicomJsonLabel, readableBody } from '../json/assess-json.ts';
import { bulkDataOnlyForItsVrs } from '../json/shape.ts';
import { metadataHasEveryAttribute } from './metadata-attributes.ts';
import { hasMetadata, metadataBody, PIXEL_DATA } from './metadata-body.ts';

type Stored = readonly StoredInstance[];

const SOP_INSTANCE_UID = '00080018';

/** WADO-RS-030: one data set for each instance of the resource, and for no other. */
export function metadataHasEachInstanceOnce(exchange: Exchange, stored: Stored): Finding {
  const claim = `returns metadata of exactly ${counted(stored.length, 'instance')}`;
  return assess('WADO-RS-030', claim, [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (stored.length === 0) a.cannot('prerequisite-failed', 'no stored instance to compare with');
    if (!assessStatus(response, retrieved('metadata-not-retrieved'), a) && response.status !== 206) return;
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
  for (const dataSet of dataSets) {
    const uid = firstText(dataSet, SOP_INSTANCE_UID);
    const isKnown = stored.some(({ instance }) => instance === uid);
    const where = at(dataSet.pointer);
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

function unreferenced(tag: string, attribute: JsonAttribute | null, dataSet: JsonDataSet): SeenBreach {
  if (!attribute) return breach('metadata-lacks-pixel-data', at(dataSet.pointer), { tag });
  const { pointer, bulkDataUri, values, inlineBinary } = attribute;
  if (bulkDataUri) {
    const value = excerpt(bulkDataUri);
    return breach('json-bulk-data-uri-no-string', at(`${pointer}/BulkDataURI`), { tag, value });
  }
  const isEmpty = values.length === 0 && inlineBinary === null;
  return breach(isEmpty ? 'metadata-names-pixel-data' : 'metadata-holds-pixel-data', at(pointer), { tag });
}

/**
 * WADO-RS-035: pixel data is a reference to bulk data; leaving it out or sending it inline is tolerated. Of pixel data that
 * is listed as values JSON-019 says so.
 */
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
      if (attribute && attribute.values.length > 0) {
        a.cannot('prerequisite-failed', `${tagName(tag)} is written as values`);
        continue;
      }
      a.should(attribute?.bulkDataUri?.kind === 'string', () => unreferenced(tag, attribute, dataSet));
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
