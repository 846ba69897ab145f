import { kind } from '../../kind.ts';
import { flawOfRefusal, flawOfType, type StatusParameters } from '../http/status.ts';

/** An instance: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** A media type as the server wrote it; null where it wrote none. */
type OfType = { readonly type: string | null };

/** What a retrieve of a study, a series or an instance returns. */
export const RETRIEVE = {
  'instances-not-retrieved': kind<StatusParameters>({
    harm: 'cannot-open',
    cause: 'instances-not-retrieved',
    flaw: flawOfRefusal,
    follows: ['not-stored', 'deleted-another'],
  }),
  'instances-media-type': kind<OfType>({
    harm: 'answer-unreadable',
    cause: 'instances-media-type',
    spoils: 'answer',
    follows: ['multipart-type-untrue', 'multipart-labelled'],
    flaw: flawOfType,
  }),
  'instance-part-media-type': kind<OfType>({
    harm: 'image-unreadable',
    // A part without a type is told of as such.
    spoils: ({ type }) => (type === null ? null : 'part'),
  }),
  'retrieve-empty': kind<{ readonly level: string }>({
    harm: 'images-unseen',
    unread: true,
    follows: ['not-stored', 'deleted-another'],
  }),
  'retrieve-unreadable': kind<{ readonly level: string; readonly parts: number }>({
    harm: 'answer-unreadable',
    unread: true,
    follows: ['not-a-file'],
  }),
  'instance-missing': kind<OfInstance>({
    harm: 'images-unseen',
    unread: true,
    cause: 'instance-missing',
    follows: ['not-stored', 'deleted-another', 'foreign-instance', 'not-a-file'],
  }),
  'foreign-instance': kind<{ readonly instance: string }>({
    harm: 'foreign-image-shown',
    cause: 'foreign-instance',
    follows: ['stray-stored'],
  }),
  'instance-repeated': kind<{ readonly instance: string }>({
    harm: 'shown-twice',
    cause: 'instance-repeated',
  }),
  /** `count` instances came where one was asked for. */
  'instance-with-others': kind<{ readonly instance: string; readonly count: number }>({
    harm: 'other-image-opened',
    cause: 'instance-with-others',
  }),
  'unknown-resource-success': kind<StatusParameters>({
    harm: 'mistake-unclear',
    follows: ['not-deleted'],
    cause: 'unknown-resource-success',
  }),
  'unknown-resource-badly-refused': kind<StatusParameters>({
    harm: 'mistake-unclear',
    identity: ['status'],
    cause: 'unknown-resource-badly-refused',
  }),
  'found-below-another-parent': kind<StatusParameters>({ harm: 'foreign-image-shown' }),
  'nothing-below-another-parent-success': kind<StatusParameters>({
    harm: 'mistake-unclear',
    follows: ['unknown-resource-success'],
  }),
  'another-parent-badly-refused': kind<StatusParameters>({
    harm: 'mistake-unclear',
    identity: ['status'],
    follows: ['any-transfer-syntax-refused', 'unknown-resource-badly-refused'],
  }),
  /** What is under a RetrieveURL that the server handed out. */
  'retrieve-url-dead': kind<StatusParameters>({
    harm: 'link-broken',
    follows: ['not-stored', 'deleted-another', 'instances-not-retrieved', 'any-transfer-syntax-refused'],
  }),
  'retrieve-url-leads-elsewhere': kind<{ readonly url: string; readonly instance: string }>({
    harm: 'other-image-opened',
    cause: 'retrieve-url-leads-elsewhere',
    follows: ['retrieve-url-of-another-resource', 'foreign-instance', 'instance-with-others'],
  }),
  'retrieve-url-unreadable': kind<{ readonly url: string }>({
    harm: 'link-broken',
    unread: true,
    follows: ['not-a-file'],
  }),
  'retrieve-url-empty': kind<{ readonly url: string }>({
    harm: 'link-broken',
    unread: true,
    follows: ['not-stored', 'deleted-another', 'not-a-file', 'instance-missing', 'retrieve-url-leads-elsewhere'],
  }),
} as const;
