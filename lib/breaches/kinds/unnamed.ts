import { kind } from '../kind.ts';

/** Breaches that have no kind of their own yet. */
export const UNNAMED = {
  unnamed: kind<{ readonly claim: string; readonly expected: string; readonly actual: string }>({
    harm: 'some-clients-only',
    identity: ['claim'],
  }),
} as const;
