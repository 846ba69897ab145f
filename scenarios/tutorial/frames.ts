import { formatOf } from '../../lib/answers/diagnosis/format.ts';
import { representationsOf } from '../../lib/answers/multipart.ts';
import { isServed } from '../../lib/answers/served.ts';
import { frame, frameCount } from '../../lib/dicom/frames.ts';
import { resourcePath } from '../../lib/dicomweb/paths.ts';
import { multipartIsWellFormed } from '../../lib/judges/multipart/framing.ts';
import {
  refusesFramesBeyondTheLast,
  refusesFrameZero,
  refusesListBeyondTheLast,
  refusesWhatIsNoFrameNumber,
} from '../../lib/judges/retrieve/frame-refusal.ts';
import { framesAre } from '../../lib/judges/retrieve/frames.ts';
import { frameRaster } from '../../lib/run/picture.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { askForStored } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

const needsTarget = needsAny(ofTarget);

export const RETRIEVE_FRAMES: Scenario = {
  id: 'T11',
  service: 'retrieve',
  title: 'retrieves a frame, byte for byte as it was stored',
  covers: [
    ...EVERY_ANSWER,
    ...['001', '002', '003', '004', '005', '006', '007', '008', '009'].map((number) => `MP-${number}`),
    'WADO-RS-040',
    'WADO-RS-041',
    'WADO-RS-044',
    'WADO-RS-045',
    'WADO-RS-048',
  ],
  proves: ['WADO-RS-040', 'WADO-RS-045'],
  features: ['frames'],
  obstacle: needsTarget,
  async play(context) {
    const { target } = context.dataset.roles;
    if (!target.dataSet.elements.has('7FE00010') || frameCount(target.dataSet) === 0) return;
    const exchange = await askForStored(context, () => context.dicomweb.retrieveFrames(target, [1]));
    context.judge(isProperAnswer(exchange), multipartIsWellFormed(exchange), framesAre(exchange, target, [1]));
    const [returned] = exchange.response && isServed(exchange) ? representationsOf(exchange.response) : [];
    // Of what is no frame, such as a message, no picture can be made.
    if (returned && returned.body.length > 0 && formatOf(returned.body) === null) {
      context.picture(`frame 1 of ${target.name}`, () => ({
        actual: frameRaster(target.dataSet, returned.body),
        expected: frameRaster(target.dataSet, frame(target.dataSet, 1)),
      }));
    }
    const last = frameCount(target.dataSet);
    if (last > 1) {
      const another = await context.dicomweb.retrieveFrames(target, [last]);
      context.judge(isProperAnswer(another), multipartIsWellFormed(another), framesAre(another, target, [last]));
    }
    const zero = await context.dicomweb.retrieveFrames(target, [0]);
    const beyond = await context.dicomweb.retrieveFrames(target, [last + 1]);
    const list = await context.dicomweb.retrieveFrames(target, [1, last + 1]);
    const noNumber = await context.dicomweb.request('retrieve', 'GET', `${resourcePath(target)}/frames/abc`, {
      accept: 'multipart/related; type="application/octet-stream"',
    });
    context.judge(
      refusesFrameZero(zero, exchange),
      refusesFramesBeyondTheLast(beyond, exchange),
      refusesListBeyondTheLast(list, exchange, 2, last),
      refusesWhatIsNoFrameNumber(noNumber, exchange),
    );
  },
};
