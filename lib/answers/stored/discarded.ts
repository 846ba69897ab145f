import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Profile } from '../../target/profile.ts';
import { holdsDicomJson, jsonBodyOf } from '../json/body.ts';
import { attributeOf, firstText } from '../json/data-set.ts';
import { plain } from '../json/node.ts';
import { isSuccess } from '../response.ts';
import { storeModuleOf, WARNING_REASON } from '../store-response.ts';
import { storedAttributes, withAttributes } from './stored-attributes.ts';

/** Elements discarded: the server did not store all of them (PS3.18 Table I.2-1). */
const DISCARDED = 0xb006;

/**
 * The instances, marked where elements of them may be discarded: as the answer to their store said, or as the level of
 * storage allows that the product claims.
 */
export function withDiscarded(
  instances: readonly StoredInstance[],
  stores: readonly Exchange[],
  profile?: Profile,
): readonly StoredInstance[] {
  const reduced = new Set(stores.flatMap(reducedBy));
  const keepsAll = (profile?.storageLevel ?? 2) === 2;
  return instances.map((one) => (!keepsAll || reduced.has(one.instance) ? { ...one, isReduced: true } : one));
}

/** The instances without the attributes of which such an answer spoke, as far as metadata shows them gone. */
export function withoutDiscarded(
  instances: readonly StoredInstance[],
  metadata: readonly Exchange[],
): readonly StoredInstance[] {
  if (!instances.some(({ isReduced }) => isReduced)) return instances;
  const described = new Map(
    metadata
      .flatMap(({ response }) => (response && holdsDicomJson(response) ? jsonBodyOf(response).dataSets : []))
      .map((dataSet) => [firstText(dataSet, '00080018'), dataSet] as const),
  );
  return instances.map((one) => {
    const dataSet = described.get(one.instance);
    if (!one.isReduced || !dataSet) return one;
    const gone = [...storedAttributes(one.dataSet).values()].filter(({ tag }) => !attributeOf(dataSet, tag));
    const empty = gone.map(
      (attribute) => [attribute.tag, { ...attribute, values: [], items: [], isEmpty: true }] as const,
    );
    return { ...one, dataSet: withAttributes(one.dataSet, new Map(empty)) };
  });
}

function reducedBy({ request, response }: Exchange): (string | null)[] {
  const module = request.method === 'POST' && response && isSuccess(response) ? storeModuleOf(response) : null;
  return (module?.referenced ?? [])
    .filter(({ dataSet }) => attributeOf(dataSet, WARNING_REASON)?.values.some((reason) => plain(reason) === DISCARDED))
    .map(({ instance }) => instance);
}
