import type { QueryParameters } from '../../../lib/dicomweb/operations.ts';
import { faultyInputIsNoServerError } from '../../../lib/judges/http/service-statuses.ts';
import { refusesBadKey } from '../../../lib/judges/search/bad-key.ts';
import {
  matchesEmptyValuesOrSaysNot,
  recordsTimeZoneOfSearches,
  takesMultipleValueMatching,
  tellsNamesByCase,
  toleratesWhatIsNoAttribute,
} from '../../../lib/judges/search/tolerated-parameters.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { askUntilFound } from '../../steps/search-whole.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';
import { storedValue } from '../../steps/stored-values.ts';

/** Values that no attribute of that VR can have, and a path that leads below what is no sequence. */
const BAD_VALUES: readonly (readonly [key: string, value: string])[] = [
  ['StudyTime', '9961'],
  ['StudyDate', '20210230-notadate'],
  ['0020000D', 'abc.def'],
  ['PatientName.PatientID', '1'],
];

/** PS3.18 §8.3: parameters of searches that a server need not support, and values that no key can have. */
export const SEARCH_PARAMETERS: Scenario = {
  id: 'further-parameters',
  service: 'search',
  title: 'searches on whatever parameter it does not support, and refuses impossible values of every kind',
  covers: [...EVERY_ANSWER, 'COMMON-005', 'COMMON-029', 'QIDO-008', 'QIDO-052', 'QIDO-056', 'QIDO-067'],
  proves: ['QIDO-052'],
  features: ['search'],
  data: ['ct', 'patients'],
  needs: [storesOf('ct'), storesOf('patients')],
  obstacle: needsData('ct'),
  async play(context) {
    const { dicomweb, judge, target } = context;
    const [path] = heldOf(context, 'ct');
    if (!path) return;
    const { study } = path;
    const search = (query: QueryParameters) => dicomweb.search({ level: 'studies' }, query);
    const ofStudy: QueryParameters = [['StudyInstanceUID', study]];
    const twin = await askUntilFound(context, () => search(ofStudy));
    const beside = async (parameter: string, value: string, more: QueryParameters = []) => ({
      exchange: await search([...ofStudy, ...more, [parameter, value]]),
      ...{ twin, path: { study }, parameter },
    });
    const noAttribute = await beside('NotADicomKeyword', '1');
    const below = {
      exchange: await dicomweb.search({ level: 'series', study }, [['PatientID', storedValue(path, '00100020')]]),
      twin: await askUntilFound(context, () => dicomweb.search({ level: 'series', study }, [])),
      ...{ path: { study, series: path.series }, parameter: 'PatientID below its study' },
    };
    const withoutValue: QueryParameters = [['PatientID', '']];
    const universal = await search([...ofStudy, ...withoutValue]);
    const empty = { ...(await beside('emptyvaluematching', 'true', withoutValue)), twin: universal };
    const several = await beside('multiplevaluematching', 'true', [['PatientID', storedValue(path, '00100020')]]);
    // The minute of the study, which lies ten hours earlier in another zone.
    const time = storedValue(path, '00080030').slice(0, 4);
    const zone = await beside('TimezoneOffsetFromUTC', '-1000', [['StudyTime', `${time}-${time}`]]);
    judge(
      isProperAnswer(twin, universal, ...[noAttribute, below, empty, several, zone].map(({ exchange }) => exchange)),
      toleratesWhatIsNoAttribute(noAttribute),
      toleratesWhatIsNoAttribute(below),
      matchesEmptyValuesOrSaysNot(empty, target.profile),
      takesMultipleValueMatching(several, target.profile),
      recordsTimeZoneOfSearches(zone),
    );
    const bad = [];
    for (const [key, value] of BAD_VALUES) bad.push((await beside(key, value)).exchange);
    judge(
      isProperAnswer(...bad),
      bad.map((exchange) => refusesBadKey(exchange, twin)),
      faultyInputIsNoServerError(...bad),
    );
    const [late] = heldOf(context, 'patients');
    if (!late) return;
    const ofName: QueryParameters = [['PatientName', storedValue(late, '00100010')]];
    const all = await askUntilFound(context, () => search(ofName));
    const limited = { exchange: await search([...ofName, ['LIMIT', '1']]), twin: all, path: { study: late.study } };
    judge(isProperAnswer(all, limited.exchange), tellsNamesByCase({ ...limited, parameter: 'LIMIT=1' }));
  },
};
