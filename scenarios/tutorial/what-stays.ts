import { sightOf } from '../../lib/answers/sight.ts';
import { asCoerced } from '../../lib/answers/stored/coercion.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import type { ResourcePath, SearchResource } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { restIsServed } from '../../lib/judges/delete/rest.ts';
import { hasStrongEtag, strongEtagIsOfOneRepresentation } from '../../lib/judges/http/etag.ts';
import { searchStatusesAreDefined } from '../../lib/judges/http/service-statuses.ts';
import { keepsWhatWasStored } from '../../lib/judges/retrieve/fidelity.ts';
import { holdsEachInstanceOnce, returnsInstances } from '../../lib/judges/retrieve/instances.ts';
import { metadataHasEachInstanceOnce } from '../../lib/judges/retrieve/metadata.ts';
import { metadataHasEveryAttribute } from '../../lib/judges/retrieve/metadata-attributes.ts';
import { type ExpectedSearch, expectedSearch } from '../../lib/judges/search/expected.ts';
import { searchFindsExactly } from '../../lib/judges/search/matches.ts';
import { countsAreRight, resultsHaveRequiredAttributes } from '../../lib/judges/search/returned-attributes.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askUntil } from '../steps/ask-until.ts';
import { foundByNoSearch } from '../steps/search-lags.ts';
import { answerTo } from '../steps/stored.ts';
import { SERIES_METADATA, STUDY_METADATA } from './metadata.ts';
import { RETRIEVE_SERIES, RETRIEVE_STUDY } from './retrieve.ts';

/** What is judged of the study that something was deleted from. */
export const WHAT_STAYS = [
  'COMMON-034',
  'QIDO-001',
  'QIDO-024',
  'QIDO-025',
  'STOW-032',
  'WADO-RS-001',
  'WADO-RS-004',
  'WADO-RS-030',
  'WADO-RS-033',
] as const;

/** Largest rest of a study or series, in bytes, that is retrieved once more. */
const MOST_BYTES = 256e6;
/** A server may hold its lists to some length: this many entries stay within it. */
const LONGEST_LIST = 10;

interface WhatStays {
  /** Metadata of what the deleted entity was in, and that itself where it is not too large. */
  readonly retrieved: readonly Exchange[];
  /** Lists of what lies beside the deleted entity. */
  readonly searched: readonly Exchange[];
  readonly findings: readonly Finding[];
}

const NOTHING: WhatStays = { retrieved: [], searched: [], findings: [] };

/** What was deleted, what stays of its study, and until when the one may still be shown in place of the other. */
interface Deleted {
  readonly deleted: ResourcePath;
  readonly stays: readonly StoredInstance[];
  readonly deadline: number;
}

/**
 * Looks at the study, and the series, that something was deleted from: lists and counts are those of what stays, and
 * what stays is whole.
 */
export async function lookAtWhatStays(
  context: ScenarioContext,
  deleted: ResourcePath,
  stays: readonly StoredInstance[],
  deadline: number,
): Promise<WhatStays> {
  if (stays.length === 0) return NOTHING;
  const { study } = deleted;
  const one = { deleted, stays, deadline };
  const inStudy = await lookInside(context, one, { study });
  const inSeries = 'instance' in deleted ? await lookInside(context, one, { study, series: deleted.series }) : NOTHING;
  const held = asCoerced(stays, inStudy.retrieved.slice(0, 1));
  const lists = foundByNoSearch(context) ? NOTHING : await lookAtLists(context, { ...one, stays: held });
  return {
    retrieved: [...inStudy.retrieved, ...inSeries.retrieved],
    searched: lists.searched,
    findings: [...inStudy.findings, ...inSeries.findings, ...lists.findings],
  };
}

/** Metadata and instances of the study or series that something was deleted from. */
async function lookInside(
  context: ScenarioContext,
  { deleted, stays, deadline }: Deleted,
  path: { readonly study: string; readonly series?: string },
): Promise<WhatStays> {
  const { dicomweb, target } = context;
  const { study, series } = path;
  const inside = stays.filter((one) => series === undefined || one.series === series);
  const until = (ask: () => Promise<Exchange>) =>
    askUntil(context, deadline, ask, (exchange) => sightOf(exchange, deleted) !== 'shown');
  const described = await until(() => dicomweb.retrieveMetadata(series === undefined ? { study } : { study, series }));
  const isLarge = inside.reduce((sum, { source }) => sum + source.length, 0) > MOST_BYTES;
  const retrieve = () =>
    series === undefined ? dicomweb.retrieveStudy({ study }) : dicomweb.retrieveSeries({ study, series });
  const rest = isLarge ? null : await until(retrieve);
  const [retrieving, describing] =
    series === undefined ? [RETRIEVE_STUDY, STUDY_METADATA] : [RETRIEVE_SERIES, SERIES_METADATA];
  // What a server never gave it need not give now: that it does not, its own scenario says.
  const isJudged = (exchange: Exchange | null, scenario: string): exchange is Exchange =>
    inside.length > 0 &&
    exchange !== null &&
    [exchange, answerTo(context, scenario)].some((answer) => answer?.response?.status === 200);
  // What it gave before, and no longer does since a part of it was deleted, is a breach of the delete.
  const broken = (exchange: Exchange | null, scenario: string): Finding[] => {
    const before = answerTo(context, scenario);
    const wasServed = before?.response?.status === 200 && inside.length > 0;
    if (!exchange || !wasServed || exchange.response?.status === 200) return [];
    return [restIsServed(exchange, before, series === undefined ? 'study' : 'series')];
  };
  const isServed = (exchange: Exchange | null, scenario: string): exchange is Exchange =>
    isJudged(exchange, scenario) && broken(exchange, scenario).length === 0;
  // That the deleted one is in it, the judges of the delete say.
  const isThere = (exchange: Exchange) => sightOf(exchange, deleted) === 'shown';
  const etagOf = (exchange: Exchange, scenario: string): Finding[] => {
    const before = answerTo(context, scenario);
    return before ? [strongEtagIsOfOneRepresentation(exchange, before)] : [];
  };
  return {
    retrieved: [described, ...(rest ? [rest] : [])],
    searched: [],
    findings: [
      ...etagOf(described, describing.id),
      ...(rest && hasStrongEtag(rest) ? etagOf(rest, retrieving.id) : []),
      ...broken(described, describing.id),
      ...broken(rest, retrieving.id),
      ...(isServed(described, describing.id)
        ? [
            ...(isThere(described) ? [] : [metadataHasEachInstanceOnce(described, inside)]),
            metadataHasEveryAttribute(described, inside, target.profile),
          ]
        : []),
      ...(isServed(rest, retrieving.id)
        ? [
            returnsInstances(rest, series === undefined ? 'study' : 'series', inside),
            ...(isThere(rest) ? [] : [holdsEachInstanceOnce(rest, inside)]),
            keepsWhatWasStored(rest, inside),
          ]
        : []),
    ],
  };
}

/** The study in a search for it, and the lists of what lies beside the deleted entity. */
async function lookAtLists(context: ScenarioContext, { deleted, stays, deadline }: Deleted): Promise<WhatStays> {
  const { dicomweb } = context;
  const { profile } = context.target;
  const { study } = deleted;
  const query = [['StudyInstanceUID', study]] as const;
  const expected = expectedSearch(stays, { level: 'studies' }, query);
  const counts = (exchange: Exchange) => countsAreRight(exchange, expected, profile);
  const search = () => dicomweb.search({ level: 'studies' }, query);
  const found = await askUntil(context, deadline, search, (exchange) => counts(exchange).verdict !== 'fail');
  const searched: Exchange[] = [];
  const ofStudy = await searchFindsStudy(context, found, expected);
  const findings: Finding[] = [ofStudy, counts(found)];
  const resources: readonly SearchResource[] = [
    { level: 'series', study },
    ...('instance' in deleted ? [{ level: 'instances', study, series: deleted.series } as const] : []),
  ];
  for (const resource of resources) {
    const list = expectedSearch(stays, resource);
    const attributes = (exchange: Exchange) => resultsHaveRequiredAttributes(exchange, list, profile);
    const isRight = (exchange: Exchange) =>
      sightOf(exchange, deleted) !== 'shown' && attributes(exchange).verdict !== 'fail';
    const exchange = await askUntil(context, deadline, () => dicomweb.search(resource, []), isRight);
    searched.push(exchange);
    // Some servers list nothing without a key: that is not what is judged here.
    if (sightOf(exchange, deleted) === 'unclear') continue;
    findings.push(attributes(exchange));
    if (list.matches.length <= LONGEST_LIST && sightOf(exchange, deleted) !== 'shown')
      findings.push(searchFindsExactly(exchange, list));
  }
  return { retrieved: [], searched, findings: [...findings, searchStatusesAreDefined(found, ...searched)] };
}

/** The study is found and nothing else, where its UID is seen to select: that is asked only where something else is found. */
async function searchFindsStudy(
  { dicomweb }: ScenarioContext,
  found: Exchange,
  expected: ExpectedSearch,
): Promise<Finding> {
  const finding = searchFindsExactly(found, expected);
  if (finding.verdict !== 'fail') return finding;
  const notFound = await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', newUid()]]);
  return searchFindsExactly(found, expected, undefined, { key: 'StudyInstanceUID', found, expected, notFound });
}
