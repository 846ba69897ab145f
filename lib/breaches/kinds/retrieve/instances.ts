import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** An instance: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** A media type as the server wrote it; null where it wrote none. */
type OfType = { readonly type: string | null };

/** What a retrieve of a study, a series or an instance returns. */
export const RETRIEVE = {
  'instances-not-retrieved': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    says: 'absent',
  }),
  'instances-media-type': kind<OfType>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
  }),
  'instance-part-media-type': kind<OfType>({
    harm: 'not-found-or-opened',
    // A part without a type is told of as such.
    spoils: ({ type }) => (type === null ? null : 'part'),
    unread: true,
  }),
  'retrieve-empty': kind<{ readonly level: string }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'absent',
  }),
  'retrieve-unreadable': kind<{ readonly level: string; readonly parts: number }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'absent',
  }),
  'instance-missing': kind<OfInstance>({
    harm: 'data-lost',
    unread: true,
    says: 'absent',
  }),
  'foreign-instance': kind<{ readonly instance: string }>({
    harm: 'wrong-patient-or-image',
    says: 'foreign',
  }),
  'instance-repeated': kind<{ readonly instance: string }>({
    harm: 'some-clients-only',
    says: 'foreign',
  }),
  /** `count` instances came where one was asked for. */
  'instance-with-others': kind<{ readonly instance: string; readonly count: number }>({
    harm: 'wrong-patient-or-image',
    says: 'foreign',
  }),
  'unknown-resource-success': kind<StatusParameters>({
    harm: 'some-clients-only',
  }),
  'unknown-resource-badly-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
    identity: ['status'],
  }),
  'found-below-another-parent': kind<StatusParameters>({ harm: 'wrong-patient-or-image', says: 'foreign' }),
  'nothing-below-another-parent-success': kind<StatusParameters>({
    harm: 'some-clients-only',
  }),
  'another-parent-badly-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
    identity: ['status'],
  }),
  /** What is under a RetrieveURL that the server handed out. */
  'retrieve-url-dead': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    says: 'absent',
  }),
  'retrieve-url-leads-elsewhere': kind<{ readonly url: string; readonly instance: string }>({
    harm: 'wrong-patient-or-image',
    says: 'foreign',
  }),
  'retrieve-url-unreadable': kind<{ readonly url: string }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'absent',
  }),
  'retrieve-url-empty': kind<{ readonly url: string }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'absent',
  }),
} as const;
