import { copyInstance } from '../../../fixtures/copy-instance.ts';
import { smallestOf } from '../../../fixtures/dataset.ts';
import type { ByteSource } from '../../../lib/bytes/byte-source.ts';
import { refusesUnreadableStore, refusesUnsupportedStore } from '../../../lib/judges/http/faulty-input.ts';
import { faultyInputIsNoServerError } from '../../../lib/judges/http/service-statuses.ts';
import {
  refusesCutStore,
  refusesOrKeepsUnbounded,
  refusesOrKeepsUnclosed,
  refusesOrKeepsUnlabelled,
  refusesOrKeepsUnlisted,
} from '../../../lib/judges/store/malformed.ts';
import type { ScenarioContext } from '../../../lib/run/context.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { type DoubtfulBody, postStore, type StoreBody, storeInDoubt, usualStore } from '../../steps/store-in-form.ts';
import { needsAny, ofTarget } from '../../steps/stored.ts';
import {
  cutOff,
  EMPTY_BODY,
  formData,
  NO_PART,
  pictureAlone,
  unlabelled,
  withoutBoundary,
  withoutClosingDelimiter,
} from './malformed-bodies.ts';

/** PS3.18 Table 10.5.3-1: stores that are to be refused, each with a look for what was in it. */
export const MALFORMED_STORES: Scenario = {
  id: 'malformed-stores',
  service: 'store',
  title: 'refuses stores that are cut off, unframed, empty or of another type, and keeps nothing of them',
  covers: [...EVERY_ANSWER, 'COMMON-029', 'STOW-009', 'STOW-010'],
  proves: ['STOW-009', 'STOW-010'],
  features: ['store'],
  obstacle: needsAny(ofTarget),
  copies: 5,
  async play(context) {
    const twin = await usualStore(context);
    if (!twin) return;
    const writes = [cutOff, withoutClosingDelimiter, withoutBoundary, formData, unlabelled];
    const stores = await storeInDoubt(
      context,
      writes.map((write) => copyIn(context, write)),
    );
    const [cut, unclosed, unbounded, form, bare] = stores;
    if (!cut || !unclosed || !unbounded || !form || !bare) return;
    const post = (body: StoreBody) => postStore(context, twin.instance, body);
    const empty = await post(EMPTY_BODY);
    const partless = await post(NO_PART);
    const picture = await post(pictureAlone());
    const faulty = [...stores.map(({ store }) => store), empty, partless, picture];
    context.judge(
      isProperAnswer(...faulty),
      refusesCutStore(cut, twin),
      refusesOrKeepsUnclosed(unclosed, twin),
      refusesOrKeepsUnbounded(unbounded, twin),
      refusesOrKeepsUnlisted(form, twin),
      refusesOrKeepsUnlabelled(bare, twin),
      [empty, partless].map((exchange) => refusesUnreadableStore(exchange, twin.store)),
      refusesUnsupportedStore(picture, twin.store),
      faultyInputIsNoServerError(...faulty),
    );
  },
};

/** A fresh copy in a body that is wrong. */
function copyIn(context: ScenarioContext, write: (content: ByteSource) => StoreBody): DoubtfulBody {
  const instance = copyInstance(smallestOf(context.dataset));
  return { instance, body: write(instance.source) };
}
