import { UID_TAGS } from '../../lib/answers/levels.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import { spellingsAgree } from '../../lib/judges/search/parameters.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { offeredSearch } from '../steps/offered-search.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

export const SPELLING: Scenario = {
  id: 'spelling',
  service: 'search',
  title: 'takes keyword and tag for the same key',
  covers: [...EVERY_ANSWER, 'QIDO-048'],
  proves: ['QIDO-048'],
  features: ['search'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { resource, level, keys, exchange: byKeyword } = await offeredSearch(context);
    const [keyword, uid] = keys[0] ?? ['', ''];
    const tag = UID_TAGS[level];
    const search = (key: string, value: string) => context.dicomweb.search(resource, [[key, value]]);
    const byTag = [await search(tag, uid), await search(tag.toLowerCase(), uid)];
    const ofNothing = await search(tag, newUid());
    const ofNothingByKeyword = await search(keyword, newUid());
    context.judge(
      isProperAnswer(byKeyword, ...byTag, ofNothing, ofNothingByKeyword),
      spellingsAgree(level, { byKeyword, byTag, ofNothing, ofNothingByKeyword }),
    );
  },
};
