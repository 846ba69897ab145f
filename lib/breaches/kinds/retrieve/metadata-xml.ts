import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** Metadata in XML. */
export const METADATA_XML = {
  'xml-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
  }),
  'xml-answered-in-json': kind<{ readonly type: string | null }>({
    harm: 'some-clients-only',
    says: 'ignored',
  }),
  'xml-media-type': kind<{ readonly type: string | null }>({
    harm: 'some-clients-only',
    spoils: 'answer',
  }),
  'xml-part-count': kind<{ readonly count: number; readonly expected: number }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'absent',
  }),
  'xml-lacks-document': kind<{ readonly uid: string; readonly parts: number }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'absent',
  }),
} as const;
