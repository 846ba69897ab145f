import { frameCount } from '../../dicom/frames.ts';
import type { Archive } from '../archive.ts';
import { readInstance } from '../attributes-of.ts';
import { type Instance, instancePath } from '../instance.ts';
import { type Answer, type Part, Refusal, type Request } from '../message.ts';
import { multipart, negotiate, single } from '../negotiation.ts';
import { frameNumbers } from '../retrieve/frames.ts';
import { selectInstances } from '../retrieve/select.ts';
import { readRenderingParameters } from './parameters.ts';
import { renderFrame } from './render.ts';
import { PICTURE_TYPES, type PictureType, writePicture } from './write-picture.ts';

interface Target {
  readonly instance: Instance;
  readonly dataSet: ReturnType<typeof readInstance>['dataSet'];
  readonly frame: number;
  readonly location: string;
}

/** The frames that a rendered resource shows, each with the URL under which it can be had alone. */
function targetsOf(request: Request, archive: Archive): Target[] {
  const { frames } = request.route;
  return selectInstances(archive, request.route).flatMap((instance) => {
    const { dataSet } = readInstance(instance);
    const count = frameCount(dataSet);
    const numbers =
      frames === undefined ? Array.from({ length: count }, (_, index) => index + 1) : frameNumbers(frames, dataSet);
    return numbers.map((frame) => {
      const whole = frames === undefined && count === 1;
      const path = `${instancePath(instance)}${whole ? '' : `/frames/${frame}`}/rendered`;
      return { instance, dataSet, frame, location: request.base + path };
    });
  });
}

/**
 * Rendered resources (PS3.18 §10.4.1.1.3): one picture for an instance or frame; in multipart form one for every frame
 * of a study, series, multi-frame instance or frame list. A single picture of a multi-frame instance is its first frame.
 */
export async function retrieveRendered(request: Request, archive: Archive): Promise<Answer> {
  const targets = targetsOf(request, archive);
  const { level, frames } = request.route;
  const asOne = level === 'instances' && (targets.length === 1 || frames === undefined);
  const { offer } = negotiate(request, [
    ...(asOne ? PICTURE_TYPES.map((type) => single(type)) : []),
    ...PICTURE_TYPES.map((type) => multipart(type)),
  ]);
  const parameters = readRenderingParameters(request.query, 'rendered');
  const mediaType = (offer.root ?? offer.essence) as PictureType;
  const wanted = offer.root === undefined ? targets.slice(0, 1) : targets;
  if (wanted.length === 0) throw new Refusal(406, 'there is no picture to render');
  const parts = wanted.map(({ instance, dataSet, frame, location }): Part => {
    const picture = renderFrame(instance, dataSet, frame, parameters);
    return {
      headers: [
        ['Content-Type', mediaType],
        ['Content-Location', location],
      ],
      body: writePicture(picture, mediaType, parameters.quality),
    };
  });
  const [only] = parts;
  if (offer.root === undefined && only) {
    const headers = [['Content-Location', request.base + request.path] as const];
    return { status: 200, headers, content: { kind: 'bytes', mediaType, bytes: only.body } };
  }
  return { status: 200, headers: [], content: { kind: 'multipart', rootType: mediaType, parts } };
}
