import { type Picture, shownCrop } from '../../../lib/answers/pictures/crop.ts';
import { shownPictures } from '../../../lib/answers/pictures/shown-pictures.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import { numbers } from '../../../lib/dicom/values.ts';
import { resourcePath } from '../../../lib/dicomweb/paths.ts';
import {
  appliesTheWindow,
  drawsTheAnnotation,
  fitsTheViewport,
  type Rendering,
  refusesOrWarnsOfTheAnnotation,
  refusesTheValue,
  takesTheValue,
} from '../../../lib/judges/rendered/parameters.ts';
import type { Finding } from '../../../lib/results/finding.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

/** PS3.18 §8.3.5.1: viewport, window, quality and annotation, each beside the picture without it. */
export const RENDERING_PARAMETERS: Scenario = {
  id: 'rendering-parameters',
  service: 'retrieve',
  title: 'heeds viewport, window, quality and annotation',
  covers: [...EVERY_ANSWER, ...['065', '066', '067', '068', '069'].map((id) => `WADO-RS-${id}`)],
  proves: ['WADO-RS-065', 'WADO-RS-067'],
  features: ['rendered'],
  data: ['grey'],
  needs: [storesOf('grey')],
  obstacle: needsData('grey'),
  async play(context) {
    const instance = heldOf(context, 'grey').find(({ name }) => name === 'unsigned-16');
    if (!instance) return;
    const twin = await context.dicomweb.retrieveRendered(instance);
    context.judge(isProperAnswer(twin));
    const tried = async (
      parameter: Rendering['parameter'],
      value: string,
      judge: (rendering: Rendering) => Finding,
    ): Promise<Finding> => {
      const path = `${resourcePath(instance)}/rendered?${parameter}=${value}`;
      const exchange = await context.dicomweb.request('retrieve', 'GET', path, { accept: 'image/jpeg' });
      const finding = judge({ exchange, twin, parameter, value });
      context.judge(isProperAnswer(exchange), finding);
      return finding;
    };
    await judgeViewports(instance, tried);
    for (const [center, width] of [
      [50_000, 8_000],
      [25_000, 60_000],
    ] as const) {
      const expected = shownPictures(instance, 1, { center, width });
      await tried('window', `${center},${width},linear`, (one) => appliesTheWindow(one, expected));
    }
    for (const value of ['abc', '100', '0,0']) await tried('viewport', value, refusesTheValue);
    for (const value of ['40,400', '40,400,xyz']) await tried('window', value, refusesTheValue);
    for (const value of ['10', '90']) await tried('quality', value, takesTheValue);
    for (const value of ['0', '101', 'abc']) await tried('quality', value, refusesTheValue);
    const drawn: Finding[] = [];
    for (const value of ['patient', 'patient,technique'])
      drawn.push(await tried('annotation', value, drawsTheAnnotation));
    // A server that ignores every annotation is told of once.
    const isIgnored = drawn.every(({ breaches }) => breaches.some(({ code }) => code === 'annotation-not-drawn'));
    if (!isIgnored) await tried('annotation', 'xyz', refusesOrWarnsOfTheAnnotation);
  },
};

type Try = (
  parameter: Rendering['parameter'],
  value: string,
  judge: (rendering: Rendering) => Finding,
) => Promise<Finding>;

/** Half as large, twice as large, too wide, and quarters of the image in its own size: at the corner, beside and below it. */
async function judgeViewports(instance: StoredInstance, tried: Try): Promise<void> {
  const size = (tag: string) => Number(numbers(instance.dataSet, tag)[0] ?? 0);
  const [width, height] = [size('00280011'), size('00280010')];
  const half = { width: width / 2, height: height / 2 };
  const whole = shownPictures(instance, 1);
  const at = (value: string, fitted: typeof half, expected: readonly Picture[] = []) =>
    tried('viewport', value, (one) => fitsTheViewport(one, fitted, expected));
  await at(`${half.width},${half.height}`, half);
  await at(`${2 * width},${2 * height}`, { width: 2 * width, height: 2 * height });
  await at(`${2 * width},${height}`, { width, height });
  for (const [left, top] of [
    [0, 0],
    [half.width, 0],
    [0, half.height],
  ] as const) {
    await at(
      `${half.width},${half.height},${left},${top},${half.width},${half.height}`,
      half,
      whole.map((picture) => shownCrop(picture, { left, top, ...half })),
    );
  }
}
