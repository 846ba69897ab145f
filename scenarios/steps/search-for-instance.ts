import { isServed } from '../../lib/answers/served.ts';
import type { InstancePath, SearchResource } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { isList } from './search-lags.ts';

/**
 * Searches for an instance in its series, and where the server gives no list there, in its study and among all. The
 * first list counts; the first answer where none is a list.
 */
export async function searchForInstance(
  context: ScenarioContext,
  { study, series, instance }: InstancePath,
): Promise<{ readonly resource: SearchResource; readonly found: Exchange }> {
  const { dicomweb, target } = context;
  const first: SearchResource = { level: 'instances', study, series };
  const others: SearchResource[] = [{ level: 'instances', study }, { level: 'instances' }];
  const search = (resource: SearchResource) => dicomweb.search(resource, [['SOPInstanceUID', instance]]);
  const asked = { resource: first, found: await search(first) };
  if (isList(asked.found) && isServed(asked.found)) return asked;
  for (const resource of target.profile.features.relationalSearch === 'no' ? [] : others) {
    const found = await search(resource);
    if (isList(found) && isServed(found)) return { resource, found };
  }
  return asked;
}
