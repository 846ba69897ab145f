import { kind } from '../../kind.ts';

/** Parameters of every kind that tells of a wrong status. */
export interface StatusParameters extends Readonly<Record<string, number | readonly string[]>> {
  /** The status that came. */
  readonly status: number;
  /** Statuses that would do, each as text. */
  readonly expected: readonly string[];
}

/** Statuses that are wrong, where no kind of its own says what that means. */
export const STATUS = {
  'unexpected-status': kind<StatusParameters>({
    harm: ({ expected }) => (expected.some((status) => status.startsWith('2')) ? 'cannot-open' : 'mistake-unclear'),
    identity: ['status'],
  }),
} as const;
