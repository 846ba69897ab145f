import type { UNNAMED } from '../../../lib/breaches/kinds/unnamed.ts';
import type { WordsFor } from '../telling.ts';

export const UNNAMED_ENGLISH: WordsFor<typeof UNNAMED> = {
  unnamed: ({ claim, expected, actual }) => ({
    headline: `It is not so that the server ${claim}.`,
    expected,
    observed: actual,
    effect: '',
    remedy: '',
  }),
};
