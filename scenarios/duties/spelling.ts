import { newUid } from '../../lib/dicom/uid.ts';
import { spellingsAgree } from '../../lib/judges/search-parameters.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../tutorial/answers.ts';
import { askUntil, storesSettle } from '../tutorial/ask-until.ts';
import { needsAny, ofStudy } from '../tutorial/stored.ts';

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
    const byKeyword = await askUntil(
      context,
      storesSettle(context),
      () => search('StudyInstanceUID', study),
      ({ response }) => response?.status === 200 && response.body.length > 2,
    );
    const byTag = [await search('0020000D', study), await search('0020000d', study)];
    const ofNothing = await search('0020000D', newUid());
    context.judge(
      isProperAnswer(byKeyword, ...byTag, ofNothing),
      spellingsAgree('study', { byKeyword, byTag, ofNothing }),
    );
  },
};
