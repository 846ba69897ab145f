import { decodePicture, storedPicture } from '../../lib/answers/pictures/pixels.ts';
import { mediaTypeOf } from '../../lib/answers/response.ts';
import { frameCount } from '../../lib/dicom/frames.ts';
import { resourcePath } from '../../lib/dicomweb/paths.ts';
import { hasTheAskedFormat, isAPicture, renderedIs } from '../../lib/judges/rendered/picture.ts';
import { pictureRaster } from '../../lib/run/picture.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { askUntilStoresSettle } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

export const RENDERED: Scenario = {
  id: 'rendered',
  service: 'retrieve',
  title: 'renders an instance as a picture that looks like it',
  covers: [...EVERY_ANSWER, ...['060', '062', '063', '064', '073'].map((number) => `WADO-RS-${number}`)],
  proves: ['WADO-RS-060'],
  features: ['rendered'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb, dataset } = context;
    const { target } = dataset.roles;
    // What several frames are rendered to as one picture is left to the server.
    if (!target.dataSet.elements.has('7FE00010') || frameCount(target.dataSet) !== 1) return;
    const asJpeg = await askUntilStoresSettle(
      context,
      () => dicomweb.retrieveRendered(target),
      ({ response }) => response?.status !== 404,
    );
    const asPng = await dicomweb.retrieveRendered(target, { accept: 'image/png' });
    const asGif = await dicomweb.retrieveRendered(target, { accept: 'image/gif' });
    const frame = await dicomweb.request('retrieve', 'GET', `${resourcePath(target)}/frames/1/rendered`, {
      accept: 'image/jpeg',
    });
    context.judge(
      isProperAnswer(asJpeg, asPng, asGif, frame),
      [asJpeg, asPng, frame].flatMap((exchange) => renderedIs(exchange, target)),
      hasTheAskedFormat(asGif, target),
      ...(asGif.response?.status === 200 ? [isAPicture(asGif, target)] : []),
    );
    for (const { response } of [asJpeg, asPng]) {
      const mediaType = response && mediaTypeOf(response)?.essence;
      context.picture(`${target.name} rendered as ${mediaType ?? 'nothing'}`, () => ({
        actual: pictureRaster(response && decodePicture(response.body)),
        expected: pictureRaster(storedPicture(target, 1)),
      }));
    }
  },
};
