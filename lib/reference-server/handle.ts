import type { Archive } from './archive.ts';
import type { Handler } from './behaviour.ts';
import { describeCapabilities } from './capabilities.ts';
import { deleteEntities } from './delete-entities.ts';
import { type Answer, type Operation, Refusal, type Request, textAnswer } from './message.ts';
import { applyRange } from './range.ts';
import { retrieveRendered } from './rendered/rendered.ts';
import { retrieveThumbnail } from './rendered/thumbnail.ts';
import { retrieveBulkData } from './retrieve/bulkdata.ts';
import { retrieveFrames } from './retrieve/frames.ts';
import { retrieveInstances } from './retrieve/instances.ts';
import { retrieveMetadata } from './retrieve/metadata.ts';
import { search } from './search/search.ts';
import { store } from './store/store.ts';

const HANDLERS: Readonly<Record<Operation, Handler>> = {
  store,
  search,
  retrieve: retrieveInstances,
  metadata: retrieveMetadata,
  bulkdata: retrieveBulkData,
  frames: retrieveFrames,
  rendered: retrieveRendered,
  thumbnail: retrieveThumbnail,
  delete: deleteEntities,
  capabilities: describeCapabilities,
};

/** Answers a request from an archive; a refusal is an answer too. */
export async function handle(request: Request, archive: Archive): Promise<Answer> {
  try {
    return applyRange(await HANDLERS[request.route.operation](request, archive), request);
  } catch (error) {
    if (error instanceof Refusal) return textAnswer(error.status, error.message, error.headers);
    throw error;
  }
}
