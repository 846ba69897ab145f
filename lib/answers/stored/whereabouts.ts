import { firstDifference } from '../../bytes/byte-source.ts';
import { frame, pixelDataOf } from '../../dicom/frames.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { Part10Error } from '../../dicom/part10.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import { representationsOf } from '../multipart.ts';
import { type Sight, sightOf } from '../sight.ts';

/** An answer in which an instance may be seen: as itself, or as the study or series that holds nothing else. */
export interface Look {
  readonly exchange: Exchange;
  readonly path: ResourcePath;
}

/** An instance and all the answers in which it was looked for. */
export interface Whereabouts {
  readonly instance: StoredInstance;
  readonly looks: readonly Look[];
  /** Absent where it was seen, or looked for as long as it may be on its way. */
  readonly cut?: CutWait;
}

/** How long something was looked for in vain, of the milliseconds after which it counts as lost: it may be shown yet. */
export interface CutWait {
  readonly waitedMs: number;
  readonly ofMs: number;
}

/** Statuses by which a server says that it does not offer what was asked for: they tell nothing of an instance. */
const NOT_OFFERED = [400, 405, 406, 501];

/**
 * What all looks together show of an instance. It is absent only where some of them do not have it and none of them may
 * hide it: what cannot be seen is not absent.
 */
export function sightOfStored({ instance, looks }: Whereabouts): Sight {
  const sights = looks.map(({ exchange, path }) =>
    isFirstFrame(exchange, instance) ? 'shown' : sightOf(exchange, path),
  );
  if (sights.includes('shown')) return 'shown';
  const mayHide = looks.some(
    ({ exchange }, index) =>
      sights[index] === 'unclear' && !NOT_OFFERED.includes(exchange.response?.status ?? 0) && !isWithoutBytes(exchange),
  );
  return mayHide || !sights.includes('absent') ? 'unclear' : 'absent';
}

/** Whether an answer for a frame is there and has no byte of any. */
function isWithoutBytes({ request, response, failure }: Exchange): boolean {
  if (!response || failure || response.status !== 200 || !/\/frames\/1$/.test(request.url)) return false;
  return representationsOf(response).every(({ body }) => body.length === 0);
}

/** Whether an answer for the first frame of an instance has its bytes, as far as they are comparable. */
function isFirstFrame({ request, response, failure }: Exchange, { dataSet }: StoredInstance): boolean {
  if (!response || failure || response.status !== 200 || !/\/frames\/1$/.test(request.url)) return false;
  if (pixelDataOf(dataSet)?.fragments) return false;
  const [part] = representationsOf(response);
  try {
    return part !== undefined && firstDifference(frame(dataSet, 1), part.body) < 0;
  } catch (error) {
    if (error instanceof Part10Error) return false;
    throw error;
  }
}
