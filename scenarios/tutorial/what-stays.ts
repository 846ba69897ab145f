import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { ResourcePath } from '../../lib/dicomweb/operations.ts';
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
  /** The study as it was retrieved afterwards; none where it is too large for that. */
  readonly retrieved: readonly Exchange[];
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
  if (stays.length === 0) return { retrieved: [], findings: [] };
  const query = [['StudyInstanceUID', study]] as const;
  const expected = expectedSearch(stays, { level: 'studies' }, query);
  const counts = (exchange: Exchange) => countsAreRight(exchange, expected, target.profile);
  const search = () => dicomweb.search({ level: 'studies' }, query);
  const found = await askUntil(context, deadline, search, (exchange) => counts(exchange).verdict !== 'fail');
  if (stays.reduce((sum, { source }) => sum + source.length, 0) > MOST_BYTES) {
    return { retrieved: [], findings: [counts(found)] };
  }
  const retrieve = () => dicomweb.retrieveStudy({ study });
  const rest = await askUntil(context, deadline, retrieve, (exchange) => sightOf(exchange, deleted) !== 'shown');
  return {
    retrieved: [rest],
    findings: [counts(found), holdsEachInstanceOnce(rest, stays), keepsWhatWasStored(rest, stays)],
  };
}
