import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** Kinds of breaches of single parts of multipart bodies, and of what a server makes of unusual ones. */
export const PART = {
  /** `defect` is the code of the defect, such as `malformed-header`. */
  'part-headers-malformed': kind<{ readonly defect: string; readonly message: string }>({
    harm: 'not-found-or-opened',
    identity: ['defect'],
    spoils: 'part',
  }),
  'part-header-folded': kind<{ readonly message: string }>({ harm: 'some-clients-only' }),
  'part-without-type': kind({ harm: 'some-clients-only', spoils: 'part' }),
  'part-type-wrong': kind<{ readonly values: readonly string[] }>({ harm: 'not-found-or-opened', spoils: 'part' }),
  'part-length-wrong': kind<{ readonly stated: string; readonly bytes: number }>({
    harm: 'not-found-or-opened',
    spoils: 'part',
    unread: true,
  }),
  'part-without-length': kind<{ readonly bytes: number }>({ harm: 'cosmetic' }),
  'part-without-location': kind({ harm: 'cosmetic', unread: true }),
  /** `other` is the index of the part that has the same location, from 0. */
  'part-location-shared': kind<{ readonly location: string; readonly other: number }>({
    harm: 'some-clients-only',
    says: 'foreign',
  }),
  /** `level` is what the location names wrongly: `resource`, `instance` or `frame`; `expected` what it might name. */
  'part-location-of-another': kind<{
    readonly location: string;
    readonly level: string;
    readonly expected: readonly string[];
  }>({
    harm: 'wrong-patient-or-image',
    says: 'foreign',
  }),
  'part-location-dead': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    identity: ['status'],
    says: 'absent',
  }),
  'part-location-other-content': kind<{
    readonly location: string;
    readonly expected: string | null;
    readonly actual: string | null;
  }>({ harm: 'wrong-patient-or-image', says: 'foreign' }),
  'part-in-mail-encoding': kind<{ readonly encoding: string }>({
    harm: 'not-found-or-opened',
    spoils: 'part',
  }),
  'part-encoding-untrue': kind<{ readonly encoding: string }>({ harm: 'some-clients-only' }),
  'part-in-base64': kind({ harm: 'not-found-or-opened', spoils: 'part', unread: true }),
  'unusual-framing-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
  }),
  'unusual-framing-loses-store': kind<{ readonly readable: boolean }>({
    harm: 'data-lost',
    says: 'lost',
  }),
} as const;
