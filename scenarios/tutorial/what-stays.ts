import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { ResourcePath, SearchResource } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { expectedSearch } from '../../lib/judges/expected-search.ts';
import { keepsWhatWasStored } from '../../lib/judges/fidelity.ts';
import { holdsEachInstanceOnce } from '../../lib/judges/instances.ts';
import { countsAreRight } from '../../lib/judges/search-return.ts';
import { sightOf } from '../../lib/judges/sight.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askUntil } from './ask-until.ts';

/** What is judged of the study that something was deleted from. */
export const WHAT_STAYS = ['QIDO-024', 'STOW-032', 'WADO-RS-004'] as const;

/** Largest rest of a study, in bytes, that is retrieved once more. */
const MOST_BYTES = 256e6;

export interface WhatStays {
  /** Metadata of the study afterwards, and the study itself where it is not too large for that. */
  readonly retrieved: readonly Exchange[];
  /** A list of what lies beside the deleted entity. */
  readonly searched: readonly Exchange[];
  readonly findings: readonly Finding[];
}

/**
 * Looks at the study that a series or instance was deleted from: its counts are those of what stays, and what stays is
 * whole.
 */
export async function lookAtWhatStays(
  context: ScenarioContext,
  deleted: ResourcePath,
  stays: readonly StoredInstance[],
  deadline: number,
): Promise<WhatStays> {
  const { dicomweb, target } = context;
  const { study } = deleted;
  if (stays.length === 0) return { retrieved: [], searched: [], findings: [] };
  const query = [['StudyInstanceUID', study]] as const;
  const expected = expectedSearch(stays, { level: 'studies' }, query);
  const counts = (exchange: Exchange) => countsAreRight(exchange, expected, target.profile);
  const search = () => dicomweb.search({ level: 'studies' }, query);
  const found = await askUntil(context, deadline, search, (exchange) => counts(exchange).verdict !== 'fail');
  const isGone = (exchange: Exchange) => sightOf(exchange, deleted) !== 'shown';
  const described = await askUntil(context, deadline, () => dicomweb.retrieveMetadata({ study }), isGone);
  const listed = await askUntil(context, deadline, () => dicomweb.search(besides(deleted), []), isGone);
  // Some servers list nothing without a key, or have no metadata of studies: that is not what is judged here.
  const telling = (exchange: Exchange) => (sightOf(exchange, deleted) === 'unclear' ? [] : [exchange]);
  const looks = { retrieved: telling(described), searched: telling(listed) };
  if (stays.reduce((sum, { source }) => sum + source.length, 0) > MOST_BYTES) {
    return { ...looks, findings: [counts(found)] };
  }
  const rest = await askUntil(context, deadline, () => dicomweb.retrieveStudy({ study }), isGone);
  return {
    ...looks,
    retrieved: [...looks.retrieved, rest],
    findings: [counts(found), holdsEachInstanceOnce(rest, stays), keepsWhatWasStored(rest, stays)],
  };
}

/** The resource whose search lists the siblings of an instance or series. */
function besides(path: ResourcePath): SearchResource {
  return 'instance' in path
    ? { level: 'instances', study: path.study, series: path.series }
    : { level: 'series', study: path.study };
}
