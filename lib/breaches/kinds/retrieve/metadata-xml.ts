import { harmOfElement } from '../../element-harm.ts';
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
  'xml-unreadable': kind<{ readonly message: string }>({ harm: 'not-found-or-opened', spoils: 'part' }),
  'xml-vr-wrong': kind<{ readonly tag: string; readonly vr: string; readonly expected: readonly string[] }>({
    harm: 'some-clients-only',
    identity: ['vr', 'expected'],
  }),
  'xml-keyword-wrong': kind<{ readonly tag: string; readonly keyword: string; readonly expected: string }>({
    harm: 'some-clients-only',
  }),
  'xml-value-differs': kind<{ readonly tag: string; readonly expected: string; readonly actual: string }>({
    harm: harmOfElement,
    identity: ['tag'],
  }),
  'xml-name-differs': kind<{ readonly tag: string; readonly expected: string; readonly actual: string }>({
    harm: harmOfElement,
  }),
  'xml-attribute-missing': kind<{ readonly tag: string }>({ harm: harmOfElement, identity: ['tag'] }),
} as const;
