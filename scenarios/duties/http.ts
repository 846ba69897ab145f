import { refusesMethodWithAllow, speaksCurrentHttp } from '../../lib/judges/http/service-statuses.ts';
import { ignoresUnknownParameter } from '../../lib/judges/search/parameters.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { askUntilFound } from '../steps/search-whole.ts';
import { needsAny, ofStudy } from '../steps/stored.ts';

export const HTTP: Scenario = {
  id: 'http',
  service: 'search',
  title: 'speaks HTTP as its resources and parameters want it',
  covers: [...EVERY_ANSWER, 'COMMON-002', 'COMMON-003', 'COMMON-026'],
  proves: ['COMMON-003'],
  features: ['search'],
  obstacle: needsAny(ofStudy),
  async play(context) {
    const { dicomweb, dataset, target } = context;
    const key = ['StudyInstanceUID', dataset.study] as const;
    const search = (...more: readonly (readonly [string, string])[]) =>
      dicomweb.search({ level: 'studies' }, [key, ...more]);
    const plain = await askUntilFound(context, () => search());
    const probed = await search(['_no_such_parameter', '1']);
    const patched = await dicomweb.request('search', 'PATCH', '/studies');
    context.judge(
      isProperAnswer(plain, probed, patched),
      speaksCurrentHttp(plain, probed, patched),
      ignoresUnknownParameter(probed, plain, 'study', target.profile),
      refusesMethodWithAllow(patched),
    );
  },
};
