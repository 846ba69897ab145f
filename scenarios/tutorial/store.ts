import { scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from './answers.ts';
import { store } from './storing.ts';

export const STORE = [
  scenario('T01', 'store', 'stores a single instance', [...EVERY_ANSWER], async (context) => {
    const { roles } = context.dataset;
    const exchange = await store(context, [roles.first]);
    context.judge(isProperAnswer(exchange));
  }),
];
