import type { Dataset } from '../../fixtures/dataset.ts';
import { freshUidsFor, withUids } from '../../fixtures/fresh-uids.ts';
import { withSecretOfRun } from '../bytes/drawn.ts';
import { newRunSecret } from '../dicom/own-uid.ts';

/** What a new run stores: the data set under UIDs that were made for it, and the secret that they were made with. */
interface FreshStudy {
  readonly dataset: Dataset;
  readonly freshUids: Readonly<Record<string, string>>;
  readonly secret: string;
}

/** A data set under the UIDs of a new run. */
export function underFreshUids(original: Dataset): FreshStudy {
  const secret = newRunSecret();
  const uids = withSecretOfRun(secret, () => freshUidsFor(original));
  return { dataset: withUids(original, uids), freshUids: Object.fromEntries(uids), secret };
}

/** What a new run stores under the UIDs that the data set has. */
export function underItsOwnUids(dataset: Dataset) {
  return { dataset, freshUids: null, secret: newRunSecret() };
}
