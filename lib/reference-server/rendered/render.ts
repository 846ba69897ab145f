import { readAll } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { numbers, text } from '../../dicom/values.ts';
import type { Instance } from '../instance.ts';
import { Refusal } from '../message.ts';
import { isDecodable, isJpeg } from '../retrieve/decode.ts';
import { nativeFrame } from '../retrieve/frames.ts';
import { decodeJpeg } from '../retrieve/jpeg.ts';
import { storedFrame } from '../retrieve/stored-frame.ts';
import { annotate } from './annotation.ts';
import { renderColour, renderPalette } from './colour.ts';
import { renderGrey } from './grey.ts';
import type { RenderingParameters, Viewport } from './parameters.ts';
import { type Picture, type Region, resample } from './picture.ts';

const COLOURS = new Set(['RGB', 'YBR_FULL', 'YBR_FULL_422']);

function pictureOf(instance: Instance, dataSet: DataSet, number: number, { window }: RenderingParameters): Picture {
  if (!isDecodable(instance.transferSyntax))
    throw new Refusal(406, `pixel data in ${instance.transferSyntax} cannot be rendered here`);
  if (isJpeg(instance.transferSyntax)) {
    const { samplesPerPixel, ...decoded } = decodeJpeg(readAll(storedFrame(dataSet, number)));
    if (samplesPerPixel === 3) return { ...decoded, channels: 3 };
  }
  const frame = nativeFrame(instance, dataSet, number);
  const size = {
    columns: Number(numbers(dataSet, '00280011')[0] ?? 0),
    rows: Number(numbers(dataSet, '00280010')[0] ?? 0),
  };
  const interpretation = text(dataSet, '00280004') ?? 'MONOCHROME2';
  if (interpretation === 'PALETTE COLOR') return renderPalette(frame, dataSet, size);
  if (COLOURS.has(interpretation)) return renderColour(frame, dataSet, size, interpretation);
  if (interpretation.startsWith('MONOCHROME')) return renderGrey(frame, dataSet, size, interpretation, window);
  throw new Refusal(406, `the photometric interpretation ${interpretation} cannot be rendered here`);
}

/** Crops and scales to the largest size that fits a viewport without distortion. @throws Refusal 400 outside the picture. */
function fit(picture: Picture, viewport: Viewport): Picture {
  const region: Region = { left: 0, top: 0, width: picture.columns, height: picture.rows, ...viewport.region };
  const [width, height] = [Math.abs(region.width), Math.abs(region.height)];
  const inside =
    region.left >= 0 &&
    region.top >= 0 &&
    width >= 1 &&
    height >= 1 &&
    region.left + width <= picture.columns &&
    region.top + height <= picture.rows;
  if (!inside) throw new Refusal(400, 'the region of the viewport does not lie in the picture');
  const factor = Math.min(viewport.width / width, viewport.height / height);
  return resample(picture, region, Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor)));
}

function linesOf(dataSet: DataSet, annotations: RenderingParameters['annotations']): string[] {
  const value = (tag: string): string => text(dataSet, tag) ?? '-';
  return annotations.flatMap((kind) =>
    kind === 'patient'
      ? [value('00100010'), `${value('00100020')} ${value('00100040')} ${value('00100030')}`]
      : [
          `${value('00080060')} ${value('00200011')}/${value('00200013')}`,
          `${value('00280010')} X ${value('00280011')}`,
        ],
  );
}

/** Renders one frame of an instance (PS3.18 §8.3.5). @throws Refusal 406 for pixel data that cannot be rendered, 400, 404. */
export function renderFrame(
  instance: Instance,
  dataSet: DataSet,
  number: number,
  parameters: RenderingParameters,
): Picture {
  const picture = pictureOf(instance, dataSet, number, parameters);
  const fitted = parameters.viewport === null ? picture : fit(picture, parameters.viewport);
  const lines = linesOf(dataSet, parameters.annotations);
  return lines.length > 0 ? annotate(fitted, lines) : fitted;
}
