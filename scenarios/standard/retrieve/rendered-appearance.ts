import { frameCount } from '../../../lib/dicom/frames.ts';
import { renderedIs } from '../../../lib/judges/rendered/picture.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

const SETS = ['grey', 'colour'] as const;

/** PS3.18 §10.4.3.3.3: images of every photometric interpretation look as they are meant. */
export const RENDERED_APPEARANCE: Scenario = {
  id: 'rendered-appearance',
  service: 'retrieve',
  title: 'renders grey of every depth and colour of every kind as they are meant',
  covers: [...EVERY_ANSWER, ...['060', '062', '064', '073'].map((id) => `WADO-RS-${id}`)],
  proves: ['WADO-RS-073'],
  features: ['rendered'],
  data: SETS,
  needs: SETS.map(storesOf),
  obstacle: needsData(...SETS),
  async play(context) {
    let accept = 'image/jpeg';
    for (const instance of SETS.flatMap((name) => heldOf(context, name))) {
      if (frameCount(instance.dataSet) !== 1) continue;
      const exchange = await context.dicomweb.retrieveRendered(instance, { accept });
      context.judge(isProperAnswer(exchange), renderedIs(exchange, instance));
      // Once as whatever the server likes, which has to be JPEG.
      accept = accept === '*/*' ? 'image/jpeg' : '*/*';
    }
  },
};
