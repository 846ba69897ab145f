import { isServed } from '../../lib/answers/served.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import { searchStatusesAreDefined } from '../../lib/judges/http/service-statuses.ts';
import { expectedSearch } from '../../lib/judges/search/expected.ts';
import { searchBelowUnknownStudyIsEmpty } from '../../lib/judges/search/matches.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { isRelational } from '../steps/search-places.ts';
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
    const { study } = context.dataset;
    for (const level of ['series', 'instances'] as const) {
      const found = await searchWhole(context, expectedSearch(stored, { level, study }));
      const below = await context.dicomweb.search({ level, study: newUid() }, []);
      context.judge(
        isProperAnswer(found, below),
        searchStatusesAreDefined(found, below),
        searchBelowUnknownStudyIsEmpty(below, found),
      );
      if (isServed(found) || !isRelational(context)) return;
    }
  },
};
