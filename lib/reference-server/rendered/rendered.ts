import type { Archive } from '../archive.ts';
import { type Answer, Refusal, type Request } from '../message.ts';
import { selectInstances } from '../retrieve/select.ts';

/** Rendered resources are not offered yet. */
export async function retrieveRendered(request: Request, archive: Archive): Promise<Answer> {
  selectInstances(archive, request.route);
  throw new Refusal(501, 'rendering is not offered');
}
