import { copyInstance } from '../../../fixtures/copy-instance.ts';
import { smallestOf } from '../../../fixtures/dataset.ts';
import type { ByteSource } from '../../../lib/bytes/byte-source.ts';
import type { LookedFor } from '../../../lib/judges/assess-served.ts';
import { waitedTooShort } from '../../../lib/judges/store/stored-is-observed.ts';
import type { Finding } from '../../../lib/results/finding.ts';
import { notJudged } from '../../../lib/run/play.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import type { Profile } from '../../../lib/target/profile.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { storeAndLook, usualStore } from '../../steps/store-in-form.ts';
import { needsAny, ofTarget } from '../../steps/stored.ts';

/** A form of the store request that a server has to take as it takes the usual one. */
interface StoreForm extends Pick<Scenario, 'id' | 'title'> {
  readonly requirement: string;
  readonly write: (content: ByteSource) => { readonly contentType: string; readonly body: ByteSource };
  readonly judge: (store: LookedFor, twin: LookedFor, profile: Profile) => Finding;
}

/** Stores a copy of an instance in another form, once the usual one was seen to work. */
export function storesAs({ id, title, requirement, write, judge }: StoreForm): Scenario {
  return {
    id,
    service: 'store',
    title,
    covers: [...EVERY_ANSWER, requirement],
    proves: [requirement],
    features: ['store', 'metadata'],
    obstacle: needsAny(ofTarget),
    copies: 1,
    async play(context) {
      const twin = await usualStore(context);
      if (!twin) return;
      const copy = copyInstance(smallestOf(context.dataset));
      const stored = await storeAndLook(context, copy, write(copy.source));
      context.judge(
        isProperAnswer(stored.store, stored.look),
        stored.cut
          ? notJudged({ title }, requirement, { reason: 'not-exercised', remark: waitedTooShort(stored.cut) })
          : judge(stored, twin, context.target.profile),
      );
    },
  };
}
