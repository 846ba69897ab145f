import { UID_TAGS } from '../../lib/answers/levels.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import { spellingsAgree } from '../../lib/judges/search/parameters.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { firstThatFinds, searchPlaces } from '../steps/search-places.ts';
import { needsAny, ofStudy } from '../steps/stored.ts';

export const SPELLING: Scenario = {
  id: 'spelling',
  service: 'search',
  title: 'takes keyword and tag for the same key',
  covers: [...EVERY_ANSWER, 'QIDO-048'],
  proves: ['QIDO-048'],
  features: ['search'],
  obstacle: needsAny(ofStudy),
  async play(context) {
    const { place, found: byKeyword } = await firstThatFinds(context, searchPlaces(context));
    const { resource, level } = place;
    const [[keyword, uid] = ['', '']] = place.keys;
    const tag = UID_TAGS[level];
    const search = (key: string, value: string) => context.dicomweb.search(resource, [[key, value]]);
    const byTag = [await search(tag, uid), ...(hasLetter(tag) ? [await search(tag.toLowerCase(), uid)] : [])];
    const ofNothing = await search(tag, newUid());
    const ofNothingByKeyword = await search(keyword, newUid());
    context.judge(
      isProperAnswer(byKeyword, ...byTag, ofNothing, ofNothingByKeyword),
      spellingsAgree(level, { byKeyword, byTag, ofNothing, ofNothingByKeyword }),
    );
  },
};

/** Whether there are two ways to write the digits of a tag. */
function hasLetter(tag: string): boolean {
  return tag !== tag.toLowerCase();
}
