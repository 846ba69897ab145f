import { kind } from '../../kind.ts';

/** What a store does with an instance that is stored already, alike or with other content. */
export const STORE_REPEATED = {
  'repeated-store-server-error': kind<{ readonly status: number }>({
    harm: 'sender-blocked',
  }),
  'repeated-store-duplicated': kind<{ readonly instance: string; readonly count: number }>({ harm: 'images-doubled' }),
  'repeated-store-lost': kind<{ readonly instance: string }>({ harm: 'stored-image-lost', says: 'lost' }),
  'store-after-delete-lost': kind<{ readonly instance: string; readonly name: string }>({
    harm: 'stored-image-lost',
    says: 'lost',
  }),
  'concurrent-store-lost': kind<{ readonly instance: string; readonly name: string }>({
    harm: 'stored-image-lost',
    says: 'lost',
    identity: [],
  }),
  'changed-content-lost': kind<{ readonly instance: string; readonly operation: string }>({
    harm: 'stored-image-lost',
  }),
  /** `operation` does not show the instance, others do. */
  'changed-content-hidden': kind<{ readonly instance: string; readonly operation: string }>({
    harm: 'cannot-open',
  }),
  /** `told` has the Instance Number that each operation gives. */
  'changed-content-differs': kind<{ readonly told: readonly string[] }>({ harm: 'identifier-mistaken' }),
} as const;
