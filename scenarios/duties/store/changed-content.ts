import { copyInstance } from '../../../fixtures/copy-instance.ts';
import { smallestOf } from '../../../fixtures/dataset.ts';
import { renumbered } from '../../../fixtures/renumbered.ts';
import { sightOf } from '../../../lib/answers/sight.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { sayTheSame, servicesAgree, tellsAnotherNumber } from '../../../lib/judges/store/changed.ts';
import type { ScenarioContext } from '../../../lib/run/context.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { waitFor } from '../../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { type Way, waysTo } from '../../steps/see-resource.ts';
import { storeAndObserve } from '../../steps/store-and-observe.ts';
import { studyForStores } from '../../steps/store-route.ts';
import { needsAny, ofStudy } from '../../steps/stored.ts';

export const CHANGED_CONTENT: Scenario = {
  id: 'changed-content',
  service: 'store',
  title: 'tells one content everywhere after another one was sent under the same UID',
  covers: [...EVERY_ANSWER, 'STOW-030'],
  proves: ['STOW-030'],
  features: ['store', 'retrieve', 'search'],
  copies: 1,
  obstacle: (context) =>
    needsAny(ofStudy)(context) ??
    (renumbered(smallestOf(context.dataset)) ? null : 'the instance has no InstanceNumber that could be changed'),
  async play(context) {
    const copy = copyInstance(smallestOf(context.dataset));
    const changed = renumbered(copy);
    if (!changed) return;
    const study = studyForStores(context, copy);
    await storeAndObserve(context, [copy], study);
    const shown: Way[] = [];
    const before: Exchange[] = [];
    for (const way of waysTo(context, copy)) {
      const look = await way();
      if (sightOf(look, copy) !== 'shown' || tellsAnotherNumber(look, copy)) continue;
      shown.push(way);
      before.push(look);
    }
    const [first] = before;
    if (!first) return;
    const again = await context.dicomweb.store([changed.source], study);
    const looks = await lookUntilAgreed(context, copy, shown);
    context.judge(isProperAnswer(again, ...looks), servicesAgree(again, copy, first, looks));
  },
};

/** What each service tells of the instance; some may follow a while later, as search may after any store. */
async function lookUntilAgreed(
  context: ScenarioContext,
  copy: StoredInstance,
  ways: readonly Way[],
): Promise<readonly Exchange[]> {
  const look = async () => {
    const looks: Exchange[] = [];
    for (const way of ways) looks.push(await way());
    return { found: looks, isSettled: sayTheSame(looks, copy) };
  };
  const deadline = Date.now() + context.target.profile.visibilityWindowMs;
  return (await waitFor(context, deadline, look)).found;
}
