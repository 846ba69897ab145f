import type { UNNAMED } from '../../../lib/breaches/kinds/unnamed.ts';
import type { WordsFor } from '../telling.ts';

export const UNNAMED_JAPANESE: WordsFor<typeof UNNAMED> = {
  unnamed: ({ claim, expected, actual }) => ({
    headline: `次の動作が確認できませんでした: ${claim}`,
    expected,
    observed: actual,
    effect: '',
    remedy: '',
  }),
};
