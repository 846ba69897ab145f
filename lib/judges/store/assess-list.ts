import { at } from '../../answers/json/body.ts';
import { attributeOf } from '../../answers/json/data-set.ts';
import {
  FAILED_SOP_SEQUENCE,
  REFERENCED_SOP_SEQUENCE,
  type SopItem,
  type StoreModule,
} from '../../answers/store-response.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Assessment } from '../assess.ts';
import type { StoreOutcome } from './outcome.ts';

const INSTANCE_UID = '00081155';

/** What each list of the module holds, and what is wrong where it holds the other, or not what it should. */
const LISTS = {
  stored: {
    tag: REFERENCED_SOP_SEQUENCE,
    items: ({ referenced }: StoreModule) => referenced,
    other: 'refused',
    missing: 'stored-not-listed',
    mixedUp: 'refused-listed-as-stored',
  },
  refused: {
    tag: FAILED_SOP_SEQUENCE,
    items: ({ failed }: StoreModule) => failed,
    other: 'stored',
    missing: 'refused-not-listed',
    mixedUp: 'stored-listed-as-failed',
  },
} as const;

/** Each instance that belongs into a list stands in it once, and nothing else does. */
export function assessList(
  which: 'stored' | 'refused',
  module: StoreModule,
  outcome: StoreOutcome,
  a: Assessment,
): void {
  const { tag, other, missing, mixedUp, items: itemsOf } = LISTS[which];
  const items = itemsOf(module);
  const expected = outcome[which];
  const sequence = attributeOf(module.dataSet, tag);
  const where = at(sequence?.pointer ?? module.dataSet.pointer);
  const misplaced = ({ instance, dataSet: { pointer } }: SopItem): SeenBreach => {
    if (instance === null) return breach('store-item-without-instance', at(pointer), { tag: INSTANCE_UID });
    const known = outcome[other].find((one) => one.instance === instance);
    if (known) return breach(mixedUp, at(pointer), { instance, name: known.name });
    return breach('store-lists-unknown-instance', at(pointer), { instance });
  };
  const [first] = items;
  if (expected.length === 0) {
    if (first) a.must(false, () => misplaced(first));
    else a.should(sequence === null, () => breach('store-response-empty-sequence', where, { tag }));
    return;
  }
  for (const { instance, name } of expected) {
    const count = items.filter((item) => item.instance === instance).length;
    a.must(count === 1, () =>
      count === 0
        ? breach(missing, where, { instance, name, listed: items.length })
        : breach('store-lists-twice', where, { tag, instance, name, count }),
    );
  }
  for (const item of items) {
    a.must(
      expected.some(({ instance }) => instance === item.instance),
      () => misplaced(item),
    );
  }
}
