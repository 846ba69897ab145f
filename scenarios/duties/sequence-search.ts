import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { QueryParameters, SearchResource } from '../../lib/dicomweb/operations.ts';
import { expecting } from '../../lib/judges/search/expected.ts';
import { plainKey } from '../../lib/judges/search/key-blame.ts';
import { isList, type KeySearch, keySelects } from '../../lib/judges/search/keys.ts';
import { privateAttributeBringsItsCreator } from '../../lib/judges/search/private-attribute.ts';
import { resultsHaveKnownAttributes } from '../../lib/judges/search/returned-attributes.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { isProperAnswer } from '../steps/proper-answer.ts';
import { searchWhole } from '../steps/search-whole.ts';

/** What searches are judged by that only the rich instance has the data for. */
export const SEQUENCE_SEARCH = ['QIDO-012', 'QIDO-026', 'QIDO-035'];

/** Keys inside Request Attributes Sequence, once by keyword and once by tag (PS3.18 §8.3.4.1 has both). */
const SEQUENCE_KEYS = [
  ['RequestAttributesSequence.ScheduledProcedureStepID', 'STEP-A'],
  ['00400275.00401001', 'PROCEDURE-B'],
] as const;

const NO_SUCH_ID = 'NO-SUCH-ID';
const PRIVATE_CREATOR = ['00290010', 'DICOMWEB HARNESS RICH'] as const;
const PRIVATE_ATTRIBUTE = '00291001';

/** Searches for the series and the instance of one that has sequences and private attributes. */
export async function judgeSequenceSearch(context: ScenarioContext, kept: StoredInstance): Promise<void> {
  const { study, series } = kept;
  const { resource, narrowing, all, listed } = await listOfSeries(context, kept);
  const selected: Finding[] = [];
  for (const [key, value] of SEQUENCE_KEYS) {
    const searchFor = (asked: string) => context.dicomweb.search(resource, [...narrowing, [key, asked]]);
    const [found, notFound] = [await searchFor(value), await searchFor(NO_SUCH_ID)];
    // Whatever inside the sequence is not searched by, and however it is named, is one defect.
    const blame = plainKey({ key: 'RequestAttributesSequence', level: 'series', value });
    const search: KeySearch = { key, found, notFound, expected: listed, without: all, blame };
    context.judge(isProperAnswer(found, notFound));
    selected.push(keySelects('QIDO-012', search, context.target.profile));
  }
  const withPrivate: QueryParameters = [PRIVATE_CREATOR, ['includefield', PRIVATE_ATTRIBUTE]];
  const included = await context.dicomweb.search({ level: 'instances', study, series }, withPrivate);
  context.judge(
    isProperAnswer(all, included),
    resultsHaveKnownAttributes(all, listed, context.target.profile),
    selected,
    privateAttributeBringsItsCreator(included, PRIVATE_ATTRIBUTE),
  );
}

/** The series of the study in a list that the server offers: of the study, or of all. */
async function listOfSeries(context: ScenarioContext, kept: StoredInstance) {
  const { study } = kept;
  const listAt = async (resource: SearchResource, narrowing: QueryParameters) => {
    const listed = expecting([kept], resource, [kept]);
    return { resource, narrowing, listed, all: await searchWhole(context, listed, narrowing) };
  };
  const ofStudy = await listAt({ level: 'series', study }, []);
  if (isList(ofStudy.all) || context.target.profile.features.relationalSearch === 'no') return ofStudy;
  const ofAll = await listAt({ level: 'series' }, [['StudyInstanceUID', study]]);
  return isList(ofAll.all) ? ofAll : ofStudy;
}
