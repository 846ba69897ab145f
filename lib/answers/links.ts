import type { StoredInstance } from '../dicom/instance.ts';
import type { Exchange } from '../http/exchange.ts';
import { holdsDicomJson, jsonBodyOf } from './json/body.ts';
import { attributeOf, firstText, type JsonDataSet } from './json/data-set.ts';
import { UID_TAGS } from './levels.ts';

export const RETRIEVE_URL = '00081190';

/** A BulkDataURI in metadata, and the element that it stands for. */
interface BulkDataLink {
  readonly uri: string;
  readonly stored: StoredInstance;
  /** Path of the element: `7FE00010`, or `00880200[1].7FE00010` below a sequence. */
  readonly path: string;
}

/** The BulkDataURIs in metadata of stored instances, in the order of the text. */
export function bulkDataReferences({ response }: Exchange, instances: readonly StoredInstance[]): BulkDataLink[] {
  if (!response || !holdsDicomJson(response)) return [];
  return jsonBodyOf(response).dataSets.flatMap((dataSet) => {
    const uid = firstText(dataSet, UID_TAGS.instance);
    const stored = instances.find(({ instance }) => instance === uid);
    return stored ? [...referencesIn(dataSet, stored, '')] : [];
  });
}

function* referencesIn(dataSet: JsonDataSet, stored: StoredInstance, prefix: string): Generator<BulkDataLink> {
  for (const { tag, bulkDataUri, items } of dataSet.attributes) {
    const path = `${prefix}${tag}`;
    if (bulkDataUri?.kind === 'string') yield { uri: bulkDataUri.value, stored, path };
    for (const [index, item] of items.entries()) yield* referencesIn(item, stored, `${path}[${index + 1}].`);
  }
}

/** A RetrieveURL, and the UID of the entity that it stands for; empty for the study of a store response. */
export interface RetrieveLink {
  readonly url: string;
  readonly uid: string;
}

/** The RetrieveURLs of search results, each with the UID at the level of the search. */
export function retrieveUrlsOfResults({ response }: Exchange, level: keyof typeof UID_TAGS): RetrieveLink[] {
  if (!response || !holdsDicomJson(response)) return [];
  return jsonBodyOf(response).dataSets.flatMap((dataSet) => urlOf(dataSet, firstText(dataSet, UID_TAGS[level]) ?? ''));
}

const REFERENCED_SOP_SEQUENCE = '00081199';
const REFERENCED_SOP_INSTANCE_UID = '00081155';

/** The RetrieveURLs of a store response: the one of the study, where it has a value, and those of the instances. */
export function retrieveUrlsOfStore({ response }: Exchange): RetrieveLink[] {
  if (!response || !holdsDicomJson(response)) return [];
  return jsonBodyOf(response).dataSets.flatMap((dataSet) => [
    ...urlOf(dataSet, ''),
    ...(attributeOf(dataSet, REFERENCED_SOP_SEQUENCE)?.items ?? []).flatMap((item) =>
      urlOf(item, firstText(item, REFERENCED_SOP_INSTANCE_UID) ?? ''),
    ),
  ]);
}

function urlOf(dataSet: JsonDataSet, uid: string): RetrieveLink[] {
  const url = firstText(dataSet, RETRIEVE_URL);
  return url === null || url === '' ? [] : [{ url, uid }];
}
