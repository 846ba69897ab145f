import { kind } from '../../kind.ts';

/** What a store does with an instance that is stored already, alike or with other content. */
export const STORE_REPEATED = {
  'repeated-store-server-error': kind<{ readonly status: number }>({
    harm: 'some-clients-only',
  }),
  'repeated-store-duplicated': kind<{ readonly instance: string; readonly count: number }>({ harm: 'altered' }),
  'repeated-store-lost': kind<{ readonly instance: string }>({ harm: 'data-lost', says: 'lost' }),
  'changed-content-lost': kind<{ readonly instance: string; readonly operation: string }>({
    harm: 'data-lost',
  }),
  /** `operation` does not show the instance, others do. */
  'changed-content-hidden': kind<{ readonly instance: string; readonly operation: string }>({
    harm: 'not-found-or-opened',
  }),
  /** `told` has the Instance Number that each operation gives. */
  'changed-content-differs': kind<{ readonly told: readonly string[] }>({ harm: 'wrong-patient-or-image' }),
} as const;
