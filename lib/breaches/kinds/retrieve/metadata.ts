import { harmOfElement } from '../../element-harm.ts';
import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** An instance: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

type OfAttribute = { readonly tag: string; readonly vr: string };

/** What the metadata of instances has, lacks and adds. */
export const METADATA = {
  'metadata-not-retrieved': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    identity: ['status'],
    says: 'absent',
  }),
  'metadata-not-json': kind<{ readonly type: string | null; readonly bytes: number }>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
  }),
  /** `seen` is the beginning of what stands there. */
  'metadata-not-a-list': kind<{ readonly seen: string }>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
  }),
  'metadata-lacks-instance': kind<OfInstance & { readonly count: number }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'absent',
  }),
  'metadata-repeats-instance': kind<OfInstance & { readonly count: number }>({ harm: 'some-clients-only' }),
  'metadata-of-foreign-instance': kind<{ readonly instance: string }>({
    harm: 'wrong-patient-or-image',
    says: 'foreign',
  }),
  'metadata-without-instance-uid': kind({ harm: 'not-found-or-opened', unread: true }),
  /** More than half of the attributes of the instances; `missing` counts those that are not there. */
  'metadata-lacks-most-attributes': kind<{ readonly missing: number; readonly of: number }>({
    harm: 'not-found-or-opened',
    unread: true,
    spoils: 'content',
  }),
  'metadata-lacks-attribute': kind<OfAttribute>({
    harm: harmOfElement,
    unread: true,
    says: 'absent',
  }),
  'metadata-lacks-empty-attribute': kind<OfAttribute>({
    harm: 'some-clients-only',
    unread: true,
  }),
  'metadata-lacks-private-attribute': kind<OfAttribute>({
    harm: 'altered',
    unread: true,
    says: 'absent',
  }),
  'metadata-lacks-binary-attribute': kind<OfAttribute>({
    harm: 'altered',
    unread: true,
    says: 'absent',
  }),
  'metadata-adds-attribute': kind<{ readonly tag: string; readonly name: string }>({
    harm: 'some-clients-only',
    unread: true,
  }),
  'metadata-has-file-meta': kind<{ readonly tag: string }>({ harm: 'cosmetic' }),
  'metadata-lacks-pixel-data': kind<{ readonly tag: string }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'absent',
  }),
  'metadata-holds-pixel-data': kind<{ readonly tag: string }>({ harm: 'some-clients-only' }),
} as const;
