import { ofMissingValue } from '../../element-consequence.ts';
import { kind } from '../../kind.ts';
import { flawOfRefusal, flawOfType, type StatusParameters } from '../http/status.ts';

/** An instance: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

type OfAttribute = { readonly tag: string; readonly vr: string };

/** What the metadata of instances has, lacks and adds. */
export const METADATA = {
  'metadata-not-retrieved': kind<StatusParameters>({
    harm: 'cannot-open',
    identity: ['status'],
    cause: 'metadata-not-retrieved',
    flaw: flawOfRefusal,
    follows: ['not-stored', 'deleted-another'],
  }),
  'metadata-not-json': kind<{ readonly type: string | null; readonly bytes: number }>({
    harm: 'answer-unreadable',
    spoils: 'answer',
    flaw: flawOfType,
  }),
  /** `seen` is the beginning of what stands there. */
  'metadata-not-a-list': kind<{ readonly seen: string }>({
    harm: 'answer-unreadable',
    spoils: 'answer',
    cause: 'metadata-not-a-list',
    alike: 'not-a-list',
  }),
  'metadata-lacks-instance': kind<OfInstance & { readonly count: number }>({
    harm: 'images-unseen',
    unread: true,
    follows: ['not-stored', 'deleted-another', 'foreign-metadata'],
  }),
  'metadata-repeats-instance': kind<OfInstance & { readonly count: number }>({ harm: 'shown-twice' }),
  'metadata-of-foreign-instance': kind<{ readonly instance: string }>({
    harm: 'foreign-image-shown',
    cause: 'foreign-metadata',
    follows: ['stray-stored'],
  }),
  'metadata-without-instance-uid': kind({ harm: 'cannot-open', unread: true }),
  /** More than half of the attributes of the instances; `missing` counts those that are not there. */
  'metadata-lacks-most-attributes': kind<{ readonly missing: number; readonly of: number }>({
    harm: 'cannot-open',
    unread: true,
    cause: 'metadata-lacks-most',
  }),
  'metadata-lacks-attribute': kind<OfAttribute>({
    harm: ofMissingValue,
    unread: true,
    cause: 'metadata-lacks',
    explains: ['{tag} left out'],
  }),
  'metadata-lacks-empty-attribute': kind<OfAttribute>({
    harm: 'detail-missing',
    alike: 'empty-left-out',
    unread: true,
    follows: ['metadata-lacks'],
  }),
  'metadata-lacks-private-attribute': kind<OfAttribute>({
    harm: 'value-missing',
    unread: true,
    follows: ['metadata-lacks', 'private-creators-left-out'],
  }),
  'metadata-lacks-binary-attribute': kind<OfAttribute>({
    harm: 'value-missing',
    unread: true,
    follows: ['metadata-lacks'],
  }),
  'metadata-adds-attribute': kind<{ readonly tag: string; readonly name: string }>({
    harm: 'origin-unclear',
    unread: true,
    follows: ['metadata-lacks-most'],
  }),
  'metadata-has-file-meta': kind<{ readonly tag: string }>({ harm: 'strict-clients-refuse' }),
  'metadata-lacks-pixel-data': kind<{ readonly tag: string }>({
    harm: 'cannot-open',
    unread: true,
    follows: ['metadata-lacks-most'],
  }),
  'metadata-holds-pixel-data': kind<{ readonly tag: string }>({ harm: 'too-much' }),
} as const;
