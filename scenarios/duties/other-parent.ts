import { newUid } from '../../lib/dicom/uid.ts';
import { isUnknownBelowAnotherParent } from '../../lib/judges/retrieve/unknown-resource.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { askForStored } from '../steps/ask-until.ts';
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
    const belowAnotherSeries = { study, series: dataset.roles.elsewhere?.series ?? newUid(), instance };
    const belowAnotherStudy = { study: newUid(), series };
    const path = { study, series, instance };
    const described = await askForStored(context, () => dicomweb.retrieveMetadata(path));
    const pairs = [
      { twin: described, stray: await dicomweb.retrieveMetadata(belowAnotherSeries) },
      { twin: await dicomweb.retrieveInstance(path), stray: await dicomweb.retrieveInstance(belowAnotherSeries) },
      {
        twin: await dicomweb.retrieveMetadata({ study, series }),
        stray: await dicomweb.retrieveMetadata(belowAnotherStudy),
      },
    ];
    context.judge(
      isProperAnswer(...pairs.flatMap(({ twin, stray }) => [twin, stray])),
      pairs.map(({ twin, stray }) => isUnknownBelowAnotherParent(stray, twin)),
    );
  },
};
