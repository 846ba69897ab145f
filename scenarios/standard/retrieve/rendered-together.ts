import { shownPictures } from '../../../lib/answers/pictures/shown-pictures.ts';
import { resourcePath } from '../../../lib/dicomweb/paths.ts';
import {
  keepsPicturesTogether,
  rendersEachFrame,
  rendersSeveralFramesSomehow,
  rendersTogether,
} from '../../../lib/judges/rendered/together.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

const PARTS = 'multipart/related; type="image/jpeg"';
const FRAMES = [1, 3, 5];
const SETS = ['grey', 'multi-frame'] as const;

/** PS3.18 Tables 10.3-2 and 10.4.4-1: pictures of studies, series and several frames. */
export const RENDERED_TOGETHER: Scenario = {
  id: 'rendered-together',
  service: 'retrieve',
  title: 'renders a study, a series and a list of frames as a picture of each',
  covers: [...EVERY_ANSWER, 'WADO-RS-061', 'WADO-RS-071', 'WADO-RS-072'],
  proves: [],
  features: ['rendered'],
  data: SETS,
  needs: SETS.map(storesOf),
  obstacle: needsData(...SETS),
  async play(context) {
    const { dicomweb, judge } = context;
    const [single] = heldOf(context, 'grey');
    if (single) {
      const { study, series } = single;
      const twin = await dicomweb.retrieveRendered(single);
      for (const [level, path] of [
        ['study', { study }],
        ['series', { study, series }],
      ] as const) {
        const parts = await dicomweb.retrieveRendered(path, { accept: PARTS });
        const alone = await dicomweb.retrieveRendered(path, { accept: 'image/jpeg' });
        judge(
          isProperAnswer(twin, parts, alone),
          rendersTogether(parts, twin, level),
          keepsPicturesTogether(alone, twin),
        );
      }
    }
    const several = heldOf(context, 'multi-frame').find(({ name }) => name === 'five-frames');
    if (!several) return;
    const render = (frames: string, accept: string) =>
      dicomweb.request('retrieve', 'GET', `${resourcePath(several)}${frames}/rendered`, { accept });
    const first = await render('/frames/1', 'image/jpeg');
    const list = await render(`/frames/${FRAMES.join(',')}`, PARTS);
    const expected = FRAMES.map((number) => ({ number, expected: shownPictures(several, number) }));
    judge(isProperAnswer(first, list), rendersEachFrame(list, first, expected));
    for (const accept of ['image/jpeg', PARTS, '*/*']) {
      const whole = await render('', accept);
      judge(isProperAnswer(whole), rendersSeveralFramesSomehow(whole, first));
    }
  },
};
