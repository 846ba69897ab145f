import type { Archive } from './archive.ts';
import type { Answer, Request } from './message.ts';
import { selectInstances } from './retrieve/select.ts';

/**
 * Removes a study, a series or an instance and answers 204. PS3.18 has no such transaction; this is what servers that
 * offer it have in common. @throws Refusal 404 when there is nothing to remove.
 */
export async function deleteEntities({ route }: Request, archive: Archive): Promise<Answer> {
  selectInstances(archive, route);
  archive.remove({ study: route.study ?? '', series: route.series, instance: route.instance });
  return { status: 204, headers: [], content: { kind: 'none' } };
}
