import { queryString, resourcePath, searchPath } from '../../lib/dicomweb/paths.ts';
import { answersCompletely } from '../../lib/judges/http/complete-answer.ts';
import { headIsGetWithoutBody } from '../../lib/judges/http/head.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { describeAny } from '../steps/ask-until.ts';
import { offeredSearch } from '../steps/offered-search.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
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
    const { dicomweb } = context;
    const { path: target, exchange: described } = await describeAny(context);
    const ofDescribed = await dicomweb.request('retrieve', 'HEAD', `${resourcePath(target)}/metadata`, AS_JSON);
    const { resource, keys, path, exchange: listed } = await offeredSearch(context);
    const ofListed = await dicomweb.request('search', 'HEAD', `${searchPath(resource)}${queryString(keys)}`, AS_JSON);
    context.judge(
      isProperAnswer(described, listed),
      answersCompletely(ofDescribed, ofListed),
      headIsGetWithoutBody({ head: ofDescribed, get: described, path: target }, { head: ofListed, get: listed, path }),
    );
  },
};
