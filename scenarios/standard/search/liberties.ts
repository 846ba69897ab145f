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
    const byName = await search([['PatientName', 'Doe^John']]);
    const inCapitals = await context.dicomweb.search({ level: 'studies' }, [
      ...ofStudy(late),
      ['PatientName', 'DOE^JOHN'],
    ]);
    const byBeginning = await context.dicomweb.search({ level: 'studies' }, [
      ...ofStudy(late),
      ['PatientName', 'Doe*'],
    ]);
    const byDate = await search([['StudyDate', '20210313']]);
    // From the 12th at ten to the 14th at twelve: half past eleven at night of the 13th lies within.
    const byMoment = await context.dicomweb.search({ level: 'studies' }, [
      ...ofStudy(late),
      ['StudyDate', '20210312-20210314'],
      ['StudyTime', '1000-1200'],
    ]);
    const none = await context.dicomweb.search({ level: 'studies' }, [...ofStudy(late), ['limit', '0']]);
    const anything = await search([], '*/*');
    context.judge(
      isProperAnswer(byName, inCapitals, byBeginning, byDate, byMoment, none, anything),
      recordsCaseOfNames({ exchange: inCapitals, twin: byName, path }),
      findsNamesByTheirBeginning({ exchange: byBeginning, twin: byName, path }),
      joinsDateAndTime({ exchange: byMoment, twin: byDate, path }),
      limitZeroGivesNothing(none, byDate),
      resultsAreDicomJson(anything),
    );
  },
};

function ofStudy({ study }: StoredInstance): QueryParameters {
  return [['StudyInstanceUID', study]];
}
