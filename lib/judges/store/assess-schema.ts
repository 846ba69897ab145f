import { at, schemaBreaches } from '../../answers/json/body.ts';
import { excerpt, type JsonNode, nodeAt } from '../../answers/json/node.ts';
import type { StoreModule } from '../../answers/store-response.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Assessment } from '../assess.ts';

/** Violations of the module's schema that belong to one requirement. Says how many there were. */
export function assessSchema(requirement: string, { dataSet }: StoreModule, a: Assessment): number {
  const { node, pointer } = dataSet;
  const found = schemaBreaches('store-response', node, pointer).filter((breach) => breach.requirement === requirement);
  for (const { as, pointer: place, missing } of found)
    a[as](false, () => inModule(place, missing, nodeAt(node, place.slice(pointer.length))));
  return found.length;
}

const INSTANCE_UID = '00081155';

/** Attributes that an item has to have. */
const OF_ITEM = ['00081150', INSTANCE_UID, '00081197'];

/** A breach of the module's schema at a place: an item without an attribute, or an attribute of another form. */
function inModule(place: string, missing: string | undefined, node: JsonNode | null): SeenBreach {
  const absent = OF_ITEM.find((tag) => tag === missing);
  if (absent === INSTANCE_UID) return breach('store-item-without-instance', at(place), { tag: absent });
  if (absent) return breach('store-item-without-attribute', at(place), { tag: absent });
  const tag = place.split('/').findLast((step) => /[0-9A-F]{8}/.test(step)) ?? '';
  return breach('store-attribute-malformed', at(place), { tag, seen: excerpt(node) });
}
