import type { ResourcePath } from '../../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import type { DeleteEvidence } from '../../../lib/judges/delete/delete.ts';
import { exchange, type Parts } from '../exchanges.ts';
import { attribute, dataSet, INSTANCE, json, SERIES, STUDY } from '../json-answers.ts';
import { aProfile } from '../profiles.ts';

/** What is deleted, and profiles that claim it, say nothing of it, and disclaim it. */
export const PATH: ResourcePath = { study: STUDY, series: SERIES, instance: INSTANCE };
export const CLAIMED = aProfile({ deleteStudy: 'yes', deleteSeries: 'yes', deleteInstance: 'yes' });
export const UNKNOWN = aProfile();
export const DISCLAIMED = aProfile({ deleteStudy: 'no', deleteSeries: 'no', deleteInstance: 'no' });

export const shown = (id: string, body: unknown = [dataSet()]): Exchange => ({
  ...json(body),
  id,
  operation: 'retrieve metadata',
});
export const gone = (id: string): Exchange => ({ ...exchange({ status: 404 }), id, operation: 'retrieve instance' });
export const nothing = (id: string): Exchange => ({ ...json([]), id, operation: 'search' });
export const deletion = (parts: Parts = {}): Exchange =>
  exchange({ id: 'D', operation: 'delete', method: 'DELETE', status: 204, ...parts });
export const SIBLING = dataSet({ '00080018': attribute('UI', '1.2.3.4.6') });

/** The deletion of an instance that went right, with other parts in their place. */
export function evidence(more: Partial<DeleteEvidence> = {}): DeleteEvidence {
  return {
    path: PATH,
    members: [INSTANCE],
    deletion: deletion(),
    before: [shown('B')],
    retrieved: [gone('R')],
    searched: [nothing('S')],
    siblings: [
      {
        path: { study: STUDY, series: SERIES, instance: '1.2.3.4.6' },
        before: shown('SB', [SIBLING]),
        after: shown('SA', [SIBLING]),
      },
    ],
    ...more,
  };
}
