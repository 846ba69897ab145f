import { etagOf } from '../../lib/answers/response.ts';
import { answersCompletely } from '../../lib/judges/http/complete-answer.ts';
import { answers304ToItsETag, sendsAnswerToAnotherEtag } from '../../lib/judges/http/etag.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { describeAny } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

/** No server has it: an ETag of the harness's own. */
const ANOTHER = '"dicomweb-harness-another"';

export const ETAG: Scenario = {
  id: 'etag',
  service: 'retrieve',
  title: 'answers 304 to who has the answer already',
  covers: [...EVERY_ANSWER, 'COMMON-034'],
  // No server needs an ETag.
  proves: [],
  features: ['metadata'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { path, exchange: first } = await describeAny(context);
    const etag = first.response && etagOf(first.response);
    const headers = etag ? [['If-None-Match', etag] as const] : [];
    const again = await context.dicomweb.retrieveMetadata(path, { headers });
    context.judge(isProperAnswer(first), answersCompletely(again), answers304ToItsETag(again, first));
    if (!etag) return;
    const other = await context.dicomweb.retrieveMetadata(path, { headers: [['If-None-Match', ANOTHER]] });
    context.judge(answersCompletely(other), sendsAnswerToAnotherEtag(other, first, ANOTHER));
  },
};
