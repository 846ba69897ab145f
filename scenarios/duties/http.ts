import { refusesMethodWithAllow, speaksCurrentHttp } from '../../lib/judges/http/service-statuses.ts';
import { ignoresUnknownParameter } from '../../lib/judges/search/parameters.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { offeredSearch } from '../steps/offered-search.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

export const HTTP: Scenario = {
  id: 'http',
  service: 'search',
  writes: true,
  title: 'speaks HTTP as its resources and parameters want it',
  covers: [...EVERY_ANSWER, 'COMMON-002', 'COMMON-003', 'COMMON-026'],
  proves: ['COMMON-003'],
  features: ['search'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb, target } = context;
    const { resource, keys, level, exchange: plain } = await offeredSearch(context);
    const probed = await dicomweb.search(resource, [...keys, ['_no_such_parameter', '1']]);
    const patched = await dicomweb.request('search', 'PATCH', '/studies');
    context.judge(
      isProperAnswer(plain, probed, patched),
      speaksCurrentHttp(plain, probed, patched),
      ignoresUnknownParameter(probed, plain, level, target.profile),
      refusesMethodWithAllow(patched),
    );
  },
};
