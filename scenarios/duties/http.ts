import { ignoresUnknownParameter } from '../../lib/judges/search-parameters.ts';
import { refusesMethodWithAllow, speaksCurrentHttp } from '../../lib/judges/service-statuses.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../tutorial/answers.ts';
import { needsAny, ofStudy } from '../tutorial/stored.ts';
import { askUntilFound } from './search-whole.ts';

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
