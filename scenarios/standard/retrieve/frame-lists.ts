import { resourcePath } from '../../../lib/dicomweb/paths.ts';
import { multipartIsWellFormed } from '../../../lib/judges/multipart/framing.ts';
import { takesOrRefusesUnordered } from '../../../lib/judges/retrieve/frame-order.ts';
import { refusesFramesBeyondTheLast, refusesListBeyondTheLast } from '../../../lib/judges/retrieve/frame-refusal.ts';
import { framesAre } from '../../../lib/judges/retrieve/frames.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

const OCTETS = 'multipart/related; type="application/octet-stream"';
const LIST = [1, 3, 5];

/** PS3.18 §10.1.1: lists of frames, of an image whose five frames all differ. */
export const FRAME_LISTS: Scenario = {
  id: 'frame-lists',
  service: 'retrieve',
  title: 'returns each frame of a list in its order',
  covers: [...EVERY_ANSWER, ...['040', '041', '042', '043', '044', '045', '048'].map((id) => `WADO-RS-${id}`)],
  proves: ['WADO-RS-042'],
  features: ['frames'],
  data: ['multi-frame'],
  needs: [storesOf('multi-frame')],
  obstacle: needsData('multi-frame'),
  async play(context) {
    const { dicomweb, judge } = context;
    const native = heldOf(context, 'multi-frame').find(({ name }) => name === 'five-frames');
    if (!native) return;
    const first = await dicomweb.retrieveFrames(native, [1]);
    judge(isProperAnswer(first), framesAre(first, native, [1]));
    const encoded = `${resourcePath(native)}/frames/${LIST.join('%2C')}`;
    for (const exchange of [
      await dicomweb.retrieveFrames(native, LIST),
      await dicomweb.request('retrieve', 'GET', encoded, { accept: OCTETS }),
    ])
      judge(isProperAnswer(exchange), multipartIsWellFormed(exchange), framesAre(exchange, native, LIST));
    for (const unordered of [
      [3, 1],
      [1, 1],
    ]) {
      const exchange = await dicomweb.retrieveFrames(native, unordered);
      judge(isProperAnswer(exchange), takesOrRefusesUnordered(exchange, first));
    }
    const beyond = await dicomweb.retrieveFrames(native, [9999]);
    const list = await dicomweb.retrieveFrames(native, [1, 9999]);
    judge(
      isProperAnswer(beyond, list),
      refusesFramesBeyondTheLast(beyond, first),
      refusesListBeyondTheLast(list, first, 2, 5),
    );
  },
};
