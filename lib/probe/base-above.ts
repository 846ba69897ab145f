import { createDicomWebClient } from '../dicomweb/client.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Target } from '../target/target.ts';
import type { Refusal } from './refusals.ts';
import { signOf } from './signs.ts';

/** What may follow a base URL: the path of a resource of PS3.18. */
const RESOURCE =
  /\/(?:studies(?:\/[0-9.]+(?:\/series(?:\/[0-9.]+(?:\/instances(?:\/[0-9.]+)?)?)?)?)?|series|instances)$/;

/**
 * Says what the base URL is where a target names a resource below it, as `…/studies`. Many servers take what follows
 * for a UID, so such a target looks like a DICOMweb server that refuses everything. `narrow` is the answer of the target
 * itself to a search: one that succeeds is believed. Null where the URL above is no DICOMweb server either.
 */
export async function baseAbove(
  sending: SendingOptions,
  narrow: Exchange,
  query: readonly (readonly [string, string])[],
): Promise<Refusal | null> {
  const { target } = sending;
  const above = target.baseUrl.replace(RESOURCE, '');
  if (above === target.baseUrl || isSuccess(narrow)) return null;
  const search = await createDicomWebClient({ ...sending, target: targetAt(above, target) }).search(
    { level: 'studies' },
    query,
  );
  if (!isSuccess(search) || signOf(search) !== 'dicomweb') return null;
  return {
    kind: 'not-dicomweb',
    message: `${target.baseUrl} is a resource of a DICOMweb server, not its base URL`,
    hint: `The base URL is the one below which /studies lies: ${above}`,
  };
}

/** Whether a search succeeded, with matches or without. */
export function isSuccess({ response, failure }: Exchange): boolean {
  return !failure && (response?.status === 200 || response?.status === 204);
}

/** A target with another base URL, all of whose services lie below that. */
export function targetAt(baseUrl: string, target: Target): Target {
  return { ...target, baseUrl, roots: { store: baseUrl, retrieve: baseUrl, search: baseUrl, delete: baseUrl } };
}
