import { newUid } from '../../lib/dicom/uid.ts';
import { isUnknownBelowAnotherParent } from '../../lib/judges/retrieve/unknown-resource.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { describeTarget } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

export const OTHER_PARENT: Scenario = {
  id: 'other-parent',
  service: 'retrieve',
  title: 'finds a series or instance below its own study and series only',
  covers: [...EVERY_ANSWER, 'WADO-RS-019'],
  proves: ['WADO-RS-019'],
  features: ['retrieve', 'metadata'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb, dataset } = context;
    const { study, series, instance } = dataset.roles.target;
    const twin = await describeTarget(context);
    const belowAnotherSeries = { study, series: dataset.roles.elsewhere?.series ?? newUid(), instance };
    const strays = [
      await dicomweb.retrieveMetadata(belowAnotherSeries),
      await dicomweb.retrieveInstance(belowAnotherSeries),
      await dicomweb.retrieveMetadata({ study: newUid(), series }),
    ];
    context.judge(
      isProperAnswer(twin, ...strays),
      strays.map((stray) => isUnknownBelowAnotherParent(stray, twin)),
    );
  },
};
