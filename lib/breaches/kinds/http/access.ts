import { kind } from '../../kind.ts';

/** Kinds of breaches of who may ask for what. */
export const ACCESS = {
  /** `shown` is `none` or `wrong`, what the client had for credentials; `resources` are all that are open to it. */
  'open-to-strangers': kind<{
    readonly shown: string;
    readonly resources: readonly string[];
    readonly expected: readonly string[];
  }>({
    harm: 'open-to-strangers',
    identity: ['shown', 'resources'],
  }),
  'stores-for-strangers': kind<{ readonly shown: string; readonly expected: readonly string[] }>({
    harm: 'written-by-strangers',
    identity: ['shown'],
  }),
  'study-revealed-to-strangers': kind<{
    readonly known: number;
    readonly unknown: number;
    readonly expected: readonly string[];
  }>({ harm: 'open-to-strangers' }),
} as const;
