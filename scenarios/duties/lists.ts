import type { SearchResource } from '../../lib/dicomweb/operations.ts';
import { type ExpectedSearch, expectedSearch } from '../../lib/judges/search/expected.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { asHeld } from '../steps/as-held.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { resultsAreRight } from '../steps/search-results.ts';
import { searchWhole } from '../steps/search-whole.ts';
import { needsAny, ofSeries } from '../steps/stored.ts';

/** A server may hold its lists to some length: this many entries stay within it. */
const LONGEST_LIST = 10;

/** The lists of what is in the study. */
export function listsOfStudy(context: ScenarioContext): ExpectedSearch[] {
  const { dataset, target } = context;
  const { study, roles } = dataset;
  const stored = asHeld(context);
  const resources: readonly SearchResource[] = [
    { level: 'series', study },
    { level: 'instances', study, series: roles.targetSeries.uid },
    ...(target.profile.features.relationalSearch === 'no' ? [] : [{ level: 'instances', study } as const]),
  ];
  return resources.map((resource) => expectedSearch(stored, resource));
}

function shortLists(context: ScenarioContext): ExpectedSearch[] {
  return listsOfStudy(context).filter(({ matches }) => matches.length > 0 && matches.length <= LONGEST_LIST);
}

/** The tutorial searches for one entity at a time: what is mixed up between two of them shows in a list of both. */
export const LISTS: Scenario = {
  id: 'lists',
  service: 'search',
  title: 'lists the series and instances of a study, each with its own attributes',
  covers: [
    ...EVERY_ANSWER,
    ...['QIDO-001', 'QIDO-002', 'QIDO-003', 'QIDO-005', 'QIDO-021'],
    ...['QIDO-025', 'QIDO-027', 'QIDO-028', 'QIDO-029'],
  ],
  proves: ['QIDO-001', 'QIDO-025', 'QIDO-027'],
  features: ['search'],
  obstacle: (context) =>
    needsAny(ofSeries)(context) ??
    (shortLists(context).length > 0 ? null : `every list of the study has more than ${LONGEST_LIST} entries`),
  async play(context) {
    for (const list of shortLists(context)) {
      const exchange = await searchWhole(context, list);
      context.judge(isProperAnswer(exchange), resultsAreRight(exchange, list, context.target.profile));
    }
  },
};
