import { resourcePath } from '../../../lib/dicomweb/paths.ts';
import {
  hasNoFrames,
  locatesBulkData,
  refusesFramesAlone,
  rendersReportsAsText,
  sendsFrameOfAnyType,
  sendsOctetsOfInstance,
  sendsOneFrameAlone,
  servesValuesOrNot,
} from '../../../lib/judges/retrieve/forms.ts';
import { framesAre } from '../../../lib/judges/retrieve/frames.ts';
import type { ScenarioContext } from '../../../lib/run/context.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

const OCTETS = 'application/octet-stream';
const IN_PARTS = `multipart/related; type="${OCTETS}"`;

/** PS3.18 Table 10.4.4-1: frames without multipart or of any type, and an instance as octets. */
export const FRAME_FORMS: Scenario = {
  id: 'frame-forms',
  service: 'retrieve',
  title: 'sends frames alone and of any type, and none of what is no image',
  covers: [
    ...EVERY_ANSWER,
    ...['040', '041', '042', '044', '045', '048', '049', '050', '051'].map((id) => `WADO-RS-${id}`),
  ],
  proves: ['WADO-RS-050'],
  features: ['frames'],
  data: ['ct', 'multi-frame'],
  needs: [storesOf('ct'), storesOf('multi-frame')],
  obstacle: needsData('multi-frame'),
  async play(context) {
    const { dicomweb, judge } = context;
    const native = heldOf(context, 'multi-frame').find(({ name }) => name === 'five-frames');
    if (!native) return;
    const first = await dicomweb.retrieveFrames(native, [1]);
    const alone = await dicomweb.retrieveFrames(native, [1], { accept: OCTETS });
    const several = await dicomweb.retrieveFrames(native, [1, 2], { accept: OCTETS });
    const anything = await dicomweb.retrieveFrames(native, [1], { accept: '*/*' });
    judge(
      isProperAnswer(first, alone, several, anything),
      sendsOneFrameAlone(alone, first),
      alone.response?.status === 200 ? framesAre(alone, native, [1]) : [],
      refusesFramesAlone(several, first),
      sendsFrameOfAnyType(anything, first),
    );
    const report = heldOf(context, 'ct').find(hasNoPixels);
    if (!report) return;
    const described = await dicomweb.retrieveMetadata(report);
    const none = await dicomweb.retrieveFrames(report, [1]);
    judge(isProperAnswer(described, none), hasNoFrames(none, described));
  },
};

/** PS3.18 §10.4.1.1.5 and Table 8.7.4-1: bulk data of an instance as a whole, and a report that is rendered. */
export const INSTANCE_FORMS: Scenario = {
  id: 'instance-forms',
  service: 'retrieve',
  title: 'returns the bulk data of an instance as octets, and a report as text',
  covers: [...EVERY_ANSWER, ...['017', '055', '056', '057', '074'].map((id) => `WADO-RS-${id}`)],
  // No server has to offer them, or the servers that do are few.
  proves: [],
  features: ['retrieve', 'metadata'],
  data: ['ct'],
  needs: [storesOf('ct')],
  obstacle: needsData('ct'),
  async play(context) {
    const { dicomweb, judge } = context;
    const held = heldOf(context, 'ct');
    const image = held.find((one) => !hasNoPixels(one));
    if (image) {
      const metadata = await dicomweb.retrieveMetadata(image);
      const octets = await dicomweb.retrieveInstance(image, { accept: IN_PARTS });
      const [bulk, pixels] = [await values(context, image, 'bulkdata'), await values(context, image, 'pixeldata')];
      judge(
        isProperAnswer(metadata, octets, bulk, pixels),
        sendsOctetsOfInstance(octets, metadata, image),
        servesValuesOrNot(bulk, metadata, image, 'bulkdata'),
        servesValuesOrNot(pixels, metadata, image, 'pixeldata'),
        [octets, bulk].flatMap((one) => (one.response?.status === 200 ? locatesBulkData(one, metadata, image) : [])),
      );
    }
    const report = held.find(hasNoPixels);
    if (!report) return;
    const described = await dicomweb.retrieveMetadata(report);
    const rendered = await dicomweb.retrieveRendered(report, { accept: '*/*' });
    judge(isProperAnswer(described, rendered), rendersReportsAsText(rendered, described, report));
  },
};

type Held = ReturnType<typeof heldOf>[number];

function hasNoPixels({ dataSet }: Held): boolean {
  return !dataSet.elements.has('7FE00010');
}

function values({ dicomweb }: ScenarioContext, instance: Held, resource: 'bulkdata' | 'pixeldata') {
  return dicomweb.request('retrieve', 'GET', `${resourcePath(instance)}/${resource}`, { accept: IN_PARTS });
}
