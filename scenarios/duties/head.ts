import { queryString, resourcePath } from '../../lib/dicomweb/paths.ts';
import { answersCompletely } from '../../lib/judges/http/complete-answer.ts';
import { headIsGetWithoutBody } from '../../lib/judges/http/head.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { describeTarget } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { askUntilFound } from '../steps/search-whole.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

const AS_JSON = { accept: 'application/dicom+json' };

export const HEAD: Scenario = {
  id: 'head',
  service: 'search',
  title: 'answers HEAD as GET, without a body',
  covers: [...EVERY_ANSWER, 'COMMON-033'],
  proves: ['COMMON-033'],
  features: ['search', 'metadata'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb, dataset } = context;
    const { target } = dataset.roles;
    const described = await describeTarget(context);
    const ofDescribed = await dicomweb.request('retrieve', 'HEAD', `${resourcePath(target)}/metadata`, AS_JSON);
    const listed = await askUntilFound(context, () =>
      dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', target.study]]),
    );
    const query = queryString([['StudyInstanceUID', target.study]]);
    const ofListed = await dicomweb.request('search', 'HEAD', `/studies${query}`, AS_JSON);
    context.judge(
      isProperAnswer(described, listed),
      answersCompletely(ofDescribed, ofListed),
      headIsGetWithoutBody(
        { head: ofDescribed, get: described, path: target },
        { head: ofListed, get: listed, path: { study: target.study } },
      ),
    );
  },
};
