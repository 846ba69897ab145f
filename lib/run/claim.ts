import { createHash } from 'node:crypto';
import { copyInstance } from '../../fixtures/copy-instance.ts';
import { type Dataset, smallestOf } from '../../fixtures/dataset.ts';
import type { InstanceKey } from '../deletion/ledger.ts';
import { listBy, ROUTES } from '../deletion/lists.ts';
import type { StoredInstance } from '../dicom/instance.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';

/**
 * A run that stores under UIDs which are not its own claims them first: it stores an instance under a fresh SOP Instance
 * UID in a study whose UID follows from theirs, and then looks who else has. Of two runs at once each stores before it
 * looks, so at least one of them sees the other.
 */
export function claimFor(dataset: Dataset): StoredInstance {
  return copyInstance(smallestOf(dataset), { study: claimStudyOf(dataset.study) });
}

/** Study Instance UID under which the claims on a study lie: a version 8 UUID (RFC 9562 §5.8) under 2.25 (PS3.5 §B.2). */
export function claimStudyOf(study: string): string {
  const digest = createHash('sha256').update(`dicomweb-harness claims ${study}`).digest().subarray(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return `2.25.${BigInt(`0x${digest.toString('hex')}`)}`;
}

/** SOP Instance UIDs of claims that other runs hold, by any route that lists one. */
export async function claimsOfOthers(dicomweb: DicomWebClient, own: InstanceKey): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const route of ROUTES) {
    const { held } = await listBy(dicomweb, route, { study: own.study });
    for (const { instance } of held ?? []) found.add(instance ?? 'one without a UID');
  }
  found.delete(own.instance);
  return [...found];
}
