import { type Dataset, smallestOf } from '../../../fixtures/dataset.ts';
import { richInstance } from '../../../fixtures/rich-instance.ts';
import { DATA_SET_NAMES } from '../../../fixtures/sets/index.ts';
import { withSecretOfRun } from '../../bytes/drawn.ts';
import { type AsStored, asOwn, asStored } from '../../deletion/as-stored.ts';
import type { InstanceKey } from '../../deletion/ledger.ts';
import { openInstance, type StoredInstance } from '../../dicom/instance.ts';
import { isOwnUid } from '../../dicom/own-uid.ts';
import { restampUids } from '../../dicom/restamp.ts';
import type { Exchange } from '../../http/exchange.ts';
import { claimStudyOf } from '../claim.ts';
import { namedData } from '../named-data.ts';

/** What can be proved to be of a run that has ended: by the secret of the run, and by what it stored. */
export interface OfThisRun {
  /** Whether the run made a UID itself. */
  isOwnUid(uid: string): boolean;
  /** Whether a line of the ledger names what the run can have stored: else the line was changed, or is of another run. */
  isLineOfRun(line: InstanceKey): boolean;
  /** Whether what the server gives back under a line is what the run stored. */
  seenIn(exchange: Exchange, line: InstanceKey): AsStored;
  /** Where the claim on the UIDs of the data set lies. */
  readonly claimStudy: string;
}

/** What is known of a run that has ended. */
interface EndedRun {
  readonly id: string;
  readonly secret: string;
  /** Its data set under the UIDs that it was stored with. */
  readonly dataset: Dataset;
}

/** By the secret of a run, its data set, and the named data sets, which are made again as the run made them. */
export function ofThisRun({ id, secret, dataset }: EndedRun): OfThisRun {
  const isOwn = (uid: string): boolean => isOwnUid(secret, uid);
  const claimStudy = claimStudyOf(dataset.study);
  const known = new Set([dataset.study, claimStudy, ...dataset.series.map(({ uid }) => uid)]);
  const inDataset = (line: InstanceKey): StoredInstance | undefined =>
    dataset.instances.find(
      (one) => one.instance === line.instance && one.series === line.series && one.study === line.study,
    );
  const named = onceMade(() => withSecretOfRun(secret, () => DATA_SET_NAMES.flatMap(namedData(id))));
  return {
    isOwnUid: isOwn,
    isLineOfRun(line) {
      if (inDataset(line)) return true;
      return isOwn(line.instance) && [line.study, line.series].every((uid) => isOwn(uid) || known.has(uid));
    },
    seenIn(exchange, line) {
      const { study, series, instance } = line;
      const path = { study, series, instance };
      const stored = inDataset(line);
      if (stored) return isOwn(instance) ? asOwn(exchange, path, stored) : asStored(exchange, path, stored);
      const copies = [smallestOf(dataset), dataset.roles.target, richInstance()].map((one) => copiedTo(one, line));
      const seen = copies.map((copy) => asOwn(exchange, path, copy));
      const told = seen.find(({ kind }) => kind === 'as stored' || kind === 'absent');
      if (told) return told;
      const ofSet = named().find((one) => one.instance === instance && one.series === series && one.study === study);
      if (ofSet) return asOwn(exchange, path, ofSet);
      return seen.find(({ kind }) => kind !== 'other') ?? seen[0] ?? { kind: 'absent' };
    },
    claimStudy,
  };
}

/** What a scenario stored as a copy of an instance: its UIDs were drawn, and all else is the instance's. */
function copiedTo(one: StoredInstance, { study, series, instance }: InstanceKey): StoredInstance {
  const uids = new Map([
    [one.study, study],
    [one.series, series],
    [one.instance, instance],
  ]);
  return openInstance(restampUids(one.source, uids), 'a copy');
}

function onceMade<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
