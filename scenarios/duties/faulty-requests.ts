import { memorySource } from '../../lib/bytes/byte-source.ts';
import { searchPath } from '../../lib/dicomweb/paths.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import {
  refusesBadParameter,
  refusesBadUid,
  refusesUnreadableStore,
  refusesUnsupportedStore,
} from '../../lib/judges/http/faulty-input.ts';
import { faultyInputIsNoServerError } from '../../lib/judges/http/service-statuses.ts';
import { refusesBadKey } from '../../lib/judges/search/bad-key.ts';
import { listedUids } from '../../lib/judges/search/results.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { describeAny } from '../steps/ask-until.ts';
import { offeredSearch } from '../steps/offered-search.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { studyForStores, takenStore } from '../steps/store-route.ts';
import { needsAny, ofStudy, ofTarget } from '../steps/stored.ts';

/** A key of each level with a value that none can be, and one that nothing has. */
const BAD_KEYS = {
  study: ['StudyDate', 'notadate', '18000101'],
  series: ['PerformedProcedureStepStartDate', 'notadate', '18000101'],
  instance: ['InstanceNumber', 'notanumber', '987654321'],
} as const;

export const FAULTY_SEARCH: Scenario = {
  id: 'faulty-search',
  service: 'search',
  title: 'refuses searches that make no sense',
  covers: [...EVERY_ANSWER, 'COMMON-004', 'COMMON-029', 'QIDO-008'],
  proves: ['COMMON-029'],
  features: ['search'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb, judge } = context;
    const { resource, level, keys } = await offeredSearch(context);
    const search = (name: string, value: string) => dicomweb.search(resource, [...keys, [name, value]]);
    const twin = await search('limit', '1');
    const badLimit = await search('limit', 'abc');
    const badOffset = await search('offset', '-1');
    const [key, value, foreign] = BAD_KEYS[level];
    const badKey = await search(key, value);
    const isListed = listedUids(badKey, level).length > 0;
    const unmatched = isListed ? await search(key, foreign) : null;
    const badEscape = await dicomweb.request('search', 'GET', `${searchPath(resource)}?PatientName=%zz`);
    const faulty = [badLimit, badOffset, badKey, badEscape];
    judge(
      isProperAnswer(twin, ...faulty, ...(unmatched ? [unmatched] : [])),
      refusesBadParameter(badLimit, twin),
      refusesBadParameter(badOffset, twin),
      refusesBadKey(badKey, twin, unmatched),
      faultyInputIsNoServerError(...faulty),
    );
  },
};

export const FAULTY_PATH: Scenario = {
  id: 'faulty-path',
  service: 'retrieve',
  title: 'refuses a path in which a UID should stand and does not',
  covers: [...EVERY_ANSWER, 'COMMON-029', 'COMMON-032'],
  proves: ['COMMON-032'],
  features: ['metadata'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb, judge } = context;
    const { exchange: twin } = await describeAny(context);
    const faulty = [
      await dicomweb.retrieveMetadata({ study: 'not-a-uid' }),
      await dicomweb.retrieveMetadata({ study: `1.2.${'3'.repeat(70)}` }),
    ];
    judge(
      isProperAnswer(twin, ...faulty),
      faulty.map((exchange) => refusesBadUid(exchange, twin)),
      faultyInputIsNoServerError(...faulty),
    );
  },
};

export const FAULTY_STORE: Scenario = {
  id: 'faulty-store',
  service: 'store',
  title: 'refuses store requests that cannot be read',
  covers: [...EVERY_ANSWER, 'COMMON-029', 'STOW-009', 'STOW-010'],
  proves: ['STOW-009'],
  features: ['store'],
  obstacle: needsAny(ofStudy),
  async play(context) {
    const twin = takenStore(context);
    if (!twin) return;
    const multipart = 'multipart/related; type="application/dicom"; boundary=that-never-comes';
    const unreadable = await post(context, multipart, 'There is no part in here.');
    const unsupported = await post(context, 'text/plain', 'There is no instance in here.');
    context.judge(
      isProperAnswer(unreadable, unsupported),
      refusesUnreadableStore(unreadable, twin),
      refusesUnsupportedStore(unsupported, twin),
      faultyInputIsNoServerError(unreadable, unsupported),
    );
  },
};

/** A store request that holds no instance, so that there is nothing to be kept of it. */
function post(context: ScenarioContext, contentType: string, body: string): Promise<Exchange> {
  const study = studyForStores(context, context.dataset.roles.first);
  return context.dicomweb.request('store', 'POST', study ? `/studies/${study}` : '/studies', {
    accept: 'application/dicom+json',
    headers: [['Content-Type', contentType]],
    body: memorySource(Buffer.from(body)),
  });
}
