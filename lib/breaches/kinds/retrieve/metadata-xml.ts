import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** Metadata in XML. */
export const METADATA_XML = {
  'xml-refused': kind<StatusParameters>({
    harm: 'request-refused',
    perRoute: true,
    follows: ['search-fails', 'metadata-not-retrieved'],
  }),
  'xml-answered-in-json': kind<{ readonly type: string | null }>({
    harm: 'type-unexpected',
    perRoute: true,
    follows: ['accept-ignored', 'json-labelled', 'metadata-not-a-list'],
  }),
  'xml-media-type': kind<{ readonly type: string | null }>({
    harm: 'type-unexpected',
    spoils: 'answer',
    follows: ['json-labelled', 'multipart-labelled'],
  }),
  'xml-part-count': kind<{ readonly count: number; readonly expected: number }>({
    harm: 'images-unseen',
    unread: true,
    follows: ['xml-lacks-document'],
  }),
  'xml-lacks-document': kind<{ readonly uid: string; readonly parts: number }>({
    harm: 'images-unseen',
    unread: true,
    cause: 'xml-lacks-document',
  }),
} as const;
