import { newUid } from '../../lib/dicom/uid.ts';
import { spellingsAgree } from '../../lib/judges/search/parameters.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { askUntilFound } from '../steps/search-whole.ts';
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
    const { study } = context.dataset;
    const search = (key: string, value: string) => context.dicomweb.search({ level: 'studies' }, [[key, value]]);
    const byKeyword = await askUntilFound(context, () => search('StudyInstanceUID', study));
    const byTag = [await search('0020000D', study), await search('0020000d', study)];
    const ofNothing = await search('0020000D', newUid());
    const ofNothingByKeyword = await search('StudyInstanceUID', newUid());
    context.judge(
      isProperAnswer(byKeyword, ...byTag, ofNothing, ofNothingByKeyword),
      spellingsAgree('study', { byKeyword, byTag, ofNothing, ofNothingByKeyword }),
    );
  },
};
