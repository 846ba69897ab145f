import { refusesUnacceptableMetadata, refusesUnacceptableResults } from '../../lib/judges/http/faulty-input.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { describeAny } from '../steps/ask-until.ts';
import { offeredSearch } from '../steps/offered-search.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

/** A type that no server produces. */
const NO_SUCH_TYPE = { accept: 'application/x-no-such-type' };

export const UNACCEPTABLE: Scenario = {
  id: 'unacceptable',
  service: 'search',
  title: 'says so where it can produce no acceptable type',
  covers: [...EVERY_ANSWER, 'COMMON-010', 'QIDO-009'],
  proves: ['COMMON-010'],
  features: ['search', 'metadata'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb } = context;
    const { path: target, exchange: described } = await describeAny(context);
    const undescribed = await dicomweb.retrieveMetadata(target, NO_SUCH_TYPE);
    const { resource, keys, exchange: listed } = await offeredSearch(context);
    const unlisted = await dicomweb.search(resource, keys, NO_SUCH_TYPE);
    context.judge(
      isProperAnswer(described, undescribed, listed, unlisted),
      refusesUnacceptableMetadata(undescribed, described),
      refusesUnacceptableResults(unlisted, listed),
    );
  },
};
