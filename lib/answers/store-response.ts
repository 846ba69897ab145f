import type { StoredInstance } from '../dicom/instance.ts';
import { type ExchangeResponse, headerValue } from '../http/exchange.ts';
import { beginsAsJson, holdsDicomJson, jsonBodyOf } from './json/body.ts';
import { attributeOf, firstText, type JsonAttribute, type JsonDataSet } from './json/data-set.ts';
import { isSuccess, mediaTypeOf } from './response.ts';

export const REFERENCED_SOP_SEQUENCE = '00081199';
export const FAILED_SOP_SEQUENCE = '00081198';
export const OTHER_FAILURES_SEQUENCE = '0008119A';
export const WARNING_REASON = '00081196';

/** An item about one instance. */
export interface SopItem {
  readonly dataSet: JsonDataSet;
  readonly sopClass: string | null;
  readonly instance: string | null;
}

/** The Store Instances Response Module of a store response (PS3.18 Annex I). */
export interface StoreModule {
  readonly dataSet: JsonDataSet;
  /** The data set stood in an array, as its only element. */
  readonly isWrapped: boolean;
  readonly referenced: readonly SopItem[];
  readonly failed: readonly SopItem[];
}

/**
 * The module in a response: one data set with at least one of its sequences, in an array of one or not. Null for
 * anything else, such as `{}` or `[]`, which say nothing about any instance.
 */
export function storeModuleOf(response: ExchangeResponse): StoreModule | null {
  const module = singleDataSetOf(response);
  const sequences = [REFERENCED_SOP_SEQUENCE, FAILED_SOP_SEQUENCE, OTHER_FAILURES_SEQUENCE];
  return module && sequences.some((tag) => attributeOf(module.dataSet, tag)) ? module : null;
}

const TAG = /^[0-9A-F]{8}$/i;

/**
 * Whether a body that is labelled as JSON, and not as DICOM JSON, names nothing by a tag or is plain text: a format of the
 * vendor's own, of which STOW-013 tells, and no data set to be judged by the rules of DICOM JSON.
 */
export function isFormatOfItsOwn(response: ExchangeResponse): boolean {
  if (!holdsDicomJson(response) || mediaTypeOf(response)?.essence === 'application/dicom+json') return false;
  if (response.body.length > 0 && !beginsAsJson(response)) return true;
  const attributes = jsonBodyOf(response).dataSets.flatMap((dataSet) => dataSet.attributes);
  return attributes.length > 0 && !attributes.some(({ tag }) => TAG.test(tag));
}

/** The data set of a response with one data set that is not empty, as a module; it may lack every sequence of a module. */
export function singleDataSetOf(response: ExchangeResponse): StoreModule | null {
  if (!holdsDicomJson(response) && !isUnlabelledJson(response)) return null;
  if (isFormatOfItsOwn(response)) return null;
  const { text, dataSets } = jsonBodyOf(response);
  const [dataSet] = dataSets;
  if (!dataSet || dataSets.length > 1 || dataSet.attributes.length === 0) return null;
  return {
    dataSet,
    isWrapped: text.root?.kind === 'array',
    referenced: itemsOf(attributeOf(dataSet, REFERENCED_SOP_SEQUENCE)),
    failed: itemsOf(attributeOf(dataSet, FAILED_SOP_SEQUENCE)),
  };
}

/** Whether an answer of any status names no type, and begins as JSON does: some servers label no error. */
function isUnlabelledJson(response: ExchangeResponse): boolean {
  return headerValue(response.headers, 'Content-Type') === null && beginsAsJson(response);
}

function itemsOf(sequence: JsonAttribute | null): readonly SopItem[] {
  return (sequence?.items ?? []).map((dataSet) => ({
    dataSet,
    sopClass: firstText(dataSet, '00081150'),
    instance: firstText(dataSet, '00081155'),
  }));
}

/** Whether the module says of every one of these instances that it was stored, and of none that it failed. */
export function acknowledgesAll({ referenced, failed }: StoreModule, instances: readonly StoredInstance[]): boolean {
  const uids = new Set(referenced.map((item) => item.instance));
  return failed.length === 0 && instances.length > 0 && instances.every(({ instance }) => uids.has(instance));
}

const OF_FAILURE = /FailedSOPSequence|00081198/i;
const LONGEST_TOLD = 1 << 16;

/** Whether a body that cannot be read as a module, such as XML, still speaks of failures. */
export function tellsOfFailure({ body }: ExchangeResponse): boolean {
  return OF_FAILURE.test(Buffer.from(body.read(0, LONGEST_TOLD)).toString('latin1'));
}

/**
 * Whether a store was answered as if this instance was kept: by any success, whatever its body, unless the answer tells
 * otherwise. 202 tells of a part only: a module that comes with it has to list the instance.
 */
export function acknowledges(response: ExchangeResponse, instance: string): boolean {
  if (!isSuccess(response)) return false;
  const module = storeModuleOf(response);
  if (!module) return !tellsOfFailure(response);
  if (module.failed.some((item) => item.instance === instance || item.instance === null)) return false;
  return response.status !== 202 || module.referenced.some((item) => item.instance === instance);
}

/** Whether any stored instance comes with a WarningReason. */
export function hasWarnings({ referenced }: StoreModule): boolean {
  return referenced.some(({ dataSet }) => (attributeOf(dataSet, WARNING_REASON)?.values.length ?? 0) > 0);
}
