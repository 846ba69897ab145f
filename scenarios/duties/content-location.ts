import { locatesItsResource } from '../../lib/judges/http/payload.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { describeAny } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

export const CONTENT_LOCATION: Scenario = {
  id: 'content-location',
  service: 'retrieve',
  title: 'says where the metadata that it returns is to be had',
  covers: [...EVERY_ANSWER, 'COMMON-020'],
  proves: ['COMMON-020'],
  features: ['metadata'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { exchange } = await describeAny(context);
    context.judge(isProperAnswer(exchange), locatesItsResource(exchange));
  },
};
