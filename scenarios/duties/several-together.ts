import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { RequestOptions } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { anythingIsMultipart, keepsSeveralTogether } from '../../lib/judges/retrieve/instance-types.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { notJudged } from '../../lib/run/play.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { TUTORIAL_IDS } from '../steps/scenario-ids.ts';
import { answerTo, held, needsAny, ofSeries, ofStudy } from '../steps/stored.ts';

export const SEVERAL_TOGETHER: Scenario = {
  id: 'several-together',
  service: 'retrieve',
  title: 'returns a study and a series as multipart, whatever is asked for',
  covers: [...EVERY_ANSWER, 'WADO-RS-015', 'WADO-RS-016'],
  proves: ['WADO-RS-015'],
  features: ['retrieve'],
  needs: [TUTORIAL_IDS.retrieveStudy, TUTORIAL_IDS.retrieveSeries],
  obstacle: needsAny(ofSeries),
  async play(context) {
    const { study, roles } = context.dataset;
    const series = roles.targetSeries.uid;
    await judgeLevel(context, 'study', TUTORIAL_IDS.retrieveStudy, held(context, ofStudy(context)), (options) =>
      context.dicomweb.retrieveStudy({ study }, options),
    );
    await judgeLevel(context, 'series', TUTORIAL_IDS.retrieveSeries, held(context, ofSeries(context)), (options) =>
      context.dicomweb.retrieveSeries({ study, series }, options),
    );
  },
};

/** More than this is not sent a second time only to see in which form it comes, in bytes. */
const MOST_BYTES = 256e6;

/** The twin is what the tutorial retrieved. */
async function judgeLevel(
  context: ScenarioContext,
  level: 'study' | 'series',
  tutorial: string,
  stored: readonly StoredInstance[],
  ask: (options: RequestOptions) => Promise<Exchange>,
): Promise<void> {
  const twin = answerTo(context, tutorial);
  const [instance] = stored;
  if (!twin || !instance) return;
  if (stored.reduce((sum, { source }) => sum + source.length, 0) > MOST_BYTES) {
    const remark = `the ${level} is too large to be retrieved once more only to see in which form it comes`;
    context.judge(
      ['WADO-RS-015', 'WADO-RS-016'].map((id) => notJudged(SEVERAL_TOGETHER, id, { reason: 'over-limit', remark })),
    );
    return;
  }
  const alone = await ask({ accept: 'application/dicom' });
  const anything = await ask({ accept: '*/*' });
  context.judge(
    isProperAnswer(alone, anything),
    keepsSeveralTogether(level, { exchange: alone, twin }, stored),
    anythingIsMultipart(level, { exchange: anything, twin, instance }, context.target.profile),
  );
}
