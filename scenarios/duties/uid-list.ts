import { newUid } from '../../lib/dicom/uid.ts';
import { searchPath } from '../../lib/dicomweb/paths.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { expecting } from '../../lib/judges/expected-search.ts';
import type { KeySearch } from '../../lib/judges/search.ts';
import { uidListSelects } from '../../lib/judges/uid-list.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../tutorial/answers.ts';
import { held, needsAny, ofStudy } from '../tutorial/stored.ts';
import { searchWhole } from './search-whole.ts';
import { seriesOfStudy } from './stored-values.ts';

const KEY = 'SeriesInstanceUID';

export const UID_LIST: Scenario = {
  id: 'uid-list',
  service: 'search',
  title: 'finds each series of a list of UIDs',
  covers: [...EVERY_ANSWER, 'QIDO-042'],
  proves: ['QIDO-042'],
  features: ['search'],
  obstacle: needsAny(ofStudy),
  async play(context) {
    const { dicomweb, target } = context;
    const stored = held(context, ofStudy(context));
    const [first = '', second = newUid()] = new Set(stored.map(({ series }) => series));
    const named = stored.filter(({ series }) => series === first || series === second);
    const expected = expecting(stored, seriesOfStudy(context), named);
    const judged = (found: Exchange, notFound: Exchange): KeySearch => ({
      ...{ key: `a list of ${KEY}`, expected },
      found,
      notFound,
    });
    const found = await searchWhole(context, expected, [[KEY, `${first},${second}`]]);
    const notFound = await dicomweb.search(expected.resource, [[KEY, `${newUid()},${newUid()}`]]);
    const byComma = judged(found, notFound);
    const otherwise: KeySearch[] = [];
    if (uidListSelects(byComma, []).verdict === 'fail') {
      for (const separator of ['%5C', '%2C']) {
        const list = async (...uids: readonly string[]) =>
          dicomweb.request('search', 'GET', `${searchPath(expected.resource)}?${KEY}=${uids.join(separator)}`, {
            accept: 'application/dicom+json',
          });
        otherwise.push(judged(await list(first, second), await list(newUid(), newUid())));
      }
    }
    context.judge(isProperAnswer(found, notFound), uidListSelects(byComma, otherwise, target.profile));
  },
};
