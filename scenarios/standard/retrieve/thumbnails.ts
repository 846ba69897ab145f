import { resourcePath } from '../../../lib/dicomweb/paths.ts';
import {
  type LevelThumbnail,
  thumbnailFitsViewport,
  thumbnailIsAPicture,
  thumbnailIsNotCropped,
  thumbnailsAreAtEveryLevel,
} from '../../../lib/judges/rendered/thumbnails.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

const SIZE = 32;

/** PS3.18 §10.4.1.1.4: small pictures that stand for a study, a series, an instance or a frame. */
export const THUMBNAILS: Scenario = {
  id: 'thumbnails',
  service: 'retrieve',
  title: 'has thumbnails at every level or at none',
  covers: [...EVERY_ANSWER, 'WADO-RS-075', 'WADO-RS-076'],
  proves: [],
  features: ['retrieve'],
  data: ['grey'],
  needs: [storesOf('grey')],
  obstacle: needsData('grey'),
  async play(context) {
    const [image] = heldOf(context, 'grey');
    if (!image) return;
    const { study, series } = image;
    const ask = (path: string, accept = '*/*') => context.dicomweb.request('retrieve', 'GET', path, { accept });
    const paths = {
      study: resourcePath({ study }),
      series: resourcePath({ study, series }),
      instance: resourcePath(image),
      frame: `${resourcePath(image)}/frames/1`,
    } as const;
    const thumbnails: LevelThumbnail[] = [];
    for (const level of ['study', 'series', 'instance', 'frame'] as const)
      thumbnails.push({ level, exchange: await ask(`${paths[level]}/thumbnail`) });
    const exchanges = thumbnails.map(({ exchange }) => exchange);
    context.judge(
      isProperAnswer(...exchanges),
      thumbnailsAreAtEveryLevel(thumbnails),
      exchanges.map(thumbnailIsAPicture),
    );
    const offered = thumbnails.find(({ exchange }) => exchange.response?.status === 200);
    if (!offered) return;
    const path = `${paths[offered.level]}/thumbnail?viewport=`;
    const fitted = await ask(`${path}${SIZE},${SIZE}`);
    const cropped = `${SIZE},${SIZE},0,0,10,10`;
    const crop = await ask(path + cropped);
    context.judge(
      isProperAnswer(fitted, crop),
      thumbnailFitsViewport(fitted, offered.exchange, SIZE),
      thumbnailIsNotCropped(crop, fitted, cropped),
    );
  },
};
