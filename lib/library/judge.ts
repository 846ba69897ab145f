import { isProperAnswer } from '../../scenarios/steps/proper-answer.ts';
import { resultsAreRight } from '../../scenarios/steps/search-results.ts';
import { instancesAreReturned } from '../../scenarios/tutorial/retrieve.ts';
import { withDiagnosis } from '../answers/diagnosis/with-diagnosis.ts';
import { frameCount } from '../dicom/frames.ts';
import type { StoredInstance } from '../dicom/instance.ts';
import type { ResourcePath } from '../dicomweb/operations.ts';
import { levelOf } from '../dicomweb/paths.ts';
import { suggestionFor } from '../errors/did-you-mean.ts';
import type { Exchange } from '../http/exchange.ts';
import { searchStatusesAreDefined, storeStatusesAreDefined } from '../judges/http/service-statuses.ts';
import { dicomJsonIsRight } from '../judges/json/dicom-json.ts';
import { multipartIsWellFormed } from '../judges/multipart/framing.ts';
import { renderedIs } from '../judges/rendered/picture.ts';
import { framesAre } from '../judges/retrieve/frames.ts';
import { metadataIsRight } from '../judges/retrieve/metadata.ts';
import { expectedSearch } from '../judges/search/expected.ts';
import { storeAnswerIsInTheTypeAskedFor, storeAnswerLocatesWhatItCreated } from '../judges/store/answer.ts';
import { storeResponseIsRight, warningsAreGiven } from '../judges/store/module.ts';
import { storeOutcomeOf } from '../judges/store/outcome.ts';
import { answers200WhenAllAreStored } from '../judges/store/status.ts';
import { allRequirements } from '../requirements/register.ts';
import type { RequirementId } from '../requirements/requirement-ids.ts';
import type { Finding } from '../results/finding.ts';
import { rollUp } from '../results/rollup.ts';
import type { Verdict } from '../results/verdict.ts';
import { type Circumstances, circumstancesOf } from './asked.ts';

/** What a judge has to know beside the exchange. */
export interface JudgeOptions {
  /**
   * Everything that the server holds below the resource that was asked for. Without it, what `storeStudy` stored by the
   * same client and did not remove yet.
   */
  readonly stored?: readonly StoredInstance[];
}

/** One requirement judged by one exchange. */
export interface Judgement {
  readonly requirement: string;
  /** `incomplete` when nothing was judged: `why` says the reason. */
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** Why nothing was judged; empty where something was. */
  readonly why: string;
}

/** There is no requirement of that id; the message names the one that may be meant. */
export class UnknownRequirement extends Error {
  override readonly name = 'UnknownRequirement';
}

/**
 * Judges one requirement of the register by one exchange of a `DicomWebClient`. Judges are the same as those of a run,
 * and open no connection. A duty that takes several exchanges to judge, or that this request gives no occasion for, is
 * `incomplete` and never passes.
 *
 * @throws UnknownRequirement for an id that the register does not have.
 */
export function judge(requirement: RequirementId, exchange: Exchange, options: JudgeOptions = {}): Judgement {
  const known: readonly string[] = allRequirements().map(({ id }) => id);
  if (!known.includes(requirement)) {
    throw new UnknownRequirement(`there is no requirement ${requirement}: ${suggestionFor(requirement, known)}`);
  }
  const all = judgeExchange(exchange, options);
  const findings = all.filter((finding) => finding.requirement === requirement);
  const { verdict } = rollUp(findings);
  return { requirement, verdict, findings, why: verdict === 'incomplete' ? whyUnjudged(exchange, all, findings) : '' };
}

function whyUnjudged(exchange: Exchange, all: readonly Finding[], findings: readonly Finding[]): string {
  const said = findings.map(({ reason, remark }) => [reason, remark].filter(Boolean).join(': '));
  if (said.length > 0) return [...new Set(said)].join('; ');
  const circumstances = circumstancesOf(exchange);
  if (circumstances === null) return 'the exchange is not one of a DicomWebClient, so it is not known what was asked';
  if (circumstances.asked.kind === 'other') {
    return `"${exchange.operation}" was no ordinary request of an operation; it is judged for what holds for every answer`;
  }
  const able = [...new Set(all.map(({ requirement }) => requirement))].sort().join(', ');
  const hint =
    circumstances.stored.length === 0 ? '; what is stored is not known: give `stored`, or store a study' : '';
  return `"${exchange.operation}" does not show it by itself${hint}. It is judged for ${able}`;
}

/** All that one exchange of a `DicomWebClient` can be judged by; empty for any other exchange. */
export function judgeExchange(exchange: Exchange, options: JudgeOptions = {}): readonly Finding[] {
  const circumstances = circumstancesOf(exchange);
  if (circumstances === null) return [];
  const stored = options.stored ?? circumstances.stored;
  const exchangeOf = (id: string) => (id === exchange.id ? exchange : undefined);
  return withDiagnosis(judgeAlone(exchange, circumstances, stored), exchangeOf, () => ({
    stored,
    isOurs: () => false,
    earlier: [],
  }));
}

function judgeAlone(
  exchange: Exchange,
  { asked, target }: Circumstances,
  stored: readonly StoredInstance[],
): readonly Finding[] {
  const { profile } = target;
  const findings = isProperAnswer(exchange);
  const within = 'path' in asked ? stored.filter((instance) => isBelow(instance, asked.path)) : [];
  const [only] = within;
  switch (asked.kind) {
    case 'instances':
      if (!only) return [...findings, ...multipartIsWellFormed(exchange)];
      return [...findings, ...instancesAreReturned(exchange, levelOf(asked.path), within)];
    case 'metadata':
      if (!only) return [...findings, ...dicomJsonIsRight(exchange)];
      return [...findings, ...metadataIsRight(exchange, within, profile), ...dicomJsonIsRight(exchange, within)];
    case 'frames': {
      const framing = [...findings, ...multipartIsWellFormed(exchange)];
      const areThere =
        only && hasPixels(only) && asked.frames.every((frame) => frame >= 1 && frame <= frameCount(only.dataSet));
      return areThere ? [...framing, ...framesAre(exchange, only, asked.frames)] : framing;
    }
    case 'rendered':
      // What several frames or instances are rendered to as one picture is left to the server.
      return only && within.length === 1 && hasPixels(only) && frameCount(only.dataSet) === 1
        ? [...findings, ...renderedIs(exchange, only)]
        : findings;
    case 'search':
      return [...findings, ...judgeSearch(exchange, { asked, target, stored })];
    case 'store':
      return [...findings, ...judgeStore(exchange, { asked, target, stored })];
    case 'other':
      return findings;
  }
}

function hasPixels({ dataSet }: StoredInstance): boolean {
  return dataSet.elements.has('7FE00010');
}

function judgeSearch(exchange: Exchange, { asked, target, stored }: Circumstances): readonly Finding[] {
  if (asked.kind !== 'search') return [];
  const form = [searchStatusesAreDefined(exchange), ...dicomJsonIsRight(exchange, stored)];
  // What a search has to find is known where it asks by UIDs for what is ours.
  const isByUid = asked.query.every(([name]) => UID_KEYS.has(name) || name === 'includefield');
  const names =
    ('study' in asked.resource && asked.resource.study !== undefined) ||
    asked.query.some(([name]) => UID_KEYS.has(name));
  if (!isByUid || !names || stored.length === 0) return form;
  const expected = expectedSearch(stored, asked.resource, asked.query);
  return expected.matches.length === 0 ? form : [...form, ...resultsAreRight(exchange, expected, target.profile)];
}

const UID_KEYS = new Set([
  ...['StudyInstanceUID', 'SeriesInstanceUID', 'SOPInstanceUID'],
  ...['0020000D', '0020000E', '00080018'],
]);

function judgeStore(exchange: Exchange, { asked, target: { profile } }: Circumstances): readonly Finding[] {
  if (asked.kind !== 'store') return [];
  const form = [storeStatusesAreDefined(exchange), ...dicomJsonIsRight(exchange)];
  const { sent } = asked;
  // A server may have its reasons to refuse what a user sends: that is no store that could be judged.
  const isRefused = (exchange.response?.status ?? 0) >= 400;
  if (sent.length === 0 || isRefused) return form;
  return [
    ...form,
    answers200WhenAllAreStored(exchange, sent, profile),
    ...storeResponseIsRight(exchange, storeOutcomeOf(exchange, sent), profile),
    warningsAreGiven(exchange),
    storeAnswerIsInTheTypeAskedFor(exchange),
    storeAnswerLocatesWhatItCreated(exchange, sent),
  ];
}

function isBelow({ study, series, instance }: StoredInstance, path: ResourcePath): boolean {
  return (
    path.study === study &&
    (!('series' in path) || path.series === series) &&
    (!('instance' in path) || path.instance === instance)
  );
}
