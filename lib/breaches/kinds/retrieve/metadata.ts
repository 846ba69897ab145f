import { ofMissingValue } from '../../element-consequence.ts';
import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** An instance: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

type OfAttribute = { readonly tag: string; readonly vr: string };

/** What the metadata of instances has, lacks and adds. */
export const METADATA = {
  'metadata-not-retrieved': kind<StatusParameters>({
    harm: 'cannot-open',
    identity: ['status'],
    says: 'absent',
  }),
  'metadata-not-json': kind<{ readonly type: string | null; readonly bytes: number }>({
    harm: 'answer-unreadable',
    spoils: 'answer',
  }),
  /** `seen` is the beginning of what stands there. */
  'metadata-not-a-list': kind<{ readonly seen: string }>({
    harm: 'answer-unreadable',
    spoils: 'answer',
  }),
  'metadata-lacks-instance': kind<OfInstance & { readonly count: number }>({
    harm: 'images-unseen',
    says: 'absent',
    unread: true,
  }),
  'metadata-repeats-instance': kind<OfInstance & { readonly count: number }>({ harm: 'shown-twice', says: 'repeated' }),
  'metadata-of-foreign-instance': kind<{ readonly instance: string }>({
    harm: 'foreign-image-shown',
    says: 'foreign',
  }),
  'metadata-without-instance-uid': kind({ harm: 'cannot-open', unread: true }),
  /** More than half of the attributes of the instances; `missing` counts those that are not there. */
  'metadata-lacks-most-attributes': kind<{ readonly missing: number; readonly of: number }>({
    harm: 'cannot-open',
    spoils: 'content',
    unread: true,
  }),
  'metadata-lacks-attribute': kind<OfAttribute>({
    harm: ofMissingValue,
    says: 'absent',
    unread: true,
  }),
  'metadata-lacks-empty-attribute': kind<OfAttribute>({
    harm: 'detail-missing',
    says: 'absent',
    unread: true,
  }),
  'metadata-lacks-private-attribute': kind<OfAttribute & { readonly isEmpty: boolean }>({
    harm: ({ isEmpty }) => (isEmpty ? 'detail-missing' : 'value-missing'),
    says: 'absent',
    unread: true,
  }),
  'metadata-lacks-binary-attribute': kind<OfAttribute>({
    harm: 'value-missing',
    says: 'absent',
    unread: true,
  }),
  'metadata-adds-attribute': kind<{ readonly tag: string; readonly name: string }>({
    harm: 'origin-unclear',
    unread: true,
  }),
  'metadata-has-file-meta': kind<{ readonly tag: string }>({ harm: 'strict-clients-refuse' }),
  'metadata-lacks-pixel-data': kind<{ readonly tag: string }>({
    harm: 'attribute-empty',
    says: 'absent',
    unread: true,
  }),
  /** The attribute is there with its vr alone. */
  'metadata-names-pixel-data': kind<{ readonly tag: string }>({
    harm: 'attribute-empty',
    says: 'absent',
    unread: true,
  }),
  'metadata-holds-pixel-data': kind<{ readonly tag: string }>({ harm: 'too-much' }),
} as const;
