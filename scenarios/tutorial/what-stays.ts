import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { ResourcePath } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { asCoerced } from '../../lib/judges/coercion.ts';
import { expectedSearch } from '../../lib/judges/expected-search.ts';
import { keepsWhatWasStored } from '../../lib/judges/fidelity.ts';
import { holdsEachInstanceOnce } from '../../lib/judges/instances.ts';
import { metadataHasEachInstanceOnce, metadataHasEveryAttribute } from '../../lib/judges/metadata.ts';
import { searchFindsExactly } from '../../lib/judges/search.ts';
import { countsAreRight, resultsHaveRequiredAttributes } from '../../lib/judges/search-return.ts';
import { sightOf } from '../../lib/judges/sight.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askUntil } from './ask-until.ts';

/** What is judged of the study that something was deleted from. */
export const WHAT_STAYS = [
  'QIDO-001',
  'QIDO-024',
  'QIDO-025',
  'STOW-032',
  'WADO-RS-004',
  'WADO-RS-030',
  'WADO-RS-033',
] as const;

/** Largest rest of a study, in bytes, that is retrieved once more. */
const MOST_BYTES = 256e6;

/** A server may hold its lists to some length: this many entries stay within it. */
const LONGEST_LIST = 10;

export interface WhatStays {
  /** Metadata of the study afterwards, and the study itself where it is not too large for that. */
  readonly retrieved: readonly Exchange[];
  /** A list of what lies beside the deleted entity. */
  readonly searched: readonly Exchange[];
  readonly findings: readonly Finding[];
}

/**
 * Looks at the study that a series or instance was deleted from: its lists and counts are those of what stays, and what
 * stays is whole.
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
  const asShown = asCoerced(stays, [described]);
  const allSeries = expectedSearch(asShown, { level: 'series', study });
  const size = (exchange: Exchange) => resultsHaveRequiredAttributes(exchange, allSeries, target.profile);
  const series = await askUntil(
    context,
    deadline,
    () => dicomweb.search(allSeries.resource, []),
    (exchange) => isGone(exchange) && size(exchange).verdict !== 'fail',
  );
  const lists = [{ exchange: series, expected: allSeries }];
  if ('instance' in deleted) {
    const siblings = expectedSearch(asShown, { level: 'instances', study, series: deleted.series });
    const exchange = await askUntil(context, deadline, () => dicomweb.search(siblings.resource, []), isGone);
    lists.push({ exchange, expected: siblings });
  }
  const findings = [
    searchFindsExactly(found, expected),
    counts(found),
    ...lists
      .filter(({ exchange, expected: { matches } }) => tells(exchange, deleted) && matches.length <= LONGEST_LIST)
      .map((list) => searchFindsExactly(list.exchange, list.expected)),
    ...(tells(series, deleted) ? [size(series)] : []),
    ...(described.response?.status === 200
      ? [metadataHasEachInstanceOnce(described, stays), metadataHasEveryAttribute(described, stays, target.profile)]
      : []),
  ];
  const looks = { retrieved: [described], searched: lists.map(({ exchange }) => exchange) };
  if (stays.reduce((sum, { source }) => sum + source.length, 0) > MOST_BYTES) return { ...looks, findings };
  const rest = await askUntil(context, deadline, () => dicomweb.retrieveStudy({ study }), isGone);
  return {
    retrieved: [...looks.retrieved, rest],
    searched: looks.searched,
    findings: [...findings, holdsEachInstanceOnce(rest, stays), keepsWhatWasStored(rest, stays)],
  };
}

/** Some servers list nothing without a key, or have no metadata of studies: that is not what is judged here. */
function tells(exchange: Exchange, deleted: ResourcePath): boolean {
  return sightOf(exchange, deleted) !== 'unclear';
}
