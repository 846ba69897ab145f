import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** An instance: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** A media type as the server wrote it; null where it wrote none. */
type OfType = { readonly type: string | null };

/** What a retrieve of a study, a series or an instance returns. */
export const RETRIEVE = {
  'instances-not-retrieved': kind<StatusParameters>({
    harm: 'cannot-open',
    says: 'absent',
  }),
  'instances-media-type': kind<OfType>({
    // Another multipart type is split into parts all the same.
    harm: ({ type }) => (/^multipart\//i.test(String(type)) ? 'label-misleads' : 'answer-unreadable'),
    spoils: 'answer',
  }),
  /** The label of a part; where its bytes are something else, that is told instead. */
  'instance-part-media-type': kind<OfType>({
    harm: 'label-misleads',
    // A part without a type is told of as such.
    spoils: ({ type }) => (type === null ? null : 'part'),
    unread: true,
  }),
  'retrieve-empty': kind<{ readonly level: string }>({
    harm: 'images-unseen',
    says: 'absent',
    unread: true,
  }),
  'retrieve-unreadable': kind<{ readonly level: string; readonly parts: number }>({
    harm: 'answer-unreadable',
    says: 'absent',
    unread: true,
  }),
  'instance-missing': kind<OfInstance>({
    harm: 'images-unseen',
    says: 'absent',
    unread: true,
  }),
  'foreign-instance': kind<{ readonly instance: string }>({
    harm: 'foreign-image-shown',
    says: 'foreign',
  }),
  'instance-repeated': kind<{ readonly instance: string }>({
    harm: 'shown-twice',
    says: 'repeated',
  }),
  /** `count` instances came where one was asked for. */
  'instance-with-others': kind<{ readonly instance: string; readonly count: number }>({
    harm: 'other-image-opened',
    says: 'foreign',
  }),
  'unknown-resource-success': kind<StatusParameters>({
    harm: 'mistake-unclear',
  }),
  'unknown-resource-badly-refused': kind<StatusParameters>({
    harm: 'mistake-unclear',
    identity: ['status'],
  }),
  'found-below-another-parent': kind<StatusParameters>({ harm: 'foreign-image-shown', says: 'foreign' }),
  'nothing-below-another-parent-success': kind<StatusParameters>({
    harm: 'mistake-unclear',
  }),
  'another-parent-badly-refused': kind<StatusParameters>({
    harm: 'mistake-unclear',
    identity: ['status'],
  }),
  /** What is under a RetrieveURL that the server handed out. */
  'retrieve-url-dead': kind<StatusParameters>({
    harm: 'link-broken',
    says: 'absent',
  }),
  'retrieve-url-leads-elsewhere': kind<{ readonly url: string; readonly instance: string }>({
    harm: 'other-image-opened',
    says: 'foreign',
  }),
  'retrieve-url-unreadable': kind<{ readonly url: string }>({
    harm: 'link-broken',
    says: 'absent',
    unread: true,
  }),
  'retrieve-url-empty': kind<{ readonly url: string }>({
    harm: 'link-broken',
    says: 'absent',
    unread: true,
  }),
} as const;
