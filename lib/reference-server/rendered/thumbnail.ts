import { frameCount } from '../../dicom/frames.ts';
import type { Archive } from '../archive.ts';
import { readInstance } from '../attributes-of.ts';
import { type Answer, Refusal, type Request } from '../message.ts';
import { negotiate, single } from '../negotiation.ts';
import { frameNumbers } from '../retrieve/frames.ts';
import { selectInstances } from '../retrieve/select.ts';
import { readRenderingParameters } from './parameters.ts';
import { renderFrame } from './render.ts';
import { PICTURE_TYPES, type PictureType, writePicture } from './write-picture.ts';

const DEFAULT_SIZE = { width: 128, height: 128, region: {} };

/** One small picture that stands for a study, series, instance or frame (PS3.18 §10.4.3.3.4): of the first image in it. */
export async function retrieveThumbnail(request: Request, archive: Archive): Promise<Answer> {
  const instance = selectInstances(archive, request.route).find((one) => frameCount(readInstance(one).dataSet) > 0);
  if (instance === undefined) throw new Refusal(404, 'there is no picture to show');
  const { offer } = negotiate(
    request,
    PICTURE_TYPES.map((type) => single(type)),
  );
  const mediaType = offer.essence as PictureType;
  const { dataSet } = readInstance(instance);
  const { frames } = request.route;
  const [number = 1, ...others] = frames === undefined ? [] : frameNumbers(frames, dataSet);
  if (others.length > 0) throw new Refusal(400, 'a thumbnail shows one frame');
  const parameters = readRenderingParameters(request.query, 'thumbnail');
  const picture = renderFrame(instance, dataSet, number, {
    ...parameters,
    viewport: parameters.viewport ?? DEFAULT_SIZE,
  });
  return {
    status: 200,
    headers: [['Content-Location', request.base + request.path]],
    content: { kind: 'bytes', mediaType, bytes: writePicture(picture, mediaType, parameters.quality) },
  };
}
