import { multipartIsWellFormed } from '../../lib/judges/multipart-framing.ts';
import { scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from './answers.ts';

export const RETRIEVE = [
  scenario('T04', 'retrieve', 'retrieves every instance of a study', [...EVERY_ANSWER], async (context) => {
    const exchange = await context.dicomweb.retrieveStudy({ study: context.dataset.study });
    context.judge(isProperAnswer(exchange), multipartIsWellFormed(exchange));
  }),
];
