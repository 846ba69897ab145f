import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** Kinds of breaches of single parts of multipart bodies, and of what a server makes of unusual ones. */
export const PART = {
  /** `defect` is the code of the defect, such as `malformed-header`. */
  'part-headers-malformed': kind<{ readonly defect: string; readonly message: string }>({
    harm: 'answer-unreadable',
    identity: ['defect'],
    spoils: 'part',
  }),
  'part-header-folded': kind<{ readonly message: string }>({ harm: 'strict-clients-refuse' }),
  'part-without-type': kind({ harm: 'label-misleads', spoils: 'part' }),
  'part-type-wrong': kind<{ readonly values: readonly string[] }>({ harm: 'answer-unreadable', spoils: 'part' }),
  'part-length-wrong': kind<{ readonly stated: string; readonly bytes: number }>({
    harm: 'answer-unreadable',
    spoils: 'part',
    follows: ['multipart-not-closed'],
  }),
  'part-without-length': kind<{ readonly bytes: number }>({ harm: 'detail-missing' }),
  'part-without-location': kind({ harm: 'detail-missing', unread: true }),
  /** `other` is the index of the part that has the same location, from 0. */
  'part-location-shared': kind<{ readonly location: string; readonly other: number }>({
    harm: 'label-misleads',
    cause: 'part-location-shared',
    follows: ['instance-repeated', 'instance-with-others', 'frames-too-many'],
  }),
  /** `level` is what the location names wrongly: `resource`, `instance` or `frame`; `expected` what it might name. */
  'part-location-of-another': kind<{
    readonly location: string;
    readonly level: string;
    readonly expected: readonly string[];
  }>({
    harm: 'other-image-opened',
    cause: 'part-location-of-another',
    follows: ['part-location-shared', 'part-location-dead', 'foreign-instance', 'instance-with-others', 'wrong-frame'],
  }),
  'part-location-dead': kind<StatusParameters>({
    harm: 'link-broken',
    identity: ['status'],
    cause: 'part-location-dead',
    follows: ['instances-not-retrieved'],
  }),
  'part-location-other-content': kind<{
    readonly location: string;
    readonly expected: string | null;
    readonly actual: string | null;
  }>({ harm: 'other-image-opened', follows: ['part-location-shared'] }),
  'part-in-mail-encoding': kind<{ readonly encoding: string }>({
    harm: 'answer-unreadable',
    cause: 'part-encoded',
    spoils: 'part',
  }),
  'part-encoding-untrue': kind<{ readonly encoding: string }>({ harm: 'label-misleads' }),
  'part-in-base64': kind({ harm: 'image-unreadable', cause: 'part-encoded', spoils: 'part' }),
  'unusual-framing-refused': kind<StatusParameters>({
    harm: 'sender-blocked',
    follows: ['store refused with {status}', 'store-status'],
  }),
  'unusual-framing-loses-store': kind<{ readonly readable: boolean }>({
    harm: 'only-copy-lost',
    follows: ['not-stored'],
  }),
} as const;
