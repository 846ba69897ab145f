import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import type { QueryParameters } from '../../../lib/dicomweb/operations.ts';
import {
  findsNamesByTheirBeginning,
  joinsDateAndTime,
  recordsCaseOfNames,
} from '../../../lib/judges/search/liberties.ts';
import { resultsAreDicomJson } from '../../../lib/judges/search/matches.ts';
import { limitZeroGivesNothing } from '../../../lib/judges/search/no-limit.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { askUntilFound } from '../../steps/search-whole.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

/** PS3.4 §C.2.2.2: names by case and beginning, dates together with times; and a search for nothing, in any type. */
export const SEARCH_LIBERTIES: Scenario = {
  id: 'names-and-moments',
  service: 'search',
  title: 'finds studies by parts of names and by moments, and nothing where nothing is asked for',
  covers: [...EVERY_ANSWER, 'QIDO-003', 'QIDO-041', 'QIDO-047', 'QIDO-063'],
  proves: [],
  features: ['search'],
  data: ['patients'],
  needs: [storesOf('patients')],
  obstacle: needsData('patients'),
  async play(context) {
    const late = heldOf(context, 'patients').find(({ name }) => name === 'patient-a-late');
    if (!late) return;
    const path = { study: late.study };
    const search = (query: QueryParameters, accept?: string) =>
      askUntilFound(context, () =>
        context.dicomweb.search({ level: 'studies' }, [...ofStudy(late), ...query], accept ? { accept } : {}),
      );
    const once = (query: QueryParameters) =>
      context.dicomweb.search({ level: 'studies' }, [...ofStudy(late), ...query]);
    const between = (dates: string): QueryParameters => [
      ['StudyDate', dates],
      ['StudyTime', '1000-1200'],
    ];
    const byName = await search([['PatientName', 'Doe^John']]);
    const inCapitals = await once([['PatientName', 'DOE^JOHN']]);
    const byBeginning = await once([['PatientName', 'Doe*']]);
    const byForeign = await once([['PatientName', 'Xyz*']]);
    const byDate = await search([['StudyDate', '20210313']]);
    // From the 12th at ten to the 14th at twelve: half past eleven at night of the 13th lies within.
    const byMoment = await once(between('20210312-20210314'));
    // To the 13th at twelve: the day lies within the dates, and the moment beyond the interval.
    const tooEarly = await once(between('20210312-20210313'));
    const none = await once([['limit', '0']]);
    const anything = await search([], '*/*');
    context.judge(
      isProperAnswer(byName, inCapitals, byBeginning, byForeign, byDate, byMoment, tooEarly, none, anything),
      recordsCaseOfNames({ exchange: inCapitals, twin: byName, foreign: byForeign, path }),
      findsNamesByTheirBeginning({ exchange: byBeginning, twin: byName, foreign: byForeign, path }),
      joinsDateAndTime({ exchange: byMoment, twin: byDate, foreign: tooEarly, path }),
      limitZeroGivesNothing(none, byDate),
      resultsAreDicomJson(anything),
    );
  },
};

function ofStudy({ study }: StoredInstance): QueryParameters {
  return [['StudyInstanceUID', study]];
}
