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
  'part-type-wrong': kind<{ readonly values: readonly string[] }>({ harm: 'label-misleads', spoils: 'part' }),
  'part-length-wrong': kind<{ readonly stated: string; readonly bytes: number }>({
    harm: 'answer-unreadable',
    spoils: 'part',
    unread: true,
  }),
  'part-without-length': kind<{ readonly bytes: number }>({ harm: 'detail-missing' }),
  'part-without-location': kind({ harm: 'detail-missing', unread: true }),
  /** `other` is the index of the part that has the same location, from 0. */
  'part-location-shared': kind<{ readonly location: string; readonly other: number }>({
    harm: 'label-misleads',
    says: 'foreign',
  }),
  /** `level` is what the location names wrongly: `resource`, `instance` or `frame`; `expected` what it might name. */
  'part-location-of-another': kind<{
    readonly location: string;
    readonly level: string;
    readonly expected: readonly string[];
  }>({
    harm: 'other-image-opened',
    says: 'foreign',
  }),
  'part-location-dead': kind<StatusParameters>({
    harm: 'link-broken',
    identity: ['status'],
    says: 'absent',
  }),
  'part-location-other-content': kind<{
    readonly location: string;
    readonly expected: string | null;
    readonly actual: string | null;
  }>({ harm: 'other-image-opened', says: 'foreign' }),
  'part-in-mail-encoding': kind<{ readonly encoding: string }>({
    harm: 'answer-unreadable',
    spoils: 'part',
  }),
  'part-encoding-untrue': kind<{ readonly encoding: string }>({ harm: 'label-misleads' }),
  'part-in-base64': kind({ harm: 'image-unreadable', spoils: 'part', unread: true }),
  'unusual-framing-refused': kind<StatusParameters>({
    harm: 'sender-blocked',
  }),
  'unusual-framing-loses-store': kind<{ readonly readable: boolean }>({
    harm: 'only-copy-lost',
    says: 'lost',
  }),
} as const;
