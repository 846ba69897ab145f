import { newUid } from '../../lib/dicom/uid.ts';
import { searchStatusesAreDefined } from '../../lib/judges/http/service-statuses.ts';
import { expectedSearch } from '../../lib/judges/search/expected.ts';
import { searchBelowUnknownStudyIsEmpty } from '../../lib/judges/search/matches.ts';
import { resultsAbout } from '../../lib/judges/search/results.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { searchWhole } from '../steps/search-whole.ts';
import { held, needsAny, ofStudy } from '../steps/stored.ts';

export const UNKNOWN_STUDY: Scenario = {
  id: 'unknown-study',
  service: 'search',
  title: 'finds nothing below a study that it does not have',
  covers: [...EVERY_ANSWER, 'QIDO-007', 'QIDO-068'],
  proves: ['QIDO-007'],
  features: ['search'],
  obstacle: needsAny(ofStudy),
  async play(context) {
    const stored = held(context, ofStudy(context));
    const { study, roles } = context.dataset;
    const series = roles.targetSeries.uid;
    const resources = [
      [
        { level: 'series', study },
        { level: 'series', study: newUid() },
      ],
      [
        { level: 'instances', study, series },
        { level: 'instances', study: newUid(), series },
      ],
    ] as const;
    for (const [known, unknown] of resources) {
      const list = expectedSearch(stored, known);
      const found = await searchWhole(context, list);
      const below = await context.dicomweb.search(unknown, []);
      context.judge(
        isProperAnswer(found, below),
        searchStatusesAreDefined(found, below),
        searchBelowUnknownStudyIsEmpty(below, found),
      );
      if (resultsAbout(found, list).length > 0) return;
    }
  },
};
