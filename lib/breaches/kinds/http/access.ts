import { kind } from '../../kind.ts';

/** Kinds of breaches of who may ask for what. */
export const ACCESS = {
  /** `shown` is `none` or `wrong`, what the client had for credentials; `resources` are all that are open to it. */
  'open-to-strangers': kind<{
    readonly shown: string;
    readonly resources: readonly string[];
    readonly expected: readonly string[];
  }>({
    harm: 'exposed',
    identity: ['shown', 'resources'],
  }),
  'stores-for-strangers': kind<{ readonly shown: string; readonly expected: readonly string[] }>({
    harm: 'exposed',
    identity: ['shown'],
  }),
  'study-revealed-to-strangers': kind<{
    readonly known: number;
    readonly unknown: number;
    readonly expected: readonly string[];
  }>({ harm: 'exposed' }),
} as const;
