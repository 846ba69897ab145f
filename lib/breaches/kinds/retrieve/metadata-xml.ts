import { ofMissingValue, ofOtherValue } from '../../element-consequence.ts';
import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** Metadata in XML. */
export const METADATA_XML = {
  'xml-refused': kind<StatusParameters>({
    harm: 'request-refused',
  }),
  'xml-answered-in-json': kind<{ readonly type: string | null }>({
    harm: 'type-unexpected',
    says: 'ignored',
  }),
  'xml-media-type': kind<{ readonly type: string | null }>({
    harm: 'type-unexpected',
    spoils: 'answer',
  }),
  'xml-part-media-type': kind<{ readonly type: string | null }>({ harm: 'label-misleads' }),
  'xml-part-count': kind<{ readonly count: number; readonly expected: number }>({
    harm: 'images-unseen',
    says: 'absent',
    unread: true,
  }),
  /** So many of the documents have no attribute at all. */
  'xml-without-attributes': kind<{ readonly empty: number; readonly parts: number }>({
    harm: 'value-missing',
    unread: true,
  }),
  'xml-lacks-document': kind<{ readonly uid: string; readonly parts: number }>({
    harm: 'images-unseen',
    says: 'absent',
    unread: true,
  }),
  'xml-unreadable': kind<{ readonly message: string }>({ harm: 'answer-unreadable', spoils: 'part' }),
  'xml-vr-wrong': kind<{ readonly tag: string; readonly vr: string; readonly expected: readonly string[] }>({
    harm: 'label-misleads',
    identity: ['vr', 'expected'],
  }),
  'xml-keyword-wrong': kind<{ readonly tag: string; readonly keyword: string; readonly expected: string }>({
    harm: 'label-misleads',
  }),
  'xml-value-differs': kind<{ readonly tag: string; readonly expected: string; readonly actual: string }>({
    harm: ofOtherValue,
    identity: ['tag'],
  }),
  'xml-name-differs': kind<{ readonly tag: string; readonly expected: string; readonly actual: string }>({
    harm: ofOtherValue,
  }),
  'xml-attribute-missing': kind<{ readonly tag: string }>({ harm: ofMissingValue, identity: ['tag'] }),
} as const;
